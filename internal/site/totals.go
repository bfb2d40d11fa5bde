package site

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// totals are the sums over some projects.
type totals struct {
	projects, awarded int
	organizations     int
	requested         value.Totals
	award             value.Totals
	contracted        value.Totals
	paid              value.Totals
	social            value.Totals
	served            int64
	servedKnown       bool
}

func sum(projects []*model.Project) totals {
	var t totals
	orgs := map[*model.Organization]bool{}
	for _, p := range projects {
		t.projects++
		if p.Awarded() {
			t.awarded++
		}
		for _, r := range p.Organization {
			if r.To != nil {
				orgs[r.To] = true
			}
		}
		t.requested.Add(p.AmountRequested)
		if p.Awarded() {
			t.award.Add(p.AmountAwarded)
		}
		t.contracted.Merge(p.ContractedTotal())
		t.paid.Merge(p.PaidTotal())
		t.social.Add(p.SocialFunds)
		if !p.PeopleServed.IsZero() {
			t.served += p.PeopleServed.Int()
			t.servedKnown = true
		}
	}
	t.organizations = len(orgs)
	return t
}

// layoutOf names the layout of a record's page.
func layoutOf(e table.Entity) string {
	switch e.(type) {
	case *model.Project:
		return "project"
	case *model.Organization:
		return "organization"
	case *model.Agency, *model.Area, *model.District, *model.Service, *model.Programme, *model.Call:
		return "group"
	}
	return "record"
}

// ranked is an organization, area or the like with its share of some projects.
type ranked struct {
	e      table.Entity
	totals totals
}

// rank groups projects by what each belongs to and sorts the groups by the
// amount awarded.
func rank[K interface {
	comparable
	table.Entity
}](projects []*model.Project, of func(*model.Project) []K) []ranked {
	groups := map[K][]*model.Project{}
	var order []K
	for _, p := range projects {
		for _, k := range of(p) {
			if groups[k] == nil {
				order = append(order, k)
			}
			groups[k] = append(groups[k], p)
		}
	}
	out := make([]ranked, len(order))
	for i, k := range order {
		out[i] = ranked{k, sum(groups[k])}
	}
	slices.SortStableFunc(out, func(a, b ranked) int {
		return cmp.Or(compareTotals(b.totals.award, a.totals.award), cmp.Compare(b.totals.projects, a.totals.projects))
	})
	return out
}

// compareTotals orders sums by their largest amount; sums of different
// currencies by the currencies' codes.
func compareTotals(a, b value.Totals) int {
	am, bm := a.All(), b.All()
	for i := range min(len(am), len(bm)) {
		if c := cmp.Compare(am[i].Currency(), bm[i].Currency()); c != 0 {
			return c
		}
		if c, _ := am[i].Cmp(bm[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(am), len(bm))
}

func organizationsOf(p *model.Project) []*model.Organization {
	var out []*model.Organization
	for _, r := range p.Organization {
		if r.To != nil && !slices.Contains(out, r.To) {
			out = append(out, r.To)
		}
	}
	return out
}

// areaOf is the top area that the project's area lies in.
func areaOf(p *model.Project) []*model.Area {
	if top := p.Area.To.Top(); top != nil {
		return []*model.Area{top}
	}
	return nil
}

// maxDepth bounds the way up a tree; one that is its own ancestor is an error
// that stops a build, and a page must not hang on it in tests.
const maxDepth = 64
