package value

import (
	"strings"
	"unicode/utf8"
)

// gap is what stands between two digits.
type gap uint8

const (
	gapNone gap = iota
	gapSpace
	gapHyphen
	gapDot
)

// maxGap is how many characters may stand between two digits of one number.
const maxGap = 3

// run is a stretch of digits with no more than a gap between any two.
type run struct {
	text   string // the whole line
	digits []byte // as ASCII
	starts []int  // byte of each digit
	ends   []int
	gaps   []gap // before each digit; the first is gapNone
}

// next reads the run that begins at or behind a place, in the room of the one
// before, and gives the place behind it; false behind the last.
func (r *run) next(from int) (int, bool) {
	r.digits, r.starts, r.ends, r.gaps = r.digits[:0], r.starts[:0], r.ends[:0], r.gaps[:0]
	for ; from < len(r.text); from++ {
		if _, size := digitAt(r.text, from); size > 0 {
			return r.read(from), true
		}
	}
	return from, false
}

// read takes the digits from a place on and gives the place behind them.
func (r *run) read(at int) int {
	between := gapNone
	for {
		d, size := digitAt(r.text, at)
		if size == 0 {
			return at
		}
		r.digits, r.gaps = append(r.digits, d), append(r.gaps, between)
		r.starts, r.ends = append(r.starts, at), append(r.ends, at+size)
		at += size
		next, after := readGap(r.text, at)
		if _, size := digitAt(r.text, after); size == 0 {
			return at
		}
		at, between = after, next
	}
}

// digitAt is the digit at a place, full-width or not; size 0 where none is.
func digitAt(s string, at int) (digit byte, size int) {
	if at >= len(s) {
		return 0, 0
	}
	if c := s[at]; c >= '0' && c <= '9' {
		return c, 1
	}
	if strings.HasPrefix(s[at:], "\xEF\xBC") && at+2 < len(s) && s[at+2] >= 0x90 && s[at+2] <= 0x99 {
		return s[at+2] - 0x90 + '0', 3
	}
	return 0, 0
}

// readGap passes what may stand between two digits of a number. A hyphen with a
// space beside it parts two numbers; one without joins them.
func readGap(s string, at int) (gap, int) {
	kind := gapNone
	for range maxGap {
		r, size := utf8.DecodeRuneInString(s[at:])
		next := gapKind(r)
		switch {
		case next == gapNone:
			return kind, at
		case kind == gapNone:
			kind = next
		case kind != next:
			kind = gapSpace
		}
		at += size
	}
	return kind, at
}

func gapKind(r rune) gap {
	switch r {
	case ' ', '\u00A0', '\u00AD', '\u2002', '\u2003', '\u2009', '\u202F', '\u3000', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF':
		return gapSpace
	case '-', '－', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212':
		return gapHyphen
	case '.', '·', '．':
		return gapDot
	}
	return gapNone
}

// shape is the lengths of the groups between two digits, and the one gap that
// parts them; ok is false where the gaps differ.
func (r *run) shape(from, to int) (groups []int, between gap, ok bool) {
	n := 0
	for i := from; i < to; i++ {
		if i > from && r.gaps[i] != gapNone {
			if between != gapNone && between != r.gaps[i] {
				return nil, 0, false
			}
			between = r.gaps[i]
			groups, n = append(groups, n), 0
		}
		n++
	}
	return append(groups, n), between, true
}

// apart reports whether the digits from..to stand by themselves: nothing that
// makes them a part of a longer number is beside them. Strictly, a hyphen,
// slash or dot that ties them to a word or number does so too.
func (r *run) apart(from, to int, strictly bool) bool {
	return r.begins(from, strictly) && r.stops(to, strictly)
}

// begins reports whether nothing before a digit belongs to its number.
func (r *run) begins(from int, strictly bool) bool {
	if from > 0 {
		return parts(r.gaps[from], strictly)
	}
	return !joined(r.text, r.starts[0], strictly)
}

// stops reports whether nothing from a digit on belongs to the number before.
func (r *run) stops(to int, strictly bool) bool {
	if to < len(r.digits) {
		return parts(r.gaps[to], strictly) || r.asFloat(to)
	}
	end := r.ends[to-1]
	after := runeAfter(r.text, end)
	if isASCIILetter(after) {
		return false
	}
	return !strictly || !strings.ContainsRune("-/_", after) || !isASCIILetter(runeAfter(r.text, end+1))
}

// asFloat reports whether all that follows is ".0": programs write a column of
// numbers so where some of its cells are blank.
func (r *run) asFloat(to int) bool {
	return to == len(r.digits)-1 && r.gaps[to] == gapDot && r.digits[to] == '0' && r.starts[to] == r.ends[to-1]+1
}

func parts(g gap, strictly bool) bool {
	return g == gapSpace || !strictly && g == gapHyphen
}

// joined reports whether what stands before a place makes the digits there a
// part of it: letters, or strictly an identifier's letters and a sign. A plain
// word, as in tel-138… or the folder of a file, is no identifier.
func joined(s string, at int, strictly bool) bool {
	before := runeBefore(s, at)
	if isASCIILetter(before) {
		return true
	}
	if !strictly || !strings.ContainsRune("-/.#_", before) {
		return false
	}
	start := at - 1
	for start > 0 && (isASCIILetter(rune(s[start-1])) || s[start-1] >= '0' && s[start-1] <= '9') {
		start--
	}
	word := s[start : at-1]
	if word == "" || strings.EqualFold(word, "tel") || strings.EqualFold(word, "mobile") || strings.EqualFold(word, "phone") {
		return false
	}
	plain := len(word) >= 3 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
	return !plain && (before != '/' || isASCIILetter(rune(word[0])))
}

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
