package model

import (
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/table"
)

// quoted lists headings for a message, the first dozen of them.
func quoted(headings []string) string {
	const most = 12
	var b strings.Builder
	for i, h := range headings[:min(most, len(headings))] {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Quote(h))
	}
	if len(headings) > most {
		b.WriteString(", …")
	}
	return b.String()
}

// recognised is how much of a file is looked at to tell which table it is.
const recognised = 256 << 10

// reading is what a table's schema makes of a file's headings.
type reading struct {
	table   string
	known   int
	unknown []string // headings
}

// recognise tells a table by how many headings it knows; projects where
// nothing speaks for another, and where a sheet says what was bought of whom
// for how much, whatever else stands in it.
func (f *files) recognise(src *source.Site, name string, schemas []*table.Schema) reading {
	best := reading{table: "projects"}
	encoding, text := "", f.beginning(src, name, nil)
	for i, s := range append([]*table.Schema{schemaOf("projects", schemas)}, schemas...) {
		h, m := table.NewHeadings(s, schemas), f.mappings[s.Info.Name]
		if want := m.EncodingName(); want != encoding {
			encoding, text = want, f.beginning(src, name, m)
		}
		heads := headings(name, text, h, m)
		r, fields := reading{table: s.Info.Name}, h.Claimed(heads, m)
		for j, field := range fields {
			switch {
			case field != "":
				r.known++
			case heads[j] != "":
				r.unknown = append(r.unknown, heads[j])
			}
		}
		switch {
		case i == 0:
			best = r
			if has(fields, "title") && has(fields, "organization") && has(fields, "amount_awarded") {
				return r
			}
		case r.known > best.known && speaks(fields, s):
			best = r
		}
	}
	return best
}

// has reports whether a column holds the field, in some language or as a part
// of the record that it refers to.
func has(fields []string, field string) bool {
	return slices.ContainsFunc(fields, func(f string) bool {
		rest, ok := strings.CutPrefix(f, field)
		return ok && (rest == "" || rest[0] == '.' || rest[0] == '_' && len(rest) == len("_en"))
	})
}

// speaks reports whether the headings name what tells one row of the table from
// another, two parts of it where it has as many: an id and a date alone speak
// for no table.
func speaks(fields []string, s *table.Schema) bool {
	named := 0
	for _, part := range s.Info.Key {
		if slices.ContainsFunc(strings.Split(part, "|"), func(key string) bool { return has(fields, key) }) {
			named++
		}
	}
	return named >= min(2, len(s.Info.Key))
}

// beginning is the text of a file up to what is looked at.
func (f *files) beginning(src *source.Site, name string, m *table.Mapping) []byte {
	var quiet finding.List
	text, _ := f.text(src, name, m, &quiet)
	return text[:min(len(text), recognised)]
}

// headings are the headings of a file as a table would find them.
func headings(name string, text []byte, h *table.Headings, m *table.Mapping) []string {
	var quiet finding.List
	o := table.Options{Headings: h, Mapping: m}
	c, ok := source.OpenCSV(name, text, o.CSV(), &quiet)
	if !ok {
		return nil
	}
	heads, err := c.Headings()
	if err != nil {
		return nil
	}
	cells := make([]string, len(heads))
	for i := range heads {
		cells[i] = heads[i].Text
	}
	return cells
}
