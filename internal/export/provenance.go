package export

import (
	"strconv"

	"gongkai/internal/table"
	"gongkai/internal/value"
)

// provenance says where the record stands in the publisher's files, and for
// every column that its file has a field for, the line and column of the value:
// {"title": [14, 5]}. A made record stands where it is first named.
func provenance(out *encoder, e table.Entity, schema *table.Schema) {
	out.key("provenance")
	at := e.Rec().Origin.Pos("")
	if at.File == "" {
		out.raw("null")
		return
	}
	out.open('{')
	out.member("file", at.File)
	out.key("line")
	out.raw(strconv.Itoa(at.Line))
	out.key("fields")
	out.open('{')
	for _, f := range schema.Fields {
		if f.IsZero(e) || e.Rec().Made {
			continue
		}
		if t, ok := f.Of(e).(*value.Text); ok {
			for _, lang := range t.Langs() {
				place(out, e, f.Name+"_"+lang)
			}
			if t.Plain() == "" {
				continue
			}
		}
		place(out, e, f.Name)
	}
	out.close('}')
	out.close('}')
}

// place writes where a field's value stands, where the file has a column for it.
func place(out *encoder, e table.Entity, field string) {
	at := e.Rec().Origin.Pos(field)
	if at.Col == 0 {
		return
	}
	out.key(field)
	out.open('[')
	out.next()
	out.raw(strconv.Itoa(at.Line))
	out.next()
	out.raw(strconv.Itoa(at.Col))
	out.close(']')
}
