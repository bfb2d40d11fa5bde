package importer

import (
	"maps"
	"slices"
	"strings"

	"gongkai/internal/table"
)

// published lays the fields that gongkai published under its own headings over
// those that were read from members of the standard, which cannot hold as much.
// A record that one of them names is there even where nothing else is told of it.
func (r *records) published(name string, o object, c cells) cells {
	fields := o.object("publishedFields")
	delete(o, "publishedFields")
	if len(fields) == 0 {
		return c
	}
	s := r.schema[name]
	for heading := range fields {
		if f := textField(s, heading); f != nil {
			for _, end := range []string{"", "_en", "_zh"} {
				delete(c, f.Name+end)
			}
		}
	}
	for _, heading := range slices.Sorted(maps.Keys(fields)) {
		text, ok := scalar(fields[heading])
		if !ok || heading == "id" || heading == "" {
			continue
		}
		c[heading] = text
		f := s.Field(heading)
		switch {
		case f != nil && f.Kind == table.KindRef && !f.Many && standsAlone(f.Target):
			r.put(f.Target, text, nil, nil)
		case f == nil && textField(s, heading) == nil:
			r.column(r.table(name), heading)
		}
	}
	return c
}

// standsAlone reports a table whose records packages hold: a reference into it
// has to find its record. Other tables are made from what refers to them.
func standsAlone(name string) bool {
	switch name {
	case "agencies", "organizations", "programmes", "budgets", "calls", "projects", "contracts", "evaluations":
		return true
	}
	return false
}

// textField is the field whose text in English, in Chinese or in no language a
// heading is for; nil where there is none.
func textField(s *table.Schema, heading string) *table.Field {
	if f := s.Field(heading); f != nil && f.Localised() {
		return f
	}
	f := s.Field(strings.TrimSuffix(strings.TrimSuffix(heading, "_en"), "_zh"))
	if f != nil && f.Localised() {
		return f
	}
	return nil
}
