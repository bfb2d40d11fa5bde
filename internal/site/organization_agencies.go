package site

import (
	"cmp"
	"slices"
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// maxPartners is how many agencies and partners an organization's page lists.
const maxPartners = 20

// agenciesOf is who bought from an organization: since when, whether again, and
// which share of the agency's spending it received.
func (c *context) agenciesOf(o *model.Organization, awarded []*model.Project) Table {
	all := rank(awarded, func(p *model.Project) []*model.Agency {
		if p.Agency.To == nil {
			return nil
		}
		return []*model.Agency{p.Agency.To}
	})
	if len(all) == 0 {
		return Table{}
	}
	t := Table{ID: "agencies", Caption: c.t("由谁购买", "Who bought from it"), Heads: heads(c.t("购买主体", "Agency"), "#"+c.t("项目", "Projects"),
		"#"+c.t("立项金额", "Awarded"), "#"+c.t("占该主体立项总额", "Share of all it awarded"), "#"+c.t("名次", "Rank"), c.t("首次或再次", "First time or again"))}
	for _, r := range all[:min(maxPartners, len(all))] {
		a := r.e.(*model.Agency)
		spent := c.plan.index.agencies[a]
		place := none()
		if n := c.plan.index.ranks[pair{a.Num, o.Num}]; n > 0 {
			place = number(c.t(c.count(n)+" / "+c.count(spent.recipients), c.count(n)+" of "+c.count(spent.recipients)))
		}
		t.Rows = append(t.Rows, []Cell{c.cellLink(a), number(c.count(r.projects)), c.awardedSum(r.awarded, r.award),
			shareCell(r.award, spent.award), place, {Text: c.again(a, awarded)}})
	}
	t.Note = c.t("名次按在该主体立项金额排列。", "Ranks are by the amount awarded by that agency.")
	if slices.ContainsFunc(awarded, func(p *model.Project) bool { return len(organizationsOf(p)) > 1 }) {
		t.Note += c.t("联合承接的项目全额计入每个承接主体，各家占比之和可超过 100%。", " A joint project counts in full for each of its organizations, so shares may add up to more than 100%.")
	}
	if more := len(all) - maxPartners; more > 0 {
		t.Note += c.t("另有 "+c.count(more)+" 家未列出。", " And "+c.count(more)+" more agencies.")
	}
	return t
}

// shareCell is a sum as a share of another, where both are of one currency.
func shareCell(part, whole value.Totals) Cell {
	p, w := part.All(), whole.All()
	if len(p) != 1 || len(w) != 1 || p[0].Currency() != w[0].Currency() || w[0].Sign() <= 0 {
		return none()
	}
	if s := portion(value.Parts(p[0], w[0])); s != "" {
		return number(s)
	}
	return none()
}

// again says in words whether an agency bought once or came back, and when.
func (c *context) again(a *model.Agency, awarded []*model.Project) string {
	n := 0
	var years []int
	for _, p := range awarded {
		if p.Agency.To != a {
			continue
		}
		n++
		if y := p.CalendarYear(); y != 0 && !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	switch {
	case n == 1 && len(years) == 0:
		return c.t("仅此一次", "once")
	case n == 1:
		return c.t("仅此一次，"+strconv.Itoa(years[0])+" 年", "once, in "+strconv.Itoa(years[0]))
	case len(years) == 0:
		return c.t(c.count(n)+" 次，年度未公布", c.times(n)+"; the years are not published")
	case len(years) == 1:
		return c.t(strconv.Itoa(years[0])+" 年 "+c.count(n)+" 次", c.times(n)+", all in "+strconv.Itoa(years[0]))
	}
	first, last := strconv.Itoa(years[0]), strconv.Itoa(years[len(years)-1])
	return c.t("首次 "+first+" 年，此后再次购买；共 "+c.count(n)+" 次，分布于 "+c.count(len(years))+" 个年度，最近 "+last+" 年",
		"first in "+first+" and again since: "+c.times(n)+", in "+c.few(len(years))+" years, last in "+last)
}

// partners are those with whom an organization undertakes joint projects.
func (c *context) partners(o *model.Organization, projects []*model.Project) Table {
	type partner struct {
		o          *model.Organization
		leads, all int // of the page's organization among their joint projects
	}
	var list []*partner
	by := map[*model.Organization]*partner{}
	for _, p := range projects {
		for _, other := range organizationsOf(p) {
			if other == o {
				continue
			}
			if by[other] == nil {
				by[other] = &partner{o: other}
				list = append(list, by[other])
			}
			by[other].all++
			if p.LeadOrganization() == o {
				by[other].leads++
			}
		}
	}
	if len(list) == 0 {
		return Table{}
	}
	slices.SortStableFunc(list, func(a, b *partner) int { return cmp.Compare(b.all, a.all) })
	t := Table{ID: "partners", Caption: c.t("联合申报与承接", "Joint projects with"), Heads: heads(c.t("承接主体", "Organization"),
		"#"+c.t("共同的项目", "Joint projects"), "#"+c.t("其中由本组织牵头", "of these led by this organization"))}
	for _, p := range list[:min(maxPartners, len(list))] {
		t.Rows = append(t.Rows, []Cell{c.cellLink(p.o), number(c.count(p.all)), number(c.count(p.leads))})
	}
	if more := len(list) - maxPartners; more > 0 {
		t.Note = c.t("另有 "+c.count(more)+" 家未列出。", "And "+c.count(more)+" more.")
	}
	return t
}
