package value

import "testing"

func TestDecimalsAreExact(t *testing.T) {
	for _, c := range []struct{ in, plain, grouped string }{
		{"95.5", "95.5", "95.5"}, {"1,200.50", "1200.5", "1,200.5"}, {"-0.5", "-0.5", "-0.5"}, {"９５", "95", "95"},
		{"9.98万", "99800", "99,800"}, {"0.123456789", "0.123456789", "0.123456789"}, {"007", "7", "7"}, {"+3", "3", "3"},
		{"1.5E3", "1500", "1,500"}, {"", "", ""}, {"0.0", "0", "0"},
	} {
		d, p := ParseDecimal(c.in)
		if p != nil || d.String() != c.plain || d.Format("zh") != c.grouped {
			t.Errorf("ParseDecimal(%q) = %q, %q, %v", c.in, d, d.Format("zh"), p)
		}
	}
	for in, id := range map[string]string{
		"x": BadNumber, "-": BadNumber, "1e999": BadNumber, "NaN": BadNumber, "0.0123456789": BadNumber, "6E+04": BadNumber,
		"#REF!": SpreadsheetError, "95%": BadNumber, "12元": BadNumber, "99999999999999999999": BadNumber, "9223372036854775807亿": BadNumber,
	} {
		if d, p := ParseDecimal(in); p == nil || p.ID != id || !d.IsZero() {
			t.Errorf("ParseDecimal(%q) = %v, %v", in, d, p)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"1", "1.0", 0}, {"0.5", "0.49", 1}, {"-2", "1", -1}, {"-2", "-1.5", -1}, {"9223372036854775807", "0.000000001", 1}} {
		a, _ := ParseDecimal(c.a)
		b, _ := ParseDecimal(c.b)
		if got := a.Cmp(b); (got > 0) != (c.want > 0) || (got < 0) != (c.want < 0) {
			t.Errorf("Cmp(%s, %s) = %d", c.a, c.b, got)
		}
	}
}

func TestSharesAreReadAsPartsOfOne(t *testing.T) {
	for _, c := range []struct {
		in, want, percent string
		doubtful          bool
	}{
		{"0.95", "0.95", "95%", false}, {"95%", "0.95", "95%", false}, {"９５％", "0.95", "95%", false}, {"95.5 %", "0.955", "95.5%", false},
		{"1", "1", "100%", false}, {"0", "0", "0%", false}, {"95", "0.95", "95%", true}, {"100", "1", "100%", true}, {"0.5%", "0.005", "0.5%", false},
	} {
		d, p := ParseShare(c.in)
		if d.String() != c.want || d.Percent() != c.percent || (p != nil) != c.doubtful || p != nil && (!p.Doubtful || p.ID != PercentShare) {
			t.Errorf("ParseShare(%q) = %s, %s, %+v", c.in, d, d.Percent(), p)
		}
	}
	for _, in := range []string{"101", "101%", "-0.1", "95‰", "很满意", "0.95 of 1"} {
		if d, p := ParseShare(in); p == nil || p.Doubtful || !d.IsZero() {
			t.Errorf("ParseShare(%q) = %v, %v", in, d, p)
		}
	}
}

func TestCountsAreWholeNumbers(t *testing.T) {
	for in, want := range map[string]string{
		"12,345": "12345", "１２人": "12", "9.98万": "99800", "998万人次": "9980000", "3 people": "3", "0": "0", "10.0": "10", "-4": "-4", "": "", "500名": "500",
	} {
		if c, p := ParseCount(in); p != nil || c.String() != want {
			t.Errorf("ParseCount(%q) = %q, %v", in, c, p)
		}
	}
	if c, p := ParseCount("-1000亿"); p != nil || c.Int() != -maxCount {
		t.Error(c, p)
	}
	for _, in := range []string{"100000000001", "-1001亿", "9223372036854775807", "1.5", "近50万", "人", "-", "6E+04", "12元", "3 cats", "1,23"} {
		if c, p := ParseCount(in); p == nil || p.ID != BadNumber || !c.IsZero() {
			t.Errorf("ParseCount(%q) = %v, %v", in, c, p)
		}
	}
	if c := NewCount(12345); c.Format("zh") != "12,345" || c.Int() != 12345 || c.IsZero() {
		t.Error(c)
	}
}

func TestBools(t *testing.T) {
	for in, want := range map[string]Bool{"": 0, "TRUE": Yes, "是": Yes, "y": Yes, "１": Yes, "no": No, "否": No, "0": No} {
		if b, p := ParseBool(in); p != nil || b != want {
			t.Errorf("ParseBool(%q) = %v, %v", in, b, p)
		}
	}
	if b, p := ParseBool("maybe"); p == nil || p.ID != BadBool || !b.IsZero() {
		t.Error(b, p)
	}
	if Yes.String() != "true" || No.String() != "false" || !Yes.Bool() || No.Bool() {
		t.Error("names")
	}
}

func TestGroup(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", -123456: "-123,456", 12345678: "12,345,678", -9223372036854775808: "-9,223,372,036,854,775,808"} {
		if got := Group(n); got != want {
			t.Errorf("Group(%d) = %q", n, got)
		}
	}
}

func TestCreditCodes(t *testing.T) {
	for _, code := range []string{
		"", "91350100M000100Y43", "91350100m000100y43", "G1610000713522976L", "G1330000MCW06863XQ",
		"51110000500000001E", "52310000MJ4900001K", "531000005000000001",
	} {
		if p := CreditCode(code); p != nil {
			t.Errorf("%q: %v", code, p)
		}
	}
	for _, code := range []string{"91350100M000100Y4Z", "91350100M000100Y44", "O1350100M000100Y43", "12345", "统一社会信用代码"} {
		if p := CreditCode(code); p == nil || p.ID != CreditCodeCheck || !p.Doubtful {
			t.Errorf("%q: %+v", code, p)
		}
	}
}

func TestNearest(t *testing.T) {
	fields := []string{"amount_awarded", "agency", "area", "title", "公开招标", "邀请招标"}
	for in, want := range map[string]string{
		"amount_award": "amount_awarded", "agnecy": "agency", "AGENCY": "agency", "aera": "area", "titel": "title", "公开招表": "公开招标",
	} {
		if got, ok := Nearest(in, fields); !ok || got != want {
			t.Errorf("Nearest(%q) = %q, %v", in, got, ok)
		}
	}
	for _, in := range []string{"", "x", "amount", "organization", "ttl"} {
		if got, ok := Nearest(in, fields); ok {
			t.Errorf("Nearest(%q) = %q", in, got)
		}
	}
}
