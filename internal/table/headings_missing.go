package table

import (
	"encoding/csv"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gongkai/internal/finding"
	"gongkai/internal/source"
)

// headingsWrong tells of a file whose first line cannot be the headings: none is
// known, or they stand in the first column, or the next line holds headings as
// well. Reading on would only bring findings that follow from it.
func (d *decoder) headingsWrong(name string, text []byte, o Options) (finding.Finding, bool) {
	known := 0
	for _, c := range d.claims {
		if c.field != nil {
			known++
		}
	}
	rows := firstRows(name, text, o)
	if known <= 1 && o.sideways(rows) {
		return d.onItsSide(rows), true
	}
	if mapped := o.Mapping != nil && (len(o.Mapping.ID) > 0 || len(o.Mapping.Constants) > 0); known == 0 && !mapped && len(d.file.Columns) > 0 {
		return d.noneKnown(), true
	}
	if len(rows) < 2 {
		return finding.Finding{}, false
	}
	_, filled := filledCells(rows[1].cells)
	below := o.known(rows[1].cells)
	if below >= 3 && below >= known && 2*below > filled || completes(rows) {
		return stacked(name, rows[1], known, below), true
	}
	return finding.Finding{}, false
}

// sideways tells whether the first column holds the headings: most of its cells
// are known as headings, and at least three.
func (o Options) sideways(rows []peeked) bool {
	var first []string
	for _, r := range rows {
		if len(r.cells) > 0 && r.cells[0] != "" {
			first = append(first, r.cells[0])
		}
	}
	known := o.known(first)
	return known >= 3 && 2*known > len(first)
}

// completes tells whether the second line gives headings to columns that the
// first leaves unnamed, as merged cells do: to two of them or more, and no cell
// of it is blank or holds a digit, as each record below does.
func completes(rows []peeked) bool {
	above, below := rows[0].cells, rows[1].cells
	given := 0
	for i, c := range below {
		if c == "" {
			return false
		}
		if i >= len(above) || above[i] == "" {
			given++
		}
	}
	return given >= 2 && !hasDigit(rows[1]) && len(rows) > 2 && !slices.ContainsFunc(rows[2:], func(r peeked) bool { return !hasDigit(r) })
}

func hasDigit(r peeked) bool {
	return slices.ContainsFunc(r.cells, func(c string) bool { return strings.ContainsFunc(c, unicode.IsDigit) })
}

func stacked(name string, lower peeked, above, below int) finding.Finding {
	return finding.Finding{
		Rule: stackedHeadingsRule, Pos: finding.Pos{File: name, Line: lower.line, Col: 1}, Value: strings.Join(lower.cells, ","),
		Message: finding.Textf("列名占了两行：认得的列名，上一行 %d 个，这一行 %d 个", "the headings stand on two lines: known are %d of the line above, and %d of this one", above, below),
		Hint:    stackedHeadingsRule.Hint(),
	}
}

func (d *decoder) onItsSide(rows []peeked) finding.Finding {
	var first []string
	for _, r := range rows[:min(len(rows), 4)] {
		if len(r.cells) > 0 {
			first = append(first, strconv.Quote(r.cells[0]))
		}
	}
	return finding.Finding{
		Rule: sidewaysRule, Pos: d.file.Columns[0].pos(d.file.Name), Value: rows[0].cells[0],
		Message: finding.Textf("列名在第一列，不在第一行：%s", "the headings stand in the first column, not in the first line: %s", strings.Join(first, ", ")),
		Hint:    sidewaysRule.Hint(),
	}
}

func (d *decoder) noneKnown() finding.Finding {
	var heads, quoted []string
	for i, c := range d.file.Columns {
		heads = append(heads, c.written)
		if i < 4 {
			quoted = append(quoted, strconv.Quote(c.written))
		}
	}
	f := finding.Finding{
		Rule: noHeadingsRule, Pos: d.file.Columns[0].pos(d.file.Name), Value: heads[0],
		Message: finding.Textf("第一行没有认得的列名：%s", "the first line holds no heading that is known: %s", strings.Join(quoted, ", ")),
		Hint: finding.Textf("这一行是数据时，在上面加一行列名，如 id,title；是自己的列名时，在 data/columns.yaml 写 %[1]s: {columns: {列名: title}}；gongkai schema %[1]s 列出全部字段",
			"where the line is data, write a line of headings above it, such as id,title; where these are your headings, map them in data/columns.yaml, such as %[1]s: {columns: {HEADING: title}}; gongkai schema %[1]s lists the fields", d.schema.Info.Name),
	}
	for _, mark := range []string{"，", "|", "；", "、"} {
		if len(heads) == 1 && strings.Contains(heads[0], mark) {
			f.Hint = finding.Textf("各列用 %q 隔开，不是逗号：另存为“CSV UTF-8（逗号分隔）”", "the cells are separated by %q and not by commas: save the table as “CSV UTF-8 (comma delimited)”", mark)
		}
	}
	return f
}

// peeked is a line of a table read ahead of its records.
type peeked struct {
	line  int
	cells []string // trimmed
}

// peekRows is how many lines are read ahead to see where the headings stand.
const peekRows = 40

// firstRows are the headings and the records below them, up to peekRows.
func firstRows(name string, text []byte, o Options) []peeked {
	c, ok := source.OpenCSV(name, text, o.CSV(), &finding.List{})
	if !ok {
		return nil
	}
	var rows []peeked
	for len(rows) < peekRows {
		cells, err := c.Reader.Read()
		if err != nil && !errors.Is(err, csv.ErrFieldCount) {
			break
		}
		line, _ := c.Reader.FieldPos(0)
		row := peeked{line: c.Base + line}
		for _, cell := range cells {
			row.cells = append(row.cells, strings.TrimSpace(cell))
		}
		rows = append(rows, row)
	}
	return rows
}
