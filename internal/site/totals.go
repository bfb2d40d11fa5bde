package site

import (
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// totals are the sums over some projects.
type totals struct {
	subtotal
	organizations int
	requested     value.Totals
	contracted    value.Totals
	social        value.Totals
	served        int64
	servedKnown   bool
}

func sum(projects []*model.Project) totals {
	var t totals
	orgs := map[*model.Organization]bool{}
	for _, p := range projects {
		t.add(p)
		for _, r := range p.Organization {
			if r.To != nil {
				orgs[r.To] = true
			}
		}
		t.requested.Add(p.AmountRequested)
		t.contracted.Merge(p.ContractedTotal())
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
