package model

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Sighting is personal data that stands in one of the publisher's files. It is
// kept masked: what it was is not needed any more.
type Sighting struct {
	Kind   value.PersonalKind
	Pos    finding.Pos
	Field  string // of a table, or the heading of a column that no field claims
	Masked string
}

// lookout gathers the personal data of a site's files. It reads their lines as
// they stand, so that nothing that is left out or misread on the way to a record
// is passed over.
type lookout struct {
	office string // the publisher's own address, which may be at any provider
	seen   []Sighting
}

// text looks through a file. column tells the column of a place; nil where the
// file is no table.
func (o *lookout) text(file string, text []byte, column func(line, col int) column) {
	for n := 1; len(text) > 0; n++ {
		line, rest, _ := bytes.Cut(text, []byte{'\n'})
		text = rest
		if value.MayHoldPersonal(line) {
			o.line(file, n, string(line), column)
		}
	}
}

func (o *lookout) line(file string, n int, line string, at func(line, col int) column) {
	for _, p := range value.FindPersonal(line) {
		col, in := utf8.RuneCountInString(line[:p.Start])+1, column{}
		if at != nil {
			in = at(n, col)
		}
		if in.explains(p, line) || p.Kind == value.Email && o.office != "" && strings.EqualFold(line[p.Start:p.End], o.office) {
			continue
		}
		o.seen = append(o.seen, Sighting{
			Kind: p.Kind, Pos: finding.Pos{File: file, Line: n, Col: col}, Field: in.name, Masked: p.Masked(line),
		})
	}
}

// shown looks at a text that stands nowhere as it is shown: a place without a
// column, so that no report quotes the line, in which it could not be masked.
func (o *lookout) shown(pos finding.Pos, text string) {
	var at lookout
	at.office = o.office
	at.line(pos.File, pos.Line, text, nil)
	for _, s := range at.seen {
		s.Pos = pos
		o.seen = append(o.seen, s)
	}
}

// name looks at the name of a file.
func (o *lookout) name(file string) {
	for _, p := range value.FindPersonal(file) {
		if !p.Office {
			o.seen = append(o.seen, Sighting{Kind: p.Kind, Pos: finding.Pos{File: value.MaskPersonal(file)}, Masked: p.Masked(file)})
		}
	}
}

// notes looks at what notes show where that is not what their lines hold: marks
// and entities within a number hide it from a look at the lines, not from readers.
func (o *lookout) notes(notes []*Note) {
	onLine := map[finding.Pos]bool{}
	for _, s := range o.seen {
		onLine[finding.Pos{File: s.Pos.File, Line: s.Pos.Line}] = true
	}
	for _, n := range notes {
		for _, t := range n.Texts {
			for lines, shown := range t.Doc.Shown() {
				if value.MayHoldPersonal(shown) && !seenWithin(onLine, t, lines) {
					o.shown(finding.Pos{File: t.File, Line: t.Line + lines[0] - 1}, shown)
				}
			}
		}
	}
}

// seenWithin reports whether a block's lines were found to hold something: it
// need not be told twice.
func seenWithin(onLine map[finding.Pos]bool, t NoteText, lines [2]int) bool {
	for n := lines[0]; n <= lines[1]; n++ {
		if onLine[finding.Pos{File: t.File, Line: t.Line + n - 1}] {
			return true
		}
	}
	return false
}

// table looks through a table's file, which is its last.
func (o *lookout) table(t table.Table, file string, text []byte) {
	files := t.Files()
	if len(files) == 0 || files[len(files)-1].Name != file {
		o.text(file, text, nil)
		return
	}
	f := files[len(files)-1]
	o.text(file, text, func(line, col int) column {
		c, ok := f.ColumnAt(line, col)
		if !ok {
			return column{}
		}
		return newColumn(t.Schema(), c)
	})
}

// isTextDocument reports whether a file that is published as it is is a text.
func isTextDocument(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".txt", ".md", ".json", ".geojson", ".xml", ".html", ".htm", ".yaml", ".yml":
		return true
	}
	return false
}

// others looks through the files that are no tables, and at the names of all.
func (o *lookout) others(src *source.Site, tables *files) {
	var quiet finding.List // what cannot be read was told when it was
	names := slices.Concat(src.List("data", &quiet), src.List("content", &quiet), src.List("static", &quiet))
	for _, of := range tables.tables {
		for _, name := range of {
			if path.Dir(name) == "." { // the lone table in the folder itself
				names = append(names, name)
			}
		}
	}
	for _, name := range names {
		o.name(name)
		read := strings.HasPrefix(name, "content/") && (strings.HasSuffix(name, ".md") || isYAML(name))
		read = read || strings.HasPrefix(name, "static/") && isTextDocument(name)
		if read || name == ConfigFile || name == table.MappingFile || name == shapesFile {
			if text, ok := readText(src, name, &quiet); ok {
				o.text(name, text, nil)
			}
		}
	}
}
