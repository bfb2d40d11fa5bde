package source

import (
	"bytes"
	"encoding/csv"
	"unicode/utf8"

	"gongkai/internal/finding"
)

// CSVOptions are what the caller knows about a file before it is read.
type CSVOptions struct {
	// SkipRows is the number of rows above the headings as the publisher gives
	// it, counted as a spreadsheet counts them; 0 lets title rows be recognised.
	SkipRows int
	// Known says how many of these cells, trimmed, are headings the caller
	// knows; nil knows none.
	Known func(cells []string) int
}

// CSV is a table found in a text file.
type CSV struct {
	// Reader stands at the heading row, which its first Read returns. Rows may
	// have any number of cells, quotation marks are taken strictly, and the
	// slice of a Read is used again by the next one (its strings are not).
	Reader *csv.Reader
	// Base is what to add to the lines that Reader reports.
	Base int
	// Delimiter stands between the cells: comma, semicolon or tab.
	Delimiter rune

	name  string
	text  []byte
	begin int // offset of Reader's first byte
	lines lineIndex
}

// OpenCSV finds the table in a text that Decode made: its delimiter, its heading
// row below any title rows, and whether its size can be read. False means that
// an error was found and there is nothing to read.
func OpenCSV(name string, text []byte, o CSVOptions, l *finding.List) (*CSV, bool) {
	if !isTable(name, text, l) || !unmerged(name, text, l) {
		return nil, false
	}
	if o.Known == nil {
		o.Known = func([]string) int { return 0 }
	}
	off, delim, said := separatorLine(text)
	if !said {
		delim = findDelimiter(text, o)
	}
	if delim != ',' {
		l.Add(delimiterFinding(name, delim, said))
	}
	off, ok := findHeadings(name, text, off, delim, o, l)
	if !ok || !withinLimits(name, text, off, delim, l) {
		return nil, false
	}
	c := &CSV{
		Reader:    csv.NewReader(bytes.NewReader(text[off:])),
		Base:      bytes.Count(text[:off], []byte{'\n'}),
		Delimiter: rune(delim),
		name:      name,
		text:      text,
		begin:     off,
		lines:     newLineIndex(text),
	}
	c.Reader.Comma = c.Delimiter
	c.Reader.FieldsPerRecord = -1
	c.Reader.ReuseRecord = true
	if h := scanRecord(text, skipBlankLines(text, off), delim); h.trap < 0 && blank(text[h.end:]) {
		l.Add(noRowsFinding(name))
	}
	return c, true
}

// Above are the lines above the headings, which belong to no row.
func (c *CSV) Above() string { return string(c.text[:c.begin]) }

// Line is the line where the record last read starts.
func (c *CSV) Line() int {
	line, _, _ := c.fieldPos(0)
	return c.Base + line
}

// Pos is where a cell of the record last read starts, its opening quotation mark
// counted; for a cell the record does not have, the end of the record.
func (c *CSV) Pos(field int) finding.Pos {
	if line, col, ok := c.fieldPos(field); ok {
		line += c.Base
		return at(c.name, line, c.lines.column(line, col-1))
	}
	end := c.begin + int(c.Reader.InputOffset())
	if end > c.begin && c.text[end-1] == '\n' {
		end--
	}
	start := bytes.LastIndexByte(c.text[:end], '\n') + 1
	line, _, ok := c.fieldPos(0)
	if !ok {
		return at(c.name, c.Base+1, 1)
	}
	line += c.Base
	line += bytes.Count(c.text[c.lines.start(line):end], []byte{'\n'})
	return at(c.name, line, utf8.RuneCount(c.text[start:end])+1)
}

// fieldPos asks the reader where a field starts. The reader does not tell how
// many fields its last record has and panics when asked for more, so the panic
// is the answer.
func (c *CSV) fieldPos(field int) (line, col int, ok bool) {
	defer func() {
		if recover() != nil {
			line, col, ok = 1, 1, false
		}
	}()
	line, col = c.Reader.FieldPos(field)
	return line, col, true
}

func noRowsFinding(name string) finding.Finding {
	return finding.Finding{
		Rule: ruleNoRows, Pos: at(name, 0, 0),
		Message: say("只有标题行，没有记录", "there are headings but no rows"),
	}
}

func delimiterFinding(name string, delim byte, said bool) finding.Finding {
	f := finding.Finding{
		Rule: ruleDelimiter, Pos: at(name, 1, 0), Value: string(rune(delim)),
		Message: say("单元格之间是分号", "the cells are separated by semicolons"),
	}
	if delim == '\t' {
		f.Message = say("单元格之间是制表符", "the cells are separated by tabs")
	}
	if said {
		f.Message.ZH += "（文件首行写明）"
		f.Message.EN += ", as the file's first line says"
	}
	return f
}

func blank(b []byte) bool { return len(bytes.TrimSpace(b)) == 0 }

func skipBlankLines(text []byte, off int) int {
	for off < len(text) && text[off] == '\n' {
		off++
	}
	return off
}
