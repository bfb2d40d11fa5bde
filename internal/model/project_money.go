package model

import "gongkai/internal/value"

// LeadOrganization is the first of those that undertake the project, nil where
// none is published.
func (p *Project) LeadOrganization() *Organization { return p.Organization.First() }

// ContractedTotal is the sum of the project's contracts that are not amended
// away, else the amount that is declared.
func (p *Project) ContractedTotal() value.Totals {
	var sum value.Totals
	replaced := p.amendedAway()
	for c := range p.Contracts.All() {
		if !replaced[c] {
			sum.Add(c.Amount)
		}
	}
	if sum.Empty() {
		sum.Add(p.AmountContracted)
	}
	return sum
}

// amendedAway are the contracts whose amount another one replaces. One that
// amends without an amount, such as a change of terms, leaves the amount that
// stands. Of contracts that amend each other in a circle, which a check
// reports, the first in the table counts. Few projects have any: the map is nil
// for the others.
func (p *Project) amendedAway() map[*Contract]bool {
	var replaced map[*Contract]bool
	for c := range p.Contracts.All() {
		if c.Amount.IsZero() || replaced[c] {
			continue
		}
		for old := c.Amends.To; old != nil && old != c && !replaced[old]; old = old.Amends.To {
			if replaced == nil {
				replaced = map[*Contract]bool{}
			}
			replaced[old] = true
		}
	}
	return replaced
}

// PaidTotal is the sum of the project's payments, else the amount that is
// declared.
func (p *Project) PaidTotal() value.Totals {
	var sum value.Totals
	for m := range p.Payments.All() {
		sum.Add(m.Amount)
	}
	if sum.Empty() {
		sum.Add(p.AmountPaid)
	}
	return sum
}
