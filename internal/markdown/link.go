package markdown

import (
	"net/url"

	"github.com/yuin/goldmark/ast"
)

// anchor resolves an address to the opening tag of a link; "" where only the text
// may be shown, which it reports.
func (w *writer) anchor(n ast.Node, dest, title string) string {
	href, kind := w.address(n, dest)
	if kind == unsafe || w.inLink {
		return ""
	}
	tag := `<a href="` + attribute(href) + `"`
	if kind == external {
		tag += ` rel="noopener external"`
	}
	if title != "" {
		tag += ` title="` + escape(title) + `"`
	}
	return tag + ">"
}

// address is where a destination written in the note leads; unsafe means nowhere.
// What the Resolver answers passes the allow-list as well.
func (w *writer) address(n ast.Node, dest string) (string, target) {
	kind := classify(dest)
	switch kind {
	case unsafe:
		w.report(n, UnsafeLink, dest, sayUnsafeLink)
		return "", unsafe
	case external, mail:
		return dest, kind
	case fragment:
		if id, ok := w.doc.anchor(dest[1:]); ok {
			return "#" + id, fragment
		}
	}
	href, ok := w.site.Href(dest)
	if !ok {
		w.report(n, DeadLink, dest, sayDeadLink)
		return "", unsafe
	}
	kind = classify(href)
	if kind == unsafe {
		w.report(n, UnsafeLink, dest, sayUnsafeLink)
	}
	return href, kind
}

// anchor is the id of the heading that a fragment names, with or without its
// prefix, with or without percent signs.
func (d *Doc) anchor(name string) (string, bool) {
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	id, ok := d.anchors[name]
	return id, ok
}

func (w *writer) link(n *ast.Link, depth int) {
	tag := ""
	if depth <= maxInline {
		tag = w.anchor(n, decode(n.Destination), decode(n.Title))
	}
	if tag == "" {
		w.inlines(n, depth)
		return
	}
	w.put(tag)
	w.inLink = true
	w.inlines(n, depth)
	w.inLink = false
	w.put("</a>")
}

func (w *writer) autoLink(n *ast.AutoLink) {
	dest := string(n.URL(w.doc.src))
	if n.AutoLinkType == ast.AutoLinkEmail {
		dest = "mailto:" + string(n.Label(w.doc.src))
	}
	w.textLink(w.anchor(n, dest, ""), string(n.Label(w.doc.src)))
}

// image writes an image of the site itself; one elsewhere becomes a link, so that
// reading a page asks no third party for anything.
func (w *writer) image(n *ast.Image) {
	dest, title := decode(n.Destination), decode(n.Title)
	alt := w.doc.inlineText(n, nil)
	href, kind := w.address(n, dest)
	switch {
	case kind == relative:
		w.put(`<img src="`, attribute(href), `" alt="`, escape(alt), `"`)
		if title != "" {
			w.put(` title="`, escape(title), `"`)
		}
		w.put(` loading="lazy">`)
	case kind == external && !w.inLink:
		if alt == "" {
			alt = dest
		}
		w.textLink(w.anchor(n, dest, title), alt)
	default:
		w.put(escape(alt))
	}
}

func (w *writer) record(n *record) {
	href, title, ok := w.site.Link(n.kind, n.id)
	if !ok {
		w.report(n, UnknownRecord, n.raw, sayUnknownRecord)
		w.put(escape(n.shown("")))
		return
	}
	tag := ""
	if kind := classify(href); kind == unsafe {
		w.report(n, UnsafeLink, href, sayUnsafeLink)
	} else if !w.inLink {
		tag = `<a href="` + attribute(href) + `">`
	}
	w.textLink(tag, n.shown(title))
}

// textLink writes text as a link, or alone where tag is "".
func (w *writer) textLink(tag, text string) {
	if tag == "" {
		w.put(escape(text))
		return
	}
	w.put(tag, escape(text), "</a>")
}
