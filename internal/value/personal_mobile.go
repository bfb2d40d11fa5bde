package value

import (
	"slices"
	"strings"
)

// mobile reads a mobile number of mainland China, with or without the
// country's code.
func (r *run) mobile(i int) (Personal, int) {
	from, prefixed := i, false
	// The country's code in the same group of digits, or in one of its own.
	for _, code := range []string{"0086", "86"} {
		rest := i + len(code)
		if !strings.HasPrefix(string(r.digits[i:min(len(r.digits), i+4)]), code) || rest >= len(r.digits) {
			continue
		}
		plus := i == 0 && strings.ContainsRune("+＋", runeBefore(r.text, r.starts[i]))
		if plus || code == "0086" || r.gaps[rest] != gapNone {
			from, prefixed = rest, true
			break
		}
	}
	to := from + mobileDigits
	if to > len(r.digits) || r.digits[from] != '1' || r.digits[from+1] < '3' || !r.alone(i, to) {
		return Personal{}, 0
	}
	groups, between, ok := r.shape(from, to)
	if !ok || !mobileGroups(groups, between, string(r.digits[from:to])) {
		return Personal{}, 0
	}
	p := r.found(Mobile, from, to)
	p.Bare = len(groups) == 1 && !prefixed
	return p, to - i
}

// mobileGroups reports whether digits are grouped as telephone numbers are, and
// not as a list of years or as a number beside a day.
func mobileGroups(groups []int, between gap, digits string) bool {
	switch {
	case len(groups) == 1:
		return true
	case slices.Equal(groups, []int{3, 4, 4}):
		return !isYear(digits[3:7]) || !isYear(digits[7:])
	case slices.Equal(groups, []int{3, 8}):
		return between == gapHyphen && !isDay(digits[3:])
	}
	return false
}

func isYear(s string) bool { return s[:2] == "19" || s[:2] == "20" }

// alone reports whether digits are nothing but a number of somebody: apart from
// all that makes an identifier, an amount or a web address of them.
func (r *run) alone(from, to int) bool {
	if !r.apart(from, to, true) {
		return false
	}
	start, end := r.starts[from], r.ends[to-1]
	return !isAmount(r.text, start, end) && !inURL(r.text, start)
}

// isAmount reports whether a currency, a unit or a percent sign stands beside
// digits.
func isAmount(s string, start, end int) bool {
	if strings.ContainsRune("¥￥$＄€£", runeBefore(s, start)) && start > 0 {
		return true
	}
	before := strings.ToUpper(strings.TrimRight(s[max(0, start-5):start], " "))
	for _, code := range []string{"CNY", "RMB", "USD", "EUR", "GBP", "JPY", "HKD"} {
		if strings.HasSuffix(before, code) {
			return true
		}
	}
	after := strings.TrimLeft(s[end:min(len(s), end+10)], " ")
	for _, unit := range []string{"元", "万", "亿", "%", "％", "人民币", "美元", "日元", "欧元", "英镑", "港元", "円", "yuan", "RMB", "CNY", "USD"} {
		if strings.HasPrefix(after, unit) {
			return true
		}
	}
	return false
}

// longestURL is how far back the beginning of an address is looked for.
const longestURL = 2048

// inURL reports whether a place is inside a web address.
func inURL(s string, at int) bool {
	start := at
	for start > max(0, at-longestURL) && isURLByte(s[start-1]) {
		start--
	}
	before := s[start:at]
	return strings.Contains(before, "://") || strings.Contains(before, "www.")
}

// isURLByte reports whether a byte can be of an address; writing it in full
// needs no others.
func isURLByte(c byte) bool {
	return c > ' ' && c < 0x7F && !strings.ContainsRune("\"'<>()[]{}|`\\,;", rune(c))
}
