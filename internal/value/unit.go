package value

import (
	"math"
	"strings"
	"unicode/utf8"
)

// loose is a sign that several currencies share; which is meant follows from
// the rest of the cell or from the table's currency.
type loose uint8

const (
	looseYen    loose = iota + 1 // ¥: yuan, yen
	looseDollar                  // $
	looseYuan                    // 元: yuan, and several dollars in Chinese
)

// home is the currency that a shared sign means when nothing else tells.
func (l loose) home() Currency {
	if l == looseDollar {
		return USD
	}
	return CNY
}

// allows reports whether a currency may be written with the sign.
func (l loose) allows(c Currency) bool {
	switch l {
	case looseYen:
		return c == CNY || c == JPY
	case looseDollar:
		return strings.HasSuffix(c.String(), "D") || c.String() == "MXN"
	case looseYuan:
		switch c.String() {
		case "CNY", "HKD", "TWD", "MOP", "SGD":
			return true
		}
		return false
	}
	return true
}

// unitWord is one word of a unit; exactly one of mul, cur and sign is set, none
// for a word that says nothing.
type unitWord struct {
	word string
	mul  int64
	cur  Currency
	sign loose
}

// unitWords are matched at the start of what is left, so a longer word stands
// before its own beginning. Words of ASCII letters are in unitLetters.
var unitWords = []unitWord{
	{word: "万", mul: 1e4}, {word: "元", sign: looseYuan}, {word: "亿", mul: 1e8},
	{word: "¥", sign: looseYen}, {word: "$", sign: looseDollar}, {word: "£", cur: GBP}, {word: "€", cur: EUR},
	{word: "人民币", cur: CNY}, {word: "千", mul: 1e3}, {word: "百", mul: 1e2}, {word: "十", mul: 10},
	{word: "萬", mul: 1e4}, {word: "億", mul: 1e8}, {word: "圆", sign: looseYuan}, {word: "圓", sign: looseYuan},
	{word: "美元", cur: USD}, {word: "美金", cur: USD}, {word: "欧元", cur: EUR}, {word: "英镑", cur: GBP},
	{word: "日元", cur: JPY}, {word: "日圆", cur: JPY}, {word: "円", cur: JPY},
	{word: "港元", cur: code("HKD")}, {word: "港币", cur: code("HKD")},
	{word: "新台币", cur: code("TWD")}, {word: "台币", cur: code("TWD")},
	{word: "澳门元", cur: code("MOP")}, {word: "澳元", cur: code("AUD")}, {word: "加元", cur: code("CAD")},
	{word: "新加坡元", cur: code("SGD")}, {word: "韩元", cur: code("KRW")}, {word: "瑞士法郎", cur: code("CHF")},
	{word: "'000", mul: 1e3}, {word: "000", mul: 1e3}, {word: "单位"}, {word: ":"}, {word: "整"}, {word: "正"}, {word: " "},
}

// code packs three capital letters known to be a code.
func code(s string) Currency {
	return Currency(s[0]-'@')<<10 | Currency(s[1]-'@')<<5 | Currency(s[2]-'@')
}

// unit is what stands around a number: a multiplier and a currency, certain or
// only by a shared sign.
type unit struct {
	mul   int64 // 1 where none is named
	cur   Currency
	signs [2]loose
	named bool // something was said
	clash bool // two currencies were
}

// add takes one word in; false when no amount is written so.
func (u *unit) add(w unitWord) bool {
	switch {
	case w.mul != 0:
		if u.mul > math.MaxInt64/w.mul || u.mul*w.mul > 1e12 {
			return false
		}
		u.mul *= w.mul
	case w.cur != 0:
		u.clash = u.clash || u.cur != 0 && u.cur != w.cur
		u.cur = w.cur
	case w.sign != 0:
		switch {
		case u.signs[0] == 0 || u.signs[0] == w.sign:
			u.signs[0] = w.sign
		case u.signs[1] == 0 || u.signs[1] == w.sign:
			u.signs[1] = w.sign
		default:
			return false
		}
	default:
		return true
	}
	u.named = true
	return true
}

// currency settles what the words and signs mean, given the table's currency;
// false when they contradict each other.
func (u *unit) currency(table Currency) (Currency, bool) {
	if u.clash {
		return 0, false
	}
	if u.signs[0] == 0 {
		if u.cur != 0 {
			return u.cur, true
		}
		return table, true
	}
	for _, c := range []Currency{u.cur, table, u.signs[0].home()} {
		if c != 0 && (u.cur == 0 || c == u.cur) && u.signs[0].allows(c) && u.signs[1].allows(c) {
			return c, true
		}
	}
	return 0, false
}

// scan reads words until the end of s; false at one that is no word of a unit.
func (u *unit) scan(s string) bool {
next:
	for s != "" {
		if n := letters(s); n > 0 {
			w, ok := letterWord(s[:n])
			if !ok || !u.add(w) {
				return false
			}
			s = s[n:]
			continue
		}
		for _, w := range unitWords {
			if strings.HasPrefix(s, w.word) {
				if !u.add(w) {
					return false
				}
				s = s[len(w.word):]
				continue next
			}
		}
		return false
	}
	return true
}

// letters is the length of the ASCII letters that s begins with; the "$" of
// "US$" belongs to them.
func letters(s string) int {
	n := 0
	for n < len(s) && (s[n]|0x20) >= 'a' && (s[n]|0x20) <= 'z' {
		n++
	}
	if n == 2 && n < len(s) && s[n] == '$' {
		n++
	}
	return n
}

// letterWord is the meaning of a word of ASCII letters in any case.
func letterWord(s string) (unitWord, bool) {
	switch strings.ToLower(s) {
	case "k", "thousand", "thousands":
		return unitWord{mul: 1e3}, true
	case "m", "mn", "million", "millions":
		return unitWord{mul: 1e6}, true
	case "b", "bn", "billion", "billions":
		return unitWord{mul: 1e9}, true
	case "yuan":
		return unitWord{cur: CNY}, true
	case "us$":
		return unitWord{cur: USD}, true
	case "hk$":
		return unitWord{cur: code("HKD")}, true
	case "nt$":
		return unitWord{cur: code("TWD")}, true
	case "in", "of":
		return unitWord{}, true
	}
	c, ok := parseCode(s)
	return unitWord{cur: c}, ok
}

// ParseUnit reads the unit of a heading's brackets or of units: in
// columns.yaml, such as 万元, 万美元, GBP, "£ thousand" or 单位：亿元. The currency is
// zero where only a multiplier is named; 元 and ¥ alone are the yuan, $ the
// United States dollar.
func ParseUnit(s string) (multiplier int64, cur Currency, ok bool) {
	u := unit{mul: 1}
	s = narrow(s)
	if !utf8.ValidString(s) || !u.scan(s) || !u.named {
		return 0, 0, false
	}
	cur, ok = u.currency(0)
	if !ok {
		return 0, 0, false
	}
	return u.mul, cur, true
}
