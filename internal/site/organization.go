package site

import (
	"slices"
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// organization makes an organization's page.
func (c *context) organization(o *model.Organization) Organization {
	v := Organization{Record: c.base(o), Pager: c.pager(c.plan.index.paths[o.Num], orderFirst, len(o.Projects))}
	projects := c.plan.index.list(o)
	if len(projects) > 0 {
		v.Projects = c.projectTable(projects[v.Pager.From-1:v.Pager.To], "organization")
	}
	if c.page.part > 1 {
		return v
	}
	s := c.plan.index.table(o).Schema()
	for _, name := range []string{"credit_code", "kind", "grade", "graded", "registered", "registrar", "district", "former_names", "website", "summary"} {
		if f := s.Field(name); !f.IsZero(o) {
			v.Identity = append(v.Identity, c.fact(o, f))
		}
	}
	v.Status = c.statusChip(o)
	if len(projects) > 0 {
		v.Headline = c.headline(sum(projects))
		v.Track = c.track(o, projects)
	}
	v.Tables = c.referring(o, "projects", "documents")
	return v
}

func (c *context) statusChip(o *model.Organization) Chip {
	if o.Status == "" {
		return Chip{}
	}
	chip := Chip{Text: o.Status.Enum().Label(string(o.Status), c.lang), Kind: "good"}
	if o.Status != "active" {
		chip.Kind = "bad"
	}
	return chip
}

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
	for _, h := range o.Honours {
		if !h.Date.IsZero() {
			touch(h.Date.Year())
			honours[h.Date.Year()]++
		}
	}
	slices.SortFunc(years, func(a, b int) int { return b - a })
	t := Table{ID: "track", Caption: c.t("历年记录", "Track record"), Heads: heads(
		c.t("年度", "Year"), "#"+c.t("申报", "Applied"), "#"+c.t("立项", "Awarded"), "#"+c.t("立项金额", "Amount awarded"),
		"#"+c.t("已付金额", "Paid"), "#"+c.t("绩效评估", "Evaluations"), "#"+c.t("最近得分", "Last score"), "#"+c.t("荣誉", "Honours"))}
	for _, y := range years {
		s := sum(byYear[y])
		n, score := performance(byYear[y])
		first := Cell{Text: c.t("年度未公布", "not published")}
		if y != 0 {
			first = Cell{Text: strconv.Itoa(y)}
			if c.plan.index.byYear[y] != nil {
				first.Href = c.href("years/" + first.Text + ".html")
			}
		}
		t.Rows = append(t.Rows, []Cell{first, number(c.count(s.projects)), number(c.count(s.awarded)), c.awardedSum(s),
			c.paidSum(s), number(c.count(n)), lastScore(n, score.Format(c.lang)), number(c.count(honours[y]))})
	}
	return t
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
		for _, e := range p.Evaluations {
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
