package source

import (
	"bytes"
	"unicode/utf8"
)

// lineIndex finds lines in a text by number. It remembers the start of every
// 256th line it has passed, so that asking in file order costs one pass and
// asking at random stays cheap, in little memory.
type lineIndex struct {
	text  []byte
	marks []int // marks[i] is the offset of line 1+i*markEvery
	line  int   // the last line found
	off   int   // and where it starts
}

const markEvery = 256

func newLineIndex(text []byte) lineIndex {
	return lineIndex{text: text, marks: []int{0}, line: 1}
}

// start is the offset of a line; beyond the last line, the end of the text.
func (x *lineIndex) start(line int) int {
	if i := min((line-1)/markEvery, len(x.marks)-1); line < x.line || 1+i*markEvery > x.line {
		x.line, x.off = 1+max(i, 0)*markEvery, x.marks[max(i, 0)]
	}
	for x.line < line {
		n := bytes.IndexByte(x.text[x.off:], '\n')
		if n < 0 {
			return len(x.text)
		}
		x.off += n + 1
		x.line++
		if i := (x.line - 1) / markEvery; (x.line-1)%markEvery == 0 && i == len(x.marks) {
			x.marks = append(x.marks, x.off)
		}
	}
	return x.off
}

// get is a line's text without its end; false beyond the last line.
func (x *lineIndex) get(line int) ([]byte, bool) {
	if line < 1 {
		return nil, false
	}
	s := x.start(line)
	if s >= len(x.text) {
		return nil, false
	}
	t := x.text[s:]
	if n := bytes.IndexByte(t, '\n'); n >= 0 {
		t = t[:n]
	}
	return t, true
}

// column turns a byte offset in a line into a column, counted in characters
// from 1.
func (x *lineIndex) column(line, byteOffset int) int {
	s := x.start(line)
	e := min(s+max(byteOffset, 0), len(x.text))
	return utf8.RuneCount(x.text[s:e]) + 1
}

// place is the line and column of an offset, for the rare finding: it counts
// from the start of the text.
func place(text []byte, off int) (line, col int) {
	off = min(off, len(text))
	start := bytes.LastIndexByte(text[:off], '\n') + 1
	return bytes.Count(text[:start], []byte{'\n'}) + 1, utf8.RuneCount(text[start:off]) + 1
}
