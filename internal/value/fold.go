package value

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold is the form in which two spellings of a name are the same: NFKC, white
// space collapsed and trimmed, case folded.
func Fold(s string) string {
	if ascii(s) {
		return collapse(strings.ToLower(s))
	}
	if !unchanging(s) {
		s = norm.NFKC.String(s)
	}
	if unchanging(s) {
		return collapse(s)
	}
	// Folding may undo a normal form, so it is restored after.
	return collapse(norm.NFKC.String(cases.Fold().String(s)))
}

// unchanging reports a text of common Han characters and ASCII without capitals,
// which folding leaves as it is: most names here.
func unchanging(s string) bool {
	for _, r := range s {
		if (r < 0x4E00 || r > 0x9FFF) && (r >= 0x80 || r >= 'A' && r <= 'Z') {
			return false
		}
	}
	return true
}

// collapse trims white space and makes one space of each run of it.
func collapse(s string) string {
	space := true
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || c == ' ' && space || c >= '\t' && c <= '\r' {
			return strings.Join(strings.Fields(s), " ")
		}
		space = c == ' '
	}
	return strings.TrimSuffix(s, " ")
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Clean is how the text of a cell is kept: NFC, trimmed of white space, also
// the ideographic space, and with LF for every line end.
func Clean(s string) string {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return strings.TrimSpace(norm.NFC.String(s))
}

// Invisible finds the first character that does not show or that bends the
// order of others: controls but tab and LF, format characters, among them the
// bidirectional and zero-width ones, and what Unicode will never make a
// character. What joins emoji into one shows by what it does. at is its byte
// offset.
func Invisible(s string) (r rune, at int, ok bool) {
	for i, r := range s {
		if hidden(r) && !joinsEmoji(s, i, r) {
			return r, i, true
		}
	}
	return 0, 0, false
}

// joinsEmoji reports whether the character at i is a zero-width joiner between
// two pictures, as in the families and professions of UTS 51.
func joinsEmoji(s string, i int, r rune) bool {
	if r != zeroWidthJoiner {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(s[:i])
	if before == emojiStyle || before >= 0x1F3FB && before <= 0x1F3FF { // a colour of skin
		before, _ = utf8.DecodeLastRuneInString(s[:i-size])
	}
	after, _ := utf8.DecodeRuneInString(s[i+len(string(r)):])
	return pictorial(before) && pictorial(after)
}

const (
	zeroWidthJoiner = 0x200D
	emojiStyle      = 0xFE0F
)

// pictorial reports whether a character is in the blocks that hold emoji.
func pictorial(r rune) bool {
	return r >= 0x1F300 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2190 && r <= 0x21FF || r >= 0x2B00 && r <= 0x2BFF
}

func hidden(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\t' && r != '\n'
	case r < 0x7F:
		return false
	case r > 0x206F && r < 0xE000: // Han and its neighbours, without a table
		return r == hangulFiller
	case r == 0x2028, r == 0x2029, r == 0x115F, r == 0x1160, r == 0xFFA0:
		return true
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE: // no characters at all
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}

// hangulFiller is a letter by its category and a blank on the screen.
const hangulFiller = 0x3164

// Visible shows what Invisible finds: control characters by their pictures
// (␀), others and bytes that are no UTF-8 by number ([U+202E], [0xFF]).
func Visible(s string) string {
	if _, _, ok := Invisible(s); !ok && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, "[0x%02X]", s[i])
		case !hidden(r) || joinsEmoji(s, i, r):
			b.WriteRune(r)
		case r < 0x20:
			b.WriteRune(0x2400 + r)
		case r == 0x7F:
			b.WriteRune('␡')
		default:
			fmt.Fprintf(&b, "[U+%04X]", r)
		}
		i += size
	}
	return b.String()
}
