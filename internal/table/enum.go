package table

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// Enum is a closed list of codes that a field may hold.
type Enum struct {
	Values []EnumValue // in their natural order
}

// EnumValue is one code with its labels and the other ways people write it.
type EnumValue struct {
	Code    string
	Title   finding.Text
	Aliases []string
}

// Coded is implemented by the string types that hold an Enum's code.
type Coded interface{ Enum() *Enum }

// Find gives the value that a cell means: its code, a label or an alias, in
// any case and width.
func (e *Enum) Find(cell string) (*EnumValue, bool) {
	for i := range e.Values {
		if e.Values[i].Code == cell {
			return &e.Values[i], true
		}
	}
	want := foldHeading(cell)
	for i := range e.Values {
		for _, s := range e.Values[i].spellings() {
			if foldHeading(s) == want {
				return &e.Values[i], true
			}
		}
	}
	return nil, false
}

// Label is the title of a code, or the code where it is in no list.
func (e *Enum) Label(code, lang string) string {
	for i := range e.Values {
		if e.Values[i].Code == code {
			return e.Values[i].Title.In(lang)
		}
	}
	return code
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
