package oversight

import (
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Report is what the indicators say of a dataset. It is not changed once made,
// so that any number of pages may read it at once. Of a nil Report nothing is
// known.
type Report struct {
	Results     []Result     // in the order of the page
	Disclosures []Disclosure // of each agency, those with the most steps due first
	Overall     Disclosure   // of the whole site
	Awards      Awards
}

// Find is the result of an indicator, nil where none has the name.
func (r *Report) Find(name string) *Result {
	if r == nil {
		return nil
	}
	for i := range r.Results {
		if r.Results[i].Name == name {
			return &r.Results[i]
		}
	}
	return nil
}

// Marked is how many things the indicators mark, and how many indicators mark
// any.
func (r *Report) Marked() (things, indicators int) {
	for _, result := range r.Results {
		things += result.Marked
		if result.Marked > 0 {
			indicators++
		}
	}
	return things, indicators
}

// Disclosure is how complete an agency's disclosure is; false where it has no
// projects.
func (r *Report) Disclosure(agency table.Entity) (Disclosure, bool) {
	if r == nil || agency == nil {
		return Disclosure{}, false
	}
	for _, d := range r.Disclosures {
		if d.Agency == agency {
			return d, true
		}
	}
	return Disclosure{}, false
}

// ShareOf is what part of an agency's awards, by amount, went to an
// organization as the one that leads; false where the agency awarded nothing to
// it. Amounts of other currencies than the one in which the agency awarded most
// to it are left out.
func (r *Report) ShareOf(agency, organization table.Entity) (Share, bool) {
	if r == nil || r.Awards.Of == nil {
		return 0, false
	}
	var most value.Money
	for _, m := range r.Awards.Of(agency, organization).All() {
		if most.IsZero() || m.Minor() > most.Minor() {
			most = m
		}
	}
	if most.Sign() <= 0 {
		return 0, false
	}
	return Part(value.Parts(most, r.Awards.By[agency].In(most.Currency()))), true
}

// Awards are what each organization was awarded by each agency. A project that
// several undertake counts for the one that leads, so that shares add up to the
// whole.
type Awards struct {
	By map[table.Entity]value.Totals                        // by agency
	Of func(agency, organization table.Entity) value.Totals // of one by the other; empty where none
}
