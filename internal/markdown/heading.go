package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"
)

// idPrefix keeps the ids of a note apart from those of the page around it.
const idPrefix = "h-"

// nameHeadings gives the headings, up to maxAnchors, an id and lists them.
func (d *Doc) nameHeadings() {
	d.ids, d.anchors = map[ast.Node]string{}, map[string]string{}
	repeats := map[string]int{}
	nodes := headingNodes(d.root)
	for _, n := range nodes[:min(len(nodes), maxAnchors)] {
		shown := strings.Join(strings.Fields(d.inlineText(n, nil)), " ")
		slug := slugOf(shown)
		name := slug
		for d.anchors[idPrefix+name] != "" {
			repeats[slug]++
			name = slug + "-" + strconv.Itoa(repeats[slug]+1)
		}
		id := idPrefix + name
		d.ids[n], d.anchors[id] = id, id
		if _, taken := d.anchors[name]; !taken {
			d.anchors[name] = id
		}
		d.headings = append(d.headings, Heading{Level: shifted(n), ID: id, Text: shown})
	}
}

func headingNodes(root ast.Node) (found []*ast.Heading) {
	for c := root.FirstChild(); c != nil; c = c.NextSibling() {
		if h, ok := c.(*ast.Heading); ok && h.HasChildren() {
			found = append(found, h)
		} else if c.Type() == ast.TypeBlock {
			found = append(found, headingNodes(c)...)
		}
	}
	return found
}

// shifted is the level on the page, whose own heading is the only h1.
func shifted(n *ast.Heading) int { return min(n.Level+1, 6) }

// slugOf keeps the letters, Han among them, and digits of a heading; all between
// becomes one "-".
func slugOf(heading string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(norm.NFKC.String(heading)) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_' {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}
