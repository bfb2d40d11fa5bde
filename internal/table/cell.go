package table

import (
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/value"

	"golang.org/x/text/unicode/norm"
)

// spot is where a cell stands; its line and column are worked out only for a
// finding.
type spot struct {
	file     *File
	row, col int32
	fixed    *finding.Pos // of a value that stands in no row
}

func (s spot) pos() finding.Pos {
	if s.fixed != nil {
		return *s.fixed
	}
	return s.file.cellPos(int(s.row), int(s.col))
}

// field names the column as the publisher would: "organization.kind".
func (s spot) field(f *Field) string {
	if s.file != nil && s.file.Columns[s.col].Field != "" {
		return s.file.Columns[s.col].Field
	}
	return f.Name
}

// reading is what a cell leaves unsaid.
type reading struct {
	cur   value.Currency
	times int64 // the unit of a bare number
	order value.DateOrder
}

// cellReader parses cells into fields.
type cellReader struct {
	report func(spot, finding.Finding)
	texts  *interner
	codes  map[*Enum]map[string]uint8 // numbers of spellings already looked up
}

func newCellReader(texts *interner, report func(spot, finding.Finding)) cellReader {
	return cellReader{report, texts, map[*Enum]map[string]uint8{}}
}

// set parses a cell into a field's value; text is trimmed and not blank.
func (c *cellReader) set(f *Field, lang string, ptr any, text string, at spot, how reading) {
	var problem *value.Problem
	switch p := ptr.(type) {
	case *value.Text:
		c.visible(f, text, at)
		p.Set(lang, text)
	case *value.Money:
		*p, problem = value.ParseMoney(text, value.MoneyOptions{Currency: how.cur, Unit: how.times})
	case *value.Currency:
		*p, problem = parseCurrency(text)
	case *value.Date:
		*p, problem = value.ParseDate(text, how.order)
	case *value.Count:
		if f.Kind == KindYear {
			*p, problem = parseYear(text)
		} else {
			*p, problem = value.ParseCount(text)
		}
	case *value.Decimal:
		if f.Kind == KindShare {
			*p, problem = value.ParseShare(text)
		} else {
			*p, problem = value.ParseDecimal(text)
		}
	case *value.Bool:
		*p, problem = value.ParseBool(text)
	case Coded:
		c.enum(f, p, text, at)
	case *string:
		c.text(f, p, text, at)
	case *Rest:
		c.visible(f, text, at)
		p.setSource(c.texts.keep(text))
	}
	if problem != nil {
		c.problem(f, problem, text, at)
	}
}

// problem files what a value's parser says.
func (c *cellReader) problem(f *Field, p *value.Problem, text string, at spot) {
	c.report(at, finding.Finding{
		Rule: cellRule(p.ID), Pos: at.pos(), Field: at.field(f), Value: text,
		Message: finding.Text{ZH: p.ZH, EN: p.EN}, Hint: finding.Text{ZH: p.HintZH, EN: p.HintEN},
	})
}

// text reads a field that is a string, by what it holds.
func (c *cellReader) text(f *Field, p *string, text string, at spot) {
	switch f.Kind {
	case KindID:
		if problem := value.CheckID(text); problem != nil {
			c.problem(f, problem, text, at)
			return
		}
		*p = c.texts.copy(text)
		return
	case KindCreditCode:
		text = creditCode(text)
		if problem := value.CreditCode(text); problem != nil {
			c.problem(f, problem, text, at)
		}
	case KindLink:
		if !safeLink(text) {
			c.report(at, finding.Finding{
				Rule: badLinkRule, Pos: at.pos(), Field: at.field(f), Value: text,
				Message: finding.Textf("%q 不是可以公开的地址", "%q is not an address that can be published", text),
				Hint:    finding.Textf("写 http:// 或 https:// 开头的完整地址，或 static/documents/ 下的文件路径", "write a full address that begins with http:// or https://, or a path under static/documents/"),
			})
			return
		}
	case KindString:
		if problem := value.Rounded(text); problem != nil && f.Name == "number" {
			c.problem(f, problem, text, at)
		}
	case KindPoint:
		if !isPoint(text) {
			c.report(at, finding.Finding{
				Rule: badPointRule, Pos: at.pos(), Field: at.field(f), Value: text,
				Message: finding.Textf("%q 不是“纬度,经度”", "%q is not \"latitude,longitude\"", text),
				Hint:    finding.Textf("例如 31.23,121.47", "for example 31.23,121.47"),
			})
			return
		}
	}
	c.visible(f, text, at)
	*p = c.texts.keep(text)
}

