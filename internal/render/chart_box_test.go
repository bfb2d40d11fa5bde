package render

import (
	"strconv"
	"strings"
	"testing"

	"gongkai/internal/site"

	"golang.org/x/net/html"
)

// checkPicture reports what reaches out of a picture: coordinates that are no
// numbers, boxes beyond its sides, and what acts.
func checkPicture(t *testing.T, c site.Chart) {
	t.Helper()
	text := string(appendChart(nil, &c))
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	height := 0.0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html", "head", "body", "svg", "desc", "a", "text", "rect", "line", "circle", "path", "foreignObject", "div", "span", "b", "title", "ul", "ol", "li":
		default:
			t.Fatalf("%s has a <%s>:\n%s", c.Form, n.Data, text)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Fatalf("%s has %s=%q", c.Form, a.Key, a.Val)
			}
			if a.Key == "d" {
				for _, bad := range []string{"NaN", "Inf", "e"} {
					if strings.Contains(a.Val, bad) {
						t.Fatalf("%s has the path %q", c.Form, a.Val)
					}
				}
			}
		}
		if n.Data == "svg" && attribute(n, "viewBox") == "" {
			height = coordinate(t, c, n, "height")
		}
		if n.Data == "rect" {
			x, y, w, h := coordinate(t, c, n, "x"), coordinate(t, c, n, "y"), coordinate(t, c, n, "width"), coordinate(t, c, n, "height")
			if x < -.02 || y < -.02 || w < 0 || h < 0 || x+w > 100.02 || y+h > height+1.02 {
				t.Fatalf("%s: a box at %g %g of %g by %g is not within 100 by %g:\n%s", c.Form, x, y, w, h, height, text)
			}
		}
		if n.Data == "circle" {
			if x, y := coordinate(t, c, n, "cx"), coordinate(t, c, n, "cy"); x < -.02 || x > 100.02 || y < 0 || y > height {
				t.Fatalf("%s: a dot at %g %g is not within 100 by %g:\n%s", c.Form, x, y, height, text)
			}
		}
	}
}

// coordinate is an attribute in percent or pixels.
func coordinate(t *testing.T, c site.Chart, n *html.Node, name string) float64 {
	t.Helper()
	text := strings.TrimSuffix(attribute(n, name), "%")
	if text == "" {
		return 0
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || v-v != 0 {
		t.Fatalf("%s: <%s> has %s=%q", c.Form, n.Data, name, text)
	}
	return v
}
