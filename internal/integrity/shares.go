package integrity

import (
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// award is a project that was bought at a published price from a known
// organization. One that several undertake counts for the one that leads, so
// that shares add up to the whole.
type award struct {
	project      *model.Project
	organization *model.Organization
	amount       value.Money
}

// awardOf is a project's award; false where it has none or one does not know of
// whom or for how much.
func awardOf(p *model.Project) (award, bool) {
	a := award{p, p.LeadOrganization(), p.AmountAwarded}
	return a, p.Awarded() && a.organization != nil && !a.amount.IsZero()
}

func awardsOf(d *model.Dataset) oversight.Awards {
	by := map[table.Entity]value.Totals{}
	for _, p := range d.Projects.Rows {
		if a, ok := awardOf(p); ok && p.Agency.To != nil {
			whole := by[p.Agency.To]
			whole.Add(a.amount)
			by[p.Agency.To] = whole
		}
	}
	return oversight.Awards{By: by, Of: func(agency, organization table.Entity) value.Totals {
		a, _ := agency.(*model.Agency)
		o, _ := organization.(*model.Organization)
		return awardedBy(a, o)
	}}
}

// awardedBy is what an organization was awarded by an agency as the one that
// leads. It is summed when it is asked for, since a large site has a million such
// pairs, and over the shorter list of projects.
func awardedBy(agency *model.Agency, o *model.Organization) value.Totals {
	var sum value.Totals
	if agency == nil || o == nil {
		return sum
	}
	projects := o.Projects
	if len(agency.Projects) < len(projects) {
		projects = agency.Projects
	}
	for _, p := range projects {
		if a, ok := awardOf(p); ok && p.Agency.To == agency && a.organization == o {
			sum.Add(a.amount)
		}
	}
	return sum
}

// buyerAndSeller is an agency and an organization that it buys from.
type buyerAndSeller struct {
	agency       *model.Agency
	organization *model.Organization
}
