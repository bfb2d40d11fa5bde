package value

import "strings"

// MoneyOptions says what the cells of a column leave unsaid.
type MoneyOptions struct {
	// Currency is that of a cell that names none.
	Currency Currency
	// Unit multiplies a bare number: 1, 10000 for 万, 100000000 for 亿. Zero
	// means 1. A cell that names a unit of its own is not multiplied.
	Unit int64
}

// ParseMoney reads an amount such as "1,500,000.00", "150万元", "(500)" or
// "USD 400"; a blank cell is missing. An amount is exact to the minor unit or it
// is a problem.
func ParseMoney(s string, o MoneyOptions) (Money, *Problem) {
	raw, s := s, narrow(s)
	if s == "" {
		return Money{}, nil
	}
	if p := spreadsheetError(s); p != nil {
		return Money{}, p
	}
	start := strings.IndexAny(s, "0123456789.")
	if start < 0 {
		return Money{}, noAmount(raw)
	}
	n, after, f := scanNumber(s[start:])
	if f != 0 {
		return Money{}, moneyFault(raw, f, o)
	}
	negative, before, after, ok := sign(s[:start], after)
	u := unit{mul: 1}
	if !ok || !u.scan(before) || u.mul != 1 || !u.scan(after) {
		return Money{}, noAmount(raw)
	}
	cur, ok := u.currency(o.Currency)
	if !ok {
		return Money{}, problemf(BadMoney, "金额 %q 写有两种货币", "the amount %q names two currencies", raw).
			hint("只写一种货币", "write one currency")
	}
	if n.form == '+' {
		return Money{}, rounded(raw)
	}
	if u.mul == 1 && o.Unit > 1 && !u.wholeYuan() {
		u.mul = o.Unit
	}
	minor, f := n.scaled(u.mul, cur.Digits(), negative)
	if f != 0 {
		return Money{}, moneyFault(raw, f, MoneyOptions{Currency: cur})
	}
	m := NewMoney(minor, cur)
	if n.form != 0 {
		return m, problemf(ExponentAmount, "金额 %q 是科学计数法，读作 %s", "the amount %q is in scientific notation and was read as %s", raw, m.Plain()).
			hint("写出全部数字", "write all its digits").doubtful()
	}
	if u.mul == 1 && cur.Digits() < 3 && pointOfThree(s[start:]) {
		return m, problemf(PointOrGroup, "金额 %q 的点后有三位，读作 %s；点也可能是千位分隔", "the amount %q has three digits after its point and was read as %s; the point may set off thousands", raw, m.Plain()).
			hint("小数写两位；千位之间写“,”或不写", "write two decimals, and a comma or nothing between groups of three digits").doubtful()
	}
	return m, nil
}

// pointOfThree reports whether a number is one to three digits, a point and
// three more, as half of Europe writes thousands: 12.500.
func pointOfThree(s string) bool {
	whole, rest, _ := strings.Cut(s, ".")
	digits := 0
	for digits < len(rest) && isDigit(rest[digits]) {
		digits++
	}
	return digits == 3 && len(whole) >= 1 && len(whole) <= 3 && whole[0] != '0' && strings.Trim(whole, "0123456789") == ""
}

// wholeYuan reports whether 元 is said: the number then counts whole yuan,
// whatever the heading's unit is. A sign or code says only which currency.
func (u *unit) wholeYuan() bool {
	return u.signs[0] == looseYuan || u.signs[1] == looseYuan
}

// sign takes the sign, or the brackets that mean one, from the text before and
// after a number; false where there are two of them or a bracket is alone.
func sign(before, after string) (negative bool, b, a string, ok bool) {
	i := strings.IndexAny(before, "-+(")
	if i < 0 {
		return false, before, after, true
	}
	mark := before[i]
	before = before[:i] + before[i+1:]
	if mark == '(' {
		j := strings.IndexByte(after, ')')
		if j < 0 {
			return false, before, after, false
		}
		after = after[:j] + after[j+1:]
	}
	return mark != '+', before, after, true
}

func noAmount(raw string) *Problem {
	return problemf(BadMoney, "%q 不是金额", "%q is not an amount", raw).
		hint("写数字，如 1500000 或 150万元；没有金额时留空，或在 data/columns.yaml 的 missing: 中列出此写法",
			"write a number, such as 1500000; leave the cell blank where there is none, or list this text under missing: in data/columns.yaml")
}

func rounded(raw string) *Problem {
	return problemf(RoundedAmount, "金额 %q 已被电子表格四舍五入", "the amount %q was rounded by a spreadsheet", raw).
		hint("在电子表格中将该列设为数值格式，再重新导出", "format the column as a number in the spreadsheet, then export again")
}

// ifComma is the amount where its comma is a decimal mark, behind a phrase; ""
// where it cannot be one.
func ifComma(phrase, raw string) string {
	whole, cents, _ := strings.Cut(narrow(raw), ",")
	end := 0
	for end < len(cents) && isDigit(cents[end]) {
		end++
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, whole)
	if digits == "" || end < 1 || end > 2 || strings.ContainsAny(cents[end:], "0123456789,") {
		return ""
	}
	return phrase + digits + "." + cents[:end]
}

// moneyFault words what is wrong with the digits of an amount.
func moneyFault(raw string, f fault, o MoneyOptions) *Problem {
	switch f {
	case faultComma:
		return problemf(BadMoney, "金额 %q 的逗号含义不明", "the comma in the amount %q may be a decimal mark or a separator", raw).
			hint("小数点写作“.”，千位之间写“,”或不写"+ifComma("；逗号若是小数点，即 ", raw), "write a point before the decimals, and a comma only between groups of three digits"+ifComma("; with a decimal comma it would be ", raw))
	case faultGrouping:
		return problemf(BadMoney, "金额 %q 的分节不是每三位一节", "the digits of the amount %q are not in groups of three", raw).
			hint("去掉分节符，或每三位分一节", "leave the separators out, or set them every three digits")
	case faultBig:
		return problemf(BadMoney, "金额 %q 过大，无法准确记录", "the amount %q is too large to be kept exactly", raw).
			hint("核对数字与单位", "check the digits and the unit")
	case faultFine:
		if o.Currency.Digits() == 0 {
			return problemf(FractionOfCent, "金额 %q 有小数，而 %s 没有辅币", "the amount %q has decimals, and %s has no minor unit", raw, o.Currency).
				hint("写整数", "write a whole number")
		}
		return problemf(FractionOfCent, "金额 %q 小于最小货币单位（%d 位小数）", "the amount %q has a fraction of the smallest unit (%d decimals)", raw, o.Currency.Digits()).
			hint("核对单位，或四舍五入到最小单位", "check the unit, or round to the smallest unit")
	}
	return noAmount(raw)
}
