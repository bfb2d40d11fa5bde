package source

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"gongkai/internal/finding"
)

// Decode turns a file's bytes into UTF-8 text with LF line ends and no byte
// order mark. An empty encoding is detected; a named one is taken at its word.
// False means that an error was found and the text cannot be used.
//
// Text that is UTF-8 already is returned as it is, without a copy.
func Decode(name string, raw []byte, encoding string, l *finding.List) (text []byte, ok bool) {
	if what, bad := BinaryKind(raw); bad {
		l.Add(notATable(name, what))
		return nil, false
	}
	enc, ok := charsetFor(name, raw, encoding, l)
	if !ok {
		return nil, false
	}
	text, ok = enc.decode(name, raw, l)
	if !ok {
		return nil, false
	}
	text = unifyLineEnds(text)
	if off := bytes.IndexByte(text, 0); off >= 0 {
		l.Add(nulFinding(name, text, off))
		return nil, false
	}
	if enc.name != "utf-8" && encoding == "" {
		l.Add(finding.Finding{
			Rule: ruleDecodedAs, Pos: at(name, 0, 0), Value: enc.name,
			Message: finding.Textf("文件不是 UTF-8，已按 %s 读取", "the file is not UTF-8 and was read as %s", enc.name),
			Hint:    say("核对文字是否正确；不对时在 data/columns.yaml 中写明 encoding", "see that the text reads well; where not, set encoding in data/columns.yaml"),
		})
	}
	reportGarbled(name, text, l)
	return text, true
}

// charsetFor is the charset a publisher named, else the detected one.
func charsetFor(name string, raw []byte, encoding string, l *finding.List) (charset, bool) {
	if encoding == "" {
		return detect(name, raw, l)
	}
	enc, ok := charsetNamed(encoding, raw)
	if !ok {
		l.Add(unknownEncoding(name, encoding))
		return enc, false
	}
	// Nearly any bytes are letters of UTF-16, but every table has line ends and
	// ASCII in it, of which one byte is NUL.
	if enc.wide() && len(raw) > 0 && bytes.IndexByte(raw, 0) < 0 {
		f := badByte(name, 1, 1, enc.name, raw[0], "")
		f.Message = finding.Textf("文件不是 %s：没有一个字母占两个字节", "the file is not %s: no letter of it takes two bytes", enc.name)
		f.Hint = say("删去 data/columns.yaml 中的 encoding，或改成实际的编码", "remove encoding from data/columns.yaml, or name the one it is in")
		l.Add(f)
		return enc, false
	}
	return enc, true
}

func nulFinding(name string, text []byte, off int) finding.Finding {
	line, col := place(text, off)
	return finding.Finding{
		Rule: ruleNUL, Pos: at(name, line, col),
		Message: finding.Textf("空字节（NUL），共 %d 个，这是第一个", "a NUL byte, the first of %d", bytes.Count(text, []byte{0})),
		Hint:    saveAgain(name),
	}
}

// saveAgain is how a file in a wrong encoding becomes a right one.
func saveAgain(name string) finding.Text {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".yaml", ".yml", ".geojson":
		return say("用文本编辑器以 UTF-8 编码另存", "save it as UTF-8 in a text editor")
	}
	return say("从原表重新导出为“CSV UTF-8”", "export the table again as “CSV UTF-8”")
}

// unifyLineEnds makes CRLF and CR into LF in one pass, inside cells too. Nothing
// is copied where there is no CR; else the text is rewritten in a new slice, as
// the caller's bytes are not ours.
func unifyLineEnds(text []byte) []byte {
	n := bytes.IndexByte(text, '\r')
	if n < 0 {
		return text
	}
	out := make([]byte, 0, len(text))
	for n >= 0 {
		out = append(append(out, text[:n]...), '\n')
		text = text[n+1:]
		if len(text) > 0 && text[0] == '\n' {
			text = text[1:]
		}
		n = bytes.IndexByte(text, '\r')
	}
	return append(out, text...)
}

// firstBadUTF8 is the offset of the first byte that is not UTF-8, or -1.
func firstBadUTF8(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	off := 0
	for off < len(b) {
		r, n := utf8.DecodeRune(b[off:])
		if r == utf8.RuneError && n == 1 {
			return off
		}
		off += n
	}
	return -1
}
