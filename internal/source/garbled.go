package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"gongkai/internal/finding"
)

// reportGarbled warns of text that was damaged before it came here. One finding
// a file, at the first place, is enough: the file is mended as a whole.
func reportGarbled(name string, text []byte, l *finding.List) {
	lost := []byte(string(utf8.RuneError))
	if off := bytes.Index(text, lost); off >= 0 {
		line, col := place(text, off)
		l.Add(finding.Finding{
			Rule: ruleReplacement, Pos: at(name, line, col), Value: "\uFFFD",
			Message: finding.Textf("有 %d 处 �，这是第一处：原来的字已丢失", "� stands in %d places, this is the first: letters were lost", bytes.Count(text, lost)),
			Hint:    say("对照原件补上丢失的字", "restore the letters from the original"),
		})
	}
	off, n := firstMojibake(text)
	if n == 0 {
		return
	}
	line, col := place(text, off)
	value := string(text[off : off+n])
	l.Add(finding.Finding{
		Rule: ruleMojibake, Pos: at(name, line, col), Value: value,
		Message: finding.Textf("%q 像是用错编码转换过的乱码", "%q looks garbled by a wrong conversion", value),
		Hint:    say("从原件重新导出为“CSV UTF-8”", "export again from the original as “CSV UTF-8”"),
	})
}

// firstMojibake finds what is left of UTF-8 that was read as GBK or as
// Windows-1252 and saved.
func firstMojibake(text []byte) (off, n int) {
	if i := bytes.Index(text, []byte("锟斤拷")); i >= 0 {
		return i, len("锟斤拷")
	}
	if off, n := chineseMojibake(text); n > 0 {
		return off, n
	}
	for off < len(text) {
		// Â to ï, the letters that lead a UTF-8 sequence, begin with 0xC3.
		i := bytes.IndexByte(text[off:], 0xC3)
		if i < 0 {
			break
		}
		off += i
		if n := westernMojibake(text[off:]); n > 0 {
			return off, n
		}
		off++
	}
	return 0, 0
}

// westernMojibake is the length of a UTF-8 sequence read as Windows-1252 at the
// start of b. Of two-byte leads only Ã and Â count: other letters do stand before
// a quotation mark in honest text.
func westernMojibake(b []byte) int {
	lead, size := utf8.DecodeRune(b)
	more := 0
	switch {
	case lead == 'Ã' || lead == 'Â':
		more = 1
	case lead >= 'â' && lead <= 'ï':
		more = 2
	}
	if more == 0 {
		return 0
	}
	honest := more == 2
	for range more {
		r, n := utf8.DecodeRune(b[size:])
		c, ok := charmap.Windows1252.EncodeRune(r)
		// Windows-1252 has no letter for five bytes; programs keep them as they are.
		if r >= 0x80 && r <= 0x9F {
			c, ok = byte(r), true
		}
		if !ok || c < 0x80 || c > 0xBF {
			return 0
		}
		honest = honest && strings.ContainsRune(closing, r)
		size += n
	}
	if honest {
		return 0
	}
	return size
}

// closing are marks that do stand in twos behind an accented letter.
const closing = "«»‹›“”„‘’…–—\u00a0°·"
