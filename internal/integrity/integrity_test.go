package integrity

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/check"
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/source"
	"gongkai/internal/table"
)

// load reads a small site: a line "file: NAME" begins each file.
func load(t testing.TB, site string) *model.Dataset {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{"data/site.yaml": ""}
	name := ""
	for line := range strings.Lines(site) {
		if next, ok := strings.CutPrefix(line, "file: "); ok {
			name = strings.TrimSpace(next)
			continue
		}
		files[name] += line
	}
	if !strings.Contains(files["data/site.yaml"], "currency:") {
		files["data/site.yaml"] += "currency: CNY\n"
	}
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return read(t, dir)
}

// read reads a site's folder, which must hold nothing that stops a build.
func read(t testing.TB, dir string) *model.Dataset {
	t.Helper()
	src, err := source.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { src.Close() })
	l := &finding.List{}
	d := model.Load(src, model.LoadOptions{}, l)
	for _, f := range l.All() {
		if f.Severity == finding.Error {
			t.Fatalf("%s: %s", f.Pos.File, f.Message.EN)
		}
	}
	return d
}

// show is a row as text: "P1 | 2010 | 34.5%", a marked one with a star.
func show(r Row) string {
	parts := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		parts[i] = showCell(c)
	}
	text := strings.Join(parts, " | ")
	if r.Marked {
		text += " *"
	}
	return text
}

func showCell(c Cell) string {
	switch c := c.(type) {
	case nil:
		return "–"
	case Record:
		return c.Rec().ID
	case Amount:
		return c.Plain()
	case Figure:
		return c.Decimal.String() + " " + c.Unit
	case Day:
		return c.Date.String()
	case Words:
		return c.EN
	}
	return fmt.Sprint(c)
}

func showAll(rows []Row) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(show(r) + "\n")
	}
	return b.String()
}

func TestEveryIndicatorIsDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, n := range all() {
		if n.Name == "" || seen[n.Name] || n.Name != strings.ToLower(n.Name) || strings.Contains(n.Name, " ") {
			t.Errorf("the name %q is not one of its own", n.Name)
		}
		seen[n.Name] = true
		if n.Group == 0 || len(n.Sources) == 0 || n.run == nil {
			t.Errorf("%s lacks its group, its sources or its work", n.Name)
		}
		texts := []finding.Text{n.Title, n.Why, n.Method}
		for _, s := range n.Sources {
			texts = append(texts, s.Text)
			if s.URL != "" && !strings.HasPrefix(s.URL, "https://") {
				t.Errorf("%s: the address %q is none", n.Name, s.URL)
			}
		}
		for _, h := range n.Thresholds {
			texts = append(texts, h.Means)
			if strings.Count(h.Means.ZH, "%s") != 1 || strings.Count(h.Means.EN, "%s") != 1 {
				t.Errorf("%s: the threshold %q has no place for its number in %+v", n.Name, h.Name, h.Means)
			}
			if h.Kind == 0 || h.Name == "" || !h.Holds(h.Default) {
				t.Errorf("%s: the threshold %q lacks its kind, its name or a default within its bounds", n.Name, h.Name)
			}
		}
		for _, text := range texts {
			if text.ZH == "" || text.EN == "" || text.ZH == text.EN {
				t.Errorf("%s lacks a text: %+v", n.Name, text)
			}
		}
	}
}

// TestIndicatorsDoNotAccuse keeps verdicts out of the page's words.
func TestIndicatorsDoNotAccuse(t *testing.T) {
	for _, n := range Indicators() {
		for _, text := range []finding.Text{n.Title, n.Why, n.Method} {
			for _, word := range []string{"corrupt", "fraud", "suspicious", "collusion", "illegal", "腐败", "违法", "嫌疑", "勾结", "舞弊"} {
				if strings.Contains(strings.ToLower(text.EN), word) || strings.Contains(text.ZH, word) {
					t.Errorf("%s says %q", n.Name, word)
				}
			}
		}
	}
}

// TestListsAreWhole holds every list of the demonstration to its columns.
func TestListsAreWhole(t *testing.T) {
	r := New(read(t, "../.."))
	for _, result := range r.Results {
		checkResult(t, result)
	}
	if n, of := r.Marked(); n == 0 || of == 0 {
		t.Error("nothing of the demonstration is marked")
	}
}

func checkResult(t *testing.T, r oversight.Result) {
	t.Helper()
	if r.Looked > r.Of || r.Marked > r.Looked || r.Things.IsZero() {
		t.Errorf("%s marks %d of %d of %d %s", r.Name, r.Marked, r.Looked, r.Of, r.Things.EN)
	}
	if r.Missing.IsZero() == (r.Looked == 0) {
		t.Errorf("%s looked at %d things and says %q is missing", r.Name, r.Looked, r.Missing.EN)
	}
	names := map[string]bool{}
	for i, l := range r.Lists {
		if names[l.Name] || (l.Name == "") != (i == 0) {
			t.Errorf("%s: the list %d is named %q", r.Name, i, l.Name)
		}
		names[l.Name] = true
		for _, c := range l.Columns {
			if c.Name == "" || c.Title.ZH == "" || c.Title.EN == "" {
				t.Errorf("%s: a column of the list %q has no name or title: %+v", r.Name, l.Name, c)
			}
		}
		for _, row := range l.Rows() {
			if len(row.Cells) != len(l.Columns) {
				t.Fatalf("%s: a row of the list %q has %d cells to %d columns", r.Name, l.Name, len(row.Cells), len(l.Columns))
			}
			for _, c := range row.Cells {
				if rec, ok := c.(Record); ok && (rec.Entity == nil || isNil(rec.Entity)) {
					t.Fatalf("%s: a row of the list %q has a record that is none", r.Name, l.Name)
				}
			}
		}
	}
}

func isNil(e table.Entity) bool {
	defer func() { _ = recover() }()
	return e.Rec() == nil
}

func TestTheSameDataGivesTheSameReport(t *testing.T) {
	d := read(t, "../..")
	text := func() string {
		var b strings.Builder
		for _, r := range New(d).Results {
			for _, l := range r.Lists {
				b.WriteString(showAll(l.Rows()))
			}
		}
		return b.String()
	}
	if first := text(); first != text() {
		t.Error("two reports of the same data differ")
	}
}

func BenchmarkNew(b *testing.B) {
	d := read(b, "../..")
	var l finding.List
	check.Run(d, &l)
	for b.Loop() {
		New(d)
	}
}

// TestTheHandbookNamesEveryThreshold keeps the handbook's list in step.
func TestTheHandbookNamesEveryThreshold(t *testing.T) {
	for _, name := range []string{"integrity.md", "integrity.en.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "content", "handbook", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range Indicators() {
			line := ""
			for l := range strings.Lines(string(text)) {
				if strings.HasPrefix(l, "| `"+n.Name+"` |") {
					line = strings.ReplaceAll(l, ",", "")
				}
			}
			if line == "" {
				t.Errorf("%s does not list %s", name, n.Name)
			}
			for _, h := range n.Thresholds {
				if want := "`" + h.Name + "` " + strings.ReplaceAll(h.Text(h.Default), ",", ""); !strings.Contains(line, want) {
					t.Errorf("%s does not give %s of %s", name, want, n.Name)
				}
			}
		}
	}
}
