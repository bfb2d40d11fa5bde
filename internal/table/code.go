package table

import "gongkai/internal/finding"

// Code is one value of a closed list, in a byte: zero where it is missing, else
// the number of its constant. The list is written by the constants, so that none
// can have another one's text:
//
//	type Size = table.Code[size]
//
//	const (
//		Small Size = iota + 1
//		Large
//	)
//
//	type size struct{}
//
//	func (size) Enum() *table.Enum { return sizes }
//
//	var sizes = table.NewEnum([]table.EnumValue{
//		Small: {Code: "small"},
//		Large: {Code: "large"},
//	})
//
// Only the text is published; the number is the program's own and changes with
// the order of the list.
type Code[E interface{ Enum() *Enum }] uint8

// Coded is implemented by the pointers to Codes.
type Coded interface {
	Enum() *Enum
	String() string
	Label(lang string) string
	set(number uint8)
}

// Enum lists the values.
func (Code[E]) Enum() *Enum {
	var of E
	return of.Enum()
}

// String is the code as tables write it, "" where it is missing.
func (c Code[E]) String() string { return c.value().Code }

// Title names the value in both languages.
func (c Code[E]) Title() finding.Text { return c.value().Title }

// Label names the value to a reader of the language, "" where it is missing.
func (c Code[E]) Label(lang string) string { return c.value().Title.In(lang) }

func (c Code[E]) value() EnumValue {
	if c == 0 {
		return EnumValue{}
	}
	return c.Enum().Values[c-1]
}

func (c *Code[E]) set(number uint8) { *c = Code[E](number) }
