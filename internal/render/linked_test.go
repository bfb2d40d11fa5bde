package render

import (
	"encoding/json"
	"strings"
	"testing"

	"gongkai/internal/site"
)

// FuzzJSON takes any text for a value of a data block: it is read back, and
// nothing in it can end the block.
func FuzzJSON(f *testing.F) {
	for _, text := range nasty() {
		f.Add(text)
	}
	f.Add("</script><!--<script>]]>\u2028\u2029\u0000\x7f\\\"&amp;\xff\xe2\x80")
	f.Fuzz(func(t *testing.T, text string) {
		got := string(appendJSON(nil, text))
		var back string
		if err := json.Unmarshal([]byte(got), &back); err != nil || back != strings.ToValidUTF8(text, "\uFFFD") && back != string([]rune(text)) {
			t.Fatalf("%q became %q, which is read as %q (%v)", text, got, back, err)
		}
		if strings.ContainsAny(got, "<>&\u2028\u2029\x7f\n\r") {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

func TestADataBlockSaysWhatThePageIsAbout(t *testing.T) {
	f := site.Frame{
		Title: "Meals </script>", Path: "projects/P1.html", Up: "../", Base: "https://example.org/open/",
		Canonical: "https://example.org/open/en/projects/P1.html",
		Crumbs:    []site.Link{{Text: "Home", Href: "../index.html"}, {Text: "Projects", Href: "../projects/index.html"}},
		About: []site.Thing{{
			Node: site.Node{Type: "GovernmentService", ID: "https://example.org/open/projects/P1.html#record", Name: "Meals <!--"},
			URL:  "https://example.org/open/en/projects/P1.html", Identifiers: []site.Identifier{{Value: "P1"}, {Scheme: "CN-USCI", Value: "1"}},
			Operators: []site.Node{{Type: "NGO", ID: "x#record", Name: "One"}}, Audience: "all",
		}},
	}
	const want = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[` +
		`{"@type":"GovernmentService","@id":"https://example.org/open/projects/P1.html#record","name":"Meals \u003c!--","url":"https://example.org/open/en/projects/P1.html",` +
		`"identifier":["P1",{"@type":"PropertyValue","propertyID":"CN-USCI","value":"1"}],"audience":{"@type":"Audience","audienceType":"all"},` +
		`"serviceOperator":[{"@type":"NGO","@id":"x#record","name":"One"}]},` +
		`{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Home","item":"https://example.org/open/en/index.html"},` +
		`{"@type":"ListItem","position":2,"name":"Projects","item":"https://example.org/open/en/projects/index.html"},` +
		`{"@type":"ListItem","position":3,"name":"Meals \u003c/script\u003e","item":"https://example.org/open/en/projects/P1.html"}]}]}</script>`
	if got := string(appendLinked(nil, &f)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	f.Base, f.Canonical = "", ""
	if got := string(appendLinked(nil, &f)); !strings.Contains(got, `"name":"Projects","item":"../projects/index.html"},{"@type":"ListItem","position":3,"name":"Meals \u003c/script\u003e"}`) {
		t.Errorf("without a base_url: %s", got)
	}
	f = site.Frame{Base: "https://example.org/", Crumbs: f.Crumbs}
	if got := appendLinked(nil, &f); len(got) > 0 {
		t.Errorf("a page without an address says %s", got)
	}
}
