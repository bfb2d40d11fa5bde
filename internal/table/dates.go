package table

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// dateColumn settles what 05/06/2014 means in one column of one file: a value
// that can be only one order tells for all the others.
type dateColumn struct {
	first   map[value.DateOrder]bool // orders that some value proves
	pending []pendingDate
}

type pendingDate struct {
	field *Field
	into  *value.Date
	text  string
	at    spot
}

// date reads a date, or puts it off until its column is read to the end.
func (d *decoder) date(f *Field, into *value.Date, text string, at spot) {
	var order value.DateOrder
	if d.Mapping != nil {
		order = d.Mapping.Dates
	}
	if proved, slash := value.SlashOrder(text); slash && order == value.OrderUnknown {
		if dec, col := at.column(); dec != nil {
			c := d.dates[col]
			if c == nil {
				c = &dateColumn{first: map[value.DateOrder]bool{}}
				d.dates[col] = c
			}
			if proved == value.OrderUnknown {
				c.pending = append(c.pending, pendingDate{f, into, text, at})
				return
			}
			c.first[proved] = true
		}
	}
	v, problem := value.ParseDate(text, order)
	*into = v
	if problem != nil {
		d.problem(f, problem, text, at)
	}
}

// settleDates reads the dates that were put off.
func (d *decoder) settleDates() {
	for i := range d.file.Columns {
		c := d.dates[i]
		if c == nil {
			continue
		}
		order := value.OrderUnknown
		if len(c.first) == 1 {
			for order = range c.first {
			}
		}
		for _, p := range c.pending {
			v, problem := value.ParseDate(p.text, order)
			*p.into = v
			if problem != nil {
				d.problem(p.field, problem, p.text, p.at)
			}
		}
		if order != value.OrderUnknown && len(c.pending) > 0 {
			name := "D/M/Y"
			if order == value.MonthFirst {
				name = "M/D/Y"
			}
			d.list.Add(finding.Finding{
				Rule: datesSettledRule, Pos: finding.Pos{File: d.file.Name, Line: d.file.Columns[i].Line, Col: d.file.Columns[i].Col}, Field: d.file.Columns[i].Field,
				Message: finding.Textf("列 %q 中有只能按 %s 读的日期，因此 %d 个两可的日期也按 %[2]s 读", "column %q has dates that can only be %s, so its %d ambiguous dates are read as %[2]s", d.file.Columns[i].Heading, name, len(c.pending)),
			})
		}
	}
}
