package table

import "gongkai/internal/finding"

// columnState is what reading has met in one column of a file.
type columnState struct {
	cells    int // that are not blank
	problems []finding.Finding
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
	c := &d.columns[at.col]
	c.problems = append(c.problems, f)
}

// reportColumns files what hold kept.
func (d *decoder) reportColumns() {
	for i, c := range d.columns {
		if len(c.problems) < misread || len(c.problems) < c.cells {
			for _, f := range c.problems {
				d.list.Add(f)
			}
			continue
		}
		f, column := c.problems[0], d.file.Columns[i]
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
