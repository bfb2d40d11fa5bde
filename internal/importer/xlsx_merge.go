package importer

import (
	"strings"

	"gongkai/internal/value"

	"github.com/xuri/excelize/v2"
)

// fill gives every cell of a merged range the value that it shows. Titles, which
// stand above the first row of several cells, and remarks, which run over all
// columns of the table, are left as they are.
func (g *grid) fill() error {
	merged, err := g.book.GetMergeCells(g.sheet, true)
	if err != nil {
		return failf("工作表 %q 的合并单元格读不了：%v", "the merged cells of the sheet %q cannot be read: %v", g.sheet, err)
	}
	heads, width, filled, numbers, first := g.headingRow(), g.width(), 0, 0, ""
	for _, m := range merged {
		c1, r1, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		c2, r2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 != nil || err2 != nil || r1 > len(g.rows) || r1-1 < heads || r1 == r2 && c1 == c2 {
			continue
		}
		if r1-1 > heads && r1 == r2 && c1 == 1 && c2 >= len(g.rows[heads]) && c2 > 1 {
			continue
		}
		row := g.rows[r1-1]
		if c1 > len(row) || strings.TrimSpace(row[c1-1]) == "" {
			continue
		}
		text := row[c1-1]
		if filled++; filled == 1 {
			first = at(g.sheet, r1-1, c1-1)
		}
		if _, err := value.ParseDecimal(text); err == nil {
			numbers++
		}
		g.spread(text, r1-1, min(r2, len(g.rows)), c1-1, min(c2, width))
	}
	if filled > 0 {
		g.book.batch.info(first, "%d 处合并单元格，已把值填入其中每一格", "%d merged ranges: each of their cells was given the value", filled)
	}
	if numbers > 0 {
		g.book.batch.warn(first, "其中 %d 处是数字：如果是合计，会被重复计算，请核对", "%d of the merged ranges hold a number: one that is a total of its rows now counts in each, so look at them", numbers)
	}
	return nil
}

// spread writes a text into rows r1 to before r2 and columns c1 to before c2.
func (g *grid) spread(text string, r1, r2, c1, c2 int) {
	for r := r1; r < r2; r++ {
		for len(g.rows[r]) < c2 {
			g.rows[r] = append(g.rows[r], "")
		}
		for c := c1; c < c2; c++ {
			g.rows[r][c] = text
		}
	}
}

// headingRow is the first row with several cells in it, or the first with any.
func (g *grid) headingRow() int {
	single := -1
	for r, row := range g.rows {
		n := 0
		for _, c := range row {
			if strings.TrimSpace(c) != "" {
				n++
			}
		}
		if n > 1 {
			return r
		}
		if n == 1 && single < 0 {
			single = r
		}
	}
	return max(single, 0)
}

// dropTitles takes away what stands above the headings, gives it and says what
// it was.
func (g *grid) dropTitles() string {
	heads := g.headingRow()
	var titles []string
	for r, row := range g.rows[:heads] {
		for c, text := range row {
			if text != "" {
				titles = append(titles, text)
				g.book.batch.info(at(g.sheet, r, c), "表头上方的 %q 没有导入", "%q stands above the headings and was left out", text)
			}
		}
	}
	g.rows, g.first = g.rows[heads:], heads
	return strings.Join(titles, "\n")
}

// dropBlank takes away rows without a value, and cells right of the headings
// keep a heading of their own.
func (g *grid) dropBlank() {
	rows := g.rows[:1]
	for _, row := range g.rows[1:] {
		if !blank(row) {
			rows = append(rows, row)
		}
	}
	g.rows = rows
	width, given := g.width(), 0
	for c := range width {
		if c < len(rows[0]) && strings.TrimSpace(rows[0][c]) != "" {
			continue
		}
		name, err := excelize.ColumnNumberToName(c + 1)
		if err != nil || !g.used(c) && c >= len(rows[0]) {
			continue
		}
		for len(rows[0]) <= c {
			rows[0] = append(rows[0], "")
		}
		if g.used(c) {
			rows[0][c] = name
			if given++; given == 1 {
				g.book.batch.warn(at(g.sheet, g.first, c), "这一列没有表头，用了列号 %q", "the column has no heading and was given its letter %q", name)
			}
		}
	}
}

func (g *grid) used(c int) bool {
	for _, row := range g.rows[1:] {
		if c < len(row) && strings.TrimSpace(row[c]) != "" {
			return true
		}
	}
	return false
}
