package export

import (
	"io"

	"gongkai/internal/table"
	"gongkai/internal/value"
)

// flushAt is how many bytes an encoder holds before it hands them on.
const flushAt = 64 << 10

// newNDJSON is a table with a JSON object a line.
func newNDJSON(w *whole) func(io.Writer) error {
	return func(to io.Writer) error {
		out := encoder{first: []bool{true}} // no object is the outermost: each stays on its line
		for i := range w.Len() {
			w.object(&out, w.At(i))
			out.b = append(out.b, '\n')
			if err := out.flush(to, flushAt); err != nil {
				return err
			}
		}
		return out.flush(to, 0)
	}
}

// newJSON is a table as a list of objects, one a line.
func newJSON(w *whole) func(io.Writer) error {
	return func(to io.Writer) error { return w.list(to, w.Len(), w.At) }
}

// list writes so many rows as a list.
func (w *whole) list(to io.Writer, n int, at func(int) table.Entity) error {
	var out encoder
	out.open('[')
	for i := range n {
		out.next()
		w.object(&out, at(i))
		if err := out.flush(to, flushAt); err != nil {
			return err
		}
	}
	out.b = append(out.b, '\n')
	out.close(']')
	out.b = append(out.b, '\n')
	return out.flush(to, 0)
}

// flush hands on what is written when it is more than so many bytes.
func (e *encoder) flush(to io.Writer, above int) error {
	if len(e.b) <= above {
		return nil
	}
	_, err := to.Write(e.b)
	e.b = e.b[:0]
	return err
}

// object writes a row under the same headings as CSV: amounts and counts as
// plain numbers in the main unit, several references as a list, null for what
// is not published. An amount in another currency than its row's says so.
func (w *whole) object(out *encoder, e table.Entity) {
	currency := w.rowCurrency(e)
	cols := w.columns()
	out.open('{')
	for i := range cols {
		c := &cols[i]
		out.key(c.Heading)
		if c.many() {
			out.open('[')
			for _, to := range c.Field.Links(e) {
				out.next()
				out.str(to.Rec().ID)
			}
			out.close(']')
			continue
		}
		if c.Field != nil {
			if m, ok := c.Field.Of(e).(*value.Money); ok && !m.IsZero() && m.Currency() != currency {
				foreignAmount(out, *m)
				continue
			}
		}
		text := c.Cell(e, currency)
		switch {
		case text == "":
			out.raw("null")
		case isNumber(c.kind) || c.kind == table.KindBool:
			out.raw(text)
		default:
			out.str(text)
		}
	}
	out.close('}')
}
