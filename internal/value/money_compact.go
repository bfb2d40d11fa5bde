package value

import "strings"

// compactUnits are the units of amounts on a chart, the largest first.
var compactUnits = map[bool][]struct {
	size int64
	word string
}{
	true:  {{yi, "亿"}, {wan, "万"}},
	false: {{1_000_000_000, "bn"}, {1_000_000, "m"}, {1_000, "k"}},
}

// Compact is the amount in three digits for where there is little room, such as
// a chart that says its currency once: "2.3亿", "306万", "¥306k". A currency
// without a sign of its own is not named.
func (m Money) Compact(lang string) string {
	if !m.set {
		return ""
	}
	text, word, whole := m.digits(true), "", m.Minor()/pow10(m.cur.Digits())
	if whole < 0 {
		whole = -whole
	}
	for _, u := range compactUnits[Chinese(lang)] {
		if whole < u.size {
			continue
		}
		places := 2
		for n := whole / u.size; n >= 10 && places > 0; n /= 10 {
			places--
		}
		text, _ = m.in(u.size, places)
		if strings.Contains(text, ".") {
			text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
		}
		word = u.word
		break
	}
	text += word
	if sign := m.cur.symbol(); !Chinese(lang) && !strings.HasSuffix(sign, " ") {
		return withSymbol(sign, text)
	}
	return text
}
