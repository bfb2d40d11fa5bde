package finding

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// show makes a text safe for a terminal: one line, in which no character from a
// publisher's file moves the cursor, sets a colour or turns the order of others.
func show(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		text, size := showNext(s[i:])
		b.WriteString(text)
		i += size
	}
	return b.String()
}

// showNext shows the first character of s and says how many bytes it has.
// Controls become their pictures (␛), other characters that do not show, and
// bytes that are no UTF-8, a number in brackets.
func showNext(s string) (text string, size int) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf("[0x%02X]", s[0]), size
	case r == '\t':
		return " ", size
	case r < 0x20:
		return string(0x2400 + r), size
	case r == 0x7F:
		return "␡", size
	case unicode.IsPrint(r) || unicode.Is(unicode.Zs, r):
		return s[:size], size
	}
	return fmt.Sprintf("[U+%04X]", r), size
}

// cells is how many columns of a terminal a shown text takes: two for each Han
// character or other wide one, none for an accent on the letter before it.
func cells(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < 0x80:
			n++
		case unicode.In(r, unicode.Mn, unicode.Me):
		default:
			n++
			if kind := width.LookupRune(r).Kind(); kind == width.EastAsianWide || kind == width.EastAsianFullwidth {
				n++
			}
		}
	}
	return n
}
