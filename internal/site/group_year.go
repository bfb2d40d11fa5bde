package site

import (
	"strconv"

	"gongkai/internal/model"
)

// year makes a year's page.
func (c *context) year() Group {
	y := int(c.page.num)
	text := strconv.Itoa(y)
	title := c.t(text+" 年", text)
	x := c.plan.index
	list := x.sorted.years[y]
	v := Group{Record: Record{
		Frame: c.frame(title, Link{Text: c.t("年度", "Years"), Href: c.href("years/index.html")}),
		Kind:  c.t("年度", "Year"), Name: title, ID: text,
	}}
	c.projectList(&v, "years/"+text, list)
	if c.listOnly() {
		return v
	}
	v.Downloads = c.slices("years", "years/"+text, list.newest)
	s := newSurvey(list.newest, x.tallies.currency())
	top := rank(awardedOnly(list.newest), organizationsOf)
	v.Sentence = c.yearSentence(y, s, top)
	c.fill(&v, list.newest, s, top, budgetOfYear(c.plan.Data, y))
	v.ByYear = Table{}
	v.Months = c.months(y, list.newest)
	c.groupCharts(&v, nil, list.newest)
	if areas := rank(list.newest, areaOf); len(areas) > 0 && v.ChartAreas.Name == "" {
		v.Children = c.rankTable("areas", c.t("按民生领域", "By area"), c.t("民生领域", "Area"), areas, largestShown)
	}
	return v
}

// years lists the years.
func (c *context) years() List {
	x := c.plan.index
	v := List{Frame: c.frame(c.t("年度", "Years")), Table: c.yearTable(c.plan.Data.Projects.Rows)}
	v.About = c.t("各年度的项目和金额。", "Projects and amounts by year.")
	v.Headline = c.groupHeadline(x.survey())
	v.Trend = c.chartYears(c.plan.Data.Projects.Rows)
	v.Pager = c.numbered(Pager{Page: 1, Pages: 1, Total: len(x.years), From: 1, To: len(x.years)})
	return v
}

// projectStates are the states of a project, in their order.
func projectStates() []model.ProjectState {
	var states []model.ProjectState
	for i := range new(model.ProjectState).Enum().Values {
		states = append(states, model.ProjectState(i+1))
	}
	return states
}

// statePath is the address of the page of a state's projects.
func statePath(s model.ProjectState) string { return "projects/state/" + s.String() }

func (c *context) stateName(s model.ProjectState) string { return s.Label(c.lang) }

// state makes the page of the projects that are in one state.
func (c *context) state() Group {
	state := projectStates()[c.page.num]
	title := c.t("项目："+c.stateName(state), "Projects: "+c.stateName(state))
	x := c.plan.index
	list := x.sorted.state[state]
	v := Group{Record: Record{
		Frame: c.frame(title, c.tableCrumb("projects")), Kind: c.t("项目状态", "State of projects"), Name: title,
	}}
	c.projectList(&v, statePath(state), list)
	if c.listOnly() {
		return v
	}
	s := newSurvey(list.newest, x.tallies.currency())
	top := rank(awardedOnly(list.newest), organizationsOf)
	v.Sentence = c.stateSentence(s)
	c.fill(&v, list.newest, s, top, budgets(nil))
	if s.awarded == 0 { // nothing was bought, so no step follows and no one received
		v.Money, v.ByOrganization, v.Headline = Table{}, Table{}, c.headline(s.totals)
	}
	return v
}

// stateSentence says how many projects are in a state, of how many, and what
// they are worth.
func (c *context) stateSentence(s survey) []Link {
	all := c.plan.index.tallies.all()
	p := &phrase{c: c}
	share := portion(int64(s.projects), int64(all.projects))
	p.say("全站 "+c.many(all.projects, nounProjects)+"中，"+c.count(s.projects)+" 个处于这一状态（"+share+"）", c.count(s.projects)+" of "+c.many(all.projects, nounProjects)+" ("+share+") "+isNow(s.projects)+" in this state")
	switch {
	case !s.award.Empty():
		p.say("，立项金额 "+s.award.Short("zh")+"。", ", with awards of "+s.award.Short("en")+".")
	case !s.requested.sum.Empty():
		p.say("，共申请 "+s.requested.sum.Short("zh")+"。", "; they asked for "+s.requested.sum.Short("en")+".")
	default:
		p.say("。", ".")
	}
	return p.parts
}

func isNow(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
