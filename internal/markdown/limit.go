package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Bounds that no honest note reaches. Some steps of parsing look back over the
// marks of a block, so that time grows with their square; a bound on the marks of
// one block keeps a note of the largest size within seconds.
const (
	maxBytes     = 4 << 20 // of a note; the rest is not shown
	maxDepth     = 24      // lists and quotations in one another
	maxInline    = 24      // emphasis and links in one another
	maxHeading   = 2 << 10 // bytes of a heading; longer is a paragraph
	maxMarks     = 2000    // brackets, stars and the like in one paragraph or row
	maxCells     = 200_000 // of a table, counting those that a short row lacks
	maxFootnotes = 1000
	maxAnchors   = 10_000 // headings with an id; the others are headings still
)

// bounded asks a block parser only where open allows it; elsewhere its line is
// left to the others, in the end as text.
type bounded struct {
	parser.BlockParser
	open func(parent ast.Node, line []byte, pc parser.Context) bool
}

// Open implements parser.BlockParser.
func (b bounded) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if !b.open(parent, line, pc) {
		return nil, parser.NoChildren
	}
	return b.BlockParser.Open(parent, reader, pc)
}

func shallow(parent ast.Node, _ []byte, _ parser.Context) bool {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		if n.Kind() == ast.KindBlockquote || n.Kind() == ast.KindList {
			depth++
		}
	}
	return depth < maxDepth
}

func shortLine(_ ast.Node, line []byte, _ parser.Context) bool { return len(line) <= maxHeading }

// shortParagraph is for headings underlined with === or ---.
func shortParagraph(parent ast.Node, _ []byte, _ parser.Context) bool {
	p := parent.LastChild()
	return p == nil || p.Type() != ast.TypeBlock || size(p.Lines()) <= maxHeading
}

var footnoteCount = parser.NewContextKey()

func fewFootnotes(_ ast.Node, line []byte, pc parser.Context) bool {
	if pc.BlockOffset() < 0 || !bytes.HasPrefix(line[pc.BlockOffset():], []byte("[^")) {
		return true
	}
	n, _ := pc.Get(footnoteCount).(int)
	pc.Set(footnoteCount, n+1)
	return n < maxFootnotes
}

// boundedTable leaves a paragraph alone that would make a table of more cells
// than bytes: rows are filled up to the width of the heading.
type boundedTable struct{ parser.ParagraphTransformer }

// Transform implements parser.ParagraphTransformer.
func (b boundedTable) Transform(p *ast.Paragraph, reader text.Reader, pc parser.Context) {
	columns := 0
	for _, line := range p.Lines().Sliced(0, p.Lines().Len()) {
		row := line.Value(reader.Source())
		if marks(row) > maxMarks {
			return
		}
		columns = max(columns, bytes.Count(row, []byte("|"))+1)
	}
	if columns*p.Lines().Len() <= maxCells {
		b.ParagraphTransformer.Transform(p, reader, pc)
	}
}

// boundedReferences leaves a paragraph alone that holds a great many link
// definitions: taking one off the front moves all the others.
type boundedReferences struct{ parser.ParagraphTransformer }

// Transform implements parser.ParagraphTransformer.
func (b boundedReferences) Transform(p *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if paragraphMarks(p, reader) <= maxMarks {
		b.ParagraphTransformer.Transform(p, reader, pc)
	}
}

// kindVerbatim is a paragraph whose marks are not read because there are more
// than maxMarks of them.
var kindVerbatim = ast.NewNodeKind("Verbatim")

type verbatim struct{ ast.BaseBlock }

// Kind implements ast.Node.
func (*verbatim) Kind() ast.NodeKind { return kindVerbatim }

// IsRaw implements ast.Node: the lines hold no inline nodes.
func (*verbatim) IsRaw() bool { return true }

// Dump implements ast.Node.
func (v *verbatim) Dump(src []byte, level int) { ast.DumpHelper(v, src, level, nil, nil) }

type verbatimTransformer struct{}

// Transform implements parser.ParagraphTransformer.
func (verbatimTransformer) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	if paragraphMarks(p, reader) <= maxMarks {
		return
	}
	v := &verbatim{}
	v.SetLines(p.Lines())
	v.SetPos(p.Pos())
	v.SetBlankPreviousLines(p.HasBlankPreviousLines())
	p.Parent().ReplaceChild(p.Parent(), p, v)
}

func paragraphMarks(p *ast.Paragraph, reader text.Reader) (n int) {
	for _, line := range p.Lines().Sliced(0, p.Lines().Len()) {
		n += marks(line.Value(reader.Source()))
	}
	return n
}

func marks(line []byte) (n int) {
	for _, c := range line {
		switch c {
		case '[', ']', '*', '_', '~', '`', '<', '{', '!', '(':
			n++
		}
	}
	return n
}

func size(lines *text.Segments) (n int) {
	for _, s := range lines.Sliced(0, lines.Len()) {
		n += s.Len()
	}
	return n
}
