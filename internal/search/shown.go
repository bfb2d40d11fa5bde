package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"maps"
	"slices"
)

// shown writes the documents as they are shown, in the order of numbers, and
// what is counted of them, in pieces.
type shown struct {
	files   *files
	facts   *facts
	pieces  shownJSON         // of some dozens of documents
	sum     [sha256.Size]byte // of those pieces, one after another
	columns tableWriter       // pieces of about a thousand: facets, and sums

	cut      cut
	wide     cut
	cell     uint32              // the first of the pieces that are being filled
	batches  [][]json.RawMessage // those pieces
	firstCol int
	rank     int
}

// mostShown is how many documents a piece has at most; of a cell that is divided, on
// average.
const mostShown = 40

func newShown(f *files, facts *facts) *shown {
	return &shown{
		files: f, facts: facts,
		cut:  cut{least: 15, spread: 15, most: mostShown},
		wide: cut{least: 500, spread: 500, most: 1800},
	}
}

// add takes the next document. The hash is that of its name, which decides the
// cuts of the columns.
func (s *shown) add(d *Document, hash uint32) error {
	n := s.facts.numbers[s.rank]
	if s.rank == 0 || s.facts.numbers[s.rank-1].cell() != n.cell() {
		if err := s.enter(n.cell()); err != nil {
			return err
		}
	}
	if s.wide.before(hash*0x9e3779b1, 1) {
		if err := s.flushColumns(); err != nil {
			return err
		}
	}
	row, err := json.Marshal(s.row(d))
	if err != nil {
		return err
	}
	at := n.slot() % uint32(len(s.batches))
	s.batches[at] = append(s.batches[at], row)
	s.rank++
	return nil
}

// enter begins another piece where the next cell belongs to one: small cells go
// together, a large one is divided by the slots of its documents.
func (s *shown) enter(cell uint32) error {
	n := 0
	for _, v := range s.facts.numbers[s.rank:] {
		if v.cell() != cell {
			break
		}
		n++
	}
	parts := 1
	for n > parts*mostShown {
		parts *= 2
	}
	cut := s.cut.before(mix(numberOf(cell, 0)), n)
	if !cut && parts == 1 && len(s.batches) == 1 {
		return nil
	}
	if err := s.flush(); err != nil {
		return err
	}
	s.pieces.Cells = append(s.pieces.Cells, cell-s.cell)
	s.pieces.Parts = append(s.pieces.Parts, uint32(parts))
	s.cell, s.batches, s.cut.size = cell, make([][]json.RawMessage, parts), n
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

func (s *shown) flush() error {
	for i, batch := range s.batches {
		if len(batch) == 0 {
			continue
		}
		data, err := json.Marshal(batch)
		if err != nil {
			return err
		}
		s.sum = sha256.Sum256(append(s.sum[:], data...))
		if err := s.files.save(shownPath(s.cell, i), data); err != nil {
			return err
		}
	}
	s.batches = nil
	return nil
}

// flushColumns writes the counted values of the documents since the last time, in
// two files: their numbers, then facet by facet; and what was awarded and paid, and
// who was served.
func (s *shown) flushColumns() error {
	from, to := s.firstCol, s.rank
	if from == to {
		return nil
	}
	ids := appendNumbers(nil, s.facts.numbers[from:to])
	values := appendText(nil, string(ids))
	for _, column := range s.facts.values {
		values = appendColumn(values, column[from:to])
	}
	var sums []byte
	for i, column := range s.facts.sums {
		sums = appendSums(sums, column[from:to], i < 2)
	}
	var names [2][]byte
	for i, data := range [2][]byte{values, sums} {
		var err error
		if names[i], err = s.files.put(data); err != nil {
			return err
		}
	}
	s.columns.addNumber(s.facts.numbers[from], to-from, names[:]...)
	s.firstCol = to
	return nil
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
	if err := s.flush(); err != nil {
		return err
	}
	s.pieces.Hash = hexName(s.sum[:nameBytes])
	return s.flushColumns()
}
