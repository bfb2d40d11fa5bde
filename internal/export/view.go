package export

import (
	"sync"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// whole is a table as its files show it. Columns are worked out when the first
// file asks, since they take a look at every row.
type whole struct {
	table.Table
	name     string
	currency value.Currency // of amounts that name none
	own      *table.Field   // the field that holds a row's currency; nil where there is none
	columns  func() []column
	most     int // rows of one sheet
}

// sheets are the stretches of rows that each fit into one sheet.
func (w *whole) sheets() []part { return parts(w.Len(), w.most) }

// column is a column of a table's files, with what a typed format has to know
// of all its values.
type column struct {
	table.Output
	kind    table.Kind
	exact   bool           // every date is a day
	digits  int            // decimals of an amount, the most of any currency in the column
	first   value.Currency // of the column's first amount
	several bool           // amounts in more than one currency
	mixed   bool           // amounts in other currencies than their row's
	places  int            // decimals of a number, the most of any in the column
}

// wholes lists the tables that have records, in the order of the dataset.
func wholes(d *model.Dataset) []*whole {
	var all []*whole
	for _, t := range d.Tables() {
		if t.Len() == 0 {
			continue
		}
		w := &whole{Table: t, name: t.Schema().Info.Name, currency: d.Config.Currency, most: spreadsheetRows - 1}
		if f := t.Schema().Field("currency"); f != nil && f.Kind == table.KindCurrency {
			w.own = f
		}
		w.columns = sync.OnceValue(w.look)
		all = append(all, w)
	}
	return all
}

// look reads every column once.
func (w *whole) look() []column {
	var cols []column
	for _, o := range table.Columns(w.Table) {
		c := column{Output: o, kind: table.KindString, exact: true, digits: -1}
		if o.Field != nil {
			c.kind = o.Field.Kind
		}
		switch c.kind {
		case table.KindDate, table.KindMoney, table.KindDecimal, table.KindShare:
			for i := range w.Len() {
				c.see(w.At(i), w.rowCurrency(w.At(i)))
			}
		}
		c.digits = max(c.digits, 0)
		cols = append(cols, c)
	}
	return cols
}

func (c *column) see(e table.Entity, currency value.Currency) {
	switch v := c.Field.Of(e).(type) {
	case *value.Date:
		c.exact = c.exact && (v.IsZero() || v.Precision() == value.Day)
	case *value.Money:
		if !v.IsZero() {
			if c.digits < 0 {
				c.first, c.digits = v.Currency(), 0
			}
			c.several = c.several || v.Currency() != c.first
			c.digits = max(c.digits, v.Currency().Digits())
			c.mixed = c.mixed || v.Currency() != currency
		}
	case *value.Decimal:
		c.places = max(c.places, v.Scale())
	}
}

// rowCurrency is that of a row's amounts which name none: the row's own, else
// the site's.
func (w *whole) rowCurrency(e table.Entity) value.Currency {
	if w.own != nil {
		if c, ok := w.own.Of(e).(*value.Currency); ok && *c != 0 {
			return *c
		}
	}
	return w.currency
}

// cell is a row's text in a column, as CSV has it.
func (w *whole) cell(c *column, e table.Entity) string { return c.Cell(e, w.rowCurrency(e)) }

// many reports a column whose cells hold several references.
func (c *column) many() bool { return c.Field != nil && c.Field.Many }
