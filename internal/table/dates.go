package table

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// dateColumn settles what 05/06/2014 means in one column of one file: a value
// that can be only one order tells for all the others. Where values prove both,
// none of the others is certain.
type dateColumn struct {
	order     value.DateOrder
	ambiguous int
	first     spot
	text      string
}

// dateOrder is how a date cell is to be read; false where nothing tells, which
// finish reports once for the column.
func (d *decoder) dateOrder(col int, text string, at spot) (value.DateOrder, bool) {
	if d.Mapping != nil && d.Mapping.Dates != value.OrderUnknown {
		return d.Mapping.Dates, true
	}
	proved, slash := value.SlashOrder(text)
	if !slash || proved != value.OrderUnknown {
		return proved, true
	}
	if d.dates == nil {
		d.dates = d.proveOrders()
	}
	c := &d.dates[col]
	if c.ambiguous++; c.ambiguous == 1 {
		c.first, c.text = at, cloneText(text)
	}
	return c.order, c.order != value.OrderUnknown
}

// proveOrders looks through the whole file once, when its first ambiguous date
// is met, so that every date is read where it stands.
func (d *decoder) proveOrders() []dateColumn {
	proved := make([]map[value.DateOrder]bool, len(d.claims))
	for i, c := range d.claims {
		if c.field != nil && c.value().Kind == KindDate {
			proved[i] = map[value.DateOrder]bool{}
		}
	}
	d.again(func(cells []string) {
		for i, cell := range cells[:min(len(cells), len(proved))] {
			if proved[i] == nil {
				continue
			}
			part, _ := d.extracted(d.claims[i], cleanText(cell))
			if order, slash := value.SlashOrder(part); slash && order != value.OrderUnknown {
				proved[i][order] = true
			}
		}
	})
	columns := make([]dateColumn, len(d.claims))
	for i, orders := range proved {
		for order := range orders {
			if len(orders) == 1 {
				columns[i].order = order
			}
		}
	}
	return columns
}

// reportDates says how the ambiguous dates of each column were read, or that
// they were not: once for a column, since one line settles them all.
func (d *decoder) reportDates() {
	for i, c := range d.dates {
		if c.ambiguous == 0 {
			continue
		}
		column := d.file.Columns[i]
		if c.order == value.OrderUnknown {
			d.ambiguousDates(c, column)
			continue
		}
		name := "D/M/Y"
		if c.order == value.MonthFirst {
			name = "M/D/Y"
		}
		d.list.Add(finding.Finding{
			Rule: datesSettledRule, Pos: column.pos(d.file.Name), Field: column.Field, Value: column.Heading,
			Message: finding.Textf("列 %q 中有只能按 %s 读的日期，因此 %d 个两可的日期也按 %[2]s 读", "column %q has dates that can only be %s, so its %d ambiguous dates are read as %[2]s", column.Heading, name, c.ambiguous),
			Hint:    finding.Textf("不对时在 data/columns.yaml 写 dates: M/D/Y 或 D/M/Y", "where that is wrong write dates: M/D/Y or D/M/Y in data/columns.yaml"),
		})
	}
}

func (d *decoder) ambiguousDates(c dateColumn, column Column) {
	_, problem := value.ParseDate(c.text, value.OrderUnknown)
	if problem == nil {
		return
	}
	f := finding.Finding{
		Rule: ambiguousDateRule, Pos: c.first.pos(), Field: column.Field, Value: c.text,
		Message: finding.Text{ZH: problem.ZH, EN: problem.EN}, Hint: finding.Text{ZH: problem.HintZH, EN: problem.HintEN},
	}
	if c.ambiguous > 1 {
		extend(&f.Message, finding.Textf("；列 %q 还有 %d 个这样的日期", "; column %q has %d more such dates", column.Heading, c.ambiguous-1))
	}
	d.list.Add(f)
}
