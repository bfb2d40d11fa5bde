package site

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// A subtotal is what some projects come to, as far as rankings tell it.
type subtotal struct {
	projects, awarded int
	award, paid       value.Totals
}

func (s *subtotal) add(p *model.Project) {
	s.projects++
	if p.Awarded() {
		s.awarded++
		s.award.Add(p.AmountAwarded)
	}
	s.paid.Merge(p.PaidTotal())
}

// ranked is an organization, area or the like with what some projects come to.
type ranked struct {
	subtotal
	e     table.Entity
	place int // in the order in which they were met
}

// rank groups projects by what each belongs to and sorts the groups by the
// amount awarded.
func rank[K interface {
	comparable
	table.Entity
}](projects []*model.Project, of func(*model.Project) []K) []ranked {
	var all []ranked
	at := map[K]int{}
	for _, p := range projects {
		for _, k := range of(p) {
			i, met := at[k]
			if !met {
				i = len(all)
				at[k] = i
				all = append(all, ranked{e: k, place: i})
			}
			all[i].add(p)
		}
	}
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(b.award.Compare(a.award), cmp.Compare(b.projects, a.projects), cmp.Compare(a.place, b.place))
	})
	return all
}
