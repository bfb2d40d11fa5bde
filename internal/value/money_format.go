package value

import (
	"strconv"
	"strings"
)

const (
	wan = 10_000
	yi  = 100_000_000
)

// Plain is the shortest exact decimal in the main unit: "1500000", "12.50".
func (m Money) Plain() string { return m.digits(false) }

// digits writes the amount without its currency; decimals only where there are
// any, and then all of the minor unit's.
func (m Money) digits(grouped bool) string {
	if !m.set {
		return ""
	}
	if m.Large() {
		return m.largeDigits(grouped)
	}
	places := m.cur.Digits()
	whole, part := m.minor/pow10(places), m.minor%pow10(places)
	text := strconv.FormatInt(whole, 10)
	if grouped {
		text = Group(whole)
	}
	if part == 0 {
		return text
	}
	if m.minor < 0 {
		part = -part
		if whole == 0 {
			text = "-" + text
		}
	}
	return text + "." + padded(part, places)
}

// Full is every digit, grouped, with the currency: "¥1,500,000", "1,500,000元".
func (m Money) Full(lang string) string {
	switch text := m.digits(true); {
	case !m.set:
		return ""
	case Chinese(lang) && m.cur == CNY:
		return text + "元"
	case Chinese(lang) && m.cur != 0:
		return m.cur.String() + " " + text
	default:
		return withSymbol(m.cur.symbol(), text)
	}
}

// Format is the exact amount as a page shows it: 150万元 and 22.98亿元 where two
// decimals suffice, else, and in English always, all digits.
func (m Money) Format(lang string) string {
	if m.set && m.cur == CNY && Chinese(lang) {
		for _, u := range largeUnits {
			if text, exact := m.in(u.size, 2); exact && m.reaches(u.size) {
				return text + u.zh
			}
		}
	}
	return m.Full(lang)
}

// Short is the amount rounded for a headline: 2.30亿元, "¥229.8 million".
func (m Money) Short(lang string) string {
	if !m.set {
		return ""
	}
	if Chinese(lang) {
		for _, u := range largeUnits {
			if !m.reaches(u.size) {
				continue
			}
			text, _ := m.in(u.size, 2)
			if m.cur == CNY {
				return text + u.zh
			}
			return strings.TrimSpace(m.cur.String()+" "+text) + strings.TrimSuffix(u.zh, "元")
		}
		return m.Format(lang)
	}
	text, _ := m.in(1, 0)
	switch {
	case m.reaches(1_000_000_000):
		text, _ = m.in(1_000_000_000, 2)
		text += " billion"
	case m.reaches(1_000_000):
		text, _ = m.in(1_000_000, 1)
		text += " million"
	}
	return withSymbol(m.cur.symbol(), text)
}

// largeUnits are the units of Chinese amounts, the largest first.
var largeUnits = []struct {
	size int64
	zh   string
}{{yi, "亿元"}, {wan, "万元"}}

// AtLeast reports whether the amount is so many main units or more.
func (m Money) AtLeast(size int64) bool { return m.Sign() > 0 && m.reaches(size) }

// reaches reports whether the amount is at least size main units, either way.
func (m Money) reaches(size int64) bool {
	whole := m.Minor() / pow10(m.cur.Digits())
	return whole >= size || whole <= -size
}

// in writes the amount in units of size, rounded half away from zero to a
// number of decimals, which end in no zero where nothing was rounded off.
func (m Money) in(size int64, places int) (text string, exact bool) {
	if m.Large() {
		return m.largeIn(size, places)
	}
	n := m.minor
	if n < 0 {
		n = -n
	}
	unit := uint64(size) * uint64(pow10(m.cur.Digits()))
	whole, part := uint64(n)/unit, uint64(n)%unit
	step := unit / uint64(pow10(places)) // every unit here is at least that
	count, left := part/step, part%step
	if left*2 >= step && left > 0 {
		count++
	}
	if count == uint64(pow10(places)) {
		whole, count = whole+1, 0
	}
	text = Group(int64(whole)) + decimals(int64(count), places, left == 0)
	if m.minor < 0 {
		text = "-" + text
	}
	return text, left == 0
}

// decimals writes so many of them after a point; an exact number's end in no zero.
func decimals(part int64, places int, exact bool) string {
	if places == 0 {
		return ""
	}
	text := padded(part, places)
	if exact {
		text = strings.TrimRight(text, "0")
	}
	if text == "" {
		return ""
	}
	return "." + text
}

// withSymbol puts a currency before a number and the minus sign before both.
func withSymbol(symbol, text string) string {
	if rest, negative := strings.CutPrefix(text, "-"); negative {
		return "-" + symbol + rest
	}
	return symbol + text
}

// Group writes a whole number in groups of three digits: "12,345".
func Group(n int64) string {
	digits, negative := strings.CutPrefix(strconv.FormatInt(n, 10), "-")
	if negative {
		return "-" + groupDigits(digits)
	}
	return groupDigits(digits)
}

// groupDigits is Group of a number without a sign.
func groupDigits(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if i > 0 && (len(text)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// padded writes n with leading zeros to a width.
func padded(n int64, width int) string {
	text := strconv.FormatInt(n, 10)
	return strings.Repeat("0", max(width-len(text), 0)) + text
}

// pow10 is 10^n for the small n of decimals.
func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
