package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	lineWidth = 19.5 // of a name, in ems: what a window of 320 px has room for
	nameLines = 2
)

// wrapped breaks a name into at most two lines that fit the narrowest window,
// between words where it can. What remains is cut off; the table has it whole.
func wrapped(name string) []string {
	var lines []string
	for len(lines) < nameLines && name != "" {
		n := fitting(name, lineWidth)
		if n < len(name) && len(lines) == nameLines-1 {
			n = fitting(name, lineWidth-1)
			return append(lines, strings.TrimRight(name[:n], " ")+"…")
		}
		lines = append(lines, strings.TrimSpace(name[:n]))
		name = strings.TrimLeft(name[n:], " ")
	}
	if lines == nil {
		lines = []string{""}
	}
	return lines
}

// fitting is how many bytes of a text fit a width: up to the last space before
// it where there is one in the second half, else to the character.
func fitting(s string, width float64) int {
	used, space, wide := 0.0, 0, 0.0
	for i, r := range s {
		if r == ' ' {
			space, wide = i+1, used
		}
		if used += widthOf(r); used > width {
			switch {
			case space > 0 && wide > width/2:
				return space
			case i > 0:
				return i
			}
			_, n := utf8.DecodeRuneInString(s)
			return n
		}
	}
	return len(s)
}

// shortened is a text of at most so many ems; one that was cut ends in "…".
func shortened(s string, ems float64) string {
	wide, end := 0.0, 0 // end is where a cut leaves room for the mark
	for i, r := range s {
		if wide <= ems-1 {
			end = i
		}
		if wide += widthOf(r); wide > ems {
			return strings.TrimRight(s[:end], " ,，、；;（(") + "…"
		}
	}
	return s
}

// widthOf is about how wide a character is, rather more than less.
func widthOf(r rune) float64 {
	switch {
	case r >= 0x1100 && !unicode.Is(unicode.Latin, r): // from Hangul and Han on
		return 1
	case 'A' <= r && r <= 'Z', r == '@', r == '%', r == '&':
		return .72
	case '0' <= r && r <= '9':
		return .58
	case r == 'm' || r == 'w':
		return .8
	case strings.ContainsRune(" .,:;'|!iljtfI()-", r):
		return .33
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	return .57
}
