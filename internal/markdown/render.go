package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// writer is one rendering. Every element that can come out is named in its
// methods; a node without a case is only walked through.
type writer struct {
	doc      *Doc
	site     Resolver
	out      strings.Builder
	problems []Problem
	inLink   bool            // links do not nest
	refs     map[string]bool // footnote references written so far
}

func (w *writer) put(parts ...string) {
	for _, p := range parts {
		w.out.WriteString(p)
	}
}

func (w *writer) report(n ast.Node, kind, value string, s say) {
	w.problems = append(w.problems, w.doc.problem(n.Pos(), kind, value, s))
}

// blocks writes the block children of n. Its recursion is bounded by maxDepth.
func (w *writer) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.block(c)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
	case *ast.Paragraph:
		w.put("<p>")
		w.line(n)
		w.put("</p>\n")
	case *ast.TextBlock:
		w.line(n)
		w.put("\n")
	case *verbatim:
		first := n.Lines().At(0)
		w.report(n, TooLarge, clip(string(first.Value(w.doc.src)), 20), sayTooMany)
		w.put("<p>", w.lines(n.Lines()), "</p>\n")
	case *ast.ThematicBreak:
		w.put("<hr>\n")
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.put("<pre><code>", w.lines(n.Lines()), "</code></pre>\n")
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *ast.Blockquote:
		w.put("<blockquote>\n")
		w.blocks(n)
		w.put("</blockquote>\n")
	case *ast.List:
		w.list(n)
	case *embed:
		w.embed(n)
	case *extast.Table:
		w.table(n)
	case *extast.FootnoteList:
		w.footnotes(n)
	default:
		w.blocks(n)
	}
}

// line writes the inline content of a block. An item of a task list is labelled
// by its text.
func (w *writer) line(n ast.Node) {
	if _, task := n.FirstChild().(*extast.TaskCheckBox); task {
		w.put("<label>")
		w.inlines(n, 0)
		w.put("</label>")
		return
	}
	w.inlines(n, 0)
}

func (w *writer) heading(n *ast.Heading) {
	if !n.HasChildren() {
		return
	}
	level := strconv.Itoa(shifted(n))
	w.put("<h", level)
	if id, ok := w.doc.ids[n]; ok {
		w.put(` id="`, escape(id), `"`)
	}
	w.put(">")
	w.inlines(n, 0)
	w.put("</h", level, ">\n")
}

func (w *writer) list(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	w.put("<", tag)
	if n.IsOrdered() && n.Start != 1 {
		w.put(` start="`, strconv.Itoa(n.Start), `"`)
	}
	w.put(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if isTask(item) {
			w.put(`<li class="task">`)
		} else {
			w.put("<li>")
		}
		w.blocks(item)
		w.put("</li>\n")
	}
	w.put("</", tag, ">\n")
}

func isTask(item ast.Node) bool {
	if item.FirstChild() == nil {
		return false
	}
	_, ok := item.FirstChild().FirstChild().(*extast.TaskCheckBox)
	return ok
}

func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	body := w.lines(n.Lines())
	if n.HasClosure() {
		body += escape(string(n.ClosureLine.Value(w.doc.src)))
	}
	body = strings.TrimSpace(body)
	first, _, _ := strings.Cut(strings.TrimSpace(w.raw(n.Lines())), "\n")
	w.report(n, RawHTML, first, sayRawHTML)
	w.put("<p>", body, "</p>\n")
}

func (w *writer) embed(n *embed) {
	name, args, ok := n.call()
	if !ok {
		w.report(n, UnknownEmbed, n.raw, sayEmbedForm)
		w.put("<p>", escape(n.raw), "</p>\n")
		return
	}
	html, _, problem := w.site.Embed(name, args)
	if problem != "" {
		p := w.doc.problem(n.Pos(), UnknownEmbed, n.raw, say{})
		p.Message, p.MessageZH = problem, problem
		w.problems = append(w.problems, p)
		w.put("<p>", escape(n.raw), "</p>\n")
		return
	}
	w.put(string(html), "\n")
}

// lines is the text of raw lines, escaped and not otherwise read.
func (w *writer) lines(lines *text.Segments) string { return escape(w.raw(lines)) }

func (w *writer) raw(lines *text.Segments) string { return string(lines.Value(w.doc.src)) }
