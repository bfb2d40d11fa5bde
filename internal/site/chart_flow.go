package site

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// flowShown is how many of a stage's largest a flow names; the others stand
// together.
var flowShown = [...]int{3, 4, 6, 6}

// stop is what a project's money passes at one stage of a flow; the zero stop
// is one that is not published.
type stop struct {
	e    table.Entity
	name string // of what is no record, such as a source of funds
}

// flowStage is one stage: who stands at it, what they are called together, and
// what is said where none is published.
type flowStage struct {
	of             func(*model.Project) stop
	head           string
	missing, other string // other stands behind a number
}

// chartFlow shows where the money awarded came from and went: the source of the
// budget, the programme (or the agency), the area, the organization.
func (c *context) chartFlow(projects []*model.Project) Chart {
	in := purseOf(projects)
	var flowing []*model.Project
	joint := false
	for _, p := range projects {
		if p.Awarded() && p.AmountAwarded.Sign() > 0 && p.AmountAwarded.Currency() == in.cur {
			flowing = append(flowing, p)
			joint = joint || len(p.Organization) > 1
		}
	}
	stages := c.flowStages(flowing)
	if len(stages) < 2 {
		return Chart{}
	}
	f := &flow{c: c, in: in, stages: stages, projects: flowing}
	ch := Chart{Name: "flow", Form: FormFlow, Series: []Series{{Name: c.t("立项金额", "Awarded"), Kind: KindDone}}, Source: c.source(), Note: c.otherCurrencies(in)}
	f.draw(&ch)
	if joint {
		ch.Note += c.t("联合承接的项目计入牵头组织。", "A project undertaken jointly counts for the organization that leads. ")
	}
	first, last := stages[0].head, stages[len(stages)-1].head
	ch.Title = c.t("从"+first+"到"+last+"：立项金额的去向", "From "+lower(first)+" to "+lower(last)+": where the money awarded went")
	if largest, share, ok := f.largest(); ok {
		ch.First, ch.Title = largest, c.behind(largest, "得到立项金额的 "+share, ": "+share+" of the money awarded")
	}
	ch.Sub = c.sub(c.t("宽度表示立项金额", "Width is the money awarded"), in)
	ch.About = c.t("流向图：立项金额自左至右经过", "Flow chart of the money awarded, from left to right: ")
	for i, s := range stages {
		if i > 0 {
			ch.About += c.t("、", ", ")
		}
		ch.About += s.head
	}
	ch.About += c.t("。", ".")
	return ch
}

// flowStages are the stages that the projects say something of.
func (c *context) flowStages(projects []*model.Project) []flowStage {
	fund := flowStage{c.fundStop, c.t("资金来源", "Source of funds"), c.t("预算未公布", "budget not published"), c.t("个来源", "sources")}
	programme := flowStage{func(p *model.Project) stop { return stopAt(p.Programme.To, p.Programme.To != nil) }, c.t("计划", "Programme"), c.t("计划未公布", "programme not published"), c.t("个计划", "programmes")}
	agency := flowStage{func(p *model.Project) stop { return stopAt(p.Agency.To, p.Agency.To != nil) }, c.t("购买主体", "Agency"), c.t("购买主体未公布", "agency not published"), c.t("家购买主体", "agencies")}
	area := flowStage{func(p *model.Project) stop {
		for _, a := range areaOf(p) {
			return stop{e: a}
		}
		return stop{}
	}, c.t("民生领域", "Area"), c.t("领域未公布", "area not published"), c.t("个领域", "areas")}
	organization := flowStage{func(p *model.Project) stop { o := p.LeadOrganization(); return stopAt(o, o != nil) }, c.t("承接主体", "Organization"), c.t("承接主体未公布", "organization not published"), c.t("家组织", "organizations")}
	var out []flowStage
	some := func(s flowStage) bool {
		return slices.ContainsFunc(projects, func(p *model.Project) bool { return s.of(p) != stop{} })
	}
	if some(fund) {
		out = append(out, fund)
	}
	if some(programme) {
		out = append(out, programme)
	} else if some(agency) {
		out = append(out, agency)
	}
	if some(area) {
		out = append(out, area)
	}
	if some(organization) {
		out = append(out, organization)
	}
	return out
}

func stopAt(e table.Entity, there bool) stop {
	if !there {
		return stop{}
	}
	return stop{e: e}
}

// fundStop is the source of the first budget of the project's programme that
// names one.
func (c *context) fundStop(p *model.Project) stop {
	g := p.Programme.To
	if g == nil {
		return stop{}
	}
	for _, b := range g.Budgets {
		if b.FundSource != 0 {
			return stop{name: b.FundSource.Label(c.lang)}
		}
	}
	return stop{}
}

// flow sums what passes each stop, and each way from one to the next. A stage may
// have as many stops as there are organizations, so its sums are held only until
// the few that the picture names are known.
type flow struct {
	c        *context
	in       purse
	stages   []flowStage
	projects []*model.Project
	drawn    []drawnStage // by stage
}

// drawnStage is what the picture shows of a stage.
type drawnStage struct {
	marks   map[stop]int // of the stops with a mark of their own
	rest    int          // the mark of all others together
	stops   int          // with and without a mark
	largest flowSum
	whole   value.Totals // of all stops
}

// mark is the place of a stop's mark among the chart's.
func (d *drawnStage) mark(at stop) int {
	if mark, own := d.marks[at]; own {
		return mark
	}
	return d.rest
}

type flowSum struct {
	at       stop
	projects int
	amount   value.Totals
}

// ranked are a stage's stops, the largest first, what is not published last.
func (f *flow) ranked(s flowStage) []flowSum {
	place := map[stop]int32{}
	for _, p := range f.projects {
		at := s.of(p)
		if _, met := place[at]; !met {
			place[at] = int32(len(place))
		}
	}
	all := make([]flowSum, len(place)) // of the right length, as in rank
	for _, p := range f.projects {
		at := s.of(p)
		sum := &all[place[at]]
		sum.at = at
		sum.projects++
		sum.amount.Add(p.AmountAwarded)
	}
	missing := func(s flowSum) int {
		if s.at == (stop{}) {
			return 1
		}
		return 0
	}
	slices.SortFunc(all, func(a, b flowSum) int {
		return cmp.Or(cmp.Compare(missing(a), missing(b)), cmp.Compare(b.amount.In(f.in.cur).Minor(), a.amount.In(f.in.cur).Minor()), cmp.Compare(f.order(a.at), f.order(b.at)), cmp.Compare(a.at.name, b.at.name))
	})
	return all
}

// order is a record's running number, so that equals are sorted alike each time.
func (f *flow) order(at stop) int32 {
	if at.e == nil {
		return -1
	}
	return at.e.Rec().Num
}
