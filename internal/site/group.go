package site

import (
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// largestShown is how many of the largest recipients a page lists.
const largestShown = 10

// listOnly reports whether the page is a later page of a record's list, or the
// list in another order: such a page says nothing else.
func (c *context) listOnly() bool { return c.page.part > 1 || c.page.sort != orderFirst }

// group makes the page of what projects are grouped by.
func (c *context) group(e table.Entity) Group {
	x := c.plan.index
	v := Group{Record: c.base(e)}
	for _, up := range lineage(e) {
		v.Crumbs = append(v.Crumbs, c.link(up))
	}
	list := x.list(e)
	c.projectList(&v, x.path(e), list)
	if c.listOnly() {
		return v
	}
	c.aboutGroup(&v, e)
	v.Frame.About = c.thing(e, &v.Record)
	if len(list.newest) == 0 {
		v.Sentence = c.emptySentence(e)
		return v
	}
	s := newSurvey(list.newest, x.tallies.currency())
	top := rank(awardedOnly(list.newest), organizationsOf)
	v.Sentence = c.groupSentence(e, s, top)
	c.fill(&v, list.newest, s, top, x.budgetOf(e))
	c.groupCharts(&v, e, list.newest)
	if _, ok := e.(*model.Agency); ok {
		v.Recipients = c.recipients(list.newest)
		v.Headline = append(v.Headline, c.disclosed(e)...)
	}
	return v
}

// disclosed is how many of the steps that an agency owes it has published; none
// where nothing is due or nothing was worked out.
func (c *context) disclosed(e table.Entity) []Amount {
	d, ok := c.plan.o.Review.Disclosure(e)
	if !ok || d.Total.Due == 0 {
		return nil
	}
	published, due := c.count(d.Total.Published), c.count(d.Total.Due)
	return []Amount{{
		Label: c.t("应公开环节的公开率", "Steps due that are published"), Value: d.Total.Share().String(),
		Note: c.t("应公开 "+due+" 项次，已公开 "+published, published+" of "+due), Href: c.href(integrityPage) + "#disclosure",
	}}
}

// aboutGroup sets what a group's page says that its projects do not.
func (c *context) aboutGroup(v *Group, e table.Entity) {
	s := c.plan.index.table(e).Schema()
	for _, f := range s.Fields {
		if f.Name != "id" && f.Name != "demonstration" && f != s.LabelField() && !f.IsZero(e) {
			v.About = append(v.About, c.fact(e, f))
		}
	}
	v.Tables = c.referring(e, "projects", "documents", s.Info.Name)
	v.Children = c.kin(e)
}

// emptySentence is for a group without projects.
func (c *context) emptySentence(e table.Entity) []Link {
	p := &phrase{c: c}
	k, call := e.(*model.Call)
	switch {
	case call && !k.Budget.IsZero() && !k.Closes.IsZero():
		p.say("预算 "+c.money(k.Budget)+"，"+c.date(k.Closes.Calendar())+"截止；没有公布由它产生的项目。", "A budget of "+c.money(k.Budget)+", closing on "+c.date(k.Closes.Calendar())+"; no project that came of it is published.")
	case call && !k.Budget.IsZero():
		p.say("预算 "+c.money(k.Budget)+"；没有公布由它产生的项目。", "A budget of "+c.money(k.Budget)+"; no project that came of it is published.")
	default:
		p.say("没有公布归于它的项目。", "No project is published under it.")
	}
	return p.parts
}

// projectList sets the page's part of the list of projects.
func (c *context) projectList(v *Group, path string, list sorting) {
	projects, total := list.newest, len(list.newest)
	if c.page.sort == orderLargest {
		projects = list.largest
	}
	v.Pager = c.pager(path, c.page.sort, len(projects))
	toList := func(l *string) {
		if *l != "" {
			*l += "#projects"
		}
	}
	toList(&v.Pager.Prev)
	toList(&v.Pager.Next)
	for i := range v.Pager.Numbers {
		toList(&v.Pager.Numbers[i].Href)
	}
	if len(projects) == 0 {
		return
	}
	without := ""
	if c.page.kind == kindRecord && strings.HasPrefix(path, "agencies/") {
		without = "agency"
	}
	v.Projects = c.projectTable(projects[v.Pager.From-1:v.Pager.To], without)
	if total > 1 {
		for _, sorted := range []order{orderFirst, orderLargest} {
			v.Pager.Sorts = append(v.Pager.Sorts, Link{
				Text: c.orderName("projects", sorted), Href: c.href(partPath(path, sorted, 1)) + "#projects", Current: sorted == c.page.sort,
			})
		}
	}
	if c.page.sort == orderLargest && total > len(projects) {
		v.Projects.Note = c.t("只列出金额最大的 "+c.count(len(projects))+" 个，全部 "+c.count(total)+" 个见“最新”。", "Only the "+c.count(len(projects))+" largest are listed; all "+c.count(total)+" stand under “newest”.")
	}
	if c.listOnly() {
		c.nameList(v, path)
	}
}

// nameList tells a page that is a list only from the group's own.
func (c *context) nameList(v *Group, path string) {
	v.Crumbs = append(v.Crumbs, Link{Text: v.Name, Lang: v.NameLang, Href: c.href(path + ".html")})
	title := v.Name + c.t("：项目", ": projects")
	if c.page.sort == orderLargest {
		title = v.Name + c.t("：金额最大的项目", ": largest projects")
	}
	if c.page.part > 1 {
		title += c.t("，第 "+strconv.Itoa(int(c.page.part))+" 页", ", page "+strconv.Itoa(int(c.page.part)))
	}
	v.Frame.Title, v.Frame.Description = title, title+" — "+v.SiteTitle
}

// fill sets what a group's first page says of its projects.
func (c *context) fill(v *Group, projects []*model.Project, s survey, top []ranked, budget value.Totals) {
	v.Headline = c.groupHeadline(s)
	v.Money = c.moneySteps(s, budget)
	v.Unknown = c.notPublished(s)
	v.Timing = c.timing(s)
	v.UnitCosts = c.unitCosts(s)
	if len(projects) < 2 {
		return
	}
	if s.from != s.to {
		v.ByYear = c.yearTable(projects)
	}
	v.ByOrganization = c.rankTable("recipients", c.t("金额最大的承接主体", "Largest recipients"), c.t("承接主体", "Organization"), top, largestShown)
	if slices.ContainsFunc(projects, func(p *model.Project) bool { return len(p.Organization) > 1 }) {
		v.ByOrganization.Note = c.t("联合承接的项目全额计入每个承接主体。", "A project undertaken jointly counts in full for each of its organizations. ") + v.ByOrganization.Note
	}
}

// awardedOnly are the projects that the public body decided to buy.
func awardedOnly(projects []*model.Project) []*model.Project {
	return slices.DeleteFunc(slices.Clone(projects), func(p *model.Project) bool { return !p.Awarded() })
}

// groupHeadline are a group's few figures that matter.
func (c *context) groupHeadline(s survey) []Amount {
	all := c.plan.index.tallies.all()
	award := Amount{Label: c.t("立项金额", "Amount awarded"), Value: s.award.Short(c.lang), Full: c.full(s.award)}
	if share := shareOf(s.award.In(s.currency), all.award.In(s.currency)); share != "" && s.projects < all.projects {
		award.Note = c.t("占全站 "+share, share+" of all")
	}
	projects := Amount{Label: c.t("立项项目", "Projects awarded"), Value: c.count(s.awarded)}
	if s.awarded < s.projects {
		projects.Note = c.t("共 "+c.count(s.projects)+" 个申报", "of "+c.count(s.projects)+" recorded")
	}
	out := []Amount{award, projects}
	if s.recipients > 0 {
		out = append(out, Amount{Label: c.t("承接主体", "Recipients"), Value: c.count(s.recipients)})
	}
	if !s.paid.sum.Empty() {
		out = append(out, Amount{Label: c.t("已付金额", "Paid"), Value: s.paid.sum.Short(c.lang), Full: c.full(s.paid.sum)})
	}
	if s.servedKnown {
		served := Amount{Label: c.t("服务人数", "People served"), Value: value.Group(s.served)}
		if s.awarded < s.projects {
			served.Note = c.t("含未立项的项目", "all projects, bought or not")
		}
		out = append(out, served)
	}
	return out
}
