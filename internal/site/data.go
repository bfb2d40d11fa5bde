package site

import (
	"strconv"

	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// data makes the page of downloads and the dictionary.
func (c *context) data() Data {
	v := Data{Frame: c.frame(c.t("数据下载与字段说明", "Downloads and dictionary")), Licence: c.plan.Data.Config.Licence, LicenceHref: c.plan.Data.Config.LicenceURL()}
	c.downloads(&v)
	longest := 0
	for _, t := range c.plan.index.tables {
		if t.Len() > 0 {
			d, n := c.dictionary(t)
			v.Dictionary, longest = append(v.Dictionary, d), max(longest, n)
		}
	}
	v.Summary = c.dataSummary()
	v.Parts = c.dataParts()
	v.Cite = c.citeData()
	v.Snippets = c.snippets(longest)
	v.Limits = c.limits()
	v.Conventions = c.conventions()
	v.Frame.About = c.dataset(&v)
	return v
}

// dictionary describes a table's published columns, and tells how many bytes its
// longest cell has.
func (c *context) dictionary(t table.Table) (d Dictionary, longest int) {
	s := t.Schema()
	d = Dictionary{Name: s.Info.Name, Title: c.say(s.Info.Title), About: c.say(s.Info.About), Rows: c.count(t.Len())}
	cur := c.plan.Data.Config.Currency
	for _, o := range table.Columns(t) {
		col := Column{Name: value.Visible(o.Heading)}
		if f := o.Field; f != nil {
			col.Title, col.About, col.Type = c.say(f.Title), c.say(f.About), c.say(kindNames[f.Kind])
			if o.Lang != "" {
				col.Title += c.t("（", " (") + c.languageName(o.Lang) + c.t("）", ")")
			}
			if f.Kind == table.KindRef {
				col.Target = c.dictionaryLink(f.Target)
			}
			if f.Enum != nil {
				for _, e := range f.Enum.Values {
					col.Codes = append(col.Codes, Code{e.Code, c.say(e.Title)})
				}
			}
		} else {
			col.Title, col.Type = c.t("未识别的列，原样保留", "a column kept as written"), c.say(kindNames[table.KindString])
		}
		filled := 0
		for i := range t.Len() {
			if cell := o.Cell(t.At(i), cur); cell != "" {
				longest = max(longest, len(cell))
				if filled++; filled == 1 {
					col.Example = clip(value.Visible(cell), 60)
				}
			}
		}
		col.Filled = percent(filled, t.Len())
		if partial(t, o.Field) {
			col.Type += c.t("；有的只写到年或月，或带时刻", "; some give only the year or month, or have a time of day")
		}
		d.Columns = append(d.Columns, col)
	}
	return d, longest
}

// partial reports a column of dates of which some are a year, a month or a moment.
func partial(t table.Table, f *table.Field) bool {
	if f == nil || f.Kind != table.KindDate {
		return false
	}
	for i := range t.Len() {
		if d, ok := f.Of(t.At(i)).(*value.Date); ok && !d.IsZero() && d.Precision() != value.Day {
			return true
		}
	}
	return false
}

// dictionaryLink leads to a table's own entry, where the page has one.
func (c *context) dictionaryLink(name string) Link {
	if c.plan.Data.Table(name).Len() == 0 {
		return Link{Text: name}
	}
	return Link{Text: name, Href: "#table-" + name}
}

// languageName is a language's name in the page's.
func (c *context) languageName(lang string) string {
	switch lang {
	case "zh":
		return c.t("中文", "Chinese")
	case "en":
		return c.t("英文", "English")
	}
	return lang
}

func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

func percent(part, whole int) string {
	if whole == 0 {
		return ""
	}
	if part > 0 && part*100 < whole {
		return "< 1%"
	}
	return strconv.Itoa(part*100/whole) + "%"
}

// kindNames say what a column holds.
var kindNames = map[table.Kind]finding.Text{
	table.KindString: {ZH: "文字", EN: "text"}, table.KindID: {ZH: "编号", EN: "identifier"}, table.KindText: {ZH: "文字，可有多种语言", EN: "text, per language"},
	table.KindMoney: {ZH: "金额，主单位的十进制数", EN: "amount, decimal in the main unit"}, table.KindCurrency: {ZH: "ISO 4217 代码", EN: "ISO 4217 code"},
	table.KindDate: {ZH: "日期，ISO 8601", EN: "date, ISO 8601"}, table.KindYear: {ZH: "年份", EN: "year"}, table.KindCount: {ZH: "整数", EN: "whole number"},
	table.KindDecimal: {ZH: "小数", EN: "decimal number"}, table.KindShare: {ZH: "比例，0 到 1", EN: "share, 0 to 1"}, table.KindBool: {ZH: "true 或 false", EN: "true or false"},
	table.KindEnum: {ZH: "代码", EN: "code"}, table.KindRef: {ZH: "引用", EN: "reference"}, table.KindLink: {ZH: "地址", EN: "address"},
	table.KindSubject: {ZH: "表:编号", EN: "table:id"}, table.KindNote: {ZH: "文稿名", EN: "name of a note"}, table.KindPoint: {ZH: "纬度,经度", EN: "latitude,longitude"},
	table.KindCreditCode: {ZH: "统一社会信用代码", EN: "unified social credit code"},
}

func (c *context) severity(s finding.Severity) string {
	switch s {
	case finding.Error:
		return c.t("错误", "error")
	case finding.Warning:
		return c.t("警告", "warning")
	}
	return c.t("提示", "note")
}

// glossary explains words, sorted as the language sorts them.
func (c *context) glossary() Glossary {
	v := Glossary{Frame: c.frame(c.t("术语", "Glossary"))}
	for _, t := range c.plan.Data.Glossary {
		term := Term{}
		term.Term, term.Lang = c.text(t.Term)
		term.Text, _ = c.text(t.Text)
		for _, o := range c.otherNames(t.Term) {
			term.Other, term.OtherLang = o.Text, o.Lang
		}
		v.Terms = append(v.Terms, term)
	}
	return v
}
