package oversight

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Cell is a value in a list. It is one of the types below, and nil where
// nothing is known.
type Cell interface{ cell() }

// Record is a record with a page of its own.
type Record struct{ table.Entity }

// Year is a calendar year, or a financial one by the year in which it ends.
type Year int

// Whole is a number of things.
type Whole int64

// Share is a part of a whole in tenths of a percent: 345 is 34.5%.
type Share int64

// Amount is an amount of one currency.
type Amount struct{ value.Money }

// Figure is a published number with its unit, as figures have it.
type Figure struct {
	value.Decimal
	Unit string
}

// Measure is what a figure or a field counts: a field's name, or a publisher's
// own word for it.
type Measure string

// Day is a date.
type Day struct{ value.Date }

// Words are the program's own, in both languages.
type Words struct{ finding.Text }

// Written is a publisher's text, which may be in any language.
type Written string

func (Record) cell()  {}
func (Year) cell()    {}
func (Whole) cell()   {}
func (Share) cell()   {}
func (Amount) cell()  {}
func (Figure) cell()  {}
func (Measure) cell() {}
func (Day) cell()     {}
func (Words) cell()   {}
func (Written) cell() {}

// Of is a cell of a record, none where there is none.
func Of[T any, E interface {
	*T
	table.Entity
}](e E) Cell {
	if e == nil {
		return nil
	}
	return Record{e}
}

// Money is a cell of an amount, none where it is missing.
func Money(m value.Money) Cell {
	if m.IsZero() {
		return nil
	}
	return Amount{m}
}

// InYear is a cell of a year, none where it is not known.
func InYear(y int) Cell {
	if y == 0 {
		return nil
	}
	return Year(y)
}
