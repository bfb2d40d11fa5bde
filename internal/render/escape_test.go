package render

import (
	"bytes"
	"html/template"
	"strings"
	"testing"
)

// places are layouts that print a text with each native escaper, and those
// escapers' names.
func places() map[string][]string {
	return map[string][]string{
		`<p>{{.}}</p>`:                {"htmlescaper"},
		`<p title="{{.}}">`:           {"attrescaper"},
		`<p title='a {{.}}'>`:         {"attrescaper"},
		`<title>{{.}}</title>`:        {"rcdataescaper"},
		`<a href="{{.}}">`:            {"urlfilter", "urlnormalizer", "attrescaper"},
		`<a href="/{{.}}">`:           {"urlnormalizer", "attrescaper"},
		`<a href='mailto:{{.}}'>`:     {"urlnormalizer", "attrescaper"},
		`<a href="x.html?q={{.}}">`:   {"urlescaper", "attrescaper"},
		`<a href="#{{.}}">`:           {"urlescaper", "attrescaper"},
		`<meta content="{{.}}">`:      {"attrescaper"},
		`<textarea>{{.}}</textarea>`:  {"rcdataescaper"},
		`<q cite="{{.}}">x</q>`:       {"urlfilter", "urlnormalizer", "attrescaper"},
		`<p class="chip chip-{{.}}">`: {"attrescaper"},
	}
}

// FuzzEscapers compares each native escaper with html/template's functions.
func FuzzEscapers(f *testing.F) {
	for _, text := range nasty() {
		f.Add(text)
	}
	templates := map[string]*template.Template{}
	for place := range places() {
		t, err := template.New(place).Parse(place)
		if err != nil {
			f.Fatal(err)
		}
		templates[place] = t
	}
	f.Fuzz(func(t *testing.T, text string) {
		for place, names := range places() {
			var b bytes.Buffer
			if err := templates[place].Execute(&b, text); err != nil {
				t.Fatal(err)
			}
			before, after, _ := strings.Cut(place, "{{.}}")
			got := string(nativeEscaper(names)([]byte(before), text)) + after
			if want := b.String(); got != want {
				t.Errorf("%s with %.200q\ngot  %.400q\nwant %.400q", place, text, got, want)
			}
		}
	})
}

// TestPlacesAreWhatTheyAreTakenFor asks html/template for its escapers' names.
func TestPlacesAreWhatTheyAreTakenFor(t *testing.T) {
	for place, want := range places() {
		tmpl := template.Must(template.New(place).Parse(place))
		if err := tmpl.Execute(&bytes.Buffer{}, ""); err != nil {
			t.Fatal(err)
		}
		if got := tmpl.Tree.Root.Nodes[1].String(); got != actionWith(want) {
			t.Errorf("%s became %s, want %s", place, got, actionWith(want))
		}
	}
}

func actionWith(names []string) string {
	action := "{{."
	for _, name := range names {
		action += " | " + escaperPrefix + name
	}
	return action + "}}"
}
