package value

import (
	"math"
	"math/bits"
	"strings"
)

// fault is why digits make no number. The zero value is none.
type fault uint8

const (
	faultForm     fault = iota + 1 // no digits, or two points
	faultComma                     // a comma stands where a decimal point would
	faultGrouping                  // groups that are not of three digits
	faultBig                       // the whole part is beyond any amount
	faultFine                      // more decimals than can be kept
)

// number is an unsigned decimal: coef × 10^(exp−scale).
type number struct {
	coef  uint64
	scale int
	exp   int
	// how an exponent was written: 0 none, 'e' plain, '+' with a plus sign, as
	// spreadsheets show a number that they have rounded
	form byte
}

// maxExponent bounds what is kept of an exponent; beyond it nothing fits.
const maxExponent = 400

// scanNumber reads the number that s begins with and gives what follows it. s
// is narrow. Groups of three may be set off by comma, space or apostrophe.
func scanNumber(s string) (n number, rest string, f fault) {
	core := s[:numberEnd(s)]
	rest = s[len(core):]
	whole, decimals, point := strings.Cut(core, ".")
	if point && strings.ContainsAny(decimals, "., '") {
		if strings.Contains(decimals, ",") {
			return n, rest, faultComma
		}
		return n, rest, faultForm
	}
	if f = checkGroups(whole, point); f != 0 {
		return n, rest, f
	}
	if whole == "" && decimals == "" {
		return n, rest, faultForm
	}
	decimals = strings.TrimRight(decimals, "0")
	if !n.take(whole) {
		return n, rest, faultBig
	}
	if !n.take(decimals) {
		return n, rest, faultFine
	}
	n.scale = len(decimals)
	rest = n.takeExponent(rest)
	return n, rest, 0
}

// numberEnd is where digits, points and separators end: after the last digit,
// or the point directly behind it.
func numberEnd(s string) int {
	end := 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			end = i + 1
		case c == '.':
			if end == i {
				end = i + 1
			}
		case c == ',' || c == ' ' || c == '\'':
		default:
			return end
		}
	}
	return end
}

// checkGroups sees to it that separators cut a whole part into threes.
func checkGroups(whole string, point bool) fault {
	i := strings.IndexAny(whole, ", '")
	if i < 0 {
		return 0
	}
	separator := whole[i]
	fits := i > 0 && i <= 3
	size := 0
	for j := i + 1; j < len(whole); j++ {
		if isDigit(whole[j]) {
			size++
			continue
		}
		fits = fits && size == 3 && whole[j] == separator
		size = 0
	}
	switch {
	case fits && size == 3:
		return 0
	case !point && strings.LastIndexByte(whole, ',') == len(whole)-1-size && strings.Count(whole, ",") == 1:
		return faultComma
	}
	return faultGrouping
}

// take appends digits to the coefficient, passing over separators; false when
// it grows beyond 64 bits.
func (n *number) take(digits string) bool {
	for i := range len(digits) {
		if !isDigit(digits[i]) {
			continue
		}
		hi, lo := bits.Mul64(n.coef, 10)
		lo, carry := bits.Add64(lo, uint64(digits[i]-'0'), 0)
		if hi+carry != 0 {
			return false
		}
		n.coef = lo
	}
	return true
}

// takeExponent reads an exponent where s begins with one and gives the rest.
func (n *number) takeExponent(s string) string {
	if s == "" || s[0]|0x20 != 'e' {
		return s
	}
	i, minus := 1, false
	form := byte('e')
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		minus = s[i] == '-'
		if s[i] == '+' {
			form = '+'
		}
		i++
	}
	start := i
	for ; i < len(s) && isDigit(s[i]); i++ {
		n.exp = min(n.exp*10+int(s[i]-'0'), maxExponent)
	}
	if i == start {
		return s
	}
	if minus {
		n.exp = -n.exp
	}
	n.form = form
	return s[i:]
}

// scaled is the number × mul × 10^digits as a signed integer. faultFine: it is
// no whole number; faultBig: it does not fit.
func (n number) scaled(mul int64, digits int, negative bool) (int64, fault) {
	if n.coef == 0 {
		return 0, 0
	}
	power := n.exp - n.scale + digits
	for mul > 1 && mul%10 == 0 {
		mul /= 10
		power++
	}
	coef := n.coef
	for power < 0 && coef%10 == 0 {
		coef /= 10
		power++
	}
	hi, coef := bits.Mul64(coef, uint64(max(mul, 1)))
	if hi != 0 {
		return 0, faultBig
	}
	for ; power < 0; power++ {
		if coef%10 != 0 {
			return 0, faultFine
		}
		coef /= 10
	}
	for ; power > 0; power-- {
		hi, coef = bits.Mul64(coef, 10)
		if hi != 0 {
			return 0, faultBig
		}
	}
	// The least int64 is left out too, so that every amount can be negated.
	if coef > math.MaxInt64 {
		return 0, faultBig
	}
	if negative {
		return -int64(coef), 0
	}
	return int64(coef), 0
}
