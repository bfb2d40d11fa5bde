package export

import (
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// fields writes every field that the head has not.
func (r *Records) fields(out *encoder, e table.Entity) {
	schema := r.schema(e)
	currency := currencyOf(schema, e)
	for _, f := range schema.Fields {
		if f == schema.LabelField() || f.Name == "id" || f.Name == "demonstration" || f.Kind == table.KindCurrency {
			continue
		}
		out.key(memberName(f.Name))
		if m, ok := f.Of(e).(*value.Money); ok && !m.IsZero() && m.Currency() != currency {
			foreignAmount(out, *m)
			continue
		}
		r.value(out, e, f)
	}
	if currency != 0 {
		out.member("currency", currency.String())
	}
}

// memberName is the name of a field's member. A document's "url" is not that of
// its page, which every record has under this name, and a name that stands twice
// is read as one or the other.
func memberName(field string) string {
	switch field {
	case "type", "url", "made", "linked", "more", "provenance":
		return "own_" + field
	}
	return field
}

// currencyOf is the currency of a record's amounts: the one that the record
// names, else that of its first amount.
func currencyOf(schema *table.Schema, e table.Entity) value.Currency {
	var first value.Currency
	for _, f := range schema.Fields {
		switch v := f.Of(e).(type) {
		case *value.Currency:
			if *v != 0 {
				return *v
			}
		case *value.Money:
			if first == 0 {
				first = v.Currency()
			}
		}
	}
	return first
}

// foreignAmount is an amount in another currency than the record's.
func foreignAmount(out *encoder, m value.Money) {
	out.open('{')
	out.key("amount")
	out.raw(m.Plain())
	out.member("currency", m.Currency().String())
	out.close('}')
}

// value writes one field's value: amounts and counts as plain numbers in the
// main unit, dates and codes as strings, null where there is none.
func (r *Records) value(out *encoder, e table.Entity, f *table.Field) {
	if f.IsZero(e) {
		out.raw("null")
		return
	}
	switch f.Kind {
	case table.KindText:
		out.text(*f.Of(e).(*value.Text))
	case table.KindRef:
		r.references(out, e, f)
	case table.KindMoney, table.KindCount, table.KindYear, table.KindDecimal, table.KindShare, table.KindBool:
		out.raw(f.Plain(e))
	default:
		out.orNull(f.Plain(e))
	}
}

// references writes what a field refers to: one record, or a list where the
// field takes several.
func (r *Records) references(out *encoder, e table.Entity, f *table.Field) {
	if f.Many {
		out.open('[')
	}
	for _, to := range f.Links(e) {
		if f.Many {
			out.next()
		}
		r.reference(out, to)
	}
	if f.Many {
		out.close(']')
		return
	}
	if len(f.Links(e)) == 0 {
		out.str(f.Plain(e)) // what the row says of a record that is not there
	}
}

// reference is a record as others name it.
func (r *Records) reference(out *encoder, e table.Entity) {
	out.open('{')
	out.member("id", e.Rec().ID)
	if f := r.schema(e).LabelField(); f != nil {
		out.key("name")
		r.value(out, e, f)
	}
	out.member("url", r.url(e))
	out.close('}')
}
