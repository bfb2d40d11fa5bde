package synth

import (
	"strings"
	"testing"
)

// codeIsRight computes the check of GB 32100-2015 from its table of weights,
// unlike the code under test, which multiplies them up.
func codeIsRight(code string) bool {
	weights := []int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}
	if len(code) != 18 {
		return false
	}
	sum := 0
	for i, weight := range weights {
		value := strings.IndexByte(codeAlphabet, code[i])
		if value < 0 {
			return false
		}
		sum += value * weight
	}
	return strings.IndexByte(codeAlphabet, code[17]) == (31-sum%31)%31
}

func TestCreditCodesAreRightAndDistinct(t *testing.T) {
	for _, known := range []string{"91350100M000100Y43", "G1610000713522976L", "531000005000000001"} {
		if !codeIsRight(known) {
			t.Fatalf("the test itself is wrong about %s", known)
		}
	}
	seen := map[string]bool{}
	for _, serial := range []int{0, 1, 9, 421, 99_999, 999_999, 1_000_000, 1_234_567} {
		for _, body := range []string{bodyAgency, bodyGroup, bodyService, bodyFoundation, bodyCompany} {
			code := creditCode(body, "110101", serial)
			if !codeIsRight(code) || seen[code] || !strings.Contains(code, "X") {
				t.Errorf("code %s of %d", code, serial)
			}
			seen[code] = true
		}
	}
}

func TestOrganizationCheck(t *testing.T) {
	for part, want := range map[string]string{"71352297": "6", "MCW06863": "X", "M000100Y": "4", "71783527": "5"} {
		if got := organizationCheck(part); got != want {
			t.Errorf("check of %s is %s, want %s", part, got, want)
		}
	}
}
