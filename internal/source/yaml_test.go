package source

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"gongkai/internal/finding"
)

func TestParseYAMLRefusesWhatIsNotPlain(t *testing.T) {
	for _, c := range []struct{ name, text, told string }{
		{"plain", "- id: A1\n  name: Care\n", ""},
		{"empty", "", ""},
		{"comment only", "# nothing\n", ""},
		{"null", "~\n", ""},
		{"start and end marks", "---\na: 1\n...\n", ""},
		{"alias", "a: &x 1\nb: *x\n", "yaml-alias 1:4; yaml-alias 2:4"},
		{"unknown alias", "a: *x\n", "yaml-syntax 1:1"},
		{"merge", "<<: {a: 1}\nb: 2\n", "yaml-alias 1:1"},
		{"merge as text", "\"<<\": a\n", ""},
		{"custom tag", "a: !ruby/object x\n", "yaml-tag 1:4"},
		{"binary", "a: !!binary aGk=\n", "yaml-tag 1:4"},
		{"str tag", "a: !!str 12\n", ""},
		{"two documents", "a: 1\n---\nb: 2\n", "yaml-documents 2:1"},
		{"two documents, second empty", "a: 1\n---\n", "yaml-documents 2:1"},
		{"duplicate key", "a: 1\nb: 2\na: 3\n", "duplicate-key 3:1"},
		{"duplicate key deep", "x:\n  - {k: 1, k: 2}\n", "duplicate-key 2:12"},
		{"key that is a list", "? [a, b]\n: 1\n", "yaml-form 1:3"},
		{"tab indentation", "a:\n\tb: 1\n", "yaml-syntax 2:2"},
		{"second colon", "title: Care: at home\n", "yaml-syntax 1:1"},
		{"second colon further down", "a: 1\nb: 2\nc: x: y\nd: 3\n", "yaml-syntax 3:1"},
		{"wrong indentation", "a: 1\nb: 2\n c: 3\nd: 4\n", "yaml-syntax 3:2"},
		{"list at wrong depth", "a:\n  - x\n - y\nb: 1\n", "yaml-syntax 3:2"},
		{"open bracket", "a: [1, 2\nb: 3\n", "yaml-syntax 1:1"},
		{"open quotation mark", "a: 1\nb: \"x\nc: 3\n", "yaml-syntax 2:1"},
		{"at sign", "a: 1\nb: @x\n", "yaml-syntax 2:1"},
		{"control character", "a: 1\nb: x\x01y\n", "yaml-syntax 2:1"},
		{"unseen line end", "a: 1\nb: x\u2028y\n", "yaml-syntax 2:5"},
		{"conflict", "a: 1\n<<<<<<< HEAD\nb: 2\n", "conflict-marker 2:1"},
		{"deep brackets", strings.Repeat("[", 70) + strings.Repeat("]", 70), "yaml-too-deep 1:0"},
		{"very deep brackets", strings.Repeat("[", 1<<18), "yaml-too-deep 1:0"},
		{"deep lists", strings.Repeat("- ", 1<<18) + "x", "yaml-too-deep 1:0"},
		{"deep maps", deepMaps(300), "yaml-too-deep 65:0"},
		{"deep maps, little above", deepMaps(65), "yaml-too-deep 65:0"},
		{"at the depth allowed", deepMaps(64), ""},
		{"nearly too many brackets in text", "- \"[[[[\"\n" + strings.Repeat("- \"[[\"\n", 500), ""},
		{"too many values", "[" + strings.Repeat("a,", maxValues), "yaml-too-large 0:0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l finding.List
			_, ok := ParseYAML("data/x.yaml", []byte(c.text), &l)
			if told(&l) != c.told || ok != (c.told == "") {
				t.Errorf("told %q, want %q", told(&l), c.told)
				for _, f := range l.All() {
					t.Log(f.Message.EN)
				}
			}
		})
	}
}

func deepMaps(levels int) string {
	var b strings.Builder
	for i := range levels {
		fmt.Fprintf(&b, "%sk:\n", strings.Repeat(" ", i))
	}
	return b.String()
}

func parse(t *testing.T, text string) *yaml.Node {
	t.Helper()
	var l finding.List
	n, ok := ParseYAML("data/x.yaml", []byte(text), &l)
	if !ok {
		t.Fatal(told(&l))
	}
	return n
}

func TestScalarIsTextAsWritten(t *testing.T) {
	n := parse(t, "[012345, 1e3, yes, 2010-01-01, ~, null, \"null\", '', 0x1F, 1_000, .inf, \"a\\nb\", 12:30:45]")
	want := []string{"012345", "1e3", "yes", "2010-01-01", "", "", "null", "", "0x1F", "1_000", ".inf", "a\nb", "12:30:45"}
	for i, c := range n.Content {
		if got, ok := Scalar(c); got != want[i] || !ok {
			t.Errorf("%q, want %q", got, want[i])
		}
	}
	if _, ok := Scalar(n); ok {
		t.Error("a list is taken for text")
	}
	if got, ok := Scalar(nil); got != "" || !ok {
		t.Error("no node is not blank")
	}
}

