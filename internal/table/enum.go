package table

import (
	"fmt"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// Enum is a closed list of codes that a field may hold; NewEnum makes it.
type Enum struct {
	Values []EnumValue // in their natural order
}

// EnumValue is one code with its labels and the other ways people write it.
type EnumValue struct {
	Code    string
	Title   finding.Text
	Aliases []string
}

// NewEnum takes the values, each at the number of its Code; none stands at zero.
// Lists are the program's own, so a number without a value panics at start.
func NewEnum(values []EnumValue) *Enum {
	for number, v := range values {
		if (v.Code == "") != (number == 0) {
			panic(fmt.Sprintf("table: the code of number %d is %q", number, v.Code))
		}
	}
	return &Enum{values[1:]}
}

// Find gives the value that a cell means: its code, a label or an alias, in
// any case and width.
func (e *Enum) Find(cell string) (*EnumValue, bool) {
	number := e.number(cell)
	if number == 0 {
		return nil, false
	}
	return &e.Values[number-1], true
}

// number is that of the Code which a cell means, 0 where it means none.
func (e *Enum) number(cell string) uint8 {
	for i := range e.Values {
		if e.Values[i].Code == cell {
			return uint8(i + 1)
		}
	}
	want := foldHeading(cell)
	for i := range e.Values {
		for _, s := range e.Values[i].spellings() {
			if foldHeading(s) == want {
				return uint8(i + 1)
			}
		}
	}
	return 0
}

// nearest suggests the code that a misspelt cell may mean.
func (e *Enum) nearest(cell string) (string, bool) {
	var all []string
	for i := range e.Values {
		all = append(all, e.Values[i].spellings()...)
	}
	s, ok := value.Nearest(cell, all)
	if !ok {
		return "", false
	}
	v, ok := e.Find(s)
	if !ok {
		return "", false
	}
	return v.Code, true
}

// codes lists the codes in their natural order.
func (e *Enum) codes() []string {
	codes := make([]string, len(e.Values))
	for i, v := range e.Values {
		codes[i] = v.Code
	}
	return codes
}

func (v *EnumValue) spellings() []string {
	return append([]string{v.Code, v.Title.ZH, v.Title.EN}, v.Aliases...)
}
