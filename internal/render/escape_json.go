package render

import "unicode/utf8"

// appendJSON appends a text as a JSON string that is harmless within HTML: no
// tag, comment or entity can begin in it, and a program that takes it for a
// script finds no line's end. What is not UTF-8 becomes U+FFFD.
func appendJSON(out []byte, text string) []byte {
	const digits = "0123456789abcdef"
	out = append(out, '"')
	done := 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			if c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' && c != 0x7F {
				continue
			}
			out = append(out, text[done:i-1]...)
			done = i
			if c == '"' || c == '\\' {
				out = append(out, '\\', c)
			} else {
				out = append(out, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r != '\u2028' && r != '\u2029' && (r != utf8.RuneError || size > 1) {
			i += size
			continue
		}
		out = append(out, text[done:i]...)
		i += size
		done = i
		switch r {
		case '\u2028', '\u2029':
			out = append(out, '\\', 'u', '2', '0', '2', digits[r&15])
		default:
			out = append(out, "\uFFFD"...)
		}
	}
	return append(append(out, text[done:]...), '"')
}
