package export

import (
	"slices"
	"strings"

	"gongkai/internal/table"
	"gongkai/internal/value"
)

// ocdsFields are the fields of a record that the standard has no member for, or
// whose member cannot hold what is published: a date without its day, a text in
// another language. They are named and written as in the published tables, so
// that an import gives the same row again.
type ocdsFields map[string]string

// The standard has a text in other languages under the same name with a tag.
// https://standard.open-contracting.org/1.1/en/schema/reference/#language
type (
	ocdsNames struct {
		NameEN string `json:"name_en,omitempty"`
		NameZH string `json:"name_zh,omitempty"`
	}
	ocdsTitles struct {
		TitleEN string `json:"title_en,omitempty"`
		TitleZH string `json:"title_zh,omitempty"`
	}
	ocdsDescriptions struct {
		DescriptionEN string `json:"description_en,omitempty"`
		DescriptionZH string `json:"description_zh,omitempty"`
	}
)

// said are the fields of a record that stand in members of the standard.
type said []string

func (s *said) add(fields ...string) { *s = append(*s, fields...) }

// day is a date as the standard writes it; what that leaves out is not said.
func (s *said) day(field string, d value.Date, days moments) string {
	if d.Precision() == value.Day {
		s.add(field)
	}
	return days.begin(d)
}

// period is a stretch of days; nil where neither end is one.
func (s *said) period(from, to string, start, end value.Date, days moments) *ocdsPeriod {
	s.day(from, start, days)
	s.day(to, end, days)
	p := ocdsPeriod{days.begin(start), days.end(end)}
	if p == (ocdsPeriod{}) {
		return nil
	}
	return &p
}

// text notes a text that stands alone, or in English and Chinese beside.
func (s *said) text(field string, t value.Text) (en, zh string) {
	langs := t.Langs()
	if len(langs) == 0 || t.Plain() == "" && !slices.ContainsFunc(langs, func(l string) bool { return l != "en" && l != "zh" }) {
		s.add(field)
	}
	return t.Exact("en"), t.Exact("zh")
}

func (s *said) titles(field string, t value.Text) ocdsTitles {
	en, zh := s.text(field, t)
	return ocdsTitles{en, zh}
}

func (s *said) descriptions(field string, t value.Text) ocdsDescriptions {
	en, zh := s.text(field, t)
	return ocdsDescriptions{en, zh}
}

// left are a record's fields that were not said. A file of the site's own is named
// by its address; notes are not data, and their names say nothing elsewhere.
func (o *OCDS) left(e table.Entity, done said) ocdsFields {
	return o.leftBeside(value.Money{}, e, done)
}

// leftBeside are the fields of a record that were not said beside an amount. An
// import takes the currency of that one for the row's, so others that are not in
// it name theirs.
func (o *OCDS) leftBeside(amount value.Money, e table.Entity, done said) ocdsFields {
	w := o.tables[e.Table().Name]
	if w == nil {
		return nil
	}
	currency := w.rowCurrency(e)
	if !amount.IsZero() {
		currency = amount.Currency()
	}
	var fields ocdsFields
	for i, cols := 0, w.columns(); i < len(cols); i++ {
		c := &cols[i]
		if c.Heading == "id" || c.kind == table.KindNote || c.Field != nil && slices.Contains(done, c.Field.Name) {
			continue
		}
		if text := c.Cell(e, currency); text != "" {
			if c.kind == table.KindLink && !strings.Contains(text, ":") {
				text = o.d.Config.BaseURL + strings.TrimPrefix(text, "static/")
			}
			if fields == nil {
				fields = ocdsFields{}
			}
			fields[c.Heading] = text
		}
	}
	return fields
}
