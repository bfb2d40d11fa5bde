package importer

import (
	"strings"

	"gongkai/internal/value"

	"github.com/xuri/excelize/v2"
)

// grid is a sheet's cells as text.
type grid struct {
	book  *book
	sheet string
	rows  [][]string
	first int // how many rows of the sheet stand before rows

	signed      int // numbers that got what their format shows beside them
	firstSigned string
}

// grid reads a sheet's cells.
func (k *book) grid(sheet string) (*grid, error) {
	g := &grid{book: k, sheet: sheet}
	rows, err := k.Rows(sheet)
	if err != nil {
		return nil, failf("工作表 %q 读不了：%v", "the sheet %q cannot be read: %v", sheet, err)
	}
	defer rows.Close()
	hidden, firstHidden := 0, 0
	for n := 0; rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, failf("工作表 %q 第 %d 行读不了：%v", "row %[2]d of the sheet %[1]q cannot be read: %[3]v", sheet, n+1, err)
		}
		if len(cells) > maxColumns {
			return nil, failf("工作表 %q 第 %d 行超过 %d 列", "row %[2]d of the sheet %[1]q has more than %[3]d columns", sheet, n+1, maxColumns)
		}
		if k.cells += len(cells) + 1; k.cells > maxCells {
			return nil, failf("工作簿超过 %d 个单元格", "the workbook has more than %d cells", maxCells)
		}
		if rows.GetRowOpts().Hidden && len(cells) > 0 {
			if hidden++; hidden == 1 {
				firstHidden = n
			}
		}
		g.rows = append(g.rows, cells)
	}
	if err := rows.Error(); err != nil {
		return nil, failf("工作表 %q 读不了：%v", "the sheet %q cannot be read: %v", sheet, err)
	}
	for len(g.rows) > 0 && blank(g.rows[len(g.rows)-1]) {
		g.rows = g.rows[:len(g.rows)-1]
	}
	if hidden > 0 {
		k.batch.warn(at(sheet, firstHidden, 0), "有 %d 个隐藏的行，也导入了；不公开就先删去", "%d hidden rows were read too; delete them first if they are not to be published", hidden)
	}
	g.hiddenColumns()
	return g, g.convert()
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// width is the number of columns.
func (g *grid) width() int {
	most := 0
	for _, row := range g.rows {
		most = max(most, len(row))
	}
	return most
}

func (g *grid) hiddenColumns() {
	for c := range g.width() {
		name, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			return
		}
		if shown, err := g.book.GetColVisible(g.sheet, name); err == nil && !shown {
			g.book.batch.warn(value.Visible(g.sheet)+"!"+name, "隐藏的列，也导入了；不公开就先删去", "the column is hidden and was read too; delete it first if it is not to be published")
		}
	}
}

// convert gives the cells that are no text the form that tables have.
func (g *grid) convert() error {
	formulas := g.book.mayHaveFormulas()
	unsaved, firstUnsaved, failed := 0, "", 0
	for r, row := range g.rows {
		for c, text := range row {
			if len(text) > maxCell {
				return failf("%s 超过 1 MiB", "%s has more than 1 MiB", at(g.sheet, r, c))
			}
			if text == "" {
				if formulas && g.formula(r, c) {
					if unsaved++; unsaved == 1 {
						firstUnsaved = at(g.sheet, r, c)
					}
				}
				continue
			}
			if !startsNumber(text) {
				if strings.HasPrefix(text, "#") && g.kind(r, c) == excelize.CellTypeError {
					failed++
				}
				continue
			}
			row[c] = g.number(r, c, text)
		}
	}
	if g.signed > 0 {
		g.book.batch.info(g.firstSigned, "%d 个数字的格式显示单位或币种（如万元、$），已写在数字旁", "%d numbers are shown with a unit or a currency by their format (as 万元 or $), which was written beside them", g.signed)
	}
	if unsaved > 0 {
		g.book.batch.warn(firstUnsaved, "%d 个公式没有保存结果，留空；用表格软件打开并保存一次再导入", "%d formulas have no saved result and were left blank; open and save the workbook in a spreadsheet program, then import it", unsaved)
	}
	if failed > 0 {
		g.book.batch.warn(value.Visible(g.sheet), "%d 个单元格是公式错误（如 #REF!），原样保留", "%d cells hold a formula's error such as #REF!, kept as written", failed)
	}
	return nil
}

func startsNumber(text string) bool {
	return text[0] >= '0' && text[0] <= '9' || text[0] == '-' || text[0] == '.' || text == "TRUE" || text == "FALSE"
}

// kind is the type that the sheet gives a cell.
func (g *grid) kind(r, c int) excelize.CellType {
	cell, err := excelize.CoordinatesToCellName(c+1, r+1)
	if err != nil {
		return excelize.CellTypeUnset
	}
	kind, err := g.book.GetCellType(g.sheet, cell)
	if err != nil {
		return excelize.CellTypeUnset
	}
	return kind
}

func (g *grid) formula(r, c int) bool {
	cell, err := excelize.CoordinatesToCellName(c+1, r+1)
	if err != nil {
		return false
	}
	text, err := g.book.GetCellFormula(g.sheet, cell)
	return err == nil && text != ""
}

// mayHaveFormulas looks for a formula in the parts that the library holds in
// memory; a large sheet, which it keeps on disk, may have some.
func (k *book) mayHaveFormulas() bool {
	held, found := 0, false
	k.Pkg.Range(func(name, text any) bool {
		if part, ok := name.(string); ok && strings.HasPrefix(part, "xl/worksheets/sheet") {
			held++
			if b, ok := text.([]byte); ok {
				s := string(b)
				found = found || strings.Contains(s, "<f>") || strings.Contains(s, "<f ") || strings.Contains(s, "<f/>")
			}
		}
		return !found
	})
	return found || held < k.SheetCount
}
