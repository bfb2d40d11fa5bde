package source

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// chineseMojibake finds the first run of text that is UTF-8 read as GBK: written
// as GBK again, most of its bytes are UTF-8 of Chinese. The head of a file shows
// it: such a file is garbled from the first word on.
func chineseMojibake(text []byte) (off, n int) {
	head := text[:min(len(text), 64<<10)]
	for off < len(head) {
		if head[off] < utf8.RuneSelf {
			off++
			continue
		}
		end := off
		for end < len(head) && head[end] >= utf8.RuneSelf {
			end++
		}
		if isUTF8AsGBK(head[off:end]) {
			return off, end - off
		}
		off = end
	}
	return 0, 0
}

// isUTF8AsGBK asks for three Chinese letters that make up three quarters of the
// run. Honest Chinese in GBK has hardly two such letters in a row.
func isUTF8AsGBK(run []byte) bool {
	const least = 5 // letters in GBK that three letters of UTF-8 make
	if utf8.RuneCount(run) < least {
		return false
	}
	raw, err := simplifiedchinese.GBK.NewEncoder().Bytes(run)
	if err != nil {
		return false
	}
	letters := 0
	for rest := raw; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if size == 3 && (unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3100 || r >= 0xFF00) && r != utf8.RuneError {
			letters++
		}
		rest = rest[size:]
	}
	return letters >= 3 && letters*3*4 >= len(raw)*3
}
