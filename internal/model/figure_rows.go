package model

import (
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// RowsSay works out from the dataset's rows what a published figure about a
// record says; false where the rows cannot tell.
func (d *Dataset) RowsSay(f *Figure, about table.Entity) (value.Decimal, bool) {
	switch e := about.(type) {
	case *Programme:
		if f.Measure == "budget" {
			return DecimalOf(e.Budget)
		}
		return projectsSay(f, e.Projects)
	case *Agency:
		return projectsSay(f, e.Projects)
	case *Venue:
		return venuesSay(d, f)
	}
	return value.Decimal{}, false
}

func whole(n int) (value.Decimal, bool) { return value.NewDecimal(int64(n), 0), true }

// DecimalOf is an amount in the main unit of its currency, as figures have it;
// false where it is missing.
func DecimalOf(m value.Money) (value.Decimal, bool) {
	if m.IsZero() {
		return value.Decimal{}, false
	}
	d, problem := value.ParseDecimal(m.Plain())
	return d, problem == nil
}

// projectsSay answers a figure about what was bought.
func projectsSay(f *Figure, projects []*Project) (value.Decimal, bool) {
	switch f.Measure {
	case "projects":
		return whole(len(projects))
	case "projects_purchased":
		return whole(len(Bought(projects)))
	case "organizations":
		return whole(len(organizationsOf(projects)))
	case "areas":
		return whole(distinct(projects, func(p *Project) *Area { return p.Area.To.Top() }))
	case "agencies":
		return whole(distinct(projects, func(p *Project) *Agency { return p.Agency.To }))
	case "amount_awarded":
		return amountIn(f.Unit, Bought(projects), func(p *Project) value.Money { return p.AmountAwarded })
	case "social_funds":
		return amountIn(f.Unit, projects, func(p *Project) value.Money { return p.SocialFunds })
	case "people_served":
		return countOf(projects, func(p *Project) []value.Count { return []value.Count{p.PeopleServed} })
	case "mobilised":
		return countOf(projects, func(p *Project) []value.Count { return []value.Count{p.Staff, p.Volunteers} })
	case "honours":
		n := 0
		for o := range organizationsOf(projects) {
			if len(o.Honours.All()) > 0 {
				n++
			}
		}
		return value.NewDecimal(int64(n), 0), n > 0
	}
	return value.Decimal{}, false
}

// venuesSay answers figures about a platform of service centres.
func venuesSay(d *Dataset, f *Figure) (value.Decimal, bool) {
	events := d.Events.Rows
	switch f.Measure {
	case "venues":
		return whole(d.Venues.Len())
	case "events":
		return value.NewDecimal(int64(len(events)), 0), len(events) > 0
	case "organizations":
		orgs := map[*Organization]bool{}
		for _, e := range events {
			if e.Organization.To != nil {
				orgs[e.Organization.To] = true
			}
		}
		return value.NewDecimal(int64(len(orgs)), 0), len(orgs) > 0
	case "participants":
		var n int64
		for _, e := range events {
			n += e.Participants.Int()
		}
		return value.NewDecimal(n, 0), n > 0
	}
	return value.Decimal{}, false
}

// Bought are the projects that the public body has decided to buy.
func Bought(projects []*Project) []*Project {
	var all []*Project
	for _, p := range projects {
		if p.Awarded() {
			all = append(all, p)
		}
	}
	return all
}

func organizationsOf(projects []*Project) map[*Organization]bool {
	all := map[*Organization]bool{}
	for _, p := range projects {
		for _, r := range p.Organization {
			if r.To != nil {
				all[r.To] = true
			}
		}
	}
	return all
}

// distinct counts what projects belong to; nil counts for nothing.
func distinct[T any](projects []*Project, of func(*Project) *T) int {
	seen := map[*T]bool{}
	for _, p := range projects {
		if k := of(p); k != nil {
			seen[k] = true
		}
	}
	return len(seen)
}

// amountIn sums amounts of the currency that a figure's unit names; false where
// it names none or no amount is in it.
func amountIn(unit string, projects []*Project, of func(*Project) value.Money) (value.Decimal, bool) {
	cur, ok := value.ParseCurrency(unit)
	if !ok {
		return value.Decimal{}, false
	}
	var sum value.Totals
	for _, p := range projects {
		sum.Add(of(p))
	}
	if sum.Overflow() {
		return value.Decimal{}, false
	}
	return DecimalOf(sum.In(cur))
}

// countOf sums counts; false where none is published.
func countOf(projects []*Project, of func(*Project) []value.Count) (value.Decimal, bool) {
	var n int64
	known := false
	for _, p := range projects {
		for _, c := range of(p) {
			known = known || !c.IsZero()
			n += c.Int()
		}
	}
	return value.NewDecimal(n, 0), known
}