func TestCheckKeysSuggestsTheNearest(t *testing.T) {
	var l finding.List
	CheckKeys("data/site.yaml", parse(t, "title: x\nlanguagse: [zh]\nwhatever: 1\n"), []string{"title", "languages", "licence"}, &l)
	if told(&l) != "unknown-key 2:1; unknown-key 3:1" {
		t.Error(told(&l))
	}
	if hint := l.All()[0].Hint.EN; !strings.Contains(hint, `"languages"`) {
		t.Error(hint)
	}
	if hint := l.All()[1].Hint.EN; !strings.Contains(hint, "title, languages, licence") {
		t.Error(hint)
	}
}

func TestListTableMakesRows(t *testing.T) {
	n := parse(t, "- id: A1\n  title: {zh: 养老, en: Care}\n- id: A2\n  parents:\n    - A1\n    - A0\n  title: ~\n- title:\n    zh-Hant: 養老\n")
	var l finding.List
	rows, ok := ListTable("data/x.yaml", n, &l)
	if !ok {
		t.Fatal(told(&l))
	}
	var b strings.Builder
	for _, h := range rows.Headings {
		fmt.Fprintf(&b, "%s@%d:%d ", h.Text, h.Pos.Line, h.Pos.Col)
	}
	for _, r := range rows.Rows {
		fmt.Fprintf(&b, "\n%d:", r.Line)
		for _, c := range r.Cells {
			fmt.Fprintf(&b, " %q@%d:%d", c.Text, c.Pos.Line, c.Pos.Col)
		}
	}
	want := `id@1:3 title_zh@2:11 title_en@2:19 parents@4:3 title@7:3 title_zh-Hant@9:5 
1: "A1"@1:7 "养老"@2:15 "Care"@2:23 ""@1:1 ""@1:1 ""@1:1
3: "A2"@3:7 ""@3:1 ""@3:1 "A1;A0"@5:5 ""@7:10 ""@3:1
8: ""@8:1 ""@8:1 ""@8:1 ""@8:1 ""@8:1 "養老"@9:14`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestListTableTellsOfOtherShapes(t *testing.T) {
	for text, want := range map[string]string{
		"id: A1\n":                            "yaml-form 1:1",
		"- A1\n- A2\n":                        "yaml-form 1:3; yaml-form 2:3",
		"- id: A1\n  x: {deep: 1}\n":          "yaml-form 2:6",
		"- id: A1\n  x: [[1]]\n":              "yaml-form 2:6",
		"- title: {zh: a}\n  title_zh: b\n":   "duplicate-key 2:3",
		"- title: {zh: {en: a}}\n":            "yaml-form 1:15",
		"[]\n":                                "no-rows 0:0",
		"- {id: A1, points: [1, 2], n: null}": "",
		"":                                    "no-rows 0:0",
	} {
		var l finding.List
		if _, ok := ListTable("data/x.yaml", parse(t, text), &l); told(&l) != want || ok == l.HasErrors() {
			t.Errorf("%q: told %q, want %q", text, told(&l), want)
		}
	}
}

func TestFrontMatterSplitsANote(t *testing.T) {
	for _, c := range []struct {
		text, title, body string
		line              int
		told              string
	}{
		{"---\ntitle: A\n---\n\nBody\n", "A", "\nBody\n", 4, ""},
		{"---\ntitle: A\n...\nBody", "A", "Body", 4, ""},
		{"--- \ntitle: A\n---", "A", "", 4, ""},
		{"---\n---\nBody\n", "", "Body\n", 3, ""},
		{"# No head\n", "", "# No head\n", 1, ""},
		{"", "", "", 1, ""},
		{"Text\n---\nmore\n", "", "Text\n---\nmore\n", 1, ""},
		{"---\ntitle: A\n\nBody\n", "", "", 0, "front-matter 1:1"},
		{"---\njust text\n---\nBody\n", "", "Body\n", 4, "front-matter 2:1"},
		{"---\ntitle: A\ntitle: B\n---\nBody\n", "", "Body\n", 5, "duplicate-key 3:1"},
		{"---\na: b: c\n---\nBody\n", "", "Body\n", 4, "yaml-syntax 2:1"},
	} {
		var l finding.List
		n, body, line, ok := FrontMatter("content/x.md", []byte(c.text), &l)
		title := ""
		Mapping(n, func(k, v *yaml.Node) { title = v.Value })
		if title != c.title || string(body) != c.body || line != c.line || told(&l) != c.told || ok != (c.told == "") {
			t.Errorf("%q gives %q %q %d %q", c.text, title, body, line, told(&l))
		}
	}
}
