package site

import "gongkai/internal/oversight"

// maxMatrix is how many agencies the matrix shows, those with the most steps due.
const maxMatrix = 40

// matrix shows which steps each agency publishes.
func (c *context) matrix(r *oversight.Report) Matrix {
	v := Matrix{}
	for _, s := range oversight.Steps() {
		v.Heads = append(v.Heads, MatrixHead{Text: c.say(s.Title()), About: c.say(s.Due())})
	}
	for _, d := range r.Disclosures[:min(len(r.Disclosures), maxMatrix)] {
		row := c.matrixRow(d)
		if d.Agency != nil {
			row.Name = c.link(d.Agency)
		} else {
			row.Name = Link{Text: c.t("购买主体未公布", "Agency not published")}
		}
		v.Rows = append(v.Rows, row)
	}
	if len(r.Disclosures) > 1 {
		whole := c.matrixRow(r.Overall)
		whole.Name = Link{Text: c.t("全站", "Whole site")}
		v.Foot = []MatrixRow{whole}
	}
	if more := len(r.Disclosures) - len(v.Rows); more > 0 {
		v.Note = c.t("按应公开的项次从多到少列出前 "+c.count(maxMatrix)+" 个；另有 "+c.count(more)+" 个购买主体，见下载的名单。",
			"The "+c.count(maxMatrix)+" with the most steps due are shown; "+c.count(more)+" more agencies are in the download.")
	}
	return v
}

func (c *context) matrixRow(d oversight.Disclosure) MatrixRow {
	row := MatrixRow{Projects: c.projectCount(d.Projects), Total: c.matrixCell(d.Total)}
	for _, s := range d.Steps {
		row.Cells = append(row.Cells, c.matrixCell(s))
	}
	return row
}

func (c *context) projectCount(n int) string {
	if n == 1 {
		return c.t("1 个项目", "1 project")
	}
	return c.t(c.count(n)+" 个项目", c.count(n)+" projects")
}

// matrixCell is a score: how full it is in five levels, with the numbers.
func (c *context) matrixCell(s oversight.Score) MatrixCell {
	if s.Due == 0 {
		return MatrixCell{Text: c.t("不适用", "not due"), Level: "undue"}
	}
	cell := MatrixCell{Text: s.Share().String(), Note: c.count(s.Published) + " / " + c.count(s.Due)}
	switch share := s.Share(); {
	case share == 0:
		cell.Text, cell.Level = c.t("未公布", "none"), "none"
	case share < 500:
		cell.Level = "some"
	case share < 900:
		cell.Level = "most"
	default:
		cell.Level = "full"
	}
	return cell
}

// chartSteps shows how much of each step is published on the whole site.
func (c *context) chartSteps(r *oversight.Report) Chart {
	ch := Chart{
		Name: "disclosure", Form: FormRows, Series: []Series{{Name: c.t("已公开", "Published"), Kind: KindDone}},
		Sub: c.t("全站各环节应公开的项目中已公开的比例", "Of the projects that owe a step, how many publish it, whole site"), Source: c.source(),
		Table: Table{Heads: []Head{{Text: c.t("环节", "Step")}, {Text: c.t("应公开", "Due"), Numeric: true}, {Text: c.t("已公开", "Published"), Numeric: true}, {Text: c.t("比例", "Share"), Numeric: true}}},
	}
	for _, s := range oversight.Steps() {
		score := r.Overall.Steps[s]
		if score.Due == 0 {
			continue
		}
		share := score.Share()
		ch.Marks = append(ch.Marks, Mark{Link: Link{Text: c.say(s.Title())}, Values: []Number{{Value: int64(share), Text: share.String()}}})
		ch.Table.Rows = append(ch.Table.Rows, []Cell{{Text: c.say(s.Title())}, number(c.count(score.Due)), number(c.count(score.Published)), number(share.String())})
	}
	if ch.Title = c.stepsTitle(ch.Marks); ch.Title == "" {
		return Chart{}
	}
	for _, tick := range []oversight.Share{0, 500, 1000} {
		ch.Ticks = append(ch.Ticks, Number{Value: int64(tick), Text: tick.String()})
	}
	ch.About = c.t("条形图：全站每个环节已公开的比例。", "Bar chart of the share of each step that is published on the whole site.")
	return ch
}

// stepsTitle says what the chart of steps shows first: how many steps nobody
// publishes, else which is published least; "" where all are alike.
func (c *context) stepsTitle(marks []Mark) string {
	if len(marks) < 2 {
		return ""
	}
	absent, best, worst := 0, marks[0], marks[0]
	for _, m := range marks {
		v := m.Values[0].Value
		if v == 0 {
			absent++
		}
		if v > best.Values[0].Value {
			best = m
		}
		if v < worst.Values[0].Value {
			worst = m
		}
	}
	switch {
	case best.Values[0].Value == worst.Values[0].Value:
		return ""
	case absent > 1:
		return c.t(c.count(len(marks))+" 个环节中有 "+c.count(absent)+" 个完全没有公布", c.count(absent)+" of "+c.count(len(marks))+" steps are not published at all")
	}
	return c.t(worst.Text+"公开得最少："+worst.Values[0].Text, worst.Text+" is published least, at "+worst.Values[0].Text)
}
