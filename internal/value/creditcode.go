package value

import "strings"

// creditAlphabet is that of GB 32100-2015: a character's value is its place.
// Letters that look like digits are left out.
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// CreditCode checks a unified social credit code (GB 32100-2015). Its problem
// is doubtful, for the code is kept as written, but where a spreadsheet rounded
// it; nil when blank or right.
func CreditCode(s string) *Problem {
	text := strings.ToUpper(narrow(s))
	if text == "" {
		return nil
	}
	if problem := Rounded(text); problem != nil {
		return problem
	}
	if len(text) != 18 {
		return problemf(CreditCodeCheck, "%q 不是 18 位统一社会信用代码", "%q is not a unified social credit code of 18 characters", s).
			hint("核对代码；统一社会信用代码为 18 位", "check the code; it has 18 characters").doubtful()
	}
	sum, weight := 0, 1
	for i := range 17 {
		place := strings.IndexByte(creditAlphabet, text[i])
		if place < 0 {
			return foreignCharacter(s, text[i])
		}
		sum += place * weight
		weight = weight * 3 % 31
	}
	if strings.IndexByte(creditAlphabet, text[17]) < 0 {
		return foreignCharacter(s, text[17])
	}
	if want := creditAlphabet[(31-sum%31)%31]; text[17] != want {
		return problemf(CreditCodeCheck, "统一社会信用代码 %q 的校验位应为 %q", "the check character of the credit code %q would be %q", s, string(want)).
			hint("核对代码，其中有字符可能抄错", "check the code; one of its characters may be miscopied").doubtful()
	}
	return nil
}

func foreignCharacter(s string, c byte) *Problem {
	return problemf(CreditCodeCheck, "统一社会信用代码 %q 含有该代码不用的字符 %q", "the credit code %q has a character that such codes do not use, %q", s, string(rune(c))).
		hint("代码不用字母 I、O、S、V、Z；核对是否与数字混淆", "the letters I, O, S, V and Z are not used; check for a digit that looks like one").doubtful()
}
