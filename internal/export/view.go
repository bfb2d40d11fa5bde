package export

import (
	"strconv"
	"strings"
	"sync"

	"gongkai/internal/finding"
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
	name   string // where the case of letters does not tell names apart, as in databases
	kind   table.Kind
	exact  bool // every date is a day
	digits int  // decimals of an amount, the most of any currency in the column
	whole  int  // digits before the point of an amount or a number, the most of any in the column
	mixed  bool // amounts in other currencies than their row's
	places int  // decimals of a number, the most of any in the column
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
		c := column{Output: o, kind: table.KindString, exact: true}
		if o.Field != nil {
			c.kind = o.Field.Kind
		}
		switch c.kind {
		case table.KindDate, table.KindMoney, table.KindDecimal, table.KindShare:
			for i := range w.Len() {
				c.see(w.At(i), w.rowCurrency(w.At(i)))
			}
		}
		cols = append(cols, c)
	}
	nameApart(cols)
	return cols
}

// What databases add to the name of a column.
const (
	minorSuffix    = "_minor"      // in the smallest unit of the currency
	currencySuffix = "_currency"   // where amounts name one beside their row's
	writtenSuffix  = "_as_written" // of a date, where some are no day
)

// nameApart gives every column a name of its own in any case of letters. Those
// of the schema have theirs; a heading of the publisher's that is taken gets a
// number.
func nameApart(cols []column) {
	taken := map[string]bool{}
	for i := range cols {
		if c := &cols[i]; c.Field != nil {
			c.name = c.Heading
			taken[strings.ToLower(c.name)] = true
			if c.kind == table.KindDate {
				taken[strings.ToLower(c.name+writtenSuffix)] = true
			}
			if c.kind == table.KindMoney {
				taken[strings.ToLower(c.name+minorSuffix)], taken[strings.ToLower(c.name+currencySuffix)] = true, true
			}
		}
	}
	for i := range cols {
		c := &cols[i]
		if c.Field != nil {
			continue
		}
		c.name = c.Heading
		for n := 2; taken[strings.ToLower(c.name)]; n++ {
			c.name = c.Heading + "_" + strconv.Itoa(n)
		}
		taken[strings.ToLower(c.name)] = true
	}
}

func (c *column) see(e table.Entity, currency value.Currency) {
	switch v := c.Field.Of(e).(type) {
	case *value.Date:
		c.exact = c.exact && (v.IsZero() || v.Precision() == value.Day)
	case *value.Money:
		if !v.IsZero() {
			c.digits = max(c.digits, v.Currency().Digits())
			c.whole = max(c.whole, digitsOf(v.Minor())-v.Currency().Digits())
			c.mixed = c.mixed || v.Currency() != currency
		}
	case *value.Decimal:
		c.places = max(c.places, v.Scale())
		c.whole = max(c.whole, digitsOf(v.Scaled(v.Scale()))-v.Scale())
	}
}

// digitsOf is how many digits a whole number has.
func digitsOf(n int64) int { return len(strings.TrimPrefix(strconv.FormatInt(n, 10), "-")) }

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

// partial reports a column of dates of which some are a year, a month or a moment.
// In databases each stands as the first day that it may mean, so that the column
// has one type and a query by year or period misses none; a column beside has them
// as written.
func (c *column) partial() bool { return c.kind == table.KindDate && !c.exact }

// partialNote says so where a format has the dates as written.
func (c *column) partialNote() finding.Text {
	if !c.partial() {
		return finding.Text{}
	}
	return finding.Textf("有的只写到年或月，或带时刻", "Some give only the year or month, or have a time of day.")
}

// many reports a column whose cells hold several references.
func (c *column) many() bool { return c.Field != nil && c.Field.Many }
