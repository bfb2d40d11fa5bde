package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// kindEmbed is a shortcode alone on its line: {{table projects area=elderly}}.
var kindEmbed = ast.NewNodeKind("Embed")

type embed struct {
	ast.BaseBlock
	raw string // as written, with the braces
}

// Kind implements ast.Node.
func (*embed) Kind() ast.NodeKind { return kindEmbed }

// IsRaw implements ast.Node: the line is not read as Markdown.
func (*embed) IsRaw() bool { return true }

// Dump implements ast.Node.
func (n *embed) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

type embedParser struct{}

// Trigger implements parser.BlockParser.
func (embedParser) Trigger() []byte { return []byte{'{'} }

// Open implements parser.BlockParser.
func (embedParser) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	line = bytes.TrimSpace(line)
	if len(line) > maxHeading || !bytes.HasPrefix(line, []byte("{{")) || bytes.Index(line, []byte("}}")) != len(line)-2 {
		return nil, parser.NoChildren
	}
	reader.Advance(segment.Len() - 1)
	return &embed{raw: string(line)}, parser.NoChildren
}

// Continue implements parser.BlockParser.
func (embedParser) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }

// Close implements parser.BlockParser.
func (embedParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements parser.BlockParser.
func (embedParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (embedParser) CanAcceptIndentedLine() bool { return false }

// kindStrayEmbed is a shortcode within a sentence. It is shown as written; the
// node is there only so that it can be reported.
var kindStrayEmbed = ast.NewNodeKind("StrayEmbed")

type strayEmbed struct {
	ast.BaseInline
	raw string
}

// Kind implements ast.Node.
func (*strayEmbed) Kind() ast.NodeKind { return kindStrayEmbed }

// Dump implements ast.Node.
func (n *strayEmbed) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

var strayForm = regexp.MustCompile(`^\{\{[^{}\n]{1,500}\}\}`)

type strayEmbedParser struct{}

// Trigger implements parser.InlineParser.
func (strayEmbedParser) Trigger() []byte { return []byte{'{'} }

// Parse implements parser.InlineParser.
func (strayEmbedParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	m := strayForm.Find(line)
	if m == nil {
		return nil
	}
	n := &strayEmbed{raw: string(m)}
	n.SetPos(segment.Start)
	block.Advance(len(m))
	return n
}

// One argument: a word, or name=value, or either quoted. Chinese quotation marks
// serve too, as input methods write them.
var (
	embedName = regexp.MustCompile(`^[a-z][a-z0-9_-]*`)
	embedArg  = regexp.MustCompile(`^\s+(?:([a-z][a-z0-9_.-]*)=)?(?:"([^"]*)"|“([^”]*)”|([^\s"“”]+))`)
)

// call splits a shortcode into its name and arguments; ok is false where a
// quotation is not closed or no name is there.
func (n *embed) call() (name string, args []Arg, ok bool) {
	rest := strings.TrimSpace(n.raw[2 : len(n.raw)-2])
	name = embedName.FindString(rest)
	if name == "" {
		return "", nil, false
	}
	for rest = rest[len(name):]; rest != ""; {
		m := embedArg.FindStringSubmatch(rest)
		if m == nil {
			return name, nil, false
		}
		args = append(args, Arg{Name: m[1], Value: m[2] + m[3] + m[4]})
		rest = rest[len(m[0]):]
	}
	return name, args, true
}
