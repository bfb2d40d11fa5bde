package site

import (
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// figures are what records are compared by: sums over their projects, and what
// follows from them.
type figures struct {
	totals
	rate     rate // in the rounds that say who was declined
	scores   map[model.EvaluationKind]value.Mean
	honours  int
	people   value.Count  // served by the bought projects; missing where none says
	raised   value.Totals // social funds of the bought projects
	reached  int64        // people served by the bought projects whose award is known too
	costs    value.Totals // what these were awarded
	costRows int          // how many they are
}

// figuresOf adds up a record's projects.
func (x *index) figuresOf(e table.Entity, projects []*model.Project) figures {
	f := figures{totals: sum(projects), scores: map[model.EvaluationKind]value.Mean{}}
	score := func(v *model.Evaluation) {
		m := f.scores[v.Kind]
		m.Add(v.Score)
		f.scores[v.Kind] = m
	}
	for _, p := range projects {
		if round := roundOf(p); round != nil && x.rounds[round.Rec().Num].tells() {
			f.rate.add(decision(p))
		}
		for v := range p.Evaluations.All() {
			score(v)
		}
		f.honours += len(p.Honours.All())
		if p.Awarded() {
			f.raised.Add(p.SocialFunds)
			if !p.PeopleServed.IsZero() {
				f.people = value.NewCount(f.people.Int() + p.PeopleServed.Int())
			}
		}
		if p.Awarded() && p.AmountAwarded.Sign() > 0 && p.PeopleServed.Int() > 0 {
			f.reached += p.PeopleServed.Int()
			f.costs.Add(p.AmountAwarded)
			f.costRows++
		}
	}
	if o, ok := e.(*model.Organization); ok {
		f.honours = len(o.Honours.All())
		for _, v := range o.Evaluations.All() {
			if v.Project.To == nil { // else it was counted with the project
				score(v)
			}
		}
	}
	return f
}

// perPerson is the amount awarded for each person served, over the bought
// projects of which both are published; missing where there are none or they
// are in several currencies.
func (f figures) perPerson() value.Money {
	all := f.costs.All()
	if len(all) != 1 || f.reached <= 0 || all[0].Large() {
		return value.Money{}
	}
	n := all[0].Minor()
	each := n / f.reached
	if n%f.reached >= f.reached-n%f.reached { // half a unit and more counts as one
		each++
	}
	return value.NewMoney(each, all[0].Currency())
}

// success is a rate as pages show it: counts always, a percentage where they
// bear one.
func (c *context) success(r rate) string {
	if r.decided == 0 {
		return ""
	}
	text := c.t(c.count(r.awarded)+" / "+c.count(r.decided), c.count(r.awarded)+" of "+c.count(r.decided))
	if r.decided < minRate {
		return text
	}
	return text + c.t("（"+portion(int64(r.awarded), int64(r.decided))+"）", " ("+portion(int64(r.awarded), int64(r.decided))+")")
}

// scored is an average with the number of scores behind it.
func (c *context) scored(m value.Mean) string {
	if m.N == 0 {
		return ""
	}
	return m.Decimal().Format(c.lang) + c.t("（"+c.count(m.N)+" 次）", " ("+c.count(m.N)+")")
}
