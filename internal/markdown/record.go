package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// kindRecord is a link to a record: [[project:P001]] or [[project:P001|text]].
var kindRecord = ast.NewNodeKind("Record")

type record struct {
	ast.BaseInline
	raw   string // as written
	kind  string
	id    string
	label string // "" where the record's own name is to be shown
}

// Kind implements ast.Node.
func (*record) Kind() ast.NodeKind { return kindRecord }

// Dump implements ast.Node.
func (n *record) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// recordForm: a kind is a plain word; an id is any text without the marks that end
// it. Inside a table the bar is written \|.
var recordForm = regexp.MustCompile(`^\[\[([a-z][a-z_]{0,39}):([^\[\]|\\\n]{1,500})(?:\\?\|([^\[\]\n]{1,500}))?\]\]`)

type recordParser struct{}

// Trigger implements parser.InlineParser.
func (recordParser) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (recordParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	m := recordForm.FindSubmatch(line)
	if m == nil {
		return nil
	}
	n := &record{raw: string(m[0]), kind: string(m[1]), id: strings.TrimSpace(string(m[2])), label: strings.TrimSpace(string(m[3]))}
	n.SetPos(segment.Start)
	block.Advance(len(m[0]))
	return n
}

// shown is the text of a link whose record has the given title, "" where unknown.
func (n *record) shown(title string) string {
	switch {
	case n.label != "":
		return n.label
	case title != "":
		return title
	}
	return n.id
}
