package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Plain is the text of the note without marks, for summaries, search and the
// description of a page. With limit 0 it is all of it, a block to a line.
// Otherwise it is the prose only, without headings, tables and code, on one line
// of at most limit characters that ends at a sentence, else at a word and "…".
func (d *Doc) Plain(limit int) string { return d.PlainWith(nil, limit) }

// PlainWith is Plain with the names of linked records and the plain text of
// shortcodes, which a Resolver knows.
func (d *Doc) PlainWith(r Resolver, limit int) string {
	if limit <= 0 {
		return strings.Join(d.blockTexts(d.root, r, nil, false), "\n")
	}
	texts := d.blockTexts(d.root, r, nil, true)
	if len(texts) == 0 {
		texts = d.blockTexts(d.root, r, nil, false)
	}
	return shorten(texts, limit)
}

// blockTexts adds the text of every block below n; of paragraphs only for prose.
func (d *Doc) blockTexts(n ast.Node, r Resolver, texts []string, prose bool) []string {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		shown := ""
		switch c := c.(type) {
		case *ast.Heading:
			if !prose {
				shown = d.inlineText(c, r)
			}
		case *ast.Paragraph, *ast.TextBlock:
			shown = d.inlineText(c, r)
		case *extast.TableHeader, *extast.TableRow:
			shown = d.rowText(c, r)
		case *ast.CodeBlock, *ast.FencedCodeBlock, *verbatim:
			if !prose {
				shown = string(c.Lines().Value(d.src))
			}
		case *embed:
			shown = embedText(c, r)
		case *extast.Table, *extast.FootnoteList:
			if !prose {
				texts = d.blockTexts(c, r, texts, prose)
			}
		case *ast.HTMLBlock:
		default:
			texts = d.blockTexts(c, r, texts, prose)
		}
		if shown = strings.TrimSpace(shown); shown != "" {
			texts = append(texts, shown)
		}
	}
	return texts
}

func (d *Doc) rowText(row ast.Node, r Resolver) string {
	var cells []string
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		if cell := strings.TrimSpace(d.inlineText(c, r)); cell != "" {
			cells = append(cells, cell)
		}
	}
	return strings.Join(cells, " ")
}

func embedText(n *embed, r Resolver) string {
	name, args, ok := n.call()
	if r == nil || !ok {
		return ""
	}
	_, plain, problem := r.Embed(name, args)
	if problem != "" {
		return ""
	}
	return plain
}

// inlineText is the text of the inline children of n.
func (d *Doc) inlineText(n ast.Node, r Resolver) string {
	var b strings.Builder
	d.addText(&b, n, r)
	return b.String()
}

func (d *Doc) addText(b *strings.Builder, parent ast.Node, r Resolver) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(segmentText(n, d.src))
			if n.HardLineBreak() || n.SoftLineBreak() && !joins(lastRune(n, d.src), firstRune(n.NextSibling(), d.src)) {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.CodeSpan:
			b.WriteString(codeText(n, d.src))
		case *ast.AutoLink:
			b.Write(n.Label(d.src))
		case *record:
			title := ""
			if r != nil {
				_, title, _ = r.Link(n.kind, n.id)
			}
			b.WriteString(n.shown(title))
		case *strayEmbed:
			b.WriteString(n.raw)
		default:
			d.addText(b, n, r)
		}
	}
}

// shorten puts texts on one line and cuts it.
func shorten(texts []string, limit int) string {
	var b strings.Builder
	for _, t := range texts {
		t = strings.Join(strings.Fields(t), " ")
		before, _ := utf8.DecodeLastRuneInString(b.String())
		after, _ := utf8.DecodeRuneInString(t)
		if b.Len() > 0 && !joins(before, after) {
			b.WriteByte(' ')
		}
		b.WriteString(t)
		if b.Len() > 4*limit+4 { // enough to fill limit with the longest characters
			break
		}
	}
	runes := []rune(b.String())
	if len(runes) <= limit {
		return b.String()
	}
	return string(cut(runes, limit))
}

// cut ends at the last sentence of the first limit characters, if that leaves at
// least half of them; else before the word that does not fit.
func cut(runes []rune, limit int) []rune {
	for i := limit; i > limit/2; i-- {
		if endsSentence(runes, i) {
			return runes[:i]
		}
	}
	end := limit - 1 // room for the ellipsis
	for i := end; i > end/2; i-- {
		if runes[i] == ' ' || wide(runes[i]) || wide(runes[i-1]) {
			end = i
			break
		}
	}
	for end > 0 && strings.ContainsRune(" ，、；：,;:", runes[end-1]) {
		end--
	}
	return append(append([]rune{}, runes[:end]...), '…')
}

// endsSentence reports whether a sentence ends before runes[i].
func endsSentence(runes []rune, i int) bool {
	switch runes[i-1] {
	case '。', '！', '？':
		return true
	case '.', '!', '?':
		return runes[i] == ' '
	}
	return false
}
