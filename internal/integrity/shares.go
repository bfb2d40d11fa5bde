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
	all := oversight.Awards{By: map[table.Entity]value.Totals{}, Of: map[oversight.Pair]value.Totals{}}
	for _, p := range d.Projects.Rows {
		a, ok := awardOf(p)
		if !ok || p.Agency.To == nil {
			continue
		}
		whole := all.By[p.Agency.To]
		whole.Add(a.amount)
		all.By[p.Agency.To] = whole
		k := oversight.Pair{Agency: p.Agency.To, Organization: a.organization}
		part := all.Of[k]
		part.Add(a.amount)
		all.Of[k] = part
	}
	return all
}

// buyerAndSeller is an agency and an organization that it buys from.
type buyerAndSeller struct {
	agency       *model.Agency
	organization *model.Organization
}
