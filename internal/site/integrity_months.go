package site

import (
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

// chartMonths shows the payments of all years by calendar month, in the
// currency of the first.
func (c *context) chartMonths(r oversight.Result) Chart {
	i := slices.IndexFunc(r.Lists, func(l oversight.List) bool { return l.Name == "by-month" })
	if i < 0 {
		return Chart{}
	}
	list := r.Lists[i]
	rows := list.Rows()
	ch := Chart{
		Name: "months", Form: FormColumns, Series: []Series{{Name: c.t("已付金额", "Paid"), Kind: KindDone}}, Table: c.oversightTable(r, list), Source: c.source(),
		Sub: c.t("各月付款金额，所有年度合计", "Paid by calendar month, all years together"),
	}
	var cur value.Currency
	var most value.Money
	month := 0
	for _, row := range rows {
		paid, known := row.Cells[2].(oversight.Amount)
		if known && month == 0 {
			cur = paid.Currency()
		}
		n := int(row.Cells[0].(oversight.Whole))
		m := Mark{Link: Link{Text: c.monthName(n)}, Values: make([]Number, 1)}
		if known {
			if paid.Currency() != cur {
				continue
			}
			m.Values[0] = c.amountNumber(paid.Money)
			if month == 0 || paid.Minor() > most.Minor() {
				most, month = paid.Money, n
			}
		}
		ch.Marks = append(ch.Marks, m)
	}
	if month == 0 || shown(ch.Marks) < 2 {
		return Chart{}
	}
	ch.Table.Caption, ch.Table.ID, ch.Table.Note = "", "", ""
	ch.Table.Rows = nil
	for _, row := range rows {
		var cells []Cell
		for i, cell := range row.Cells {
			shown := c.oversightCell(cell)
			shown.Numeric = i > 0
			cells = append(cells, shown)
		}
		cells[0].Text = c.monthName(int(row.Cells[0].(oversight.Whole)))
		ch.Table.Rows = append(ch.Table.Rows, cells)
	}
	ch.Ticks = c.moneyTicks(ch.Marks, cur)
	ch.Title = c.t(c.monthName(month)+"付款最多，为 "+most.Short(c.lang), "Most was paid in "+c.monthName(month)+", "+most.Short(c.lang))
	ch.About = c.t("柱形图：各月的付款金额。", "Column chart of what was paid by month.")
	return ch
}

// monthName is a month's short name.
func (c *context) monthName(month int) string {
	if c.lang == "zh" {
		return strconv.Itoa(month) + "月"
	}
	return strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")[month-1]
}
