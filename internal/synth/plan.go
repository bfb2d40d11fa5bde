package synth

import (
	"iter"
	"math/rand/v2"
)

// The last year of a generated site and the day on which it is published.
const lastYear = 2024

func today() day { return date(lastYear, 9, 30) }

// plan is a generated site before its rows are made.
type plan struct {
	*lists
	seed          uint64
	projects      int
	years         int // the last is lastYear
	agencies      []agency
	organizations int
	stride        int     // spreads organizations over projects
	sums          []tally // by year and agency
}

// tally is what the rows of a programme add up to; budgets and declared totals
// are written from it.
type tally struct{ projects, awarded, served int64 }

func newPlan(o Options) *plan {
	p := &plan{
		lists:         newLists(append(beijingDistricts(), shanghaiDistricts()...)),
		seed:          max(o.Seed, 1),
		projects:      o.Projects,
		years:         min(max(o.Projects/20, 1), 17),
		organizations: max(o.Projects*3/5, 20),
	}
	for i := range max(o.Projects/200, 3) {
		p.agencies = append(p.agencies, p.agencyAt(i))
	}
	p.stride = coprime(p.organizations)
	p.sums = make([]tally, p.years*len(p.agencies))
	for i := range p.projects {
		year, made := p.yearOf(i), p.project(i)
		sum := &p.sums[year*len(p.agencies)+p.agencyOf(i)]
		sum.projects++
		sum.awarded += made.awarded
		sum.served += made.served
	}
	return p
}

// coprime is a number that shares no divisor with n, so that its multiples
// visit every number below n once.
func coprime(n int) int {
	for stride := n*5/8 + 1; ; stride++ {
		a, b := stride, n
		for b > 0 {
			a, b = b, a%b
		}
		if a == 1 {
			return stride
		}
	}
}

// yearOf is the index of project i's year; the years follow each other.
func (p *plan) yearOf(i int) int { return i * p.years / p.projects }

// firstOf is the number of the first project of a year.
func (p *plan) firstOf(year int) int { return (year*p.projects + p.years - 1) / p.years }

func (p *plan) calendarYear(year int) int { return lastYear - p.years + 1 + year }

func (p *plan) agencyOf(i int) int {
	return int(mix(p.seed^uint64(i)<<1) % uint64(len(p.agencies)))
}

// span yields the projects from number from to before number to.
func (p *plan) span(from, to int) iter.Seq[*project] {
	return func(yield func(*project) bool) {
		for i := from; i < to; i++ {
			if !yield(p.project(i)) {
				return
			}
		}
	}
}

func (p *plan) all() iter.Seq[*project] { return p.span(0, p.projects) }

// project makes project i.
func (p *plan) project(i int) *project {
	r := stream(p.seed, ofProject, i)
	year := p.yearOf(i)
	order := i - p.firstOf(year)
	by := p.agencyOf(i)
	made := &project{
		id:     "P" + number(int64(p.calendarYear(year))) + "-" + padded(order+1, 5),
		serial: i + 1,
		agency: p.agencies[by].id,
		year:   p.calendarYear(year),
		state:  p.state(year, order),
		method: method(year, by),
	}
	made.programme = p.programmeID(year, by)
	made.organization = p.undertakers(r, i)
	made.call = p.callID(year, by, made.state)
	p.subject(made, r, p.within(p.agencies[by].district, r))
	made.live(r, p.round(year, made.state))
	return made
}

// within is a district of that code, or any in the municipality.
func (p *plan) within(code string, r *rand.Rand) district {
	first := r.IntN(len(p.districts))
	for k := range p.districts {
		d := p.districts[(first+k)%len(p.districts)]
		if d.code == code || d.parent == code {
			return d
		}
	}
	return p.districts[first]
}

// undertakers are one organization, rarely two. Three projects in five go round
// all organizations, the others favour some, as purchases do.
func (p *plan) undertakers(r *rand.Rand, i int) string {
	first := (i / 5 * 3 % p.organizations) + i%5
	if i%5 >= 3 {
		at := r.Float64()
		first = int(at * at * float64(p.organizations))
	}
	first = first % p.organizations * p.stride % p.organizations
	if r.IntN(33) != 0 {
		return organizationID(first)
	}
	return organizationID(first) + ";" + organizationID((first+1)%p.organizations)
}

func organizationID(i int) string { return "O" + padded(i+1, 6) }

// state is that of the order-th project of a year: earlier years are settled.
func (p *plan) state(year, order int) string {
	shares := settledShares()
	if year == p.years-1 {
		shares = currentShares()
	}
	at := spread(order)
	for _, s := range shares {
		if at < s.of {
			return s.state
		}
		at -= s.of
	}
	return declined
}

// share is how many of a thousand projects are in a state.
type share struct {
	state string
	of    int
}

func settledShares() []share {
	return []share{{completed, 590}, {declined, 320}, {withdrawn, 60}, {terminated, 30}}
}

func currentShares() []share {
	return []share{{inProgress, 360}, {declined, 180}, {applied, 120}, {underReview, 100}, {contracted, 90},
		{approved, 80}, {withdrawn, 40}, {terminated, 30}}
}

// round is when projects of a year and state were called for; those not yet
// decided or begun belong to the last months.
func (p *plan) round(year int, state string) round {
	y := p.calendarYear(year)
	in := round{opens: date(y, 1, 4), closes: date(y, 3, 31), decides: date(y, 4, 10), today: today(),
		shortest: 180, longest: 300}
	switch state {
	case applied, underReview:
		in.opens, in.closes = date(y, 8, 1), date(y, 9, 25)
	case approved, contracted:
		in.decides = date(y, 8, 15)
	case terminated:
		if year == p.years-1 {
			in.shortest, in.longest = 100, 120
		}
	}
	return in
}
