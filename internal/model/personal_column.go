package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkai/internal/table"
	"gongkai/internal/value"
)

// column is what a table's column tells of the digits and addresses in it. The
// zero value tells nothing.
type column struct {
	name    string // the field, or the heading where none claims it
	numbers bool   // of identifiers, amounts, counts or dates
	refers  bool   // of what names a record, which may be an identifier or a name
	amounts bool   // of amounts and counts
	offices bool   // of addresses that are nobody's home
	homes   bool   // of addresses where people live
	website bool
}

func newColumn(schema *table.Schema, c table.Column) column {
	name := c.Field
	if name == "" {
		name = c.Heading
	}
	heading := strings.ToLower(c.Heading + " " + c.Field)
	col := column{
		name:    name,
		homes:   containsAny(heading, "家庭", "住址", "户籍", "居住", "home"),
		website: c.Field == "website" || strings.HasSuffix(c.Field, ".website"),
	}
	col.offices = !col.homes && containsAny(heading, "地址", "住所", "地点", "address")
	if f := schema.Field(c.Field); f != nil {
		col.refers = f.Kind == table.KindRef
		col.amounts = f.Kind == table.KindMoney || f.Kind == table.KindCount || f.Kind == table.KindDecimal
	}
	col.numbers = holdsNumbers(schema, c.Field) || c.Field == "" && namesNumbers(heading)
	return col
}

// holdsNumbers reports whether the digits in a field are a number of something
// by what the field is.
func holdsNumbers(schema *table.Schema, name string) bool {
	if _, sub, ok := strings.Cut(name, "."); ok {
		return sub == "id" || sub == "credit_code"
	}
	f := schema.Field(name)
	if f == nil {
		return false
	}
	switch f.Kind {
	case table.KindString, table.KindText, table.KindLink:
		return f.Name == "number"
	case table.KindDate, table.KindYear, table.KindBool, table.KindEnum, table.KindCurrency, table.KindShare, table.KindNote:
		return false // what is right there has no run of so many digits
	}
	return true
}

// namesNumbers reports whether a heading speaks of amounts, or of identifiers other
// than those of people, telephones and accounts.
func namesNumbers(heading string) bool {
	if containsAny(heading, ofPersons...) {
		return false
	}
	return containsAny(heading, "编号", "编码", "代码", "合同号", "单号", "流水号", "凭证号", "批号", "文号", "证书号", "序号",
		"identifier", "code", "number", "reference",
		"金额", "总额", "资金", "经费", "预算", "费用", "价", "amount", "budget", "price", "cost", "value", "total", "fund") ||
		strings.HasSuffix(heading, " id ") || heading == "id " || strings.HasSuffix(heading, "_id ")
}

// explains reports whether the column shows that what looks like personal data
// is something else.
func (c column) explains(p value.Personal, line string) bool {
	switch p.Kind {
	case value.Email:
		return c.website && strings.HasSuffix(strings.ToLower(line[:p.Start]), "mailto:")
	case value.HomeAddress:
		return c.offices || p.Office && !c.homes
	}
	return p.Bare && c.numbers && !(c.refers && beside(line, p)) && !(c.amounts && labelled(line, p))
}

// labelled reports whether the cell says before what was found that it is a
// person's: in a column of amounts it then is none.
func labelled(line string, p value.Personal) bool {
	before := line[:p.Start]
	if i := strings.LastIndexAny(before, ",;\t|\""); i >= 0 {
		before = before[i:]
	}
	return containsAny(strings.ToLower(before), ofPersons...)
}

// ofPersons are the words that introduce a number of a person.
var ofPersons = []string{"身份", "证件", "手机", "电话", "联系", "卡号", "账号", "帐号", "银行", "phone", "mobile", "tel", "cell", "contact", "card", "account", "identity", "id n"}

// beside reports whether a letter stands before or behind what was found: in a
// column that names somebody it then is not an identifier.
func beside(line string, p value.Personal) bool {
	before, _ := utf8.DecodeLastRuneInString(line[:p.Start])
	after, _ := utf8.DecodeRuneInString(line[p.End:])
	return unicode.IsLetter(before) || unicode.IsLetter(after)
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
