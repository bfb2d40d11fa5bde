package source

import (
	"bytes"
	"encoding/csv"
	"errors"

	"gongkai/internal/finding"
)

// Problem explains an error of Reader.Read: always a quotation mark that does
// not pair, said at the place where the broken cell opens. Reading ends there,
// since what follows would be taken for something else than it is.
func (c *CSV) Problem(err error) finding.Finding {
	line := c.Base + 1
	if p, ok := errors.AsType[*csv.ParseError](err); ok {
		line = c.Base + p.StartLine
	}
	r := scanRecord(c.text, c.lines.start(line), byte(c.Delimiter))
	return quoteFinding(c.name, c.text, r)
}

// quoteFinding tells of the broken record that scanRecord walked.
func quoteFinding(name string, text []byte, r recordScan) finding.Finding {
	cell := r.cells[len(r.cells)-1]
	from := cell.start
	if r.trap < 0 {
		r.trap = from
	}
	if !cell.quoted {
		from = r.trap
	}
	line, col := place(text, from)
	f := finding.Finding{
		Rule: ruleBadQuote, Pos: at(name, line, col), Value: excerpt(unquote(text, cellSpan{from, lineEnd(text, from), false})),
		Hint: finding.Text{
			ZH: "含引号的单元格用引号括起，内部的引号写成两个（\"\"）；分隔符与引号之间不留空格",
			EN: "enclose the cell in quotation marks and double those inside it (\"\"); leave no space between separator and mark",
		},
	}
	switch {
	case !cell.quoted:
		f.Message = finding.Textf("单元格 %q 未用引号括起，中间却有引号", "the cell %q is not enclosed in quotation marks and has one inside",
			excerpt(string(text[cell.start:lineEnd(text, cell.start)])))
	case r.open:
		f.Message = finding.Textf("此处的引号直到文件末尾没有闭合：%q", "the quotation mark opened here is not closed by the end of the file: %q", f.Value)
	default:
		f.Message = finding.Textf("此处引号括起的单元格 %q 在引号之后还有文字", "the quoted cell %q that opens here has text after a quotation mark", f.Value)
		tl, tc := place(text, r.trap)
		f.Related = []finding.Related{{Pos: at(name, tl, tc), Message: finding.Text{ZH: "这个引号之后还有文字", EN: "text follows this quotation mark"}}}
	}
	return f
}

// lineEnd is the offset of the end of the line that holds an offset.
func lineEnd(text []byte, off int) int {
	if n := bytes.IndexByte(text[off:], '\n'); n >= 0 {
		return off + n
	}
	return len(text)
}
