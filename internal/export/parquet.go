package export

import (
	"encoding/binary"
	"io"
	"math/bits"
	"strings"
	"time"

	"gongkai/internal/table"
	"gongkai/internal/value"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/snappy"
)

// newParquet is a table with typed columns: amounts as exact decimals of the
// main unit, days as dates, counts as integers. Where amounts name other
// currencies than their row's, a column beside tells each one's, and where a date is
// no day, one beside has them as written.
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
	schema := parquet.NewSchema(w.name, inOrder(cols))
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

func inOrder(cols []column) parquet.Node {
	group := parquet.Group{}
	var names []string
	add := func(name string, node parquet.Node) {
		group[name], names = node, append(names, name)
	}
	for i := range cols {
		c := &cols[i]
		add(c.name, c.node())
		if c.mixed {
			add(c.name+currencySuffix, parquet.Optional(parquet.String()))
		}
		if c.partial() {
			add(c.name+writtenSuffix, parquet.Optional(parquet.String()))
		}
	}
	byName := map[string]parquet.Field{}
	for _, f := range group.Fields() {
		byName[f.Name()] = f
	}
	o := &ordered{Group: group}
	for _, name := range names {
		o.fields = append(o.fields, byName[name])
	}
	return o
}

// The precision of a decimal: the most that 64 bits hold, and the most that
// readers take, for columns whose numbers together need more.
const (
	narrowDigits = 18
	wideDigits   = 38
	wideBytes    = 16
)

// scale is how many decimals an amount or a number has in the column.
func (c *column) scale() int {
	if c.kind == table.KindMoney {
		return c.digits
	}
	return c.places
}

func (c *column) wide() bool { return c.whole+c.scale() > narrowDigits }

// node is the column's type.
func (c *column) node() parquet.Node {
	if c.many() {
		return parquet.Repeated(parquet.String())
	}
	return parquet.Optional(c.leaf())
}

func (c *column) leaf() parquet.Node {
	switch {
	case c.kind == table.KindMoney, c.kind == table.KindDecimal, c.kind == table.KindShare:
		if c.wide() {
			return parquet.Decimal(c.scale(), wideDigits, parquet.FixedLenByteArrayType(wideBytes))
		}
		return parquet.Decimal(c.scale(), narrowDigits, parquet.Int64Type)
	case c.kind == table.KindDate:
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
	at := 0 // the column's place in the file
	add := func(v parquet.Value) {
		defined := 1
		if v.IsNull() {
			defined = 0
		}
		row = append(row, v.Level(0, defined, at))
		at++
	}
	for i := range cols {
		c := &cols[i]
		if c.many() {
			if links := c.Field.Links(e); len(links) > 0 {
				for n, to := range links {
					row = append(row, parquet.ByteArrayValue([]byte(to.Rec().ID)).Level(min(n, 1), 1, at))
				}
				at++
				continue
			}
		}
		add(w.parquetValue(c, e))
		if c.mixed {
			add(textValue(c.Field.Of(e).(*value.Money).Currency().String()))
		}
		if c.partial() {
			add(textValue(w.cell(c, e)))
		}
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
			return c.decimal(v.Minor(), v.Currency().Digits())
		case *value.Decimal:
			return c.decimal(v.Scaled(v.Scale()), v.Scale())
		case *value.Date:
			day := v.First()
			return parquet.Int32Value(int32(time.Date(day.Year(), time.Month(day.Month()), day.Day(), 0, 0, 0, 0, time.UTC).Unix() / 86400))
		case *value.Count:
			return parquet.Int64Value(v.Int())
		case *value.Bool:
			return parquet.BooleanValue(*v == value.Yes)
		}
	}
	return textValue(w.cell(c, e))
}

// textValue is a text, null where it is empty.
func textValue(text string) parquet.Value {
	if text == "" {
		return parquet.NullValue()
	}
	return parquet.ByteArrayValue([]byte(strings.ToValidUTF8(text, "\ufffd")))
}

// decimal is a number of so many decimals with as many as the column has.
func (c *column) decimal(n int64, decimals int) parquet.Value {
	by := power(c.scale() - decimals)
	if !c.wide() {
		return parquet.Int64Value(n * by)
	}
	hi, lo := bits.Mul64(uint64(n), uint64(by))
	if n < 0 {
		hi -= uint64(by) // what the sign of n added, taken as a number without one
	}
	b := binary.BigEndian.AppendUint64(make([]byte, 0, wideBytes), hi)
	return parquet.FixedLenByteArrayValue(binary.BigEndian.AppendUint64(b, lo))
}

func power(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
