package table

import (
	"reflect"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// constant is a value that the mapping gives every row that has none.
type constant struct {
	target, text string
	pos          finding.Pos
	claim        claim
}

// constants are the mapping's, read once for all rows.
type constants struct {
	list     []constant
	values   Entity // holds those that are no references
	currency value.Currency
}

// readConstants reads the mapping's constants. What is wrong with one was said
// when the mapping was read.
func (d *decoder) readConstants() constants {
	var k constants
	if d.Mapping == nil {
		return k
	}
	for _, c := range d.Mapping.Constants {
		if c.claim.field.Kind == KindCurrency {
			k.currency, _ = value.ParseCurrency(c.text)
		}
	}
	k.list, k.values = d.Mapping.Constants, d.schema.New()
	cells := newCellReader(d.texts, func(spot, finding.Finding) {})
	cur, said := d.rowCurrencyOf(k)
	for i := range k.list {
		c := &k.list[i]
		if c.claim.field.Kind != KindRef {
			how := d.reading(c.claim, cur, said)
			how.order = d.Mapping.Dates
			cells.set(c.claim.field, c.claim.lang, c.claim.field.Of(k.values), c.text, spot{fixed: &c.pos}, how)
		}
		d.file.fix(c.claim.field.Name, c.pos)
	}
	return k
}

func (d *decoder) rowCurrencyOf(k constants) (value.Currency, bool) {
	if k.currency != 0 {
		return k.currency, true
	}
	return d.Currency, false
}

// fill gives a record what it lacks.
func (k *constants) fill(d *decoder, e Entity) {
	for i := range k.list {
		c := &k.list[i]
		f, lang := c.claim.field, c.claim.lang
		switch {
		case f.Kind == KindRef:
			if rc := &d.refs[f.ord]; !rc.has(c.claim) {
				rc.add(c.claim, c.text, spot{fixed: &c.pos}, reading{times: 1, order: d.Mapping.Dates})
			}
		case f.Kind == KindText:
			if t := f.Of(e).(*value.Text); t.Exact(lang) == "" {
				t.Set(lang, f.Of(k.values).(*value.Text).Exact(lang))
			}
		case f.IsZero(e):
			reflect.ValueOf(f.Of(e)).Elem().Set(reflect.ValueOf(f.Of(k.values)).Elem())
		}
	}
}

// check reads a constant as a row would and says what is wrong with it; false
// where it gives no value.
func (c *constant) check(s *Schema, texts *interner, l *finding.List) bool {
	f := c.claim.value()
	if c.claim.field.Kind == KindRef {
		return c.text != ""
	}
	if c.text == "" {
		return false
	}
	scratch := s.New()
	cells := newCellReader(texts, func(_ spot, f finding.Finding) { l.Add(f) })
	cells.set(f, c.claim.lang, f.Of(scratch), c.text, spot{fixed: &c.pos}, reading{times: 1})
	return !f.IsZero(scratch)
}
