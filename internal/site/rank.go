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
	place int32 // in the order in which they were met
}

// rank groups projects by what each belongs to and sorts the groups by the
// amount awarded.
func rank[K interface {
	comparable
	table.Entity
}](projects []*model.Project, of func(*model.Project) []K) []ranked {
	at := map[K]int32{}
	for _, p := range projects {
		for _, k := range of(p) {
			if _, met := at[k]; !met {
				at[k] = int32(len(at))
			}
		}
	}
	all := make([]ranked, len(at)) // there may be very many: a list that grows takes twice its room
	for k, i := range at {
		all[i].e, all[i].place = k, i
	}
	for _, p := range projects {
		for _, k := range of(p) {
			all[at[k]].add(p)
		}
	}
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(b.award.Compare(a.award), cmp.Compare(b.projects, a.projects), cmp.Compare(a.place, b.place))
	})
	return all
}
