package site

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// purse is the currency that a chart is drawn in.
type purse struct {
	cur    value.Currency
	others bool // amounts in other currencies are left out
}

// purseOf is the currency that most projects were awarded or paid in.
func purseOf(projects []*model.Project) purse {
	type use struct {
		cur value.Currency
		n   int
	}
	var uses []use
	count := func(c value.Currency) {
		for i := range uses {
			if uses[i].cur == c {
				uses[i].n++
				return
			}
		}
		uses = append(uses, use{c, 1})
	}
	for _, p := range projects {
		if p.Awarded() && !p.AmountAwarded.IsZero() {
			count(p.AmountAwarded.Currency())
		}
		for _, m := range p.PaidTotal().All() {
			count(m.Currency())
		}
	}
	var most use
	for _, u := range uses {
		if u.n > most.n || u.n == most.n && u.cur < most.cur {
			most = u
		}
	}
	return purse{most.cur, len(uses) > 1}
}

// unit names the currency, for a chart whose amounts leave it out.
func (c *context) unit(cur value.Currency) string {
	switch cur {
	case 0:
		return ""
	case value.CNY:
		return c.t("单位：元（人民币）", "in yuan (CNY)")
	case value.USD:
		return c.t("单位：美元", "in US dollars")
	case value.EUR:
		return c.t("单位：欧元", "in euros")
	case value.GBP:
		return c.t("单位：英镑", "in pounds sterling")
	case value.JPY:
		return c.t("单位：日元", "in Japanese yen")
	}
	return c.t("单位："+cur.String(), "in "+cur.String())
}

// behind continues a title behind a name: Chinese sets a space between Latin
// letters and Han.
func (c *context) behind(name Link, zh, en string) string {
	if r, _ := utf8.DecodeLastRuneInString(name.Text); r < utf8.RuneSelf {
		zh = " " + zh
	}
	return c.t(zh, en)
}

// sub says what is measured and in which currency.
func (c *context) sub(measure string, in purse) string {
	if unit := c.unit(in.cur); unit != "" {
		measure += c.t("，", ", ") + unit
	}
	return measure
}

// amountNumber is an amount of a chart; a missing one has no text.
func (c *context) amountNumber(m value.Money) Number {
	return Number{m.Minor(), m.Compact(c.lang)}
}

// moneySeries are what was awarded and what was paid.
func (c *context) moneySeries() []Series {
	return []Series{
		{Name: c.t("立项金额", "Awarded"), Kind: KindPromised},
		{Name: c.t("已付金额", "Paid"), Word: c.t("已付", "paid"), Kind: KindDone},
	}
}

// moneyNumbers are a group's sums in the chart's currency.
func (c *context) moneyNumbers(t subtotal, in purse) []Number {
	return []Number{c.amountNumber(t.award.In(in.cur)), c.amountNumber(t.paid.In(in.cur))}
}

// otherCurrencies is the note of a chart that leaves amounts out.
func (c *context) otherCurrencies(in purse) string {
	if !in.others {
		return ""
	}
	return c.t("图中只有 "+in.cur.String()+" 的金额；其他货币的金额见数据表。", "The chart has the amounts in "+in.cur.String()+"; those in other currencies are in the table.")
}

// source says where a chart's numbers come from.
func (c *context) source() string {
	s := c.t("来源：本站逐条项目记录", "Source: the project records on this site")
	if asOf := c.plan.Data.Config.AsOf; !asOf.IsZero() {
		s += c.t("，截至 "+c.date(asOf), ", as of "+c.date(asOf))
	}
	return s
}

// shown counts the marks that have a value.
func shown(marks []Mark) int {
	n := 0
	for _, m := range marks {
		for _, v := range m.Values {
			if v.Text != "" {
				n++
				break
			}
		}
	}
	return n
}

// hasSeries reports whether any mark has a value of the series.
func hasSeries(marks []Mark, series int) bool {
	for _, m := range marks {
		if m.Values[series].Text != "" {
			return true
		}
	}
	return false
}

// withoutEmpty leaves out a series that no mark has a value of.
func (ch Chart) withoutEmpty() Chart {
	for i := len(ch.Series) - 1; i >= 0 && len(ch.Series) > 1; i-- {
		if hasSeries(ch.Marks, i) {
			continue
		}
		ch.Series = append(ch.Series[:i:i], ch.Series[i+1:]...)
		for j := range ch.Marks {
			v := ch.Marks[j].Values
			ch.Marks[j].Values = append(v[:i:i], v[i+1:]...)
		}
	}
	return ch
}

// shareText is a share of a whole in whole percent; false where that says nothing.
func shareText(part, whole value.Money) (string, bool) {
	a, b := value.Parts(part, whole)
	if part.Sign() <= 0 || whole.Sign() <= 0 || a > b {
		return "", false
	}
	n := int(float64(a)/float64(b)*100 + 0.5)
	if n == 0 {
		return "", false
	}
	return strconv.Itoa(n) + "%", true
}

// byAward sorts groups by what was awarded in the chart's currency, and keeps
// the order among equals.
func byAward(all []ranked, cur value.Currency) {
	compare := func(a, b ranked) int {
		x, y := a.award.In(cur), b.award.In(cur)
		switch {
		case x.IsZero() && y.IsZero():
			return 0
		case x.IsZero():
			return 1
		case y.IsZero():
			return -1
		}
		return cmp.Compare(y.Minor(), x.Minor())
	}
	if !slices.IsSortedFunc(all, compare) { // they mostly are, of one currency
		slices.SortStableFunc(all, compare)
	}
}
