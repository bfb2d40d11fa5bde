package markdown

import (
	"bufio"
	"bytes"
	stdhtml "html"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/renderer/html"
)

// clean makes the bytes of a file safe to walk: UTF-8, LF line ends, no byte
// order mark, no control characters, at most maxBytes. Lines keep their numbers.
// cut says that something was left off.
func clean(src []byte) (out []byte, cut bool) {
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	if len(src) > maxBytes {
		src, cut = src[:maxBytes], true
	}
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	return bytes.Map(func(r rune) rune {
		if r == '\r' {
			return '\n'
		}
		return visible(r)
	}, src), cut
}

// visible replaces what a browser would obey or refuse rather than show: control
// characters and those that reverse the direction of text.
func visible(r rune) rune {
	switch {
	case r == '\n', r == '\t':
		return r
	case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069,
		r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return unicode.ReplacementChar
	}
	return r
}

// decode is the text that a piece of Markdown stands for: backslash escapes and
// entities resolved.
func decode(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 && bytes.IndexByte(raw, '&') < 0 {
		return string(raw)
	}
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	html.NewWriter(html.WithEscapedSpace()).Write(w, raw)
	if w.Flush() != nil {
		return string(raw) // a bytes.Buffer takes every write
	}
	return strings.Map(visible, stdhtml.UnescapeString(b.String()))
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// escape makes text fit for an element or a quoted attribute.
func escape(s string) string { return escaper.Replace(s) }
