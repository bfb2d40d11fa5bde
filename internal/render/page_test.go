package render

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// page is a parsed page with what is wrong in it.
type page struct {
	t     *testing.T
	seen  map[string]int    // elements by name
	ids   map[string]bool   // of elements
	named map[string]bool   // ids that labels and skip links name
	roles map[string]int    // by role
	attrs map[string]string // of the element at hand
}

// checkPage reports what no page may have, whatever its view holds.
func checkPage(t *testing.T, text string) *page {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatalf("the page does not parse: %v", err)
	}
	p := &page{t: t, seen: map[string]int{}, ids: map[string]bool{}, named: map[string]bool{}}
	p.walk(doc)
	return p
}

func (p *page) walk(n *html.Node) {
	p.t.Helper()
	if n.Type == html.ElementNode {
		p.element(n)
	}
	for c := range n.ChildNodes() {
		p.walk(c)
	}
}

func (p *page) element(n *html.Node) {
	p.t.Helper()
	p.seen[n.Data]++
	p.attrs = map[string]string{}
	for _, a := range n.Attr {
		p.attrs[a.Key] = a.Val
		p.attribute(n, a)
	}
	switch n.Data {
	case "script", "style", "iframe", "object", "embed", "base", "form":
		p.t.Errorf("the page has a <%s>", n.Data)
	case "th":
		if textOf(n) == "" {
			p.t.Error("a table has an empty header")
		}
	case "a":
		if textOf(n) == "" && p.attrs["aria-label"] == "" {
			p.t.Errorf("the link to %q has no text", p.attrs["href"])
		}
	}
}

func (p *page) attribute(n *html.Node, a html.Attribute) {
	p.t.Helper()
	switch {
	case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
		p.t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
	case a.Key == "href" || a.Key == "src":
		scheme, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(a.Val)), ":")
		if scheme == "javascript" || scheme == "data" || scheme == "vbscript" {
			p.t.Errorf("<%s> leads to %q", n.Data, a.Val)
		}
		if id, ok := strings.CutPrefix(a.Val, "#"); ok && id != "ZgotmplZ" {
			p.named[id] = true
		}
	case a.Key == "lang" && a.Val == "":
		p.t.Errorf("<%s> has an empty lang", n.Data)
	case a.Key == "id":
		if p.ids[a.Val] {
			p.t.Errorf("the id %q is there twice", a.Val)
		}
		p.ids[a.Val] = true
	case a.Key == "aria-labelledby":
		p.named[a.Val] = true
	}
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}
