package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// newestShown is how many of the newest awards the home page lists.
const newestShown = 10

// home makes the front page.
func (c *context) home() Home {
	d := c.plan.Data
	all := d.Projects.Rows
	v := Home{Frame: c.frame(c.plan.title(c.lang)), ByYear: c.yearTable(all)}
	if n := d.Note("pages", "home"); n != nil {
		v.Intro, _ = n.In(c.lang).Doc.HTML(c.resolver(n))
	}
	v.Headline = c.homeHeadline()
	if areas := rank(all, areaOf); len(areas) > 0 {
		v.ByArea = c.rankTable("areas", c.t("按民生领域", "By area"), c.t("民生领域", "Area"), areas, largestShown)
	}
	v.ChartYears, v.ChartAreas = c.chartYears(all), c.chartAreas(all)
	v.ChartDistricts, v.ChartFlow = c.chartDistricts(all), c.chartFlow(all)
	v.Latest = c.latest(homeDays, 1)
	v.Newest = c.newest()
	v.Calls = c.openCalls()
	if len(v.Calls.Rows) == 0 {
		v.NoCalls = c.noOpenCalls()
	}
	v.Browse = c.browse()
	v.States = c.stateFacet()
	v.Unknown = append(c.notPublished(c.plan.index.survey()), c.t(
		"本站只汇总已公布的数据，不核实真伪；没有公布的写作“未公布”，不作估算。",
		"The site gathers what is published and does not verify it; what is missing reads “not published” and is not estimated."))
	c.homeDeclared(&v)
	v.Press, v.Cite = c.press(), c.citeSite()
	for _, n := range d.Notes {
		switch n.Kind {
		case "policies":
			v.Policies = append(v.Policies, c.noteLink(n))
		case "stories":
			v.Stories = append(v.Stories, c.noteLink(n))
		}
	}
	v.Frame.Description = c.homeSentence()
	v.Sentence = []Link{{Text: v.Frame.Description}}
	v.Frame.About = c.website(v.Frame.Description)
	return v
}

// homeDays is how many of the latest days the home page tells of.
const homeDays = 4

// homeSentence says in one line who bought what from whom.
func (c *context) homeSentence() string {
	d := c.plan.Data
	s := c.plan.index.survey()
	if d.Projects.Len() == 0 {
		var parts []string
		for _, t := range c.plan.index.tables {
			if t.Len() > 0 {
				parts = append(parts, c.records(t.Len(), t.Schema()))
			}
		}
		return strings.Join(parts, c.t("、", ", ")) + c.t("。", ".")
	}
	if s.awarded == 0 {
		return c.t("登记 "+c.many(s.projects, nounProjects)+"，尚未公布立项。", c.many(s.projects, nounProjects)+" "+isAre(s.projects)+" recorded; no award is published yet.")
	}
	if c.lang == "zh" {
		return c.homeSentenceZH(s)
	}
	return c.homeSentenceEN(s)
}

func (c *context) homeSentenceZH(s survey) string {
	text := c.yearSpan(s.from, s.to)
	if text != "" {
		text += "，"
	}
	if n := c.buyers(); n > 0 {
		text += c.count(n) + " 个购买主体"
	}
	if s.recipients > 0 {
		text += "向 " + c.many(s.recipients, nounOrganizations)
	}
	text += "购买 " + c.many(s.awarded, nounProjects)
	if !s.award.Empty() {
		text += "，金额 " + s.award.Short("zh")
	}
	return text + "。钱给了谁，买了什么，结果如何，逐条可查。"
}

func (c *context) homeSentenceEN(s survey) string {
	to, when := "", c.yearSpan(s.from, s.to)
	if s.recipients > 0 {
		to = " to " + c.many(s.recipients, nounOrganizations)
	}
	if when != "" {
		when = " " + when
	}
	projects := c.many(s.awarded, nounProjects)
	text := projects + " " + isAre(s.awarded) + " awarded" + to + when
	if n := c.buyers(); n > 0 {
		text = c.many(n, noun{"", "public body", "public bodies"}) + " awarded " + projects + to + when
		if !s.award.Empty() {
			text = c.many(n, noun{"", "public body", "public bodies"}) + " awarded " + s.award.Short("en") + to + " for " + projects + when
		}
	} else if !s.award.Empty() {
		text = s.award.Short("en") + " was awarded" + to + " for " + projects + when
	}
	return text + ": who was paid, for what, and how it was judged, row by row."
}

