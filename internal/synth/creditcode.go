package synth

import (
	"fmt"
	"strings"
)

const codeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// creditCode is a unified social credit code (GB 32100-2015) that is right in
// form and evidently made up: the organisation part is XX and a serial number.
// The body is the authority and type of body, as 52; division is six digits.
func creditCode(body, division string, serial int) string {
	part := fmt.Sprintf("XX%06d", serial)
	if len(part) > 8 {
		part = fmt.Sprintf("X%07d", serial)
	}
	code := body + division + part + organizationCheck(part)
	weight, sum := 1, 0
	for i := range len(code) {
		sum += strings.IndexByte(codeAlphabet, code[i]) * weight
		weight = weight * 3 % 31
	}
	return code + codeAlphabet[(31-sum%31)%31:][:1]
}

// organizationCheck is the check character of the eight characters of an
// organisation code (GB 11714), which counts letters from A = 10.
func organizationCheck(part string) string {
	weights := [8]int{3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, weight := range weights {
		value := int(part[i] - '0')
		if part[i] >= 'A' {
			value = int(part[i]-'A') + 10
		}
		sum += value * weight
	}
	return "0123456789X0"[11-sum%11:][:1]
}
