package finding

import (
	"strings"
	"unicode/utf8"
)

const (
	excerptCells = 100 // the longest excerpt, without the marks of a cut
	excerptLead  = 40  // what is kept of a long line before the place
)

// excerpt shows a line of a file and, under it, the mark of a place: the
// characters from col (counted from 1) that hold value, or the first one. Of a
// long line it keeps what is around the place.
func excerpt(line string, col int, value string) (text, mark string) {
	line = strings.TrimRight(line, "\r\n")
	at := offset(line, col)
	length := markLength(line[at:], value)

	before, cutBefore := lastCells(line[:at], excerptLead)
	lead := cells(before)
	room := excerptCells - lead
	marked, cutMarked := firstCells(line[at:at+length], room)
	after, cutAfter := "", false
	if !cutMarked {
		after, cutAfter = firstCells(line[at+length:], room-cells(marked))
	}
	text = before + marked + after
	if cutBefore {
		text, lead = "…"+text, lead+cells("…")
	}
	if cutMarked || cutAfter {
		text += "…"
	}
	return text, strings.Repeat(" ", lead) + strings.Repeat("^", max(cells(marked), 1))
}

// offset is the byte where the character with a number begins; the end of the
// line for a number beyond it.
func offset(line string, col int) int {
	at := 0
	for ; col > 1 && at < len(line); col-- {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return at
}

// markLength is how many bytes of rest are the value, which may stand in
// quotation marks; one character where it is not there as written.
func markLength(rest, value string) int {
	for _, written := range []string{value, `"` + value + `"`} {
		if value != "" && strings.HasPrefix(rest, written) {
			return len(written)
		}
	}
	_, size := utf8.DecodeRuneInString(rest)
	return size
}

// firstCells shows the beginning of s in at most n columns.
func firstCells(s string, n int) (text string, cut bool) {
	var b strings.Builder
	for i := 0; i < len(s); {
		next, size := showNext(s[i:])
		if n -= cells(next); n < 0 {
			return b.String(), true
		}
		b.WriteString(next)
		i += size
	}
	return b.String(), false
}

// lastCells shows the end of s in at most n columns.
func lastCells(s string, n int) (text string, cut bool) {
	for i := len(s); i > 0; {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		next, _ := showNext(s[i-size:])
		if n -= cells(next); n < 0 {
			return show(s[i:]), true
		}
		i -= size
	}
	return show(s), false
}
