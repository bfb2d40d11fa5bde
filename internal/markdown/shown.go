package markdown

import (
	"iter"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Shown are the paragraphs, headings and table rows as readers see them, marks
// taken away and entities resolved, each with the lines of the source it begins
// and ends on, from 1. What a note says may stand nowhere in its source: 138**0013**8000
// is a number only once it is shown.
func (d *Doc) Shown() iter.Seq2[[2]int, string] {
	return func(yield func([2]int, string) bool) {
		_ = ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			text := d.inlineText
			switch n.(type) {
			case *ast.Heading, *ast.Paragraph, *ast.TextBlock:
			case *extast.TableHeader, *extast.TableRow:
				text = d.rowText
			default:
				return ast.WalkContinue, nil
			}
			first, last, ok := d.extent(n)
			if ok && !yield([2]int{first, last}, text(n, nil)) {
				return ast.WalkStop, nil
			}
			return ast.WalkSkipChildren, nil
		})
	}
}

// extent is the lines that the text below n stands on; false where it has none.
func (d *Doc) extent(n ast.Node) (first, last int, ok bool) {
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, isText := n.(*ast.Text); isText && entering {
			from, _ := d.place(t.Segment.Start)
			to, _ := d.place(max(t.Segment.Start, t.Segment.Stop-1))
			if !ok {
				first, ok = from, true
			}
			last = max(last, to)
		}
		return ast.WalkContinue, nil
	})
	return first, last, ok
}
