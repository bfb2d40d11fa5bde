package importer

import (
	"strings"

	"gongkai/internal/value"
)

// homes are the currencies that a sign has in a locale, by Windows' number of it,
// where the sign alone means another.
var homes = map[string]string{
	"$-C09": "AUD ", "$-1009": "CAD ", "$-C04": "HKD ", "$-1409": "NZD ", "$-1004": "SGD ", "$-404": "TWD ",
	"¥-411": "JPY ", "￥-411": "JPY ",
}

// unitOfCode is the currency and the unit that the first section of a number
// format shows beside an amount, "" for what it shows none of. The yuan goes
// without saying, and so does a unit that the format divides by.
func unitOfCode(code string) (sign, unit string) {
	var beside strings.Builder
	digits := "" // the placeholders, and what stands between them
	for i := 0; i < len(code) && code[i] != ';'; i++ {
		text := ""
		switch c := code[i]; c {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return "", ""
			}
			text = code[i+1 : i+1+end]
			i += end + 1
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return "", ""
			}
			text = strings.TrimPrefix(code[i+1:i+end], "$")
			if text == code[i+1:i+end] { // a colour or a condition
				text = ""
			}
			i += end
			if home, ok := homes[strings.ToUpper(text)]; ok {
				sign = home
			}
			text, _, _ = strings.Cut(text, "-")
		case '\\', '!', '_', '*':
			if i++; i < len(code) && c != '_' && c != '*' {
				text = code[i : i+1]
			}
		case '0', '#', '?', '.', ',':
			digits += string(c)
		case '%', 'E', 'e':
			return "", ""
		default:
			text = string(c)
		}
		beside.WriteString(text)
	}
	said := strings.Trim(beside.String(), " ()+-.")
	times, cur, ok := value.ParseUnit(said)
	switch {
	case sign != "" || !ok || digits == "":
		return sign, ""
	case times > 1 && (strings.HasSuffix(digits, ",") || strings.ContainsAny(code, "!\\")):
		return "", "" // 125000 shown as 12.5万
	case times > 1:
		return "", said
	case cur != value.CNY:
		return said, ""
	}
	return "", ""
}
