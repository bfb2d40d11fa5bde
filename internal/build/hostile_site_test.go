package build_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gongkai/internal/build"
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
)

// hostileTexts are those of testdata/hostile.txt, and some that are too long to
// stand there.
func hostileTexts(t testing.TB) []string {
	t.Helper()
	raw, err := os.ReadFile("testdata/hostile.txt")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		text, err := strconv.Unquote(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		texts = append(texts, text)
	}
	return append(texts,
		strings.Repeat("<b>", 5000),
		strings.Repeat("长", 3000),
		strings.Repeat("x", 20_000),
		strings.Repeat("((((((((((", 500),
		strings.Repeat("> ", 2000)+"deep",
		strings.Repeat("[", 3000)+strings.Repeat("](x)", 3000),
	)
}

// plainTexts are as many texts that mean nothing.
func plainTexts(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("word %d 字", i)
	}
	return texts
}

// hostile is a site on its way that has one of the texts in every cell of every
// table, in every part of notes and of the glossary, and as the names of files.
// A row is a file of its own, so that a finding names it.
type hostile struct {
	t     *testing.T
	dir   string
	texts []string
	rows  map[string]*hostileRow // by file
	other map[string]string      // the other files
}

type hostileRow struct {
	schema *table.Schema
	text   string
	heads  []string
	cells  []string
}

// newHostile lays out rows for each table of all the texts, or of every fifth,
// another fifth for the next table.
func newHostile(t *testing.T, texts []string, all bool) *hostile {
	h := &hostile{t: t, dir: filepath.Join(t.TempDir(), "site"), texts: texts, rows: map[string]*hostileRow{}, other: map[string]string{}}
	for n, s := range model.Schemas() {
		for i, text := range texts {
			if !all && i%5 != n%5 {
				continue
			}
			row := &hostileRow{schema: s, text: text}
			for _, f := range s.Fields {
				if f.Kind == table.KindText {
					row.add(f.Name+"_zh", text)
					row.add(f.Name+"_en", text)
				} else {
					row.add(f.Name, text)
				}
			}
			row.add(text, text) // a column that no field claims
			h.rows[fmt.Sprintf("data/%s/%03d.csv", s.Info.Name, i)] = row
		}
	}
	h.notes()
	return h
}

func (r *hostileRow) add(head, cell string) {
	r.heads, r.cells = append(r.heads, head), append(r.cells, cell)
}

// notes are the notes, the glossary and the documents.
func (h *hostile) notes() {
	var glossary strings.Builder
	for i, text := range h.texts {
		q := strconv.QuoteToASCII(text) // which YAML reads as well
		h.other[fmt.Sprintf("content/policies/front-%03d.md", i)] = fmt.Sprintf(
			"---\ntitle: %[1]s\nissuer: %[1]s\nnumber: %[1]s\ntopics: [%[1]s]\n---\nText.\n", q)
		h.other[fmt.Sprintf("content/stories/body-%03d.md", i)] = "# Story\n\n" + text + "\n\n## " + text + "\n\n- " + text + "\n\n> " + text + "\n\n**" + text + "**\n"
		h.other[fmt.Sprintf("content/stories/link-%03d.md", i)] = "# Story\n\n[" + text + "](" + text + ") <" + text + "> ![" + text + "](" + text + ")\n"
		h.other[fmt.Sprintf("content/stories/raw-%03d.md", i)] = text
		if name := text; len(name) < 100 && !strings.ContainsAny(name, "/\x00") && name != "." && name != ".." {
			h.other["content/stories/"+name+".md"] = "# Story\n\nText.\n"
			h.other["static/documents/"+name] = "document"
		}
		fmt.Fprintf(&glossary, "- {term: %[1]s, text: %[1]s}\n", q)
	}
	h.other["content/stories/all.md"] = "# All that notes have\n\n*a* **b** ~~c~~ `d` [e](https://example.org/) ![f](../documents/f)\n\n" +
		"> g\n\n- [x] h\n- i\n\n1. j\n\n---\n\n```\nk\n```\n\n| l |\n|---|\n| m |\n\nn[^1]\n\n[^1]: o\n\n<p@example.org>\n"
	h.other["static/documents/f"] = "document"
	h.other["content/glossary.yaml"] = glossary.String()
	all := strconv.QuoteToASCII(strings.Join(h.texts[:min(len(h.texts), 150)], " "))
	h.other["data/site.yaml"] = fmt.Sprintf("title: {zh: %[1]s, en: %[1]s}\npublisher: {name: {zh: %[1]s, en: %[1]s}}\nlanguages: [zh, en]\n"+
		"currency: CNY\nas_of: 2011-06-30\nbase_url: https://example.org/open/\n", all)
}

