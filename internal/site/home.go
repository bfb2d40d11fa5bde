package site

import (
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
	v.Newest = c.newest()
	v.Calls = c.openCalls()
	v.Browse = c.browse()
	v.Unknown = c.unknown()
	v.Declared = c.homeDeclared()
	for _, n := range d.Notes {
		switch n.Kind {
		case "policies":
			v.Policies = append(v.Policies, c.noteLink(n))
		case "stories":
			v.Stories = append(v.Stories, c.noteLink(n))
		}
	}
	v.Frame.Description = c.homeSentence()
	return v
}

// homeSentence says in one line what is here.
func (c *context) homeSentence() string {
	d := c.plan.Data
	n, orgs := c.count(d.Projects.Len()), c.count(d.Organizations.Len())
	if d.Projects.Len() == 0 {
		var parts []string
		for _, t := range c.plan.index.tables {
			if t.Len() > 0 {
				parts = append(parts, c.records(t.Len(), t.Schema()))
			}
		}
		return strings.Join(parts, c.t("、", ", ")) + c.t("。", ".")
	}
	return c.t(n+" 个项目、"+orgs+" 家组织：钱给了谁，买了什么，结果如何，依据何在。",
		n+" projects and "+orgs+" organizations: who was paid, for what, how it was judged, and where each figure comes from.")
}

func (p *Plan) title(lang string) string {
	s, _ := p.Data.Config.Title.In(lang)
	return value.Visible(s)
}

// homeHeadline adds the organizations to the projects' sums; a site without
// projects shows its largest tables instead.
func (c *context) homeHeadline() []Amount {
	d := c.plan.Data
	if d.Projects.Len() > 0 {
		h := c.headline(sum(d.Projects.Rows))
		orgs := Amount{Label: c.t("组织", "Organizations"), Value: c.count(d.Organizations.Len())}
		if d.Organizations.Len() > 0 {
			h = append(h[:1], append([]Amount{orgs}, h[1:]...)...)
		}
		return h
	}
	var h []Amount
	for _, t := range c.plan.index.tables {
		if t.Len() > 0 {
			h = append(h, Amount{Label: c.say(t.Schema().Info.Title), Value: c.count(t.Len())})
		}
	}
	return h
}

// newest lists the newest awards, else the newest calls.
func (c *context) newest() Table {
	var awarded []*model.Project
	for _, p := range c.plan.index.newest {
		if p.Awarded() {
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
		if k.State == model.CallOpen || k.State == "" && !asOf.IsZero() && !k.Closes.IsZero() && !k.Closes.Before(asOf) {
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

// homeDeclared are the published figures of all programmes, so that declared
// totals and the rows' sums stand side by side on the first page.
func (c *context) homeDeclared() []Declared {
	var out []Declared
	for _, g := range c.plan.Data.Programmes.Rows {
		out = append(out, c.declared(g)...)
	}
	return out
}

// unknown says what the site does not know: the steps of the chain that bought
// projects lack.
func (c *context) unknown() []string {
	var bought, noContract, noPayment, noEvaluation, noAmount int
	for _, p := range c.plan.Data.Projects.Rows {
		if !p.Awarded() {
			continue
		}
		bought++
		if p.ContractedTotal().Empty() {
			noContract++
		}
		if p.PaidTotal().Empty() {
			noPayment++
		}
		if len(p.Evaluations) == 0 {
			noEvaluation++
		}
		if p.AmountAwarded.IsZero() {
			noAmount++
		}
	}
	var out []string
	say := func(n int, zh, en string) {
		if n > 0 {
			out = append(out, c.t(c.count(bought)+" 个立项项目中，"+c.count(n)+" 个未公布"+zh+"。", "No "+en+" is published for "+c.count(n)+" of "+c.count(bought)+" awarded projects."))
		}
	}
	say(noAmount, "立项金额", "amount")
	say(noContract, "合同", "contract")
	say(noPayment, "付款", "payment")
	say(noEvaluation, "评估", "evaluation")
	return out
}
