package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"gongkai/internal/finding"
)

// A charset is one encoding a file may be in.
type charset struct {
	name string
	from encoding.Encoding // nil for UTF-8
	// lost is how U+FFFD itself is written, "" where it cannot be: any other
	// U+FFFD in the decoded text stands for bytes that could not be read.
	lost string
	// sure says that the bytes were seen to be whole already.
	sure bool
}

var bom = []byte("\uFEFF")

// charsets are the names a publisher may give, in the order they are listed.
func charsets() []charset {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	return []charset{
		{name: "utf-8", lost: "\uFFFD"},
		{name: "utf-16", from: le, lost: "\xFD\xFF"},
		{name: "utf-16le", from: le, lost: "\xFD\xFF"},
		{name: "utf-16be", from: be, lost: "\xFF\xFD"},
		{name: "gb18030", from: simplifiedchinese.GB18030, lost: "\x84\x31\xA4\x37"},
		{name: "gbk", from: simplifiedchinese.GB18030, lost: "\x84\x31\xA4\x37"},
		{name: "gb2312", from: simplifiedchinese.GB18030, lost: "\x84\x31\xA4\x37"},
		{name: "big5", from: traditionalchinese.Big5, lost: ""},
		{name: "shift_jis", from: japanese.ShiftJIS, lost: ""},
		{name: "euc-jp", from: japanese.EUCJP, lost: ""},
		{name: "windows-1252", from: charmap.Windows1252, lost: ""},
		{name: "iso-8859-1", from: charmap.ISO8859_1, lost: ""},
	}
}

// charsetNamed finds a name, whatever its case and punctuation. A byte order
// mark settles which UTF-16 is meant.
func charsetNamed(name string, raw []byte) (charset, bool) {
	plain := func(s string) string {
		return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(s))
	}
	for _, c := range charsets() {
		if plain(c.name) != plain(name) {
			continue
		}
		if c.name == "utf-16" && bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) {
			return charsetNamed("utf-16be", raw)
		}
		return c, true
	}
	return charset{}, false
}

// wide reports a charset whose letters take two bytes at least.
func (c charset) wide() bool { return strings.HasPrefix(c.name, "utf-16") }

// mustCharset is charsetNamed for names written in this package.
func mustCharset(name string) charset {
	c, _ := charsetNamed(name, nil)
	return c
}

// decode reads bytes strictly: one that has no meaning in the charset is an
// error, never a silent �.
func (c charset) decode(name string, raw []byte, l *finding.List) ([]byte, bool) {
	if c.from == nil {
		raw = trimMarks(raw)
		if c.sure {
			return raw, true
		}
		if off := firstBadUTF8(raw); off >= 0 {
			l.Add(badUTF8(name, raw, off, ""))
			return nil, false
		}
		return raw, true
	}
	text, err := c.from.NewDecoder().Bytes(raw)
	text = trimMarks(text)
	lost := []byte(string(utf8.RuneError))
	if n := bytes.Count(text, lost); err != nil || n > 0 && n != c.countLost(raw) {
		line, col := placeRaw(text, max(bytes.Index(text, lost), 0))
		f := badByte(name, line, col, c.name, 0, "")
		f.Value = ""
		f.Message = finding.Textf("此处有字节不是 %s", "the bytes here are not %s", c.name)
		l.Add(f)
		return nil, false
	}
	return text, true
}

// trimMarks takes off the byte order mark, or several where files were joined.
func trimMarks(text []byte) []byte {
	for bytes.HasPrefix(text, bom) {
		text = text[len(bom):]
	}
	return text
}

// countLost counts U+FFFD as the bytes write it on purpose.
func (c charset) countLost(raw []byte) int {
	if c.lost == "" {
		return 0
	}
	if len(c.lost) != 2 {
		return bytes.Count(raw, []byte(c.lost))
	}
	n := 0
	for i := 0; i+1 < len(raw); i += 2 {
		if raw[i] == c.lost[0] && raw[i+1] == c.lost[1] {
			n++
		}
	}
	return n
}

// placeRaw is place for text whose line ends are not yet unified.
func placeRaw(raw []byte, off int) (line, col int) {
	return place(unifyLineEnds(raw[:off]), off)
}

// badUTF8 is about the byte at an offset that is not UTF-8, or about a file that
// ends within a letter.
func badUTF8(name string, raw []byte, off int, guess string) finding.Finding {
	line, col := placeRaw(raw, off)
	f := badByte(name, line, col, "UTF-8", raw[off], guess)
	if !utf8.FullRune(raw[off:]) {
		f.Message = say("文件在一个字中间断了：它没有写完，或没有传完", "the file ends in the middle of a letter: it was not written or not copied to its end")
		f.Hint = say("从原表重新导出，或重新复制文件", "export it again from the original, or copy the file again")
	}
	return f
}

func badByte(name string, line, col int, as string, b byte, guess string) finding.Finding {
	f := finding.Finding{
		Rule: ruleBadEncoding, Pos: at(name, line, col), Value: fmt.Sprintf("0x%02X", b),
		Message: finding.Textf("字节 0x%02X 不是 %s", "the byte 0x%02X is not %s", b, as),
		Hint:    say("另存为“CSV UTF-8”，或在 data/columns.yaml 中为该表写明 encoding，如 gb18030", "save the file as “CSV UTF-8”, or set encoding for this table in data/columns.yaml, for instance gb18030"),
	}
	if guess != "" {
		f.Hint = finding.Textf("另存为“CSV UTF-8”，或在 data/columns.yaml 中为该表写明 encoding；看来是 %s", "save the file as “CSV UTF-8”, or set encoding for this table in data/columns.yaml; it looks like %s", guess)
	}
	return f
}

func unknownEncoding(file, given string) finding.Finding {
	var names []string
	for _, c := range charsets() {
		names = append(names, c.name)
	}
	f := finding.Finding{
		Rule: ruleUnknownEncoding, Pos: at(file, 0, 0), Field: "encoding", Value: given,
		Message: finding.Textf("没有名为 %q 的编码", "no encoding is called %q", given),
	}
	all := strings.Join(names, ", ")
	f.Hint = finding.Textf("可用：%s", "known are %s", all)
	if n := nearest(strings.ToLower(given), names); n != "" {
		f.Hint = finding.Textf("是否为 %[1]q？可用：%[2]s", "did you mean %[1]q? Known are %[2]s", n, all)
	}
	return f
}
