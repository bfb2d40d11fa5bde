package render

import (
	"bytes"
	"html/template"
	"regexp"
	"testing"

	"gongkai/internal/site"
	"gongkai/layouts"
)

// FuzzPrograms takes any text for a layout. Where it can be compiled, it prints
// the same bytes as with html/template.
func FuzzPrograms(f *testing.F) {
	files, err := readFiles(layouts.Files, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(files.base.text)
	for _, l := range files.partials {
		f.Add(l.text)
	}
	for _, text := range []string{
		`{{$x := .Name}}{{range $i, $t := .Tables}}{{if $i}}{{$x}}{{end}}{{range .Rows}}{{len .}}{{end}}{{else}}{{$x}}{{end}}`,
		`{{if and .Facts (eq .Kind .Name) (lt (len .Notes) 2)}}<a href="{{.JSON}}?{{.ID}}" title="{{.Kind}}">{{(index .Facts 0).Label}}</a>{{end}}`,
		`{{with .Source}}{{.Href}}{{else}}{{.ID}}{{end}}<title>{{.Kind}}</title>{{part "foot" .}}{{define "x"}}{{.}}{{end}}{{template "x" .ID}}`,
		`{{define "list"}}{{range .}}<a href="#{{.Text}}">{{.Href}}</a>{{else}}{{$}}{{end}}{{end}}{{template "list" .Nav}}{{template "list" .Crumbs}}`,
	} {
		f.Add(text)
	}
	large := regexp.MustCompile(`[0-9_]{3}`) // a number that a range would count to
	f.Fuzz(func(t *testing.T, text string) {
		p := &parts{partials: template.Must(template.New("foot").Parse(`<footer>{{.Foot.Email}}</footer>`))}
		asked, err := template.New("base").Funcs(p.funcs()).Parse(text)
		if err != nil || large.MatchString(text) {
			return
		}
		made, err := compile(asked, p, site.Record{})
		if err != nil {
			return
		}
		for seed := range uint64(3) {
			view := mixed(seed).filled(site.Record{})
			var got, want bytes.Buffer
			if !made.render(&got, view) {
				continue
			}
			if err := asked.Execute(&want, view); err != nil || got.String() != want.String() {
				t.Errorf("%q\nprogram       %.400q\nhtml/template %.400q (%v)", text, got.String(), want.String(), err)
			}
		}
	})
}
