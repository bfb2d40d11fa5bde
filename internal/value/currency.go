package value

import (
	"strings"

	"golang.org/x/text/currency"
)

// Currency is an ISO 4217 code packed into 16 bits, five for each letter; zero
// is no currency.
type Currency uint16

// The currencies that have a symbol of their own on a page, and the yen, which
// shares the yuan's.
const (
	CNY = Currency(('C'-'@')<<10 | ('N'-'@')<<5 | ('Y' - '@'))
	USD = Currency(('U'-'@')<<10 | ('S'-'@')<<5 | ('D' - '@'))
	EUR = Currency(('E'-'@')<<10 | ('U'-'@')<<5 | ('R' - '@'))
	GBP = Currency(('G'-'@')<<10 | ('B'-'@')<<5 | ('P' - '@'))
	JPY = Currency(('J'-'@')<<10 | ('P'-'@')<<5 | ('Y' - '@'))
)

// ParseCurrency reads an ISO 4217 code in any case, RMB, 人民币 and the Chinese
// names of the most traded currencies. 元 alone and the signs $ and ¥ are no
// currency: several share them.
func ParseCurrency(s string) (Currency, bool) {
	s = narrow(s)
	switch s {
	case "人民币", "人民币元":
		return CNY, true
	}
	for _, w := range unitWords {
		if w.cur != 0 && w.word == s {
			return w.cur, true
		}
	}
	return parseCode(s)
}

// parseCode reads a three-letter code, or RMB.
func parseCode(s string) (Currency, bool) {
	if len(s) != 3 {
		return 0, false
	}
	var c Currency
	for i := range 3 {
		letter := s[i] &^ 0x20
		if letter < 'A' || letter > 'Z' {
			return 0, false
		}
		c = c<<5 | Currency(letter-'@')
	}
	switch c {
	case CNY, USD, EUR, GBP:
		return c, true
	}
	switch code := strings.ToUpper(s); code {
	case "RMB":
		return CNY, true
	case "XXX", "XTS": // "no currency" and "for testing"
		return 0, false
	default:
		_, err := currency.ParseISO(code)
		if err != nil {
			return 0, false
		}
		return c, true
	}
}

// String is the three-letter code, "" for no currency.
func (c Currency) String() string {
	if c == 0 {
		return ""
	}
	return string([]byte{byte(c>>10&31) + '@', byte(c>>5&31) + '@', byte(c&31) + '@'})
}

// Digits is the number of decimals of the minor unit by ISO 4217; two where no
// currency is known. (Locale data differ: they round by custom, not by unit.)
func (c Currency) Digits() int {
	switch c {
	case 0, CNY, USD, EUR, GBP:
		return 2
	case JPY:
		return 0
	}
	switch c.String() {
	case "BIF", "CLP", "DJF", "GNF", "ISK", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF":
		return 0
	case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND":
		return 3
	case "CLF", "UYW":
		return 4
	}
	return 2
}

// symbol is what stands before an amount: a sign where it is plain which
// currency it means, else the code and a space. A yen is not written ¥, since
// that is the yuan here.
func (c Currency) symbol() string {
	switch c {
	case 0:
		return ""
	case CNY:
		return "¥"
	case USD:
		return "$"
	case EUR:
		return "€"
	case GBP:
		return "£"
	}
	return c.String() + " "
}
