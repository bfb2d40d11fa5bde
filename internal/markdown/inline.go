package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// inlines writes the inline children of n. Beyond maxInline levels the text goes
// on without marks: browsers and checkers refuse hundreds of open elements.
func (w *writer) inlines(n ast.Node, depth int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c, depth+1)
	}
}

func (w *writer) inline(n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.Text:
		w.put(escape(segmentText(n, w.doc.src)), w.lineBreak(n))
	case *ast.String:
		w.put(escape(string(n.Value)))
	case *ast.CodeSpan:
		w.put("<code>", escape(codeText(n, w.doc.src)), "</code>")
	case *ast.Emphasis:
		if n.Level == 2 {
			w.wrap(n, "strong", depth)
		} else {
			w.wrap(n, "em", depth)
		}
	case *extast.Strikethrough:
		w.wrap(n, "del", depth)
	case *ast.Link:
		w.link(n, depth)
	case *ast.Image:
		w.image(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.RawHTML:
		raw := w.raw(n.Segments)
		w.report(n, RawHTML, raw, sayRawHTML)
		w.put(escape(raw))
	case *extast.TaskCheckBox:
		if n.IsChecked {
			w.put(`<input type="checkbox" checked disabled> `)
		} else {
			w.put(`<input type="checkbox" disabled> `)
		}
	case *extast.FootnoteLink:
		w.footnoteLink(n)
	case *record:
		w.record(n)
	case *strayEmbed:
		w.report(n, UnknownEmbed, n.raw, sayStrayEmbed)
		w.put(escape(n.raw))
	default:
		w.inlines(n, depth)
	}
}

func (w *writer) wrap(n ast.Node, tag string, depth int) {
	if depth > maxInline {
		w.inlines(n, depth)
		return
	}
	w.put("<", tag, ">")
	w.inlines(n, depth)
	w.put("</", tag, ">")
}

// lineBreak is what a line end after t shows as.
func (w *writer) lineBreak(t *ast.Text) string {
	switch {
	case t.HardLineBreak():
		return "<br>\n"
	case !t.SoftLineBreak(), joins(lastRune(t, w.doc.src), firstRune(t.NextSibling(), w.doc.src)):
		return ""
	}
	return "\n"
}

func segmentText(t *ast.Text, src []byte) string {
	if t.IsRaw() {
		return string(t.Segment.Value(src))
	}
	return decode(t.Segment.Value(src))
}

// codeText is the content of a code span with its line ends as spaces.
func codeText(n *ast.CodeSpan, src []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(src))
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// lastRune is the character before a line end. An empty text stands where an
// element ends the line.
func lastRune(t *ast.Text, src []byte) rune {
	var n ast.Node = t
	if t.Segment.Len() == 0 {
		n = t.PreviousSibling()
	}
	for n != nil && n.LastChild() != nil {
		n = n.LastChild()
	}
	switch n := n.(type) {
	case *ast.Text:
		r, _ := utf8.DecodeLastRuneInString(segmentText(n, src))
		return r
	case *record:
		r, _ := utf8.DecodeLastRuneInString(n.shown(""))
		return r
	}
	return ' '
}

// firstRune is the character that n begins with.
func firstRune(n ast.Node, src []byte) rune {
	for n != nil && n.FirstChild() != nil {
		n = n.FirstChild()
	}
	switch n := n.(type) {
	case *ast.Text:
		r, _ := utf8.DecodeRuneInString(segmentText(n, src))
		return r
	case *record:
		r, _ := utf8.DecodeRuneInString(n.shown(""))
		return r
	}
	return ' '
}
