// Package markdown turns the notes of a site, written in Markdown, into HTML
// that is safe to put on a page, and into plain text.
//
// It is the one door for Markdown: what comes out of Doc.HTML holds only the
// elements and attributes that render.go, inline.go, table.go and footnote.go
// write by name. Markup in a note is shown as text, addresses pass an
// allow-list (url.go), and notes made to exhaust a parser are bounded
// (limit.go). Start with Parse, then Doc.HTML; the site behind a note is reached
// through a Resolver only.
package markdown

import (
	"html/template"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Resolver answers what a note refers to. Its methods are called in the order
// of the text.
type Resolver interface {
	// Link is the page of a record: [[project:P001]] or
	// [[project:P001|shown text]]; title is the record's name in the language of
	// the document.
	Link(kind, id string) (href, title string, ok bool)

	// Embed is the HTML of a shortcode alone on its line, such as
	// {{total projects.amount_awarded year=2010}}, and its plain text. Where it
	// names what does not exist, problem says so and the rest is ignored. The HTML
	// is written as it is: it must come from a template.
	Embed(name string, args []Arg) (html template.HTML, plain string, problem string)

	// Href turns the relative destination of a link or image as written in the
	// note, with its query and fragment ("documents/x.pdf", "../policies/a.md#h-1"),
	// into the address from the page; ok is false when it leads nowhere. A fragment
	// alone ("#amount") is asked for only where no heading of the note has it.
	Href(dest string) (string, bool)
}

// Arg is one argument of a shortcode; Name is "" where it is positional.
type Arg struct{ Name, Value string }

// Heading is one heading as it stands in the HTML: levels start at 2 because a
// page has its own h1.
type Heading struct {
	Level int
	ID    string
	Text  string
}

// Doc is a parsed note. It is immutable: it may be rendered many times, and by
// several goroutines at once.
type Doc struct {
	src      []byte // what the tree's segments point into: see clean
	lines    []int  // where its lines begin
	root     ast.Node
	headings []Heading
	ids      map[ast.Node]string // the id of each heading
	anchors  map[string]string   // what a fragment may be written as, to the id
	words    words
	problems []Problem // found while parsing
}

// Parse reads a note without its front matter. It never fails: what is no
// Markdown is text.
func Parse(src []byte) *Doc {
	d := &Doc{}
	var cut bool
	d.src, cut = clean(src)
	d.lines = lineStarts(d.src)
	if cut {
		d.problems = append(d.problems, d.problem(len(d.src), TooLarge, "", sayTooLong))
	}
	d.root = newParser().Parse(text.NewReader(d.src))
	d.words = wordsFor(d.src)
	d.nameHeadings()
	return d
}

// HTML is the note as a fragment for the body of a page, and what is wrong in it
// in the order of the text. A nil Resolver knows no record and no file.
func (d *Doc) HTML(r Resolver) (template.HTML, []Problem) {
	if r == nil {
		r = nothing{}
	}
	w := &writer{doc: d, site: r}
	w.blocks(d.root)
	problems := append([]Problem(nil), d.problems...)
	return template.HTML(w.out.String()), append(problems, w.problems...)
}

// Headings are those of the note that have an id, in order: all that have content,
// up to a bound that no honest note reaches.
func (d *Doc) Headings() []Heading { return append([]Heading(nil), d.headings...) }

// nothing is the Resolver of a note that stands alone.
type nothing struct{}

func (nothing) Link(_, _ string) (string, string, bool) { return "", "", false }

func (nothing) Embed(name string, _ []Arg) (template.HTML, string, string) {
	return "", "", "no shortcode is named " + name
}

func (nothing) Href(string) (string, bool) { return "", false }
