package search

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// The pieces by amount: of all documents, and of the values of a facet, which have
// fewer, so that there are not too many files.
var (
	amountsOfAll = cut{least: 300, spread: 300, most: 1000}
	amountsOfOne = cut{least: 600, spread: 600, most: 2000}
)

// appendAmounts writes those of some documents that have an amount, largest first, in
// pieces of some hundreds, each into a file: each amount as the distance from the one
// before (the first as it is), then the cells and slots, then facet by facet. It
// appends the table of the pieces: largest amount, count, name of each.
func appendAmounts(table []byte, f *files, facts *facts, ranks []uint32, c cut) ([]byte, error) {
	order := slices.DeleteFunc(slices.Clone(ranks), func(r uint32) bool { return facts.awarded[r] == 0 })
	slices.SortFunc(order, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(facts.awarded[b], facts.awarded[a]), cmp.Compare(a, b))
	})
	from := 0
	for i := 0; i <= len(order); i++ {
		if i < len(order) && !c.before(mix(facts.numbers[order[i]]), 1) || i == from {
			continue
		}
		name, err := f.put(amountPiece(facts, order[from:i]))
		if err != nil {
			return nil, err
		}
		table = binary.AppendUvarint(table, uint64(facts.awarded[order[from]]-1))
		table = binary.AppendUvarint(table, uint64(i-from))
		table = append(table, name...)
		from = i
	}
	return table, nil
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