// visible warns of characters that cannot be seen.
func (c *cellReader) visible(f *Field, text string, at spot) {
	r, i, found := value.Invisible(text)
	if !found {
		return
	}
	n := len([]rune(text[:i])) + 1
	c.report(at, finding.Finding{
		Rule: invisibleRule, Pos: at.pos(), Field: at.field(f), Value: text,
		Message: finding.Textf("%[1]q 的第 %[3]d 个字符看不见（U+%04[2]X）", "character %[3]d of %[1]q cannot be seen (U+%04[2]X)", value.Visible(text), r, n),
		Hint:    finding.Textf("删去它；网页上会显示它的编号而不执行它", "delete it; the site shows its number and does not obey it"),
	})
}

// enum reads a code of a closed list.
func (c *cellReader) enum(f *Field, p Coded, text string, at spot) {
	known := c.codes[f.Enum]
	number, seen := known[text]
	if !seen {
		number = f.Enum.number(text)
		if known == nil {
			known = map[string]uint8{}
			c.codes[f.Enum] = known
		}
		if len(known) < maxInterned {
			known[cloneText(text)] = number
		}
	}
	switch {
	case number != 0:
		p.set(number)
	case saysUnknown[foldHeading(text)]:
		c.report(at, finding.Finding{
			Rule: saysUnknownRule, Pos: at.pos(), Field: at.field(f), Value: text,
			Message: finding.Textf("%q 表示不详，记为未公布", "%q says that it is not known; taken as not published", text),
		})
	default:
		c.report(at, badCode(f, text, at))
	}
}

// saysUnknown are the words for a code that nobody knows.
var saysUnknown = map[string]bool{"unknown": true, "notknown": true, "unspecified": true, "未知": true, "不详": true, "不明": true, "未填": true}

func badCode(f *Field, text string, at spot) finding.Finding {
	codes := strings.Join(f.Enum.codes(), ", ")
	fd := finding.Finding{
		Rule: badCodeRule, Pos: at.pos(), Field: at.field(f), Value: text,
		Message: finding.Textf("%q 不在 %s 可用的值之内", "%q is not a value of %s", text, at.field(f)),
		Hint:    finding.Textf("可用的值：%s", "it takes: %s", codes),
	}
	if near, ok := f.Enum.nearest(text); ok {
		fd.Hint = finding.Textf("是否指 %q？可用的值：%s", "did you mean %q? it takes: %s", near, codes)
	}
	return fd
}

func parseCurrency(text string) (value.Currency, *value.Problem) {
	if c, ok := value.ParseCurrency(text); ok {
		return c, nil
	}
	msg := finding.Textf("%q 不是 ISO 4217 货币代码", "%q is not an ISO 4217 currency code", text)
	return 0, &value.Problem{ID: badCurrencyRule.ID, ZH: msg.ZH, EN: msg.EN, HintZH: "例如 CNY、GBP、JPY", HintEN: "for example CNY, GBP, JPY"}
}

// parseYear reads 2010, 2010年, 2010年度, FY2010 and 令和3年度.
func parseYear(text string) (value.Count, *value.Problem) {
	short := strings.TrimPrefix(strings.ToUpper(norm.NFKC.String(text)), "FY")
	date, problem := value.ParseDate(short, value.OrderUnknown)
	if problem == nil && date.Precision() == value.Year {
		return value.NewCount(int64(date.Year())), nil
	}
	msg := finding.Textf("%q 不是四位数的年份", "%q is not a year of four digits", text)
	hint := finding.Textf("例如 2010", "for example 2010")
	if twoYears(short) {
		hint = finding.Textf("写其中一年，例如 2010；或在 data/columns.yaml 写 extract: {year: '([0-9]{4})'}，取前一年", "write one of the two, for example 2010; or extract: {year: '([0-9]{4})'} in data/columns.yaml takes the first")
	}
	return value.Count{}, &value.Problem{ID: badYearRule.ID, ZH: msg.ZH, EN: msg.EN, HintZH: hint.ZH, HintEN: hint.EN}
}

// twoYears reports whether a text is a year that begins in one and ends in the
// next, such as 2010-11 or 2010/2011.
func twoYears(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune(" -–/年度至", r):
			return false
		}
	}
	return digits == 6 || digits == 8
}

// creditCode is a credit code as the register writes it.
func creditCode(s string) string { return strings.ToUpper(norm.NFKC.String(s)) }
