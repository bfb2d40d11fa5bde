package site

import (
	"slices"
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// largestShown is how many of the largest recipients a page lists.
const largestShown = 20

// group makes the page of what projects are grouped by.
func (c *context) group(e table.Entity) Group {
	v := Group{Record: c.base(e)}
	c.fill(&v, c.plan.index.paths[e.Rec().Num], c.plan.index.list(e))
	if c.page.part > 1 {
		return v
	}
	s := c.plan.index.table(e).Schema()
	for _, f := range s.Fields {
		if f.Name != "id" && f.Name != "demonstration" && f != s.LabelField() && !f.IsZero(e) {
			v.About = append(v.About, c.fact(e, f))
		}
	}
	name := s.Info.Name
	v.Tables = c.referring(e, "projects", "documents", name)
	if list := c.plan.index.referrers(e)[name]; len(list) > 0 {
		v.Children = c.listTable(s, list, maxReferring)
		v.Children.Caption = c.t("下级", "Within it")
		v.Children.ID = "children"
	}
	return v
}

// fill sets what a group says of its projects; later pages of a long list show
// the list only.
func (c *context) fill(v *Group, path string, projects []*model.Project) {
	v.Pager = c.pager(path, orderFirst, len(projects))
	if len(projects) == 0 {
		return
	}
	v.Projects = c.projectTable(projects[v.Pager.From-1:v.Pager.To], "")
	if c.page.part > 1 {
		return
	}
	v.Headline = c.headline(sum(projects))
	if len(projects) > 1 {
		v.ByYear = c.yearTable(projects)
		v.ByOrganization = c.rankTable("recipients", c.t("金额最大的承接主体", "Largest recipients"), c.t("承接主体", "Organization"), rank(projects, organizationsOf), largestShown)
		if slices.ContainsFunc(projects, func(p *model.Project) bool { return len(organizationsOf(p)) > 1 }) {
			v.ByOrganization.Note = c.t("联合承接的项目全额计入每个承接主体。", "A project undertaken jointly counts in full for each of its organizations. ") + v.ByOrganization.Note
		}
	}
}

// year makes a year's page.
func (c *context) year() Group {
	y := int(c.page.num)
	text := strconv.Itoa(y)
	title := c.t(text+" 年", text)
	v := Group{Record: Record{
		Frame: c.frame(title, Link{Text: c.t("年度", "Years"), Href: c.href("years/index.html")}),
		Kind:  c.t("年度", "Year"), Name: title, ID: text,
	}}
	projects := c.plan.index.byYear[y]
	c.fill(&v, "years/"+text, projects)
	v.ByYear = Table{}
	if c.page.part == 1 {
		v.Children = c.rankTable("areas", c.t("按民生领域", "By area"), c.t("民生领域", "Area"), rank(projects, areaOf), largestShown)
		if len(v.Children.Rows) == 0 {
			v.Children = Table{}
		}
	}
	return v
}

// years lists the years.
func (c *context) years() List {
	v := List{Frame: c.frame(c.t("年度", "Years")), Table: c.yearTable(c.plan.Data.Projects.Rows)}
	v.About = c.t("各年度的项目和金额。", "Projects and amounts by year.")
	v.Pager = Pager{Page: 1, Pages: 1, Total: len(c.plan.index.years), From: 1, To: len(c.plan.index.years)}
	return v
}