// open lays the site out and opens it until nothing is an error: a cell that
// cannot be read as its field gets a usual value, what cannot stand at all goes.
func (h *hostile) open() {
	h.t.Helper()
	h.write(h.rows, h.other)
	for range 12 {
		s, err := build.Open(build.Options{Source: h.dir})
		if err != nil {
			h.t.Fatal(err)
		}
		all := s.Findings.All()
		errors := s.Findings.HasErrors()
		s.Close()
		checkPrinted(h.t, all)
		if !errors {
			return
		}
		h.mend(all)
	}
	h.t.Fatal("there are always more errors")
}

func (h *hostile) mend(all []finding.Finding) {
	h.t.Helper()
	rows := map[string]*hostileRow{}
	done := map[string]bool{}
	for _, f := range all {
		if f.Severity != finding.Error {
			continue
		}
		name := f.Pos.File
		cell := name + " " + f.Field
		if done[cell] && (f.Field != "" || h.rows[name] == nil) {
			continue // a cell of several names, a note of several links
		}
		done[cell] = true
		if row := h.rows[name]; row != nil {
			if rows[name] = row; !row.mend(f) {
				delete(h.rows, name)
				h.remove(name)
				delete(rows, name)
			}
			continue
		}
		if f.Rule.ID == "file-name" { // it is told in a form that can be seen
			for other := range h.other {
				if !utf8.ValidString(other) || strings.ContainsFunc(other, func(r rune) bool { return r != ' ' && !unicode.IsPrint(r) }) {
					h.remove(other)
					delete(h.other, other)
				}
			}
			continue
		}
		if _, ok := h.other[name]; !ok || name == "data/site.yaml" || name == "content/glossary.yaml" {
			h.t.Fatalf("%s:%d: %s [%s]", name, f.Pos.Line, f.Message.EN, f.Rule.ID)
		}
		h.remove(name)
		delete(h.other, name)
	}
	for name := range rows {
		if h.rows[name] == nil {
			delete(rows, name)
		}
	}
	h.write(rows, nil)
}

// mend does away with what a finding is about; false where the row cannot stand.
func (r *hostileRow) mend(f finding.Finding) bool {
	for i, head := range r.heads {
		field := r.schema.Field(strings.TrimSuffix(strings.TrimSuffix(head, "_zh"), "_en"))
		if field == nil || f.Field == "" || head != f.Field && field.Name != f.Field {
			continue
		}
		usual := cellOf(r.schema, field)
		switch field.Kind {
		case table.KindRef, table.KindSubject, table.KindNote, table.KindID, table.KindText, table.KindString:
			usual = ""
		}
		if field.Kind == table.KindID {
			usual = fmt.Sprintf("R-%x", r.text[:min(len(r.text), 30)])
		}
		if r.cells[i] == usual {
			return false
		}
		r.cells[i] = usual
		return true
	}
	if last := len(r.heads) - 1; f.Pos.Line == 1 && r.schema.Field(r.heads[last]) == nil && utf8.ValidString(r.text) && !strings.Contains(r.text, "\x00") {
		r.heads, r.cells = r.heads[:last], r.cells[:last]
		return true
	}
	return false
}

func (h *hostile) remove(name string) {
	h.t.Helper()
	if err := os.Remove(filepath.Join(h.dir, name)); err != nil && !os.IsNotExist(err) {
		h.t.Fatal(err)
	}
}

func (h *hostile) write(rows map[string]*hostileRow, other map[string]string) {
	h.t.Helper()
	files := map[string]string{}
	maps.Copy(files, other)
	for name, row := range rows {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		if err := w.WriteAll([][]string{row.heads, row.cells}); err != nil {
			h.t.Fatal(err)
		}
		files[name] = b.String()
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		to := filepath.Join(h.dir, filepath.FromSlash(path.Dir(name)), path.Base(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			h.t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(files[name]), 0o644); err != nil {
			h.t.Logf("no such file can be: %v", err)
			delete(h.other, name)
		}
	}
}

// publish builds the site and gives the folder that it stands in.
func (h *hostile) publish() string {
	h.t.Helper()
	to := filepath.Join(h.t.TempDir(), "public")
	_, s, err := build.Run(context.Background(), build.Options{Source: h.dir, Destination: to})
	if err != nil {
		h.t.Fatal(err)
	}
	s.Close()
	return to
}
