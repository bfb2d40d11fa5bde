package source

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// previewBytes and previewRows bound what is looked at to find delimiter and
// headings.
const (
	previewBytes = 256 << 10
	previewRows  = 20
)

// A previewRow is a row near the top of a file.
type previewRow struct {
	cells  []string // trimmed
	filled int      // how many are not empty
	begin  int      // offset of the end of the row before it
	end    int      // offset behind it
	line   int
}

// preview reads the first rows that are not blank. It takes quotation marks
// loosely, since a title row may hold any text; the reading proper is strict.
func preview(text []byte, off int, delim byte) []previewRow {
	part := text[off:]
	if len(part) > previewBytes {
		// To the end of the line, as the headings alone may be longer; a line
		// beyond MaxRow is cut, and refused when the rows are measured.
		part = part[:min(lineEnd(part, previewBytes), previewBytes+MaxRow)]
	}
	line := bytes.Count(text[:off], []byte{'\n'})
	r := csv.NewReader(bytes.NewReader(part))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = rune(delim), true, -1
	var rows []previewRow
	begin := off
	for len(rows) < previewRows {
		cells, err := r.Read()
		if err != nil {
			break
		}
		first, _ := r.FieldPos(0)
		row := previewRow{begin: begin, end: off + int(r.InputOffset()), line: line + first}
		for _, c := range cells {
			c = strings.TrimSpace(c)
			if c != "" {
				row.filled++
			}
			row.cells = append(row.cells, c)
		}
		begin = row.end
		if row.filled > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// separatorLine reads the line `sep=;` that Excel writes and understands above a
// table; it gives the offset behind it.
func separatorLine(text []byte) (off int, delim byte, ok bool) {
	line, _, _ := bytes.Cut(text, []byte{'\n'})
	s := strings.Trim(strings.TrimRight(string(line), " ,;"), `"`)
	if len(line) > 16 || len(s) < 4 || !strings.EqualFold(s[:4], "sep=") {
		return 0, 0, false
	}
	// The separator itself may have been trimmed with the padding.
	_, rest, _ := strings.Cut(strings.ToLower(string(line)), "sep=")
	if rest == "" || !strings.ContainsRune(",;\t", rune(rest[0])) {
		return 0, 0, false
	}
	return min(len(line)+1, len(text)), rest[0], true
}

// findDelimiter chooses what stands between the cells: what makes most known
// headings, else what gives most rows the same width of at least two.
func findDelimiter(text []byte, o CSVOptions) byte {
	best, bestKnown, bestAlike, bestWidth := byte(','), -1, -1, -1
	for _, d := range []byte{',', ';', '\t'} {
		rows := preview(text, 0, d)
		known := 0
		// A table of one column has no separator in its heading, whatever its cells hold.
		if d == ',' && len(rows) > 0 && len(rows[0].cells) == 1 {
			known = o.Known(rows[0].cells)
		}
		for _, r := range rows {
			if len(r.cells) > 1 {
				known = max(known, o.Known(r.cells))
			}
		}
		alike, width := commonWidth(rows)
		if known > bestKnown || known == bestKnown && (alike > bestAlike || alike == bestAlike && width > bestWidth) {
			best, bestKnown, bestAlike, bestWidth = d, known, alike, width
		}
	}
	return best
}

// commonWidth is the width of at least two that most rows share, and how many
// do.
func commonWidth(rows []previewRow) (alike, width int) {
	count := map[int]int{}
	for _, r := range rows {
		w := len(r.cells)
		if w < 2 {
			continue
		}
		count[w]++
		if n := count[w]; n > alike || n == alike && w > width {
			alike, width = n, w
		}
	}
	return alike, width
}
