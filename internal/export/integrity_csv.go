package export

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"

	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

// WriteList prints a list of an indicator as CSV. A record's column holds its
// id, and one after it its name in the site's first language; the currency of a
// row's amounts and the unit of its figures stand at its end, and whether the site
// is a demonstration, whose records are generated.
func (r *Integrity) WriteList(w io.Writer, l oversight.List) error {
	r.one.Lock()
	defer r.one.Unlock()
	rows := l.Rows()
	f := form{list: l, currency: has[oversight.Amount](rows), unit: has[oversight.Figure](rows)}
	for i := range l.Columns {
		f.named = append(f.named, slices.ContainsFunc(rows, func(row oversight.Row) bool { return is[oversight.Record](row.Cells[i]) }))
	}
	out := csv.NewWriter(w)
	if err := out.Write(append(f.heads(), "marked", "demonstration")); err != nil {
		return err
	}
	for _, row := range rows {
		if err := out.Write(append(f.cells(row, r.cellName), boolean(row.Marked), boolean(r.d.Config.Demonstration))); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// form is which columns a list has as CSV, beside its own.
type form struct {
	list           oversight.List
	named          []bool // by column: names follow
	currency, unit bool
}

func (f *form) heads() []string {
	var heads []string
	for i, c := range f.list.Columns {
		heads = append(heads, c.Name)
		if f.named[i] {
			heads = append(heads, c.Name+"_name")
		}
	}
	if f.currency {
		heads = append(heads, "currency")
	}
	if f.unit {
		heads = append(heads, "unit")
	}
	return heads
}

func (f *form) cells(row oversight.Row, name func(oversight.Cell) string) []string {
	var cells []string
	currency, unit := "", ""
	for i, c := range row.Cells {
		cells = append(cells, plainCell(c))
		if f.named[i] {
			cells = append(cells, name(c))
		}
		switch v := c.(type) {
		case oversight.Amount:
			currency = v.Currency().String()
		case oversight.Figure:
			unit = v.Unit
		}
	}
	if f.currency {
		cells = append(cells, currency)
	}
	if f.unit {
		cells = append(cells, unit)
	}
	return cells
}

func is[T oversight.Cell](c oversight.Cell) bool {
	_, ok := c.(T)
	return ok
}

// has reports whether some row has a cell of a kind.
func has[T oversight.Cell](rows []oversight.Row) bool {
	return slices.ContainsFunc(rows, func(row oversight.Row) bool { return slices.ContainsFunc(row.Cells, is[T]) })
}

// cellName is the name of a record in the site's first language.
func (r *Integrity) cellName(c oversight.Cell) string {
	v, ok := c.(oversight.Record)
	if !ok {
		return ""
	}
	return r.records.schema(v.Entity).Label(v.Entity, r.d.Config.Languages[0])
}

// plainCell is a cell as programs read it; "" where nothing is known.
func plainCell(cell oversight.Cell) string {
	switch v := cell.(type) {
	case oversight.Record:
		return v.Rec().ID
	case oversight.Amount:
		return v.Plain()
	case oversight.Figure:
		return v.Decimal.String()
	case oversight.Share:
		return value.NewDecimal(int64(v), 3).String()
	case oversight.Whole:
		return strconv.FormatInt(int64(v), 10)
	case oversight.Year:
		return strconv.Itoa(int(v))
	case oversight.Day:
		return v.String()
	case oversight.Words:
		return v.EN
	case oversight.Measure:
		return string(v)
	case oversight.Written:
		return string(v)
	}
	return ""
}
