package source

import (
	"bytes"
	"io"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"gongkai/internal/finding"
)

// inside fails where a finding stands outside the text it is about.
func inside(t *testing.T, text []byte, l *finding.List) {
	t.Helper()
	x := newLineIndex(text)
	last := bytes.Count(text, []byte{'\n'}) + 1
	for _, f := range l.All() {
		if f.Message.ZH == "" || f.Message.EN == "" {
			t.Errorf("%s says nothing", f.Rule.ID)
		}
		if f.Pos.Line < 0 || f.Pos.Line > last {
			t.Fatalf("%s in line %d of %d: %q", f.Rule.ID, f.Pos.Line, last, text)
		}
		if f.Pos.Line == 0 {
			continue
		}
		row, _ := x.get(f.Pos.Line)
		if f.Pos.Col < 0 || f.Pos.Col > utf8.RuneCount(row)+1 {
			t.Fatalf("%s in column %d of %q", f.Rule.ID, f.Pos.Col, row)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{chinese, "\xFF\xFEi\x00d\x00", "\xC9\xE7\xC7\xF8,\xD1\xF8\r\n", "caf\xE9\r", "a\x00b", "\uFEFFid", "i\x00d\x00\n\x00"} {
		f.Add([]byte(s), "")
	}
	for _, c := range charsets() {
		f.Add([]byte(chinese), c.name)
	}
	f.Fuzz(func(t *testing.T, raw []byte, encoding string) {
		var l finding.List
		before := bytes.Clone(raw)
		text, ok := Decode("x.csv", raw, encoding, &l)
		if !bytes.Equal(raw, before) {
			t.Fatal("the caller's bytes were changed")
		}
		if ok == l.HasErrors() {
			t.Fatalf("ok is %v: %s", ok, told(&l))
		}
		if !ok {
			return
		}
		if !utf8.Valid(text) || bytes.ContainsAny(text, "\r\x00") {
			t.Fatalf("%q is not clean", text)
		}
		inside(t, text, &l)
	})
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{
		"id,title\nP1,\"a\nb\"\n", "sep=;\nid;title\n1;2\n", "x\n\nid\ttitle\n1\t\"2", "a,b\n\"c\"d,e\n", "List,,\nid,title,year\n1,2,3\n",
	} {
		f.Add([]byte(s), 0)
		f.Add([]byte(s), 2)
	}
	f.Fuzz(func(t *testing.T, raw []byte, skip int) {
		var l finding.List
		text, ok := Decode("x.csv", raw, "", &l)
		if !ok {
			return
		}
		c, ok := OpenCSV("x.csv", text, CSVOptions{SkipRows: skip, Known: knownHeadings}, &l)
		if ok == l.HasErrors() {
			t.Fatalf("ok is %v: %s", ok, told(&l))
		}
		for ok {
			row, err := c.Reader.Read()
			if err == io.EOF {
				break
			}
			if err != nil {
				l.Add(c.Problem(err))
				break
			}
			for i := range len(row) + 1 {
				l.Add(finding.Finding{Rule: ruleTitleRow, Pos: c.Pos(i), Message: say("x", "x")})
			}
		}
		inside(t, text, &l)
	})
}

func FuzzYAML(f *testing.F) {
	for _, s := range []string{
		"- id: A1\n  title: {zh: a, en: b}\n", "a: &x [1]\nb: *x\n", "---\na: 1\n---\nText\n", "a:\n\t- b", "? [a]\n: {b: !c d}\n", "a: |\n  x\n y\n", "\"\\u",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var l finding.List
		text, ok := Decode("x.yaml", raw, "", &l)
		if !ok {
			return
		}
		n, ok := ParseYAML("x.yaml", text, &l)
		if ok == l.HasErrors() {
			t.Fatalf("ok is %v: %s", ok, told(&l))
		}
		if ok {
			CheckKeys("x.yaml", n, []string{"title"}, &l)
			if rows, ok := ListTable("x.yaml", n, &l); ok {
				for _, r := range rows.Rows {
					if len(r.Cells) != len(rows.Headings) {
						t.Fatalf("%d cells under %d headings", len(r.Cells), len(rows.Headings))
					}
				}
			}
		}
		front, _, _, _ := FrontMatter("x.md", text, &l)
		Mapping(front, func(k, v *yaml.Node) { Scalar(v) })
		inside(t, text, &l)
	})
}
