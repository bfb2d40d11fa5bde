package render

import (
	"bytes"
	"html/template"
	"strings"
	"testing"

	"gongkai/internal/site"
)

func TestAChartIsTheSameCompiled(t *testing.T) {
	p := &parts{}
	asked := template.Must(template.New("base").Funcs(p.funcs()).Parse(`<p>{{.Kind}}</p>{{with .Chart}}{{draw .}}{{end}}{{draw .Chart}}`))
	type view struct {
		Kind  string
		Chart site.Chart
	}
	made, err := compile(asked, p, view{})
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range append(forms(), "", "unknown") {
		for _, text := range nasty() {
			f := &filler{text: func(string) string { return text }}
			v := f.filled(view{}).(view)
			v.Chart.Form = form
			var got, want bytes.Buffer
			if !made.render(&got, v) {
				t.Fatal("the program gave up")
			}
			if err := asked.Execute(&want, v); err != nil {
				t.Fatal(err)
			}
			if got.String() != want.String() {
				t.Errorf("%s of %q is\n%s, want\n%s", form, text, &got, &want)
			}
			if strings.Contains(got.String(), "NaN") {
				t.Errorf("%s of %q has a coordinate that is no number", form, text)
			}
		}
	}
}

func forms() []string {
	return []string{
		site.FormColumns, site.FormBars, site.FormRows, site.FormDots, site.FormRanges, site.FormTiles, site.FormFlow, site.FormMultiples,
	}
}
