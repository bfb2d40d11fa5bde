package source

import (
	"strings"

	"gongkai/internal/finding"
)

// titleRows is how many rows above the headings are looked past at most.
const titleRows = 10

// findHeadings gives the offset where the heading row starts, or of blank lines
// before it.
func findHeadings(name string, text []byte, off int, delim byte, o CSVOptions, l *finding.List) (int, bool) {
	if o.SkipRows > 0 {
		return skipRows(name, text, off, delim, o.SkipRows, l)
	}
	rows := preview(text, off, delim)
	if len(rows) == 0 {
		l.Add(finding.Finding{
			Rule: ruleEmptyFile, Pos: at(name, 0, 0),
			Message: finding.Text{ZH: "文件没有内容", EN: "the file holds nothing"},
			Hint:    finding.Text{ZH: "写入标题行，或删去该文件", EN: "write the headings, or remove the file"},
		})
		return 0, false
	}
	i := headingRow(rows, o.Known)
	if i > 0 {
		l.Add(titleRowFinding(name, rows[:i], rows[i]))
		return rows[i].begin, true
	}
	if i == 0 {
		return rows[0].begin, true
	}
	first := rows[0]
	title := strings.Join(filled(first.cells), " ")
	l.Add(finding.Finding{
		Rule: ruleTitleUnclear, Pos: at(name, first.line, 1), Value: title,
		Message: finding.Textf("第一行只有 %q，下一行较宽，不能确定哪一行是标题", "the first row holds only %q and a wider row follows: which one holds the headings is unclear", excerpt(title)),
		Hint:    finding.Text{ZH: "删去标题行之上的行，或在 data/columns.yaml 中写明 skip_rows: 1", EN: "delete the rows above the headings, or set skip_rows: 1 in data/columns.yaml"},
	})
	return 0, false
}

// headingRow is the index of the heading row, -1 where that is unclear.
func headingRow(rows []previewRow, known func([]string) int) int {
	first := rows[0]
	lone := first.filled == 1
	for i, r := range rows[:min(len(rows), titleRows+1)] {
		k := known(r.cells)
		if k >= 2 || 2*k > r.filled && (i > 0 || !lone) {
			return i
		}
		// A row with a known heading in it, though few, is no title row.
		if r.filled > 1 && k > 0 {
			break
		}
	}
	if !lone || known(first.cells) > 0 {
		return 0
	}
	for _, r := range rows[1:] {
		if r.filled > 1 {
			return -1
		}
	}
	return 0
}

func titleRowFinding(name string, skipped []previewRow, heading previewRow) finding.Finding {
	var said []string
	for _, r := range skipped {
		said = append(said, strings.Join(filled(r.cells), " "))
	}
	value := strings.Join(said, " / ")
	return finding.Finding{
		Rule: ruleTitleRow, Pos: at(name, skipped[0].line, 1), Value: value,
		Message: finding.Textf("跳过了标题行之上的 %[1]d 行：%[2]q；标题在第 %[3]d 行", "%[1]d row(s) above the headings skipped: %[2]q; the headings are in line %[3]d", len(skipped), excerpt(value), heading.line),
		Hint:    finding.Text{ZH: "删去这些行，或在 data/columns.yaml 中写明 skip_rows", EN: "delete them, or state skip_rows in data/columns.yaml"},
	}
}

// filled are the cells that are not empty.
func filled(cells []string) []string {
	var out []string
	for _, c := range cells {
		if c != "" {
			out = append(out, c)
		}
	}
	return out
}

// skipRows passes the rows a publisher named. A blank line is a row here, as it
// is in a spreadsheet.
func skipRows(name string, text []byte, off int, delim byte, n int, l *finding.List) (int, bool) {
	for range n {
		if off >= len(text) {
			break
		}
		if text[off] == '\n' {
			off++
			continue
		}
		rows := preview(text, off, delim)
		if len(rows) > 0 && blank(text[off:rows[0].begin]) {
			off = rows[0].end
			continue
		}
		off = min(lineEnd(text, off)+1, len(text))
	}
	if !blank(text[off:]) {
		return off, true
	}
	l.Add(finding.Finding{
		Rule: ruleSkipRows, Pos: at(name, 0, 0),
		Message: finding.Textf("skip_rows 为 %d，之后没有标题行", "skip_rows is %d, and no headings follow", n),
		Hint:    finding.Text{ZH: "把 skip_rows 改为标题行之上的行数", EN: "set skip_rows to the number of rows above the headings"},
	})
	return 0, false
}
