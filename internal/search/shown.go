package search

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"maps"
	"slices"
)

// shown writes the documents as they are shown, in the order of numbers, and
// what is counted of them, in pieces.
type shown struct {
	files  *files
	facts  *facts
	pieces pieces // of some dozens of documents
	values pieces // of about a thousand: facets, and sums

	rows  [][]json.RawMessage // of the pieces that are being filled
	ranks [][]uint32          // the same of values
	rank  int                 // of the next document
}

func newShown(f *files, facts *facts) *shown {
	return &shown{
		files: f, facts: facts,
		pieces: pieces{most: 40, cut: cut{least: 15, spread: 15, most: 40}},
		values: pieces{most: 1800, cut: cut{least: 500, spread: 500, most: 1800}},
	}
}

// add takes the next document.
func (s *shown) add(d *Document) error {
	n := s.facts.numbers[s.rank]
	if s.rank == 0 || s.facts.numbers[s.rank-1].cell() != n.cell() {
		if err := s.enter(n.cell()); err != nil {
			return err
		}
	}
	row, err := json.Marshal(s.row(d))
	if err != nil {
		return err
	}
	at := s.pieces.part(n)
	s.rows[at] = append(s.rows[at], row)
	at = s.values.part(n)
	s.ranks[at] = append(s.ranks[at], uint32(s.rank))
	s.rank++
	return nil
}

// enter begins other pieces where the next cell belongs to some.
func (s *shown) enter(cell uint32) error {
	n := 0
	for _, v := range s.facts.numbers[s.rank:] {
		if v.cell() != cell {
			break
		}
		n++
	}
	before := s.pieces.cell
	if s.pieces.enter(cell, n) {
		if err := s.flushRows(before); err != nil {
			return err
		}
		s.rows = make([][]json.RawMessage, s.pieces.Parts[len(s.pieces.Parts)-1])
	}
	before = s.values.cell
	if s.values.enter(cell, n) {
		if err := s.flushValues(before); err != nil {
			return err
		}
		s.ranks = make([][]uint32, s.values.Parts[len(s.values.Parts)-1])
	}
	return nil
}

// row is a document as shown: cell, slot, id, path where it is not the usual
// one, titles, providers, leads, date, amounts, and the facets' values.
func (s *shown) row(d *Document) []any {
	n := s.facts.numbers[s.rank]
	path := d.Path
	if path == d.Type+"/"+d.ID+".html" {
		path = ""
	}
	pair := func(t [2]string) any {
		if t[1] == "" || t[1] == t[0] {
			return t[0]
		}
		return t
	}
	values := make([]uint16, facets)
	for i := range values {
		values[i] = s.facts.values[i][s.rank]
	}
	amount := func(has bool, v int64) any {
		if !has {
			return 0
		}
		return v + 1
	}
	return []any{n.cell(), n.slot(), d.ID, path, pair(d.Title), pair(d.By), pair(d.Lead), d.Date,
		amount(d.HasAwarded, d.Awarded), amount(d.HasPaid, d.Paid), d.Served, d.Money, values}
}

// flushRows writes the pieces that were filled, which begin with a cell.
func (s *shown) flushRows(cell uint32) error {
	for part, rows := range s.rows {
		if len(rows) == 0 {
			continue
		}
		data, err := json.Marshal(rows)
		if err != nil {
			return err
		}
		if err := s.files.place(piecePath(shownFolder, cell, part), data); err != nil {
			return err
		}
	}
	return nil
}

// flushValues writes what is counted of documents in two files: their numbers, then
// facet by facet; and what was awarded and paid, and who was served.
func (s *shown) flushValues(cell uint32) error {
	for part, ranks := range s.ranks {
		if len(ranks) == 0 {
			continue
		}
		ids := make([]number, len(ranks))
		for i, r := range ranks {
			ids[i] = s.facts.numbers[r]
		}
		values := appendText(nil, string(appendNumbers(nil, ids)))
		for _, column := range s.facts.values {
			values = appendColumn(values, of(column, ranks))
		}
		var sums []byte
		for i, column := range s.facts.sums {
			sums = appendSums(sums, of(column, ranks), i < 2)
		}
		if err := s.files.place(piecePath(columnFolder, cell, part), values); err != nil {
			return err
		}
		if err := s.files.place(piecePath(sumsFolder, cell, part), sums); err != nil {
			return err
		}
	}
	return nil
}

// of are the values of some ranks.
func of[T any](column []T, ranks []uint32) []T {
	out := make([]T, len(ranks))
	for i, r := range ranks {
		out[i] = column[r]
	}
	return out
}

// appendColumn writes the values of a facet: how many differ, those, the most
// frequent first, and of each document which of them.
func appendColumn(b []byte, column []uint16) []byte {
	counts := map[uint16]int{}
	for _, v := range column {
		counts[v]++
	}
	values := slices.SortedFunc(maps.Keys(counts), func(a, b uint16) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	b = binary.AppendUvarint(b, uint64(len(values)))
	place := map[uint16]uint64{}
	for i, v := range values {
		b = binary.AppendUvarint(b, uint64(v))
		place[v] = uint64(i)
	}
	for _, v := range column {
		b = binary.AppendUvarint(b, place[v])
	}
	return b
}

// appendSums writes a column of amounts or counts: what divides all of them, and
// of each how many times, plus one where none is not nought.
func appendSums(b []byte, column []int64, none bool) []byte {
	plus := int64(0)
	if none {
		plus = 1 // the column has it as well
	}
	unit := int64(0)
	for _, v := range column {
		for x := max(v-plus, 0); x != 0; {
			unit, x = x, unit%x
		}
	}
	unit = max(unit, 1)
	b = binary.AppendUvarint(b, uint64(unit))
	for _, v := range column {
		if v > 0 {
			v = (v-plus)/unit + plus
		}
		b = binary.AppendUvarint(b, uint64(max(v, 0)))
	}
	return b
}

func (s *shown) finish() error {
	if err := s.flushRows(s.pieces.cell); err != nil {
		return err
	}
	return s.flushValues(s.values.cell)
}