// buyers are how many agencies have awarded something.
func (c *context) buyers() int {
	n := 0
	for _, a := range c.plan.Data.Agencies.Rows {
		if c.plan.index.tally(a).awarded > 0 {
			n++
		}
	}
	return n
}

func (p *Plan) title(lang string) string {
	s, _ := p.Data.Config.Title.In(lang)
	return value.Visible(s)
}

// homeHeadline are the three figures that matter most of those that are
// published; a site without projects counts its largest tables instead.
func (c *context) homeHeadline() []Amount {
	const figures = 3
	s := c.plan.index.survey()
	if s.projects == 0 {
		return c.tableCounts(figures)
	}
	award, projects := c.groupHeadline(s)[0], c.groupHeadline(s)[1]
	award.Note = c.t(projects.Value+" 个立项项目", projects.Value+" projects awarded")
	if projects.Note != "" {
		award.Note = c.t(projects.Note+"，立项 "+projects.Value+" 个", projects.Value+" projects awarded, "+projects.Note)
	}
	out := []Amount{award}
	for _, a := range c.groupHeadline(s)[2:] {
		if a.Label == c.t("承接主体", "Recipients") {
			continue // the sentence says it
		}
		if share := shareOf(s.paid.both.In(s.currency), s.paid.award.In(s.currency)); a.Label == c.t("已付金额", "Paid") && share != "" {
			a.Note = c.t("为有付款的项目立项金额的 "+share, share+" of what those projects were awarded")
		}
		out = append(out, a)
	}
	if len(out) < figures && s.recipients > 0 {
		out = append(out, Amount{Label: c.t("承接主体", "Recipients"), Value: c.count(s.recipients)})
	}
	if len(out) < figures {
		out = append(out, projects)
	}
	return out[:min(len(out), figures)]
}

// tableCounts counts the records of the largest tables.
func (c *context) tableCounts(limit int) []Amount {
	tables := slices.Clone(c.plan.index.tables)
	slices.SortStableFunc(tables, func(a, b table.Table) int { return cmp.Compare(b.Len(), a.Len()) })
	var out []Amount
	for _, t := range tables[:min(limit, len(tables))] {
		if t.Len() > 0 {
			out = append(out, Amount{Label: c.say(t.Schema().Info.Title), Value: c.count(t.Len())})
		}
	}
	return out
}

// newest lists the newest awards, else the newest calls.
func (c *context) newest() Table {
	var awarded []*model.Project
	all := c.plan.Data.Projects.Rows
	for _, row := range c.plan.index.sorted.order[newestPlace] {
		if p := all[row]; p.Awarded() {
			if awarded = append(awarded, p); len(awarded) == newestShown {
				break
			}
		}
	}
	if len(awarded) == 0 {
		return Table{}
	}
	t := c.projectTable(awarded, "")
	t.Caption, t.ID = c.t("最新立项", "Newest awards"), "newest"
	t.More = Link{Text: c.t("全部项目", "All projects"), Href: c.href("projects/index.html")}
	return t
}

// openCalls are the calls that are open as of the data's date.
func (c *context) openCalls() Table {
	asOf := c.plan.Data.Config.AsOf
	var open []table.Entity
	for _, k := range c.plan.Data.Calls.Rows {
		if k.State == model.CallOpen || k.State == 0 && !asOf.IsZero() && !k.Closes.IsZero() && !k.Closes.Before(asOf) {
			open = append(open, k)
		}
	}
	if len(open) == 0 {
		return Table{}
	}
	t := c.listTable(c.plan.index.table(open[0]).Schema(), open, newestShown)
	t.Caption, t.ID = c.t("正在征集", "Open calls"), "open-calls"
	t.More = Link{Text: c.t("全部公告", "All calls"), Href: c.href("calls/index.html")}
	return t
}

// browse leads to every list that has records.
func (c *context) browse() []Browse {
	var out []Browse
	for _, t := range c.plan.index.tables {
		if t.Len() == 0 {
			continue
		}
		s := t.Schema()
		out = append(out, Browse{
			Link:  Link{Text: c.say(s.Info.Title), Href: c.href(s.Info.Name + "/index.html")},
			About: c.say(s.Info.About), Count: c.count(t.Len()),
		})
	}
	if n := len(c.plan.index.years); n > 0 {
		out = append(out, Browse{Link: Link{Text: c.t("年度", "Years"), Href: c.href("years/index.html")}, About: c.t("各年度的项目和金额", "projects and amounts by year"), Count: strconv.Itoa(n)})
	}
	return out
}
