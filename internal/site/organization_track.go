package site

import (
	"slices"
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// track is an organization's record by year: applications, awards, money,
// evaluations and honours.
func (c *context) track(o *model.Organization, projects []*model.Project) Table {
	byYear := map[int][]*model.Project{}
	honours := map[int]int{}
	var years []int
	touch := func(y int) {
		if !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	for _, p := range projects {
		y := p.CalendarYear()
		touch(y)
		byYear[y] = append(byYear[y], p)
	}
	for _, h := range o.Honours.All() {
		if !h.Date.IsZero() {
			touch(h.Date.Year())
			honours[h.Date.Year()]++
		}
	}
	if len(years) < 2 {
		return Table{} // the headline says as much
	}
	slices.SortFunc(years, func(a, b int) int { return b - a })
	evaluated, _ := performance(projects)
	declined := slices.ContainsFunc(projects, func(p *model.Project) bool { return !p.Awarded() })
	return c.trackTable(years, byYear, honours, declined, evaluated > 0)
}

// trackTable prints the record by year; columns that would only hold naught, or
// the same as another, are left out.
func (c *context) trackTable(years []int, byYear map[int][]*model.Project, honours map[int]int, declined, evaluated bool) Table {
	t := Table{ID: "track", Caption: c.t("历年记录", "Year by year"), Heads: heads(c.t("年度", "Year"))}
	head := func(show bool, zh, en string) {
		if show {
			t.Heads = append(t.Heads, Head{c.t(zh, en), true})
		}
	}
	head(declined, "申报", "Applied")
	head(true, "立项", "Awarded")
	head(true, "立项金额", "Amount awarded")
	head(true, "已付金额", "Paid")
	head(evaluated, "绩效评估", "Evaluations")
	head(evaluated, "最近得分", "Last score")
	head(len(honours) > 0, "荣誉", "Honours")
	for _, y := range years {
		s := sum(byYear[y])
		row := []Cell{c.yearCell(y)}
		if declined {
			row = append(row, number(c.count(s.projects)))
		}
		row = append(row, number(c.count(s.awarded)), c.awardedSum(s.awarded, s.award), c.paidSum(s.subtotal))
		if evaluated {
			n, score := performance(byYear[y])
			row = append(row, number(c.count(n)), lastScore(n, score.Format(c.lang)))
		}
		if len(honours) > 0 {
			row = append(row, number(c.count(honours[y])))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// yearCell leads to a year's page, where there is one.
func (c *context) yearCell(y int) Cell {
	if y == 0 {
		return Cell{Text: c.t("年度未公布", "not published")}
	}
	cell := Cell{Text: strconv.Itoa(y)}
	if c.plan.index.byYear[y] != nil {
		cell.Href = c.href("years/" + cell.Text + ".html")
	}
	return cell
}

// lastScore is missing only where there was an evaluation.
func lastScore(evaluations int, score string) Cell {
	if evaluations == 0 {
		return none()
	}
	return number(score)
}

// performance counts the performance evaluations of some projects and gives the
// latest score.
func performance(projects []*model.Project) (n int, score value.Decimal) {
	var last value.Date
	for _, p := range projects {
		for e := range p.Evaluations.All() {
			if e.Kind != model.EvaluationPerformance {
				continue
			}
			n++
			if !e.Score.IsZero() && e.Date.Compare(last) >= 0 {
				last, score = e.Date, e.Score
			}
		}
	}
	return n, score
}

// minRate and minScores are the fewest applications that bear a percentage and
// the fewest scores that bear an average. Below, only the counts are given.
const (
	minRate   = 5
	minScores = 3
)

// results are how an organization fared: its applications, its reviews and
// whether it was in time, each beside what others have.
func (c *context) results(r review) []Amount {
	var out []Amount
	if r.own.decided > 0 {
		a := Amount{Label: c.t("申报后立项", "Applications awarded"), Value: c.t(
			c.count(r.own.awarded)+" / "+c.count(r.own.decided), c.count(r.own.awarded)+" of "+c.count(r.own.decided))}
		if r.own.decided >= minRate {
			a.Full = portion(int64(r.own.awarded), int64(r.own.decided))
		}
		of := portion(int64(r.peers.awarded), int64(r.peers.decided))
		a.Note = c.t("同一批次全部申报中为 "+of+"（"+c.count(r.peers.awarded)+" / "+c.count(r.peers.decided)+"）",
			"of all applications in the same rounds: "+of+" ("+c.count(r.peers.awarded)+" of "+c.count(r.peers.decided)+")")
		out = append(out, a)
	}
	for _, kind := range []model.EvaluationKind{model.EvaluationPerformance, model.EvaluationFollowUp} {
		if own := r.scores[kind]; own.N > 0 {
			out = append(out, c.scoreFigure(kind, own))
		}
	}
	if in, told := punctual(r.awarded); told > 0 {
		out = append(out, Amount{Label: c.t("按合同期限完成", "Completed within the contract’s term"), Value: c.t(
			c.count(in)+" / "+c.count(told), c.count(in)+" of "+c.count(told)),
			Note: c.t("已完成且公布了项目和合同结束日期的项目", "of the completed projects whose end and whose contract’s end are published")})
	}
	if n := c.overdue(r.awarded); n > 0 {
		out = append(out, Amount{Label: c.t("过了结束日期仍未完成", "Not completed after its end"), Value: c.count(n),
			Note: c.t("以数据截至日计", "at the date of this data")})
	}
	return out
}

// scoreFigure is an organization's score in a kind of review beside that of all
// on the site.
func (c *context) scoreFigure(kind model.EvaluationKind, own value.Mean) Amount {
	name := kind.Label(c.lang)
	a := Amount{Label: name + c.t("得分", ": score"), Value: own.Decimal().Format(c.lang)}
	all := c.plan.index.scores[kind]
	switch {
	case own.N >= minScores:
		a.Label = name + c.t("平均分", ": average score")
		a.Full = c.t(c.count(own.N)+" 次评分", c.count(own.N)+" scores")
	case own.N > 1:
		a.Label = name + c.t("平均分", ": average score")
		a.Full = c.t("仅 "+c.count(own.N)+" 次评分", "from "+c.count(own.N)+" scores only")
	}
	if all.N > own.N && all.N >= minScores {
		mean := all.Decimal().Format(c.lang)
		a.Note = c.t("全站同类评估平均 "+mean+" 分（"+c.count(all.N)+" 次）", "average of all such scores on this site: "+mean+" ("+c.count(all.N)+")")
	}
	return a
}

// resultsNote says what the figures rest on.
func (c *context) resultsNote(r review) string {
	if r.own.decided == 0 {
		if len(r.projects) > 0 && r.peers.decided == 0 {
			return c.t("所在批次只公布了立项的项目，立项率无从计算。", "Its rounds publish awards only, so no rate of success can be told.")
		}
		return ""
	}
	note := c.t("立项率只计已有结果的申报，撤回和评审中的不计；只公布立项名单的批次不计。",
		"Only decided applications count, not those withdrawn or under review; rounds that publish awards alone are left out.")
	if r.own.decided < minRate {
		note += c.t("申报不足 "+c.count(minRate)+" 次，不计算百分比。", " From fewer than "+c.count(minRate)+" applications no percentage is worked out.")
	}
	return note
}

// punctual counts the completed projects that ended within the term of their
// contracts, of those whose dates tell.
func punctual(projects []*model.Project) (in, told int) {
	for _, p := range projects {
		due := value.Date{}
		for k := range p.Contracts.All() {
			if k.End.Compare(due) > 0 {
				due = k.End
			}
		}
		if p.State != model.StateCompleted || p.End.IsZero() || due.IsZero() {
			continue
		}
		told++
		if !due.Before(p.End) {
			in++
		}
	}
	return in, told
}

// overdue counts the projects that were to end before the date of the data and
// are still under way.
func (c *context) overdue(projects []*model.Project) int {
	n := 0
	for _, p := range projects {
		switch p.State {
		case model.StateApproved, model.StateContracted, model.StateInProgress:
			if p.End.Before(c.plan.Data.Config.AsOf) {
				n++
			}
		}
	}
	return n
}

// reviewTable lists the reviews of an organization and its projects, the latest
// first, each score beside the average of its kind.
func (c *context) reviewTable(r review) Table {
	if len(r.evaluations) == 0 {
		return Table{}
	}
	t := Table{ID: "evaluations", Caption: c.t("历次评估", "Evaluations over time"), Heads: heads(c.t("评估", "Evaluation"), c.t("项目", "Of"),
		c.t("评估方", "By"), "#"+c.t("得分", "Score"), "#"+c.t("全站平均", "Site average"), c.t("等次", "Result"))}
	for _, e := range r.evaluations[:min(len(r.evaluations), maxReferring)] {
		of := Cell{Text: c.t("本组织", "the organization")}
		if e.Project.To != nil {
			of = c.cellLink(e.Project.To)
		}
		score, mean := none(), none()
		if !e.Score.IsZero() {
			score = number(e.Score.Format(c.lang))
			if all := c.plan.index.scores[e.Kind]; all.N >= minScores {
				mean = number(all.Decimal().Format(c.lang))
			}
		}
		t.Rows = append(t.Rows, []Cell{c.cellLink(e), of, cellText(e.By.Label(c.lang)), score, mean, cellText(e.Grade.Label(c.lang))})
	}
	if more := len(r.evaluations) - len(t.Rows); more > 0 {
		t.Note = c.t("另有 "+c.count(more)+" 条较早的评估未列出。", "And "+c.count(more)+" earlier ones.")
	}
	return t
}

// portion is part of whole as a percentage, rounded to a tenth; "" where there
// is no whole.
func portion(part, whole int64) string {
	if whole <= 0 || part < 0 {
		return ""
	}
	tenths := int64(float64(part)*1000/float64(whole) + .5)
	switch {
	case tenths == 0 && part > 0:
		return "< 0.1%"
	case tenths == 1000 && part < whole:
		return "> 99.9%"
	}
	return value.NewDecimal(tenths, 1).String() + "%"
}
