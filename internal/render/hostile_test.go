package render

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestNothingInAViewBecomesActive puts text that means to leave its place into
// every field of every view.
func TestNothingInAViewBecomesActive(t *testing.T) {
	l := load(t)
	for _, text := range []string{
		`"><script>alert(1)</script>`,
		`javascript:alert(1)`,
		"  JaVaScRiPt\t:alert(1)",
		`data:text/html,<script>alert(1)</script>`,
		`' onmouseover='alert(1)`,
		`x onmouseover=alert(1) style=color:red`,
		`</title><img src=x onerror=alert(1)>`,
		"{{.Title}}\x00<!--",
	} {
		for name := range views() {
			f := &filler{text: func(string) string { return text }}
			page := render(t, l, name, "en", f.filled(views()[name]))
			checkInert(t, name, page)
		}
	}
}

// checkInert reports elements and attributes that no layout writes.
func checkInert(t *testing.T, name, text string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "style", "img", "iframe", "object", "embed", "base", "form":
			t.Errorf("%s: the page has a <%s>", name, n.Data)
		}
		for _, a := range n.Attr {
			key, value := strings.ToLower(a.Key), strings.ToLower(strings.TrimSpace(a.Val))
			if strings.HasPrefix(key, "on") || key == "style" {
				t.Errorf("%s: <%s> has %s=%q", name, n.Data, a.Key, a.Val)
			}
			if (key == "href" || key == "src") && (strings.HasPrefix(value, "javascript") || strings.HasPrefix(value, "data:")) {
				t.Errorf("%s: <%s> leads to %q", name, n.Data, a.Val)
			}
		}
	}
}
