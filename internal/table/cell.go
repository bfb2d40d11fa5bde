package table

import (
	"net/url"
	"reflect"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/value"

	"golang.org/x/text/unicode/norm"
)

// spot is where a cell stands, worked out only for a finding.
type spot interface {
	pos() finding.Pos
	column() (d *decoder, column int) // nil where the cell is in no column
}

type place struct {
	d        *decoder
	row, col int
}

func (p place) pos() finding.Pos        { return p.d.file.cellPos(p.row, p.col) }
func (p place) column() (*decoder, int) { return p.d, p.col }

type fixed finding.Pos

func (p fixed) pos() finding.Pos        { return finding.Pos(p) }
func (p fixed) column() (*decoder, int) { return nil, 0 }

// set parses a cell into a field's value; text is trimmed and not blank.
func (d *decoder) set(f *Field, lang string, ptr any, text string, at spot, cur value.Currency, times int64) {
	var problem *value.Problem
	switch p := ptr.(type) {
	case *value.Text:
		d.visible(f, text, at)
		p.Set(lang, strings.Clone(text))
	case *value.Money:
		*p, problem = value.ParseMoney(text, value.MoneyOptions{Currency: cur, Unit: times})
	case *value.Currency:
		c, ok := value.ParseCurrency(text)
		if !ok {
			problem = &value.Problem{ID: badCurrencyRule.ID}
			msg := finding.Textf("%q 不是 ISO 4217 货币代码", "%q is not an ISO 4217 currency code", text)
			problem.ZH, problem.EN = msg.ZH, msg.EN
			problem.HintZH, problem.HintEN = "例如 CNY、GBP、JPY", "for example CNY, GBP, JPY"
		}
		*p = c
	case *value.Date:
		d.date(f, p, text, at)
		return
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
		d.enum(f, p, text, at)
		return
	case *string:
		d.text(f, p, text, at)
		return
	}
	if problem != nil {
		d.problem(f, problem, text, at)
	}
}

// problem files what a value's parser says.
func (d *decoder) problem(f *Field, p *value.Problem, text string, at spot) {
	d.list.Add(finding.Finding{
		Rule: cellRule(p.ID), Pos: at.pos(), Field: f.Name, Value: text,
		Message: finding.Text{ZH: p.ZH, EN: p.EN}, Hint: finding.Text{ZH: p.HintZH, EN: p.HintEN},
	})
}

// text reads a field that is a string, by what it holds.
func (d *decoder) text(f *Field, p *string, text string, at spot) {
	switch f.Kind {
	case KindID:
		if problem := value.CheckID(text); problem != nil {
			d.problem(f, problem, text, at)
			return
		}
	case KindCreditCode:
		text = strings.ToUpper(norm.NFKC.String(text))
		if problem := value.CreditCode(text); problem != nil {
			d.problem(f, problem, text, at)
		}
	case KindLink:
		if !safeLink(text) {
			d.list.Add(finding.Finding{
				Rule: badLinkRule, Pos: at.pos(), Field: f.Name, Value: text,
				Message: finding.Textf("%q 不是可以公开的地址", "%q is not an address that can be published", text),
				Hint:    finding.Textf("写 http:// 或 https:// 开头的完整地址，或 static/documents/ 下的文件路径", "write a full address that begins with http:// or https://, or a path under static/documents/"),
			})
			return
		}
	case KindPoint:
		if !isPoint(text) {
			d.list.Add(finding.Finding{
				Rule: badPointRule, Pos: at.pos(), Field: f.Name, Value: text,
				Message: finding.Textf("%q 不是“纬度,经度”", "%q is not \"latitude,longitude\"", text),
				Hint:    finding.Textf("例如 31.23,121.47", "for example 31.23,121.47"),
			})
			return
		}
	}
	d.visible(f, text, at)
	*p = d.short(text)
}

// visible warns of characters that cannot be seen.
func (d *decoder) visible(f *Field, text string, at spot) {
	r, i, found := value.Invisible(text)
	if !found {
		return
	}
	d.list.Add(finding.Finding{
		Rule: invisibleRule, Pos: at.pos(), Field: f.Name, Value: text,
		Message: finding.Textf("%[1]q 的第 %[3]d 字节处有看不见的字符 U+%04[2]X", "%[1]q has the invisible character U+%04[2]X at byte %[3]d", value.Visible(text), r, i+1),
		Hint:    finding.Textf("删去它；网页上会显示它的编号而不执行它", "delete it; the site shows its number and does not obey it"),
	})
}

// enum reads a code of a closed list.
func (d *decoder) enum(f *Field, p Coded, text string, at spot) {
	v, ok := f.Enum.Find(text)
	if ok {
		reflect.ValueOf(p).Elem().SetString(v.Code)
		return
	}
	var codes []string
	for _, v := range f.Enum.Values {
		codes = append(codes, v.Code)
	}
	fd := finding.Finding{
		Rule: badCodeRule, Pos: at.pos(), Field: f.Name, Value: text,
		Message: finding.Textf("%q 不在 %s 可用的值之内", "%q is not a value of %s", text, f.Name),
		Hint:    finding.Textf("可用的值：%s", "it takes: %s", strings.Join(codes, ", ")),
	}
	if near, ok := f.Enum.nearest(text); ok {
		fd.Hint = finding.Textf("是否指 %q？可用的值：%s", "did you mean %q? it takes: %s", near, strings.Join(codes, ", "))
	}
	d.list.Add(fd)
}

func codeOf(c Coded) string { return reflect.ValueOf(c).Elem().String() }

// parseYear reads 2010, 2010年 and 2010年度.
func parseYear(text string) (value.Count, *value.Problem) {
	short := strings.TrimSuffix(strings.TrimSuffix(norm.NFKC.String(text), "度"), "年")
	date, problem := value.ParseDate(short, value.OrderUnknown)
	if problem == nil && date.Precision() == value.Year {
		c, _ := value.ParseCount(short)
		return c, nil
	}
	msg := finding.Textf("%q 不是四位数的年份", "%q is not a year of four digits", text)
	return value.Count{}, &value.Problem{ID: badYearRule.ID, ZH: msg.ZH, EN: msg.EN, HintZH: "例如 2010", HintEN: "for example 2010"}
}

// safeLink allows http, https and mailto addresses and relative paths that
// stay inside the site.
func safeLink(s string) bool {
	if strings.ContainsAny(s, "\\<>\"`\n\t ") {
		return false
	}
	if _, _, found := value.Invisible(s); found {
		return false
	}
	u, err := url.Parse(s)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return u.Opaque != ""
	case "":
		return u.Host == "" && !strings.HasPrefix(s, "/") && !strings.Contains("/"+u.Path+"/", "/../")
	}
	return false
}

// isPoint reads two decimals within the globe.
func isPoint(s string) bool {
	lat, lon, ok := strings.Cut(s, ",")
	return ok && within(lat, "90") && within(lon, "180")
}

func within(s, limit string) bool {
	d, p := value.ParseDecimal(strings.TrimSpace(s))
	top, _ := value.ParseDecimal(limit)
	low, _ := value.ParseDecimal("-" + limit)
	return p == nil && !d.IsZero() && d.Cmp(top) <= 0 && d.Cmp(low) >= 0
}
