package table

import (
	"strings"

	"gongkai/internal/value"
)

// Kind is what a field holds.
type Kind uint8

const (
	KindString     Kind = iota + 1 // plain text in no language
	KindID                         // the record's identifier
	KindText                       // text, one per language
	KindMoney                      // an exact amount
	KindCurrency                   // an ISO 4217 code
	KindDate                       // a date, with the precision it was given
	KindYear                       // a calendar year
	KindCount                      // a whole number
	KindDecimal                    // an exact decimal number
	KindShare                      // a share of one
	KindBool                       // yes or no
	KindEnum                       // a code of an Enum
	KindRef                        // a record of another table
	KindLink                       // an address, or a path under static/documents/
	KindSubject                    // "table:id", a record of any table
	KindNote                       // a note's file name
	KindPoint                      // "latitude,longitude"
	KindCreditCode                 // a unified social credit code
)

var kindNames = map[Kind]string{
	KindString: "string", KindID: "id", KindText: "text", KindMoney: "money", KindCurrency: "currency",
	KindDate: "date", KindYear: "year", KindCount: "count", KindDecimal: "decimal", KindShare: "share",
	KindBool: "boolean", KindEnum: "code", KindRef: "reference", KindLink: "link", KindSubject: "subject",
	KindNote: "note", KindPoint: "point", KindCreditCode: "credit_code",
}

// String is the kind's name in the dictionary and in tags.
func (k Kind) String() string { return kindNames[k] }

// kindOf tells the kind from the field's Go type, and of a string or a number
// from its tag.
func kindOf(ptr any, tag string) Kind {
	for k, name := range kindNames {
		if tag != "" && name == tag {
			return k
		}
	}
	switch ptr.(type) {
	case *value.Text:
		return KindText
	case *value.Money:
		return KindMoney
	case *value.Currency:
		return KindCurrency
	case *value.Date:
		return KindDate
	case *value.Count:
		return KindCount
	case *value.Decimal:
		return KindDecimal
	case *value.Bool:
		return KindBool
	case Coded:
		return KindEnum
	case reference:
		return KindRef
	case *string, *Rest:
		return KindString
	}
	panic("table: no kind for a field's type")
}

// Plain is a field's value as a published table and JSON write it: plain
// decimals, ISO dates, codes, ids of the referred records. A localised text
// gives its unmarked text; Cells gives every language.
func (f *Field) Plain(e Entity) string {
	switch p := f.Of(e).(type) {
	case *string:
		return *p
	case *Rest:
		return p.Source()
	case *value.Text:
		return p.Plain()
	case *value.Money:
		if p.IsZero() {
			return ""
		}
		return p.Plain()
	case *value.Currency:
		return p.String()
	case *value.Date:
		return p.String()
	case *value.Count:
		return p.String()
	case *value.Decimal:
		return p.String()
	case *value.Bool:
		return p.String()
	case Coded:
		return p.String()
	case reference:
		var ids []string
		for _, s := range p.slots() {
			ids = append(ids, slotID(s))
		}
		return strings.Join(ids, ";")
	}
	return ""
}

// Links are the records that a reference field refers to and that exist.
func (f *Field) Links(e Entity) []Entity {
	r, ok := f.Of(e).(reference)
	if !ok {
		return nil
	}
	var to []Entity
	for _, s := range r.slots() {
		if t := s.entity(); t != nil {
			to = append(to, t)
		}
	}
	return to
}

func slotID(s slot) string {
	if t := s.entity(); t != nil {
		return t.Rec().ID
	}
	return s.written()
}
