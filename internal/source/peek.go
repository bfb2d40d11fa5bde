package source

import (
	"bytes"
	"encoding/csv"
)

// Headings is the heading row, read apart from Reader, which stands at it still.
func (c *CSV) Headings() ([]Heading, error) {
	peek := *c
	peek.Reader = c.reader(c.text[c.begin:])
	cells, err := peek.Reader.Read()
	if err != nil {
		return nil, err
	}
	heads := make([]Heading, len(cells))
	for i, cell := range cells {
		heads[i] = Heading{Text: cell, Pos: peek.Pos(i)}
	}
	return heads, nil
}

// Record reads again the record between two offsets that Reader.InputOffset gave
// before and after it; for a record whose number of cells Reader did not accept.
func (c *CSV) Record(from, to int64) ([]string, error) {
	return c.reader(c.text[c.begin+int(from) : c.begin+int(to)]).Read()
}

func (c *CSV) reader(text []byte) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = c.Delimiter
	r.FieldsPerRecord = -1
	return r
}
