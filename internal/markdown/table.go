package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// table writes a table inside a box that scrolls on narrow screens, by keyboard
// too; hence the tabindex and, as every focusable region needs, a label.
// Alignment is a class, since the pages allow no inline style.
func (w *writer) table(n *extast.Table) {
	w.put(`<section class="scroll" aria-label="`, w.doc.words.table, `" tabindex="0">`, "\n<table>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if _, ok := row.(*extast.TableHeader); ok {
			w.put("<thead>\n")
			w.row(row, true)
			w.put("</thead>\n")
			continue
		}
		if !body {
			w.put("<tbody>\n")
			body = true
		}
		w.row(row, false)
	}
	if body {
		w.put("</tbody>\n")
	}
	w.put("</table>\n</section>\n")
}

func (w *writer) row(row ast.Node, header bool) {
	w.put("<tr>")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cell, ok := c.(*extast.TableCell)
		if !ok {
			continue
		}
		open, end := "<td", "</td>"
		if header && cell.HasChildren() { // an empty heading heads nothing
			open, end = `<th scope="col"`, "</th>"
		}
		w.put(open, alignClass(cell.Alignment), ">")
		w.inlines(cell, 0)
		w.put(end)
	}
	w.put("</tr>\n")
}

func alignClass(a extast.Alignment) string {
	switch a {
	case extast.AlignLeft:
		return ` class="ta-left"`
	case extast.AlignRight:
		return ` class="ta-right"`
	case extast.AlignCenter:
		return ` class="ta-center"`
	}
	return ""
}
