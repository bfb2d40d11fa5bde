package markdown

import (
	"strconv"

	extast "github.com/yuin/goldmark/extension/ast"
)

// Footnote N has the id fn-N, and the references to it fnref-N, fnref-N-2, …

func refID(index, occurrence int) string {
	id := "fnref-" + strconv.Itoa(index)
	if occurrence > 0 {
		id += "-" + strconv.Itoa(occurrence+1)
	}
	return id
}

func (w *writer) footnoteLink(n *extast.FootnoteLink) {
	index, id := strconv.Itoa(n.Index), refID(n.Index, n.RefIndex)
	if w.refs[id] {
		return
	}
	if w.refs == nil {
		w.refs = map[string]bool{}
	}
	w.refs[id] = true
	if w.inLink {
		w.put(`<sup id="`, id, `">`, index, "</sup>")
		return
	}
	w.put(`<sup id="`, id, `"><a href="#fn-`, index, `" role="doc-noteref" aria-label="`, w.doc.words.note, " ", index, `">`, index, "</a></sup>")
}

func (w *writer) footnotes(list *extast.FootnoteList) {
	w.put(`<section class="footnotes" role="doc-endnotes" aria-label="`, w.doc.words.notes, "\">\n<ol>\n")
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		note, ok := n.(*extast.Footnote)
		if !ok {
			continue
		}
		w.put(`<li id="fn-`, strconv.Itoa(note.Index), `">`)
		w.blocks(note)
		w.backlinks(note)
		w.put("</li>\n")
	}
	w.put("</ol>\n</section>\n")
}

// backlinks lead to the references that were written: one inside the text that
// stands in for an image, for example, was not. They follow the note's last
// block, so that a note ending in a table has them too.
func (w *writer) backlinks(note *extast.Footnote) {
	for i := 0; w.refs[refID(note.Index, i)]; i++ {
		label := w.doc.words.back + " " + strconv.Itoa(note.Index)
		if i > 0 {
			label += "-" + strconv.Itoa(i+1)
		}
		w.put(` <a href="#`, refID(note.Index, i), `" class="backlink" role="doc-backlink" aria-label="`, label, `">↩</a>`)
	}
}

// words are those that this package adds to a page. They follow the language of
// the note's text, which is the language that the page declares for it.
type words struct{ note, notes, back, table string }

// wordsFor takes a text for Chinese where Han characters are at least a fifth of
// its letters.
func wordsFor(src []byte) words {
	han, other := 0, 0
	for _, r := range string(src) {
		switch {
		case wide(r):
			han++
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			other++
		}
	}
	if han > 0 && han*4 >= other {
		return words{note: "脚注", notes: "脚注", back: "返回引用处", table: "表格"}
	}
	return words{note: "Note", notes: "Notes", back: "Back to reference", table: "Table"}
}
