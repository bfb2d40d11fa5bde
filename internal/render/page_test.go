package render

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// parsed is a page as a browser reads it.
func parsed(t *testing.T, text string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatalf("the page does not parse: %v", err)
	}
	return doc
}

// checkInert reports elements and attributes that act, which no layout writes.
func checkInert(t *testing.T, doc *html.Node) {
	t.Helper()
	active := []string{"script", "style", "img", "iframe", "object", "embed", "base", "form", "input"}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if slices.Contains(active, n.Data) && !searches(n) {
			t.Errorf("the page has a <%s>", n.Data)
		}
		for _, a := range n.Attr {
			key, value := strings.ToLower(a.Key), strings.ToLower(strings.TrimSpace(a.Val))
			if strings.HasPrefix(key, "on") || key == "style" {
				t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
			}
			if (key == "href" || key == "src") && (strings.HasPrefix(value, "javascript") || strings.HasPrefix(value, "data:")) {
				t.Errorf("<%s> leads to %q", n.Data, a.Val)
			}
		}
	}
}

// bounds reports an empty field for an end of a range, which a filter of the
// search has: it sends nothing by itself.
func bounds(n *html.Node) bool {
	kind := attribute(n, "type")
	return (kind == "number" || kind == "date") && attribute(n, "name") == "" && attribute(n, "value") == "" &&
		n.Parent.Data == "form" && attribute(n.Parent, "class") == "span"
}

// searches reports what the search box and the form of comparisons are made of,
// their pages' scripts, and the data block that every page may have.
func searches(n *html.Node) bool {
	switch n.Data {
	case "form":
		action := attribute(n, "action")
		sends := strings.HasSuffix(action, "search.html") || action == "compare.html" || action == "" // the style page's samples lead nowhere
		return sends && attribute(n, "method") == ""                                                  // which is get
	case "input":
		return attribute(n, "type") == "search" && attribute(n, "name") == "q" || attribute(n, "id") == "compare-name" ||
			strings.HasPrefix(attribute(n, "id"), "style-") || attribute(n, "type") == "checkbox" || // samples
			bounds(n)
	case "script":
		src := attribute(n, "src")
		if attribute(n, "type") == "application/ld+json" {
			return n.Parent.Data == "head" && n.FirstChild != nil && n.FirstChild == n.LastChild && json.Valid([]byte(n.FirstChild.Data))
		}
		return (strings.HasSuffix(src, "search/start.js") || strings.HasSuffix(src, "compare/start.js")) && n.FirstChild == nil
	}
	return false
}

// checkWhole reports what a page must have and what it must not have twice.
func checkWhole(t *testing.T, doc *html.Node, lang string) {
	t.Helper()
	count, ids := map[string]int{}, map[string]int{}
	var named []string // ids that links and labels of the page name
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		if (n.Data == "th" || n.Data == "a" && attribute(n, "href") != "#main") && textOf(n) == "" {
			t.Errorf("<%s> is empty", n.Data)
		}
		if n.Data == "html" && attribute(n, "lang") != lang {
			t.Errorf("the page is in %q, want %q", attribute(n, "lang"), lang)
		}
		for _, a := range n.Attr {
			switch {
			case (a.Key == "lang" || a.Key == "href" || a.Key == "hreflang") && a.Val == "":
				t.Errorf("<%s> has an empty %s", n.Data, a.Key)
			case strings.Contains(a.Val, "ZgotmplZ"):
				t.Errorf("<%s> has a refused %s", n.Data, a.Key)
			case a.Key == "id":
				ids[a.Val]++
			case a.Key == "aria-labelledby":
				named = append(named, a.Val)
			}
		}
	}
	for _, one := range []string{"h1", "main", "title", "footer"} {
		if count[one] != 1 {
			t.Errorf("the page has %d <%s>, want one", count[one], one)
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d elements have the id %q", n, id)
		}
	}
	for _, id := range append(named, "main") {
		if ids[id] == 0 {
			t.Errorf("no element has the id %q", id)
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
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
