package search

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// writeAmounts writes the documents that have an amount, largest first, in
// pieces of some hundreds: each amount as the distance from the one before
// (the first as it is), then the cells and slots, then facet by facet. It gives
// the name of the table of the pieces: largest amount, count, name of each.
func writeAmounts(f *files, facts *facts) (string, error) {
	var order []uint32
	for r, a := range facts.awarded {
		if a > 0 {
			order = append(order, uint32(r))
		}
	}
	slices.SortFunc(order, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(facts.awarded[b], facts.awarded[a]), cmp.Compare(a, b))
	})
	var table []byte
	c := cut{least: 300, spread: 300, most: 1000}
	from := 0
	for i := 0; i <= len(order); i++ {
		if i < len(order) && !c.before(mix(facts.numbers[order[i]]), 1) || i == 0 {
			continue
		}
		name, err := f.put(amountPiece(facts, order[from:i]))
		if err != nil {
			return "", err
		}
		table = binary.AppendUvarint(table, uint64(facts.awarded[order[from]]-1))
		table = binary.AppendUvarint(table, uint64(i-from))
		table = append(table, name...)
		from = i
	}
	name, err := f.put(table)
	return hexName(name), err
}

func amountPiece(facts *facts, order []uint32) []byte {
	b := binary.AppendUvarint(nil, uint64(len(order)))
	last := int64(0)
	for i, r := range order {
		a := facts.awarded[r] - 1
		if i == 0 {
			b = binary.AppendUvarint(b, uint64(a))
		} else {
			b = binary.AppendUvarint(b, uint64(last-a))
		}
		last = a
	}
	for _, r := range order {
		b = binary.AppendUvarint(b, uint64(facts.numbers[r].cell()))
	}
	for _, r := range order {
		b = binary.AppendUvarint(b, uint64(facts.numbers[r].slot()))
	}
	for i := range facts.values {
		column := make([]uint16, len(order))
		for k, r := range order {
			column[k] = facts.values[i][r]
		}
		b = appendColumn(b, column)
	}
	return b
}
