package table

import "gongkai/internal/finding"

// columnState is what reading has met in one column of a file.
type columnState struct {
	cells    int          // that are not blank
	problems finding.List // which cannot be read

	first  bool            // the first row has a cell
	once   map[string]bool // texts of a reference's cells
	repeat bool            // one of them came again
}

// tell notes a cell of a reference, for telling merged cells.
func (c *columnState) tell(text string, row int32) {
	c.first = c.first || row == 0
	if c.repeat || !c.first {
		return
	}
	if c.repeat = c.once[text]; c.repeat {
		c.once = nil
		return
	}
	if c.once == nil {
		c.once = map[string]bool{}
	}
	c.once[cloneText(text)] = true
}

// merged is how many rows a column must have for each of its cells, the first
// row among them, for the others to be blank because cells were merged.
const merged = 3

// reportMerged warns of references that look like merged cells, which a
// spreadsheet saves as one cell and blank ones below: each text stands once,
// from the first row on, and most rows have none. A table with ids was written
// by a program, which merges nothing.
func (d *decoder) reportMerged() {
	if d.idCol >= 0 {
		return
	}
	for i, c := range d.columns {
		if !c.first || c.repeat || c.cells*merged > d.file.Rows() {
			continue
		}
		head := d.file.Columns[i]
		d.list.Add(finding.Finding{
			Rule: mergedCellsRule, Pos: head.pos(d.file.Name), Field: head.Field, Value: head.Heading,
			Message: finding.Textf("%[2]d 行中只有 %[3]d 行有 %[1]q，各不相同：像是合并的单元格拆开后留下的空白；空白的行记为未公布", "only %[3]d of %[2]d rows have a cell under %[1]q, and no two are alike, as merged cells leave them; the blank ones are taken as not published", head.Heading, d.file.Rows(), c.cells),
			Hint:    finding.Textf("若是合并的单元格，在电子表格中取消合并，把内容填满每一行，再重新导出", "where they were merged, unmerge them in the spreadsheet, fill every row and export again"),
		})
	}
}

// misread is how many cells of a column must fail, none of them readable, for
// the column to be what is wrong.
const misread = 20

// hold keeps a finding on a cell until its column is read to the end: where no
// cell of the column can be read, its heading is wrong and one finding says so.
func (d *decoder) hold(at spot, f finding.Finding) {
	if at.fixed != nil || f.Rule.Severity != finding.Error {
		d.list.Add(f)
		return
	}
	if f.Rule == badIDRule {
		d.t.store().broken = true
	}
	d.columns[at.col].problems.Add(f)
}

// reportColumns files what hold kept.
func (d *decoder) reportColumns() {
	for i := range d.columns {
		c := &d.columns[i]
		if failed := c.problems.Len(); failed < misread || failed < c.cells {
			d.list.Merge(&c.problems)
			continue
		}
		f, column := c.problems.First(), d.file.Columns[i]
		extend(&f.Message, finding.Textf("；列 %q 的 %d 个单元格都读不懂", "; none of the %[2]d cells of column %[1]q can be read", column.Heading, c.cells))
		if f.Rule != excelSerialRule && f.Rule != spreadsheetErrorRule && f.Rule != roundedRule {
			extend(&f.Hint, finding.Textf("；若这一列不是 %s，改列名，或在 data/columns.yaml 中指明", "; where the column is not %s rename it, or say in data/columns.yaml what it is", column.Field))
		}
		f.Related = append(f.Related, finding.Related{Pos: column.pos(d.file.Name), Message: finding.Textf("列名在此", "the heading")})
		d.list.Add(f)
	}
}

// extend adds to a text in both languages.
func extend(t *finding.Text, more finding.Text) {
	t.ZH += more.ZH
	t.EN += more.EN
}
