package site

import (
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// barsShown is how many of the largest a chart names; the others stand together.
const barsShown = 10

// ranking is what a chart of the largest says of what it ranks.
type ranking struct {
	name         string // of the chart
	zh, en       string // one: 承接主体, organization
	manyZH, many string // several of them: 家承接主体, organizations
}

// chartAreas ranks the top areas by the money awarded.
func (c *context) chartAreas(projects []*model.Project) Chart {
	return c.chartRank(projects, rank(projects, areaOf), ranking{"areas", "民生领域", "Area", "个领域", "areas"})
}

// chartAgencies ranks those who purchase.
func (c *context) chartAgencies(projects []*model.Project) Chart {
	of := func(p *model.Project) []*model.Agency {
		if p.Agency.To == nil {
			return nil
		}
		return []*model.Agency{p.Agency.To}
	}
	return c.chartRank(projects, rank(projects, of), ranking{"agencies", "购买主体", "Agency", "家购买主体", "agencies"})
}

// chartOrganizations ranks those who were awarded projects. A joint project
// counts in full for each.
func (c *context) chartOrganizations(projects []*model.Project) Chart {
	return c.chartRank(projects, rank(projects, organizationsOf), ranking{"organizations", "承接主体", "Organization", "家承接主体", "organizations"})
}

// chartRank shows the first of a ranking, and the others together.
func (c *context) chartRank(projects []*model.Project, all []ranked, of ranking) Chart {
	in := purseOf(projects)
	byAward(all, in.cur)
	all = slices.DeleteFunc(all, func(r ranked) bool { return r.award.In(in.cur).IsZero() && r.paid.In(in.cur).IsZero() })
	ch := Chart{Name: of.name, Form: FormBars, Series: c.moneySeries(), Source: c.source(), Note: c.otherCurrencies(in)}
	n := len(all)
	if n > barsShown+1 {
		n = barsShown
	}
	for _, r := range all[:n] {
		ch.Marks = append(ch.Marks, Mark{Link: c.link(r.e), Values: c.moneyNumbers(r.subtotal, in)})
	}
	if shown(ch.Marks) < 2 || ch.Marks[0].Values[0].Value <= 0 {
		return Chart{}
	}
	ch.Table = c.rankTable("", c.t(of.zh, of.en), c.t(of.zh, of.en), all, n)
	ch.Table.Note = ""
	if rest := all[n:]; len(rest) > 0 {
		var t subtotal
		for _, r := range rest {
			t.projects += r.projects
			t.awarded += r.awarded
			t.award.Merge(r.award)
			t.paid.Merge(r.paid)
		}
		if t.award.In(in.cur).Minor() > all[0].award.In(in.cur).Minor() {
			ch.Note += c.t("其余合计大于最大的一个，只写数字，不画长条。", "The others together exceed the largest; only their amount is given.")
		}
		name := c.t("其余 "+c.count(len(rest))+" "+of.manyZH, "Other "+c.count(len(rest))+" "+of.many)
		ch.Marks = append(ch.Marks, Mark{Link: Link{Text: name}, Values: c.moneyNumbers(t, in), Kind: KindBeside})
		ch.Table.Rows = append(ch.Table.Rows, []Cell{{Text: name}, number(c.count(t.projects)), c.awardedSum(t.awarded, t.award), c.paidSum(t)})
	}
	c.sayRank(&ch, all, in, of)
	return ch.withoutEmpty()
}

// sayRank titles a ranking by the share of its first.
func (c *context) sayRank(ch *Chart, all []ranked, in purse, of ranking) {
	first := all[0].award.In(in.cur)
	var whole value.Totals
	for _, r := range all {
		whole.Add(r.award.In(in.cur))
	}
	ch.First = c.link(all[0].e)
	ch.Title = c.behind(ch.First, "立项金额最多，为 "+first.Short(c.lang), ": "+first.Short(c.lang)+" awarded, the most")
	if share, ok := shareText(first, whole.In(in.cur)); ok && of.name != "organizations" {
		ch.Title = c.behind(ch.First, "占立项金额的 "+share, ": "+share+" of the money awarded")
	}
	ch.Sub = c.sub(c.t("按"+of.zh, "By "+lower(of.en)), in)
	ch.About = c.t("条形图：金额最大的"+of.zh+"，长条为立项金额，其中深色为已付金额。", "Bar chart of the largest "+of.many+": the money awarded, and inside it what was paid.")
}
