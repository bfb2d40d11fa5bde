package model

import (
	"bytes"
	"cmp"
	"path/filepath"
	"slices"
	"unicode"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// LoadOptions is what only the caller knows.
type LoadOptions struct {
	// BaseURL overrides site.yaml's; "" keeps it.
	BaseURL string
	// Each calls do for 0 … n-1 and returns when all are done; in any order, on
	// as many cores as it likes. nil goes one by one.
	Each func(n int, do func(i int))
}

// Load reads a site's folder. All problems go to l; where an error is among
// them the dataset is as complete as it could be read, fit for further checks
// and not for publishing.
func Load(src *source.Site, o LoadOptions, l *finding.List) *Dataset {
	d := &Dataset{}
	if src.Exists(ConfigFile) {
		if text, ok := readText(src, ConfigFile, l); ok {
			d.Config = readConfig(text, l)
		}
	}
	l.Severities = severities(d.Config.Checks)
	f := findFiles(src, l)
	d.defaults(src, f)
	if o.BaseURL != "" {
		d.Config.BaseURL = o.BaseURL
	}
	private := lookout{office: d.Config.Publisher.Email}
	d.read(src, f, o.Each, &private, l)
	table.Link(d.Tables(), l)
	d.join()
	d.number()
	d.demonstration()
	notes, broken := readNotes(src, d.Config.Languages, l)
	d.Notes = notes
	d.Glossary = readGlossary(src, l)
	d.resolveNotes(broken, l)
	d.documentFiles(src, l)
	d.readShapes(src, l)
	d.standards(l)
	private.others(src, f)
	private.notes(d.Notes)
	d.Personal = private.seen
	return d
}

func severities(settings []CheckSetting) map[string]finding.Severity {
	m := map[string]finding.Severity{}
	for _, s := range settings {
		if s.Severity != 0 {
			m[s.Check] = s.Severity
		}
	}
	return m
}

// read decodes every table's files, and looks through them for personal data.
// Each table is read apart, with findings of its own, and uses of the others only
// those that have been read to their end.
func (d *Dataset) read(src *source.Site, f *files, each func(int, func(int)), private *lookout, l *finding.List) {
	if each == nil {
		each = func(n int, do func(int)) {
			for i := range n {
				do(i)
			}
		}
	}
	tables, schemas := d.Tables(), Schemas()
	given := func(name string) bool { return len(f.tables[name]) > 0 }
	lists := make([]finding.List, len(tables))
	seen := make([]lookout, len(tables))
	var joins table.Early
	order := f.order(src, tables)
	each(len(tables), func(i int) {
		i = order[i]
		seen[i].office = private.office
		m := f.mappings[tables[i].Schema().Info.Name]
		f.readTable(src, tables[i], table.Options{
			Headings: table.NewHeadings(tables[i].Schema(), schemas), Mapping: m,
			Currency: d.Config.Currency, Given: given, Read: joins.Find,
		}, &seen[i], &lists[i])
		joins.Read(tables[i])
	})
	for i := range tables {
		l.Merge(&lists[i])
		private.seen = append(private.seen, seen[i].seen...)
	}
}

// order are the indices of tables as they are best read: those that others refer to
// before these, so that references are joined at once; among such the largest first,
// since the last are read beside nearly all records.
func (f *files) order(src *source.Site, tables []table.Table) []int {
	size, level, order := make([]int64, len(tables)), make([]int, len(tables)), make([]int, len(tables))
	for i, t := range tables {
		order[i] = i
		for _, name := range f.tables[t.Schema().Info.Name] {
			size[i] += src.Size(name)
		}
	}
	for range tables { // a reference makes a table's level one more; circles end with the rounds
		for i, t := range tables {
			for _, field := range t.Schema().Fields {
				to := slices.IndexFunc(tables, func(t table.Table) bool { return t.Schema().Info.Name == field.Target })
				if to >= 0 && to != i && level[to] < len(tables) {
					level[i] = max(level[i], level[to]+1)
				}
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(level[a], level[b]), cmp.Compare(size[b], size[a]))
	})
	return order
}

// readTable decodes one table's files.
func (f *files) readTable(src *source.Site, t table.Table, o table.Options, private *lookout, l *finding.List) {
	for _, file := range f.tables[t.Schema().Info.Name] {
		text, ok := f.text(src, file, o.Mapping, l)
		if !ok {
			table.Broken(t)
			continue
		}
		if isYAML(file) {
			table.DecodeYAML(t, file, text, o, l)
		} else {
			table.DecodeCSV(t, file, text, o, l)
		}
		private.table(t, file, text)
	}
	table.Finish(t, o.Mapping, l)
}

// defaults fills what site.yaml leaves out: the languages and the currency by
// whether the data is written in Han characters, the folder's name as title.
func (d *Dataset) defaults(src *source.Site, f *files) {
	c := &d.Config
	if len(c.Languages) == 0 || c.Currency == 0 && !f.configured {
		han := f.hasHan(src)
		if len(c.Languages) == 0 {
			c.Languages = []string{"en"}
			if han {
				c.Languages = []string{"zh", "en"}
			}
		}
		if c.Currency == 0 && han {
			c.Currency, _ = value.ParseCurrency("CNY")
		}
	}
	if c.Title.IsZero() {
		name := filepath.Base(src.Dir())
		if abs, err := filepath.Abs(src.Dir()); err == nil {
			name = filepath.Base(abs)
		}
		c.Title.Set("", value.Visible(name))
	}
}

// demonstration marks the records that are generated because the whole site is.
func (d *Dataset) demonstration() {
	if !d.Config.Demonstration {
		return
	}
	for _, t := range d.Tables() {
		for i := range t.Len() {
			if r := t.At(i).Rec(); r.Demonstration.IsZero() {
				r.Demonstration = value.Yes
			}
		}
	}
}

func hasHan(text []byte) bool {
	return bytes.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func sorted(s []string) []string {
	slices.Sort(s)
	return s
}
