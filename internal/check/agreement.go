package check

import (
	"iter"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// Agreement is a contract with all that amend it: one promise, under which
// payments may name any of its contracts.
type Agreement struct {
	Standing []*model.Contract // those that no other replaces
	Payments []*model.Payment

	contracts []*model.Contract
}

// Agreements groups contracts by the one that their amendments lead back to, in
// the order of the table.
func Agreements(d *model.Dataset) []*Agreement {
	var all []*Agreement
	byRoot := map[*model.Contract]*Agreement{}
	replaced, roots := replacedContracts(d), originals(d)
	for _, c := range d.Contracts.Rows {
		root := roots[c]
		a := byRoot[root]
		if a == nil {
			a = &Agreement{}
			byRoot[root] = a
			all = append(all, a)
		}
		a.contracts = append(a.contracts, c)
		a.Payments = slices.AppendSeq(a.Payments, c.Payments.All())
		if !replaced[c] {
			a.Standing = append(a.Standing, c)
		}
	}
	return all
}

// Amount is what the agreement promises.
func (a *Agreement) Amount() value.Totals {
	var sum value.Totals
	for _, c := range a.Standing {
		sum.Add(c.Amount)
	}
	return sum
}

// firstSigned is the contract with the first signature known, else the first.
func (a *Agreement) firstSigned() *model.Contract {
	first := a.contracts[0]
	for _, c := range a.contracts {
		if first.Signed.IsZero() || c.Signed.Before(first.Signed) {
			first = c
		}
	}
	return first
}

// originals follow amendments back to the contract that is first amended. Of
// contracts that amend each other in a circle, which a check reports, and of
// those that lead into one, each is its own original.
func originals(d *model.Dataset) map[*model.Contract]*model.Contract {
	roots := make(map[*model.Contract]*model.Contract, len(d.Contracts.Rows))
	for _, c := range d.Contracts.Rows {
		var way []*model.Contract
		walked := map[*model.Contract]bool{}
		at := c
		for roots[at] == nil && !walked[at] && at.Amends.To != nil {
			walked[at] = true
			way = append(way, at)
			at = at.Amends.To
		}
		root := at
		if known := roots[at]; known != nil {
			root = known
		}
		if root.Amends.To != nil { // a circle
			root = nil
		} else {
			roots[root] = root
		}
		for _, w := range way {
			if roots[w] = root; root == nil {
				roots[w] = w
			}
		}
	}
	return roots
}

// replacedContracts are those whose amount another one, which amends them,
// states anew.
func replacedContracts(d *model.Dataset) map[*model.Contract]bool {
	replaced := map[*model.Contract]bool{}
	for _, c := range d.Contracts.Rows {
		if c.Amount.IsZero() || replaced[c] {
			continue
		}
		for old := c.Amends.To; old != nil && old != c && !replaced[old]; old = old.Amends.To {
			replaced[old] = true
		}
	}
	return replaced
}

// passing finds the payment, in the order of dates, with which payments go
// above an amount; nil where their sum does not.
func passing(payments iter.Seq[*model.Payment], most value.Money) (at *model.Payment, sum value.Money) {
	var total value.Totals
	for _, p := range slices.SortedStableFunc(payments, func(a, b *model.Payment) int { return a.Date.Compare(b.Date) }) {
		total.Add(p.Amount)
		if at == nil && above(total.In(most.Currency()), most) {
			at = p
		}
	}
	if sum = total.In(most.Currency()); !above(sum, most) {
		return nil, sum
	}
	return at, sum
}
