package source

import (
	"bytes"
	"strings"

	"gongkai/internal/finding"
)

// isTable refuses text that is plainly no table: web pages, XML, JSON, RTF.
func isTable(name string, data []byte, l *finding.List) bool {
	head := strings.ToLower(string(bytes.TrimSpace(data[:min(len(data), 512)])))
	what, ok := textKind(head)
	if !ok {
		return true
	}
	l.Add(notATable(name, what))
	return false
}

// textKind names what a text's lower-cased start gives away.
func textKind(head string) (finding.Text, bool) {
	switch {
	case hasAnyPrefix(head, "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<script", "<div"):
		return say("网页（HTML）", "a web page (HTML)"), true
	case hasAnyPrefix(head, "<?xml", "<workbook"):
		return say("XML 文件", "an XML file"), true
	case strings.HasPrefix(head, "mime-version:"):
		return say("网页存档（MHTML）", "a web archive (MHTML)"), true
	case strings.HasPrefix(head, "id;pwxl"):
		return say("SYLK 表格", "a SYLK sheet"), true
	case strings.HasPrefix(head, `{\rtf`):
		return say("RTF 文档", "an RTF document"), true
	case isJSON(head):
		return say("JSON 文件", "a JSON file"), true
	}
	return finding.Text{}, false
}

// isJSON takes a brace or bracket at the start for JSON when a quoted key or
// another opening follows.
func isJSON(head string) bool {
	if !hasAnyPrefix(head, "{", "[") {
		return false
	}
	rest := strings.TrimLeft(head, "{[ \n\t")
	key, after, ok := strings.Cut(strings.TrimPrefix(rest, `"`), `"`)
	return strings.HasPrefix(rest, `"`) && ok && !strings.Contains(key, "\n") &&
		strings.HasPrefix(strings.TrimLeft(after, " "), ":")
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// BinaryKind recognises files of other programs that were only renamed, and says
// what they are.
func BinaryKind(raw []byte) (finding.Text, bool) {
	head := raw[:min(len(raw), 8<<10)]
	is := func(magic string) bool { return bytes.HasPrefix(head, []byte(magic)) }
	has := func(part string) bool { return bytes.Contains(head, []byte(part)) }
	switch {
	case is("PK\x03\x04") && has("opendocument"):
		return say("OpenDocument 文件", "an OpenDocument file"), true
	case is("PK\x03\x04") && has("word/"):
		return say("Word 文档", "a Word document"), true
	case is("PK\x03\x04") && (has("xl/") || has("[Content_Types].xml")):
		return say("Excel 工作簿", "an Excel workbook"), true
	case is("PK\x03\x04"), is("PK\x05\x06"):
		return say("压缩包（zip）", "a zip archive"), true
	case is("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return say("旧版 Excel 或 Word 文件", "an old Excel or Word file"), true
	case is("%PDF-"):
		return say("PDF 文件", "a PDF file"), true
	case is("\x1F\x8B\x08"):
		return say("gzip 压缩文件（文件名应以 .gz 结尾）", "a gzip file (its name should end in .gz)"), true
	case is("\x89PNG\r\n"), is("\xFF\xD8\xFF"), is("GIF8"):
		return say("图片", "an image"), true
	case is("SQLite format 3\x00"):
		return say("SQLite 数据库", "a SQLite database"), true
	case is("Rar!\x1A\x07"), is("7z\xBC\xAF\x27\x1C"):
		return say("压缩包", "an archive"), true
	case is("PAR1"):
		return say("Parquet 文件", "a Parquet file"), true
	}
	return finding.Text{}, false
}

func notATable(name string, what finding.Text) finding.Finding {
	return finding.Finding{
		Rule: ruleNotATable, Pos: at(name, 1, 1),
		Message: say("这是"+what.ZH+"，不是文本", "this is "+what.EN+", not text as its name says"),
		Hint:    say("用相应软件打开，另存为“CSV UTF-8”", "open it in the program it belongs to and save it as “CSV UTF-8”"),
	}
}

// unmerged looks for what git leaves in files: marks of an unfinished merge, and
// pointers to content that was not fetched.
func unmerged(name string, data []byte, l *finding.List) bool {
	if bytes.HasPrefix(data, []byte("version https://git-lfs.github.com/spec/")) {
		l.Add(finding.Finding{
			Rule: ruleLFS, Pos: at(name, 1, 1),
			Message: say("这是 Git LFS 指针，真正的文件没有取到", "this is a Git LFS pointer; the file itself was not fetched"),
			Hint:    say("运行 git lfs pull", "run git lfs pull"),
		})
		return false
	}
	// The line of equal signs alone is left out: it underlines a heading in
	// Markdown, and never stands without one of these.
	for _, mark := range []string{"<<<<<<< ", ">>>>>>> "} {
		off := lineStarting(data, mark)
		if off < 0 {
			continue
		}
		line, _ := place(data, off)
		value := string(data[off:lineEnd(data, off)])
		l.Add(finding.Finding{
			Rule: ruleConflict, Pos: at(name, line, 1), Value: excerpt(value),
			Message: finding.Textf("留有合并冲突标记 %q", "a mark of an unfinished merge: %q", excerpt(value)),
			Hint:    say("留下正确的行，删去 <<<<<<<、======= 和 >>>>>>> 三行", "keep the right rows and delete the lines <<<<<<<, ======= and >>>>>>>"),
		})
		return false
	}
	return true
}

// lineStarting is the offset of the first line with a prefix, or -1.
func lineStarting(data []byte, prefix string) int {
	if bytes.HasPrefix(data, []byte(prefix)) {
		return 0
	}
	if n := bytes.Index(data, []byte("\n"+prefix)); n >= 0 {
		return n + 1
	}
	return -1
}
