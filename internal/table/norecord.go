package table

import (
	"strings"

	"gongkai/internal/finding"
)

var totalWords = map[string]bool{
	"合计": true, "总计": true, "小计": true, "共计": true, "累计": true, "总和": true, "总额": true, "合计金额": true, "总金额": true, "本页小计": true, "本页合计": true,
	"合計": true, "總計": true, "総計": true, "小計": true, "共計": true, "累計": true, "總額": true,
	"total": true, "totals": true, "totalamount": true, "grandtotal": true, "subtotal": true, "sum": true,
	"summe": true, "gesamt": true, "gesamtsumme": true, "totalgénéral": true,
}

// noteWords begin the remarks that people put below a table.
var noteWords = []string{"注:", "备注:", "说明:", "附注:", "填表人", "制表", "填报单位", "数据来源:", "註:", "備註:", "說明:", "備考:", "資料來源:", "note:", "notes:", "source:", "prepared by"}

// noRecord recognises and reports rows that spreadsheets have beside records:
// sums, remarks below them, headings that stand again.
func (d *decoder) noRecord(cells []string, row int) bool {
	first, filled := filledCells(cells)
	f := finding.Finding{Pos: d.file.cellPos(row, first), Value: strings.TrimSpace(cells[first])}
	switch {
	case d.isTotal(cells, first):
		d.sums = true
		f.Rule = totalRowRule
		f.Message = finding.Textf("首格是 %q：看作合计行，未读入", "the row begins with %q: taken as a row of totals and left out", f.Value)
		f.Hint = finding.Textf("从数据表中删去合计行；合计由网站计算", "remove total rows from the table; the site adds up")
	case d.isRemark(cells, first, filled):
		f.Rule = noteRowRule
		f.Message = finding.Textf("这一行只有 %q：看作表下的说明，未读入", "the row holds only %q: taken as a remark below the table and left out", f.Value)
		f.Hint = finding.Textf("把说明移出数据表，例如放进 content/pages/", "move remarks out of the table, for example into content/pages/")
	case filled > 1 && d.isHeadings(cells):
		f.Rule = headingsAgainRule
		f.Message = finding.Textf("这一行与列名相同，未读入", "the row repeats the headings and is left out")
		f.Hint = finding.Textf("删去重复的列名行", "delete the headings that stand again")
	default:
		return false
	}
	d.list.Add(f)
	return true
}

// isTotal reports whether a row's first cell that is not blank says that it is
// a sum, while no other cell is a name, in a table that has something to sum.
func (d *decoder) isTotal(cells []string, first int) bool {
	word, _ := cutBracket(cells[first])
	if !totalWords[strings.TrimRight(foldHeading(word), ":")] {
		return false
	}
	numbers := false
	for i, c := range d.claims {
		switch {
		case c.field == nil:
		case c.field.Kind == KindMoney || c.field.Kind == KindCount || c.field.Kind == KindDecimal:
			numbers = true
		case i > first && c.field.Kind == KindText && strings.TrimSpace(cells[i]) != "":
			return false
		}
	}
	return numbers
}

// filledCells are the first cell that is not blank and how many are not.
func filledCells(cells []string) (first, filled int) {
	first = -1
	for i, cell := range cells {
		if strings.TrimSpace(cell) == "" {
			continue
		}
		if filled++; first < 0 {
			first = i
		}
	}
	return first, filled
}

// isRemark reports whether a row is a remark: a single cell that begins as one,
// or that stands below the totals where an id or a title would.
func (d *decoder) isRemark(cells []string, first, filled int) bool {
	if filled != 1 || len(cells) < 2 {
		return false
	}
	if d.sums && first == 0 && len(cells) > 2 {
		return true
	}
	text := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(cells[first]), "：", ":"))
	for _, w := range noteWords {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}

func (d *decoder) isHeadings(cells []string) bool {
	for i, cell := range cells {
		if cleanText(cell) != d.file.Columns[i].written {
			return false
		}
	}
	return true
}
