package search

import (
	"encoding/binary"
	"encoding/json"
)

// shown writes the documents as they are shown, in the order of numbers, and
// what is counted of them, in pieces.
type shown struct {
	files   *files
	facts   *facts
	docs    tableWriter // pieces of some dozens of documents
	columns tableWriter // pieces of about a thousand: facets, and sums

	cut      cut
	wide     cut
	batch    []json.RawMessage
	first    int // rank of the first document of the batch
	firstCol int
	rank     int
}

func newShown(f *files, facts *facts) *shown {
	return &shown{
		files: f, facts: facts,
		cut:  cut{least: 12, spread: 12, most: 40},
		wide: cut{least: 500, spread: 500, most: 1800},
	}
}

// add takes the next document. The hash is that of its name, which decides the
// cuts.
func (s *shown) add(d *Document, hash uint32) error {
	if s.cut.before(hash, 1) {
		if err := s.flush(); err != nil {
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
	s.batch = append(s.batch, row)
	s.rank++
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
	if len(s.batch) == 0 {
		return nil
	}
	data, err := json.Marshal(s.batch)
	if err != nil {
		return err
	}
	name, err := s.files.put(data)
	if err != nil {
		return err
	}
	s.docs.addNumber(s.facts.numbers[s.first], len(s.batch), name)
	s.batch, s.first = s.batch[:0], s.rank
	return nil
}

// flushColumns writes the counted values of the documents since the last time:
// their numbers; then facet by facet; in a second file what was awarded and
// paid and who was served.
func (s *shown) flushColumns() error {
	from, to := s.firstCol, s.rank
	if from == to {
		return nil
	}
	ids := appendNumbers(nil, s.facts.numbers[from:to])
	b := binary.AppendUvarint(nil, uint64(len(ids)))
	b = append(b, ids...)
	for i := range s.facts.values {
		for _, v := range s.facts.values[i][from:to] {
			b = binary.AppendUvarint(b, uint64(v))
		}
	}
	name, err := s.files.put(b)
	if err != nil {
		return err
	}
	b = nil
	for _, column := range s.facts.sums {
		for _, v := range column[from:to] {
			b = binary.AppendUvarint(b, uint64(v))
		}
	}
	sums, err := s.files.put(b)
	if err != nil {
		return err
	}
	s.columns.addNumber(s.facts.numbers[from], to-from, name, sums)
	s.firstCol = to
	return nil
}

func (s *shown) finish() error {
	if err := s.flush(); err != nil {
		return err
	}
	return s.flushColumns()
}
