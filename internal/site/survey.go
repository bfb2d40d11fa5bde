package site

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// survey is what a page says of some projects beside their sums, from one pass
// over them.
type survey struct {
	totals
	currency   value.Currency // the amounts below are in
	from, to   int            // calendar years of the awards, 0 where not published
	recipients int            // organizations that were awarded something
	joint      bool           // a project has several organizations
	funded     int            // projects that raised social funds
	bought     published      // what is published of the awarded projects
	requested  beside         // of all projects
	contracted beside         // of all projects, as paid: money that was paid counts where no award is published
	paid       beside
	waits      [waits][]int // in days
	costs      []unitCost   // the cheapest first
}

// published counts the projects of which something is published.
type published struct{ award, contract, payment, evaluation, served int }

// beside is an amount beside what was awarded to the same projects, so that they
// can be compared.
type beside struct {
	projects int
	outside  int          // of these, the ones that were awarded nothing
	sum      value.Totals // of all projects that publish it
	both     value.Totals // the same of those with an award
	award    value.Totals // what was awarded to those
}

func (p *beside) add(sum value.Totals, award value.Money, awarded bool) {
	if sum.Empty() {
		return
	}
	p.projects++
	if !awarded {
		p.outside++
	}
	p.sum.Merge(sum)
	if !award.IsZero() {
		p.both.Merge(sum)
		p.award.Add(award)
	}
}

// The times between steps that a survey measures.
const (
	waitApplied    = iota // from the application to the award
	waitContract          // from the award to the first contract
	waitPayment           // from the first contract to the first payment
	waitSettlement        // from the last evaluation to the last payment that comes after it
	waits
)

// unitCost is what one person's service cost in a project.
type unitCost struct {
	project *model.Project
	cost    value.Money // paid, else awarded, for each person served
}

func newSurvey(projects []*model.Project, main value.Currency) survey {
	s := survey{totals: sum(projects), currency: main}
	orgs := map[*model.Organization]bool{}
	for _, p := range projects {
		var asked value.Totals
		asked.Add(p.AmountRequested)
		award := p.AmountAwarded
		if !p.Awarded() {
			award = value.Money{}
		}
		contracted, paid := p.ContractedTotal(), p.PaidTotal()
		s.requested.add(asked, award, p.Awarded())
		s.contracted.add(contracted, award, p.Awarded())
		s.paid.add(paid, award, p.Awarded())
		if !p.SocialFunds.IsZero() {
			s.funded++
		}
		for i, r := range p.Organization {
			s.joint = s.joint || i > 0
			if r.To != nil && p.Awarded() {
				orgs[r.To] = true
			}
		}
		if p.Awarded() {
			s.addAwarded(p, contracted, paid)
		}
	}
	s.recipients = len(orgs)
	for i := range s.waits {
		slices.Sort(s.waits[i])
	}
	slices.SortStableFunc(s.costs, func(a, b unitCost) int { return cmp.Compare(a.cost.Minor(), b.cost.Minor()) })
	return s
}

func (s *survey) addAwarded(p *model.Project, contracted, paid value.Totals) {
	if y := p.CalendarYear(); y != 0 {
		if s.from == 0 || y < s.from {
			s.from = y
		}
		s.to = max(s.to, y)
	}
	count := func(n *int, there bool) {
		if there {
			*n++
		}
	}
	count(&s.bought.award, !p.AmountAwarded.IsZero())
	count(&s.bought.contract, !contracted.Empty())
	count(&s.bought.payment, !paid.Empty())
	count(&s.bought.evaluation, !p.Evaluations.Empty())
	count(&s.bought.served, !p.PeopleServed.IsZero())
	s.addWaits(p)
	s.addCost(p, paid)
}

func (s *survey) addWaits(p *model.Project) {
	var signed, first, judged, last value.Date
	for k := range p.Contracts.All() {
		signed = earlier(signed, k.Signed)
	}
	for m := range p.Payments.All() {
		first, last = earlier(first, m.Date), later(last, m.Date)
	}
	for e := range p.Evaluations.All() {
		judged = later(judged, e.Date)
	}
	wait := func(which int, from, to value.Date) {
		if days, known := from.DaysUntil(to); known && days >= 0 {
			s.waits[which] = append(s.waits[which], days)
		}
	}
	wait(waitApplied, p.Applied, p.Decided)
	wait(waitContract, p.Decided, signed)
	wait(waitPayment, signed, first)
	wait(waitSettlement, judged, last)
}

// addCost works out the cost of one person's service. An award of nothing, or
// one taken back, bought none.
func (s *survey) addCost(p *model.Project, paid value.Totals) {
	amount := paid.In(s.currency)
	if amount.IsZero() {
		amount = p.AmountAwarded
	}
	if people := p.PeopleServed.Int(); people > 0 && amount.Sign() > 0 && !amount.Large() && amount.Currency() == s.currency {
		s.costs = append(s.costs, unitCost{p, value.NewMoney((amount.Minor()+people/2)/people, s.currency)})
	}
}

func earlier(a, b value.Date) value.Date {
	if a.IsZero() || !b.IsZero() && b.Compare(a) < 0 {
		return b
	}
	return a
}

func later(a, b value.Date) value.Date {
	if b.Compare(a) > 0 {
		return b
	}
	return a
}

// median is the middle of a sorted list that is not empty, the lower of two.
func median[T any](sorted []T) T { return sorted[(len(sorted)-1)/2] }
