package site

import (
	"cmp"
	"slices"
	"sync"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// tally is what other pages than a group's own say of its projects, and the
// group's place among its kind: the records beside it below one parent, or all
// years. There is one for every organization, so that it has no more.
type tally struct {
	projects, awarded int
	award             value.Totals
	rank, of          int // by the amount awarded, from 1; 0 where nothing is awarded in the main currency
}

func newTally(projects []*model.Project) tally {
	t := tally{projects: len(projects)}
	for _, p := range projects {
		if p.Awarded() {
			t.awarded++
			t.award.Add(p.AmountAwarded)
		}
	}
	return t
}

// tallies are the sums over the dataset that pages hold theirs against. Each
// is worked out when a page first asks, once.
type tallies struct {
	currency func() value.Currency // that most awards are in
	all      func() totals         // of every project
	survey   func() survey         // of every project
	years    func() map[int]tally
	digest   func() []day     // the latest days on which something happened
	tables   []func() []tally // by table, then by row
	largest  []func() []int32 // by table: its rows by the amount awarded
}

func newTallies(d *model.Dataset, x *index) *tallies {
	t := &tallies{
		currency: sync.OnceValue(func() value.Currency { return mainCurrency(d.Projects.Rows) }),
	}
	t.all = func() totals { return t.survey().totals }
	t.survey = sync.OnceValue(func() survey { return newSurvey(d.Projects.Rows, t.currency()) })
	t.digest = sync.OnceValue(func() []day { return newDigest(d) })
	t.years = sync.OnceValue(func() map[int]tally {
		out := make(map[int]tally, len(x.byYear))
		sums := make([]tally, len(x.years))
		for i, y := range x.years {
			sums[i] = newTally(x.byYear[y])
		}
		placed(sums, t.currency(), func(int) table.Entity { return nil })
		for i, y := range x.years {
			out[y] = sums[i]
		}
		return out
	})
	for _, of := range x.tables {
		t.tables = append(t.tables, sync.OnceValue(func() []tally { return tallyTable(of, t.currency()) }))
		t.largest = append(t.largest, sync.OnceValue(func() []int32 { return x.byAmount(of) }))
	}
	return t
}

// survey is that of every project.
func (x *index) survey() survey { return x.tallies.survey() }

// tally is a record's; zero for a record that projects are not grouped by.
func (x *index) tally(e table.Entity) tally {
	n := x.of[e.Rec().Num]
	return x.tallies.tables[n]()[e.Rec().Num-x.first[n]]
}

func tallyTable(t table.Table, main value.Currency) []tally {
	out := make([]tally, t.Len())
	for i := range out {
		out[i] = newTally(model.ProjectsOf(t.At(i)))
	}
	placed(out, main, func(i int) table.Entity { return parentOf(t.At(i)) })
	return out
}

// byAmount sorts a table's rows by what was awarded, then by how many
// projects they have.
func (x *index) byAmount(t table.Table) []int32 {
	all := x.tallies.tables[x.byName[t.Schema().Info.Name]]()
	out := make([]int32, t.Len())
	for i := range out {
		out[i] = int32(i)
	}
	slices.SortStableFunc(out, func(a, b int32) int {
		return cmp.Or(all[b].award.Compare(all[a].award), cmp.Compare(all[b].projects, all[a].projects))
	})
	return out
}

// placed gives each tally its rank among those of the same parent. Equal
// amounts share a rank.
func placed(all []tally, main value.Currency, parent func(int) table.Entity) {
	beside := map[table.Entity][]int{}
	for i := range all {
		if !all[i].award.In(main).IsZero() {
			p := parent(i)
			beside[p] = append(beside[p], i)
		}
	}
	compare := func(a, b int) int { c, _ := all[a].award.In(main).Cmp(all[b].award.In(main)); return c }
	for _, those := range beside {
		slices.SortFunc(those, func(a, b int) int { return compare(b, a) })
		for place, i := range those {
			all[i].rank, all[i].of = place+1, len(those)
			if place > 0 && compare(those[place-1], i) == 0 {
				all[i].rank = all[those[place-1]].rank
			}
		}
	}
}

// parentOf is the record that another is a part of, nil for one at the top.
// What an agency's subordinates buy is not the agency's own, so agencies stand
// beside each other.
func parentOf(e table.Entity) table.Entity {
	switch e := e.(type) {
	case *model.Area:
		return entity(e.Parent.To)
	case *model.District:
		return entity(e.Parent.To)
	case *model.Service:
		return entity(e.Parent.To)
	}
	return nil
}

// entity is a record, or a nil that is equal to nil.
func entity[T any, E interface {
	*T
	table.Entity
}](e E) table.Entity {
	if e == nil {
		return nil
	}
	return e
}

// mainCurrency is the currency that most awards are in.
func mainCurrency(projects []*model.Project) value.Currency {
	counts := map[value.Currency]int{}
	var most value.Currency
	for _, p := range projects {
		if p.Awarded() && !p.AmountAwarded.IsZero() {
			cur := p.AmountAwarded.Currency()
			counts[cur]++
			if counts[cur] > counts[most] {
				most = cur
			}
		}
	}
	return most
}

// shareOf is a part in percent of a whole, "" where there is none.
func shareOf(part, whole value.Money) string {
	if part.IsZero() || whole.IsZero() || part.Currency() != whole.Currency() || whole.Sign() <= 0 || part.Sign() < 0 {
		return ""
	}
	return portion(value.Parts(part, whole))
}
