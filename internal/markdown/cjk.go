package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// cjkDelimiters lets emphasis begin and end beside Han text and its punctuation.
//
// CommonMark decides by the spaces around a run of marks, so in **“重点”**很 the
// closing marks, between a quotation mark and a letter, do not close. Chinese and
// Japanese write no spaces: beside a wide character a run may both open and close,
// unless it touches a space on that side. Underscores keep the rule as it is,
// since they stand inside names.
type cjkDelimiters struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (c cjkDelimiters) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	node := c.InlineParser.Parse(parent, block, pc)
	run, ok := node.(*parser.Delimiter)
	if !ok || run.Char == '_' {
		return node
	}
	after := '\n'
	if rest, _ := block.PeekLine(); len(rest) > 0 {
		after, _ = utf8.DecodeRune(rest)
	}
	if wide(before) || wide(after) {
		run.CanOpen = run.CanOpen || !unicode.IsSpace(after)
		run.CanClose = run.CanClose || !unicode.IsSpace(before)
	}
	return node
}

// wide reports whether r belongs to a script that writes no spaces between words,
// or is its punctuation. Hangul is not among them.
func wide(r rune) bool {
	switch {
	case r < 0x2E80:
		return false
	case r >= 0x3000 && r <= 0x303F, r >= 0xFF00 && r <= 0xFFEF:
		return r != 0x3000
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo)
}

// joins reports whether a line break between two characters is only the
// editor's: shown as a space it would tear a sentence. Quotation marks, dashes and
// ellipses are shared with Latin text, so the other side decides.
func joins(before, after rune) bool {
	return wide(before) && (wide(after) || shared(after)) || shared(before) && wide(after)
}

func shared(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '…', '—', '·':
		return true
	}
	return false
}
