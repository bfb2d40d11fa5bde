package export

import (
	"io"
	"strings"
	"time"

	"gongkai/internal/table"
	"gongkai/internal/value"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/snappy"
)

// newParquet is a table with typed columns: amounts as exact decimals of the
// main unit, days as dates, counts as integers. A date column in which some
// date is no day, and amounts in several currencies beside their row's, stay
// what they are in CSV: text.
func newParquet(w *whole) *Download {
	return &Download{
		Path: "data/" + w.name + ".parquet", MediaType: "application/vnd.apache.parquet",
		print: func(to io.Writer) error { return writeParquet(to, w) },
	}
}

// rowsAtOnce is how many rows are handed to the library together.
const rowsAtOnce = 512

func writeParquet(to io.Writer, w *whole) error {
	cols := w.columns()
	group := parquet.Group{}
	for i := range cols {
		group[cols[i].Heading] = cols[i].node()
	}
	schema := parquet.NewSchema(w.name, inOrder(group, cols))
	out := parquet.NewGenericWriter[any](to, schema, parquet.Compression(&snappy.Codec{}),
		parquet.CreatedBy("gongkai", "1", "parquet-go"), parquet.MaxRowsPerRowGroup(1<<17))
	rows := make([]parquet.Row, 0, rowsAtOnce)
	for i := range w.Len() {
		rows = append(rows, w.parquetRow(cols, w.At(i)))
		if len(rows) == rowsAtOnce || i == w.Len()-1 {
			if _, err := out.WriteRows(rows); err != nil {
				return err
			}
			rows = rows[:0]
		}
	}
	return out.Close()
}

// ordered is a group whose fields stand in the order of the table's columns,
// where the library's stand in that of their names.
type ordered struct {
	parquet.Group
	fields []parquet.Field
}

func (o *ordered) Fields() []parquet.Field { return o.fields }

func inOrder(g parquet.Group, cols []column) parquet.Node {
	byName := map[string]parquet.Field{}
	for _, f := range g.Fields() {
		byName[f.Name()] = f
	}
	o := &ordered{Group: g}
	for i := range cols {
		o.fields = append(o.fields, byName[cols[i].Heading])
	}
	return o
}

// moneyDigits is the precision of amounts, the most that 64 bits hold.
const moneyDigits = 18

// node is the column's type.
func (c *column) node() parquet.Node {
	if c.many() {
		return parquet.Repeated(parquet.String())
	}
	return parquet.Optional(c.leaf())
}

func (c *column) leaf() parquet.Node {
	switch {
	case c.kind == table.KindMoney && !c.mixed:
		return parquet.Decimal(c.digits, moneyDigits, parquet.Int64Type)
	case c.kind == table.KindDecimal, c.kind == table.KindShare:
		return parquet.Decimal(c.places, moneyDigits, parquet.Int64Type)
	case c.kind == table.KindDate && c.exact:
		return parquet.Date()
	case c.kind == table.KindYear, c.kind == table.KindCount:
		return parquet.Int(64)
	case c.kind == table.KindBool:
		return parquet.Leaf(parquet.BooleanType)
	}
	return parquet.String()
}

func (w *whole) parquetRow(cols []column, e table.Entity) parquet.Row {
	row := make(parquet.Row, 0, len(cols))
	for i := range cols {
		c := &cols[i]
		if c.many() {
			links := c.Field.Links(e)
			for n, to := range links {
				row = append(row, parquet.ByteArrayValue([]byte(to.Rec().ID)).Level(min(n, 1), 1, i))
			}
			if len(links) > 0 {
				continue
			}
		}
		v := w.parquetValue(c, e)
		defined := 1
		if v.IsNull() {
			defined = 0
		}
		row = append(row, v.Level(0, defined, i))
	}
	return row
}

// parquetValue is a row's value in a column, null where there is none.
func (w *whole) parquetValue(c *column, e table.Entity) parquet.Value {
	if c.Field != nil && (c.many() || c.Field.IsZero(e)) {
		return parquet.NullValue()
	}
	if c.Field != nil {
		switch v := c.Field.Of(e).(type) {
		case *value.Money:
			if !c.mixed {
				return parquet.Int64Value(v.Minor() * power(c.digits-v.Currency().Digits()))
			}
		case *value.Decimal:
			return parquet.Int64Value(v.Scaled(c.places))
		case *value.Date:
			if c.exact {
				return parquet.Int32Value(int32(time.Date(v.Year(), time.Month(v.Month()), v.Day(), 0, 0, 0, 0, time.UTC).Unix() / 86400))
			}
		case *value.Count:
			return parquet.Int64Value(v.Int())
		case *value.Bool:
			return parquet.BooleanValue(*v == value.Yes)
		}
	}
	text := w.cell(c, e)
	if text == "" {
		return parquet.NullValue()
	}
	return parquet.ByteArrayValue([]byte(strings.ToValidUTF8(text, "\ufffd")))
}

func power(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
