package source

import (
	"bytes"
	"unicode/utf8"

	"gongkai/internal/finding"
)

// detect finds a file's encoding by evidence, and refuses to guess without: a
// wrong guess would publish names that nobody wrote.
func detect(name string, raw []byte, l *finding.List) (charset, bool) {
	switch {
	case bytes.HasPrefix(raw, bom):
		return mustCharset("utf-8"), true
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return mustCharset("utf-16le"), true
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return mustCharset("utf-16be"), true
	}
	bad := firstBadUTF8(raw)
	if c, ok := unmarkedUTF16(raw, bad < 0); ok {
		return c, true
	}
	if bad < 0 {
		c := mustCharset("utf-8")
		c.sure = true
		return c, true
	}
	guess := ""
	if !mostlyUTF8(raw) {
		e := weighGB(raw)
		if e.plausible() {
			return mustCharset("gb18030"), true
		}
		guess = e.guess()
	}
	l.Add(badUTF8(name, raw, bad, guess))
	return charset{}, false
}

// IsWide reports text in UTF-16, by its byte order mark or its NUL bytes.
func IsWide(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) {
		return true
	}
	_, ok := unmarkedUTF16(raw, utf8.Valid(raw))
	return ok
}

// unmarkedUTF16 recognises UTF-16 without a byte order mark by its NUL bytes,
// which stand on one side only: the commas, digits and line ends of any table
// make some. Where the bytes are UTF-8 too the NULs may be mere damage, so many
// more are asked for.
func unmarkedUTF16(raw []byte, validUTF8 bool) (charset, bool) {
	head := raw[:min(len(raw), 64<<10)&^1]
	if len(raw)%2 != 0 || bytes.IndexByte(head, 0) < 0 {
		return charset{}, false
	}
	var nul [2]int
	for i, b := range head {
		if b == 0 {
			nul[i%2]++
		}
	}
	units := len(head) / 2
	share := 20
	if validUTF8 {
		share = 2
	}
	switch {
	case nul[0] == 0 && nul[1]*share >= units:
		return mustCharset("utf-16le"), true
	case nul[1] == 0 && nul[0]*share >= units:
		return mustCharset("utf-16be"), true
	}
	return charset{}, false
}

// mostlyUTF8 weighs the sequences that are UTF-8 against the bytes that are not.
// A sequence of three bytes hardly comes about by chance, so a UTF-8 file with a
// few damaged bytes is told from one in another encoding.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for off := 0; off < len(raw); {
		if raw[off] < utf8.RuneSelf {
			off++
			continue
		}
		r, n := utf8.DecodeRune(raw[off:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n >= 3:
			good += 3
		default:
			good++
		}
		off += n
	}
	return good > bad
}

// gbEvidence counts how bytes above 0x7F pair when read as GB18030.
type gbEvidence struct {
	common int // pairs of the everyday set, GB 2312
	kana   int // of these, Japanese letters
	rare   int // other pairs and sequences of four
	lone   int // pairs whose second byte is a letter: western text reads so
	bad    int // bytes that do not pair
}

func weighGB(raw []byte) gbEvidence {
	var e gbEvidence
	for i := 0; i < len(raw); i++ {
		b := raw[i]
		if b < 0x80 {
			continue
		}
		if b == 0x80 || b == 0xFF || i+1 == len(raw) {
			e.bad++
			continue
		}
		c := raw[i+1]
		switch {
		case c >= 0xA1 && c != 0xFF && (b >= 0xA1 && b <= 0xA9 || b >= 0xB0 && b <= 0xF7):
			e.common++
			if b == 0xA4 || b == 0xA5 {
				e.kana++
			}
		case c >= 0x80 && c != 0xFF:
			e.rare++
		case c >= 0x40 && c != 0x7F && c != 0xFF:
			e.lone++
		case c >= '0' && c <= '9' && i+3 < len(raw) && raw[i+2] >= 0x81:
			e.rare++
			i += 2
		default:
			e.bad++
			continue
		}
		i++
	}
	return e
}

// plausible asks for mostly everyday characters: Big5, Shift_JIS and western
// text also pair, but into rare ones.
func (e gbEvidence) plausible() bool {
	all := e.common + e.rare + e.lone + e.bad
	return e.common*4 >= all*3 && e.kana*5 <= e.common
}

// guess names what the text may be instead, for the hint.
func (e gbEvidence) guess() string {
	switch {
	case e.kana*5 > e.common && e.common > e.rare+e.lone+e.bad:
		return "euc-jp"
	case (e.lone+e.bad)*10 > (e.common+e.rare)*9:
		return "windows-1252"
	}
	return "big5 / shift_jis / gb18030"
}
