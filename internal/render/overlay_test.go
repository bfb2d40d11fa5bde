package render

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"gongkai/internal/site"
)

func TestSiteLayoutWins(t *testing.T) {
	own := fstest.MapFS{
		"project.html":          {Data: []byte("<h1>Ours: {{.Name}}</h1>{{template \"crumbs\" .Crumbs}}")},
		"_partials/crumbs.html": {Data: []byte("<p>{{len .}} steps</p>")},
		"poster.html":           {Data: []byte("<h1>Poster {{.Title}}</h1>")},
	}
	l, err := Load(own, langs)
	if err != nil {
		t.Fatal(err)
	}
	text := render(t, l, "project", "en", site.Project{Record: site.Record{Name: "A & B", Frame: site.Frame{Lang: "en"}}})
	for _, want := range []string{"<h1>Ours: A &amp; B</h1><p>0 steps</p>", `<html lang="en"`, `class="foot"`} {
		if !strings.Contains(text, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if got := l.Origin("project"); got != "layouts/project.html" {
		t.Errorf("project is from %q", got)
	}
	if got := l.Origin("home"); got != "built-in" {
		t.Errorf("home is from %q", got)
	}
	if text := render(t, l, "poster", "en", site.NotFound{Frame: site.Frame{Title: "one"}}); !strings.Contains(text, "Poster one") {
		t.Error("a layout of the site's own name does not render")
	}
}

func TestErrorsOfSiteLayoutsNameTheLine(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"open action", "project.html", "<h1>\n{{.Name\n</h1>", `layouts/project.html:3: the layout does not parse: unexpected "<" in operand: "</h1>"`},
		{"no end", "project.html", "<h1>\n{{if .Name}}x</h1>\n", `layouts/project.html:3: the layout does not parse: unexpected EOF`},
		{"unknown function", "home.html", "\n{{upper .Title}}", `layouts/home.html:2: the layout does not parse: function "upper" not defined: "{{upper .Title}}"`},
		{"unknown field", "project.html", "<h1>{{.Name}}</h1>\n<p>{{.Amuont}}</p>", `layouts/project.html:2: .Amuont: site.Project has no field "Amuont": "<p>{{.Amuont}}</p>"`},
		{"field of an element", "list.html", "{{range .Table.Rows}}\n{{range .}}{{.Txt}}{{end}}{{end}}", `layouts/list.html:2: .Txt: site.Cell has no field "Txt"`},
		{"field behind a variable", "list.html", "{{range $i, $row := .Table.Rows}}{{range $row}}\n{{$.Titel}}{{end}}{{end}}", `layouts/list.html:2: $.Titel: site.List has no field "Titel"`},
		{"field of a text", "note.html", "{{with .Title}}{{.Text}}{{end}}", `layouts/note.html:1: .Text is string, which has no field "Text"`},
		{"range over a struct", "list.html", "{{range .Table}}{{end}}", `layouts/list.html:1: .Table is not a list to range over`},
		{"unknown partial", "home.html", "<h1>x</h1>\n{{template \"tabel\" .ByYear}}", `layouts/home.html:2: there is no partial "tabel"`},
		{"partial of another view", "home.html", "{{template \"chain\" .Title}}", `layouts/_partials/chain.html:`},
		{"a tag that one branch leaves open", "home.html", "<h1>x</h1>\n{{if .Demo}}<a href=\"{{end}}", `layouts/home.html:2: the layout does not parse: {{if}} branches end in different contexts`},
		{"a tag that a partial leaves open", "_partials/link.html", "x\n<a href=\"{{if .Href}}\"{{end}}", `layouts/_partials/link.html:2: the layout does not parse: {{if}} branches end in different contexts`},
		{"unknown word", "home.html", "\n\n{{t \"brwose\"}}", `layouts/home.html:3: words.yaml has no word "brwose": "{{t \"brwose\"}}"`},
		{"words that do not parse", "words.yaml", "browse: {en: x\n", `layouts/words.yaml:`},
		{"a word that is an action", "words.yaml", "skip: {en: x}\nbrowse: {en: '{{.Title}}'}\n", `layouts/words.yaml:2: the word "browse" holds “{{”: "browse: {en: '{{.Title}}'}"`},
		{"a part in itself", "_partials/foot.html", "<p>\n{{if .Demo}}{{part \"foot\" .}}{{end}}", `layouts/_partials/foot.html:2: part "foot" .: what part renders cannot call part again`},
		{"a part in what a part calls", "_partials/sections.html", "{{define \"x\"}}\n{{part .Title .}}{{end}}{{template \"x\" .}}", `layouts/_partials/sections.html:2: part .Title .: what part renders cannot call part again`},
		{"a large file", "home.html", strings.Repeat("x", maxFile+1), `layouts/home.html: the layout is larger than 1 MiB`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(fstest.MapFS{c.file: {Data: []byte(c.text)}}, langs)
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("the error is %v, want one about %s", err, c.file)
			}
			if !strings.HasPrefix(e.Error(), c.want) {
				t.Errorf("got  %s\nwant %s", e, c.want)
			}
			if e.In("zh") == e.In("en") {
				t.Errorf("the message is not in Chinese: %s", e.In("zh"))
			}
		})
	}
}

// TestAPartInAPartIsRefused where only the page tells which part it is.
func TestAPartInAPartIsRefused(t *testing.T) {
	l, err := Load(fstest.MapFS{"404.html": {Data: []byte("{{$x := \"masthead\"}}{{part $x .}}")}}, langs)
	if err != nil {
		t.Fatal(err)
	}
	err = l.Render(&bytes.Buffer{}, &site.Page{URL: "404.html", Layout: "404", Lang: "en"}, site.NotFound{})
	if want := `part "search" is called by what part renders`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("the error is %v, want %s", err, want)
	}
}

func TestRenderLeavesTheBufferAfterAnError(t *testing.T) {
	l := load(t)
	w := bytes.NewBufferString("before")
	for _, page := range []site.Page{
		{URL: "x.html", Layout: "project", Lang: "en"}, // the view below is not a project
		{URL: "x.html", Layout: "none", Lang: "en"},
		{URL: "x.html", Layout: "project", Lang: "fr"},
	} {
		if err := l.Render(w, &page, site.NotFound{}); err == nil {
			t.Errorf("layout %q in %q rendered a view that it cannot", page.Layout, page.Lang)
		}
		if w.String() != "before" {
			t.Errorf("the buffer has %d bytes after an error", w.Len())
		}
	}
}
