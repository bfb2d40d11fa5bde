package value

import (
	"math"
	"strings"
	"testing"
)

func TestParseMoneyReadsWhatPeopleWrite(t *testing.T) {
	wan := MoneyOptions{Currency: CNY, Unit: 10000}
	cny := MoneyOptions{Currency: CNY}
	hkd, jpy := code("HKD"), MoneyOptions{Currency: JPY}
	for _, c := range []struct {
		in   string
		o    MoneyOptions
		want Money
	}{
		{"1,500,000.00", cny, NewMoney(150000000, CNY)},
		{"１５０", cny, NewMoney(15000, CNY)},
		{"１，５００．５０", cny, NewMoney(150050, CNY)},
		{"150万元", cny, NewMoney(150000000, CNY)},
		{"150万元", wan, NewMoney(150000000, CNY)},
		{"150", wan, NewMoney(150000000, CNY)},
		{"¥150", wan, NewMoney(150000000, CNY)},
		{"1,500,000元", wan, NewMoney(150000000, CNY)},
		{"22.98亿", cny, NewMoney(229800000000, CNY)},
		{"1.5 亿 元", cny, NewMoney(15000000000, CNY)},
		{"5百万元", cny, NewMoney(500000000, CNY)},
		{"¥400,000.00元", cny, NewMoney(40000000, CNY)},
		{"￥400,000.00", MoneyOptions{}, NewMoney(40000000, CNY)},
		{"¥1000", jpy, NewMoney(1000, JPY)},
		{"1000元", MoneyOptions{Currency: hkd}, NewMoney(100000, hkd)},
		{"1000元", MoneyOptions{Currency: USD}, NewMoney(100000, CNY)},
		{"人民币150万元整", MoneyOptions{}, NewMoney(150000000, CNY)},
		{"RMB 12", MoneyOptions{}, NewMoney(1200, CNY)},
		{"-500", cny, NewMoney(-50000, CNY)},
		{"−500", cny, NewMoney(-50000, CNY)},
		{"-¥500", cny, NewMoney(-50000, CNY)},
		{"¥-500", cny, NewMoney(-50000, CNY)},
		{"(500)", cny, NewMoney(-50000, CNY)},
		{"（500元）", cny, NewMoney(-50000, CNY)},
		{"£(500)", cny, NewMoney(-50000, GBP)},
		{"+5", cny, NewMoney(500, CNY)},
		{"£1,000", cny, NewMoney(100000, GBP)},
		{"£1.5m", cny, NewMoney(150000000, GBP)},
		{"$400", cny, NewMoney(40000, USD)},
		{"$400", MoneyOptions{Currency: hkd}, NewMoney(40000, hkd)},
		{"US$400", MoneyOptions{Currency: hkd}, NewMoney(40000, USD)},
		{"$400 CAD", cny, NewMoney(40000, code("CAD"))},
		{"400.00 USD", cny, NewMoney(40000, USD)},
		{"usd 400", cny, NewMoney(40000, USD)},
		{"3万美元", cny, NewMoney(3000000, USD)},
		{"€12.5", cny, NewMoney(1250, EUR)},
		{"KWD 1.234", cny, NewMoney(1234, code("KWD"))},
		{"1 234 567", cny, NewMoney(123456700, CNY)},
		{"1\u00a0234\u2009567.5", MoneyOptions{}, NewMoney(123456750, 0)},
		{"1'234'567", cny, NewMoney(123456700, CNY)},
		{"0", cny, NewMoney(0, CNY)},
		{"0.000", cny, NewMoney(0, CNY)},
		{".5", cny, NewMoney(50, CNY)},
		{"12.3400", cny, NewMoney(1234, CNY)},
		{"0.000001", wan, NewMoney(1, CNY)},
		{"1234567.89012345亿", cny, NewMoney(12345678901234500, CNY)},
		{"92233720368547758.07", cny, NewMoney(math.MaxInt64, CNY)},
		{"", cny, Money{}},
		{" \u3000\t", cny, Money{}},
	} {
		got, p := ParseMoney(c.in, c.o)
		if p != nil || got != c.want {
			t.Errorf("ParseMoney(%q, %v) = %+v, %v; want %+v", c.in, c.o, got, p, c.want)
		}
	}
}

func TestParseMoneyReportsWhatIsNoExactAmount(t *testing.T) {
	cny := MoneyOptions{Currency: CNY}
	for _, c := range []struct{ in, id, hint string }{
		{"1,23,456", BadMoney, "every three digits"},
		{"1,0000", BadMoney, "comma"},
		{"12,34", BadMoney, "point before the decimals"},
		{"1.234.567,89", BadMoney, "point before the decimals"},
		{"1 234,56", BadMoney, ""},
		{"1,234 567", BadMoney, "every three digits"},
		{"1.2.3", BadMoney, ""},
		{"约150万元", BadMoney, "missing:"},
		{"-", BadMoney, "missing:"},
		{"无", BadMoney, "missing:"},
		{"N/A", BadMoney, "missing:"},
		{"NaN", BadMoney, ""},
		{"Inf", BadMoney, ""},
		{"-inf", BadMoney, ""},
		{"0x1p4", BadMoney, ""},
		{"0xFF", BadMoney, ""},
		{"1e999", BadMoney, "unit"},
		{"(500", BadMoney, ""},
		{"--500", BadMoney, ""},
		{"500-", BadMoney, ""},
		{"3万5千元", BadMoney, ""},
		{"12元/年", BadMoney, ""},
		{"USD 400 EUR", BadMoney, "one currency"},
		{"£400元", BadMoney, "one currency"},
		{"万150", BadMoney, ""},
		{"92233720368547758.08", BadMoney, "unit"},
		{"99999999999999999999999", BadMoney, "unit"},
		{"1亿亿亿", BadMoney, ""},
		{"6E+04", RoundedAmount, "format the column"},
		{"#####", SpreadsheetError, "widen"},
		{"#REF!", SpreadsheetError, "formula"},
		{"#VALUE!", SpreadsheetError, ""},
		{"1.005", FractionOfCent, "unit"},
		{"0.0000001万", FractionOfCent, ""},
		{"0.000000000000000000000001", FractionOfCent, ""},
		{"JPY 1.5", FractionOfCent, "whole number"},
		{"1E-3", FractionOfCent, ""},
		{"5\xff", BadMoney, ""},
		{"=1+1", BadMoney, ""},
	} {
		got, p := ParseMoney(c.in, cny)
		if p == nil || p.ID != c.id || p.Doubtful || !strings.Contains(p.HintEN, c.hint) || p.ZH == "" || p.HintZH == "" {
			t.Errorf("ParseMoney(%q) = %+v, %+v; want %s with hint %q", c.in, got, p, c.id, c.hint)
		}
		if !got.IsZero() {
			t.Errorf("ParseMoney(%q) gave %+v with an error", c.in, got)
		}
	}
}

func TestParseMoneyReadsAProgramsExponentDoubtfully(t *testing.T) {
	got, p := ParseMoney("1.0133983E8", MoneyOptions{Currency: USD})
	if got != NewMoney(10133983000, USD) || p == nil || p.ID != ExponentAmount || !p.Doubtful {
		t.Errorf("got %+v, %+v", got, p)
	}
	if p.EN != `the amount "1.0133983E8" is in scientific notation and was read as 101339830` {
		t.Error(p.EN)
	}
}

func TestMoneyIsWrittenForPages(t *testing.T) {
	for _, c := range []struct {
		m                             Money
		plain, zh, en, shortZH, short string
	}{
		{NewMoney(150000000, CNY), "1500000", "150万元", "¥1,500,000", "150万元", "¥1.5 million"},
		{NewMoney(229800000000, CNY), "2298000000", "22.98亿元", "¥2,298,000,000", "22.98亿元", "¥2.30 billion"},
		{NewMoney(22980000000, CNY), "229800000", "22,980万元", "¥229,800,000", "2.30亿元", "¥229.8 million"},
		{NewMoney(1234567, CNY), "12345.67", "12,345.67元", "¥12,345.67", "1.23万元", "¥12,346"},
		{NewMoney(-150000000, CNY), "-1500000", "-150万元", "-¥1,500,000", "-150万元", "-¥1.5 million"},
		{NewMoney(-50, CNY), "-0.50", "-0.50元", "-¥0.50", "-0.50元", "-¥1"},
		{NewMoney(1250, CNY), "12.50", "12.50元", "¥12.50", "12.50元", "¥13"},
		{NewMoney(0, CNY), "0", "0元", "¥0", "0元", "¥0"},
		{NewMoney(123450, USD), "1234.50", "USD 1,234.50", "$1,234.50", "USD 1,234.50", "$1,235"},
		{NewMoney(1000, JPY), "1000", "JPY 1,000", "JPY 1,000", "JPY 1,000", "JPY 1,000"},
		{NewMoney(1234, code("KWD")), "1.234", "KWD 1.234", "KWD 1.234", "KWD 1.234", "KWD 1"},
		{NewMoney(200000000000, GBP), "2000000000", "GBP 2,000,000,000", "£2,000,000,000", "GBP 20亿", "£2 billion"},
		{NewMoney(9999999999, CNY), "99999999.99", "99,999,999.99元", "¥99,999,999.99", "10,000.00万元", "¥100.0 million"},
		{NewMoney(123400, 0), "1234", "1,234", "1,234", "1,234", "1,234"},
		{Money{}, "", "", "", "", ""},
	} {
		got := []string{c.m.Plain(), c.m.Format("zh"), c.m.Format("en"), c.m.Short("zh"), c.m.Short("en")}
		want := []string{c.plain, c.zh, c.en, c.shortZH, c.short}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%+v, form %d: got %q, want %q", c.m, i, got[i], want[i])
			}
		}
	}
	if got := NewMoney(150000000, CNY).Full("zh-CN"); got != "1,500,000元" {
		t.Error(got)
	}
}

func TestMoneyAddAndCmpRefuseWhatDoesNotBelongTogether(t *testing.T) {
	one, most := NewMoney(1, CNY), NewMoney(math.MaxInt64, CNY)
	if sum, ok := one.Add(one); !ok || sum != NewMoney(2, CNY) {
		t.Error(sum, ok)
	}
	for _, pair := range [][2]Money{{one, most}, {NewMoney(-1, CNY), NewMoney(-math.MaxInt64, CNY)}, {one, NewMoney(1, USD)}, {one, {}}} {
		if sum, ok := pair[0].Add(pair[1]); ok {
			t.Errorf("%v + %v = %v", pair[0], pair[1], sum)
		}
	}
	if c, ok := one.Cmp(most); c != -1 || !ok {
		t.Error(c, ok)
	}
	if _, ok := one.Cmp(NewMoney(1, USD)); ok {
		t.Error("yuan compared with dollars")
	}
	if _, ok := (Money{}).Cmp(Money{}); ok {
		t.Error("missing amounts compared")
	}
}

func TestTotalsAreExactWhateverTheOrder(t *testing.T) {
	amounts := []Money{
		NewMoney(math.MaxInt64, CNY), NewMoney(20, GBP), {}, NewMoney(math.MaxInt64, CNY),
		NewMoney(-math.MaxInt64, CNY), NewMoney(-math.MaxInt64, CNY), NewMoney(150000000, CNY),
	}
	var forward, backward, merged Totals
	for i := range amounts {
		forward.Add(amounts[i])
		backward.Add(amounts[len(amounts)-1-i])
	}
	merged.Merge(forward)
	for _, sums := range []Totals{forward, backward, merged} {
		if got := sums.Plain(); got != "1500000 CNY + 0.20 GBP" || sums.Overflow() {
			t.Error(got)
		}
	}
	if got := forward.Format("zh"); got != "150万元 + GBP 0.20" {
		t.Error(got)
	}
	if got := forward.In(GBP); got != NewMoney(20, GBP) {
		t.Error(got)
	}
	forward.Add(amounts[0])
	if !forward.Overflow() || forward.Plain() != "92233720370047758.07 CNY + 0.20 GBP" {
		t.Error("overflow untold", forward.Plain())
	}
	if !(Totals{}).Empty() || forward.Empty() || !forward.In(USD).IsZero() {
		t.Error("emptiness")
	}
}

func TestSumsBeyond64BitsAreWrittenInFull(t *testing.T) {
	sum := func(amounts ...int64) Money {
		var t Totals
		for _, n := range amounts {
			t.Add(NewMoney(n, CNY))
		}
		return t.In(CNY)
	}
	const most = math.MaxInt64
	large, least := sum(most, most, 3), sum(-most, -1)
	for got, want := range map[string]string{
		large.Plain(): "184467440737095516.17", large.Full("zh"): "184,467,440,737,095,516.17元", large.Format("en"): "¥184,467,440,737,095,516.17",
		large.Short("zh"): "1,844,674,407.37亿元", large.Short("en"): "¥184,467,440.74 billion", large.Compact("zh"): "1,844,674,407亿",
		large.Format("zh"): "184,467,440,737,095,516.17元", sum(9e18, 9e18).Format("zh"): "1,800,000,000亿元",
		least.Plain(): "-92233720368547758.08", least.Full("en"): "-¥92,233,720,368,547,758.08", sum(-most, -most, -3).Short("en"): "-¥184,467,440.74 billion",
		sum(most, most, -most, -most).Plain(): "0",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if large.Sign() != 1 || least.Sign() != -1 || large.Minor() != most || least.Minor() != -most || !large.AtLeast(wan) {
		t.Errorf("signs %d, %d; to draw %d, %d", large.Sign(), least.Sign(), large.Minor(), least.Minor())
	}
	for _, c := range []struct {
		a, b Money
		want int
	}{{large, NewMoney(most, CNY), 1}, {least, large, -1}, {large, sum(most, most, 2), 1}, {large, large, 0}, {NewMoney(-most, CNY), least, 1}} {
		if got, ok := c.a.Cmp(c.b); got != c.want || !ok {
			t.Errorf("%s beside %s is %d", c.a.Plain(), c.b.Plain(), got)
		}
	}
	if a, b := Parts(NewMoney(most, CNY), large); math.Abs(float64(a)/float64(b)-0.5) > 1e-9 {
		t.Errorf("half is %d of %d", a, b)
	}
	if a, b := Parts(NewMoney(1, CNY), NewMoney(3, CNY)); a != 1 || b != 3 {
		t.Errorf("a third is %d of %d", a, b)
	}
	for m, want := range map[Money]string{large: "-184467440737095516.17", least: "92233720368547758.08", least.Neg(): "-92233720368547758.08", NewMoney(5, CNY): "-0.05", {}: ""} {
		if got := m.Neg().Plain(); got != want {
			t.Errorf("%s with the other sign is %s", m.Plain(), got)
		}
	}
	if d, ok := large.Sub(NewMoney(1, CNY)); ok {
		t.Errorf("what does not fit is %s", d.Plain())
	}
	if d, ok := NewMoney(1, CNY).Sub(NewMoney(3, CNY)); !ok || d != NewMoney(-2, CNY) {
		t.Errorf("1 - 3 is %s", d.Plain())
	}
}

func TestUnitsOfHeadings(t *testing.T) {
	for _, c := range []struct {
		in  string
		mul int64
		cur Currency
	}{
		{"元", 1, CNY}, {"万元", 1e4, CNY}, {"亿元", 1e8, CNY}, {"百万元", 1e6, CNY}, {"千元", 1e3, CNY},
		{"万", 1e4, 0}, {"亿", 1e8, 0}, {"thousand", 1e3, 0}, {"in millions", 1e6, 0}, {"GBP", 1, GBP}, {"£", 1, GBP},
		{"£ thousand", 1e3, GBP}, {"£'000", 1e3, GBP}, {"万美元", 1e4, USD}, {"USD m", 1e6, USD}, {"$", 1, USD},
		{"人民币万元", 1e4, CNY}, {"单位：亿元", 1e8, CNY}, {"¥", 1, CNY}, {"万亿", 1e12, 0},
	} {
		mul, cur, ok := ParseUnit(c.in)
		if !ok || mul != c.mul || cur != c.cur {
			t.Errorf("ParseUnit(%q) = %d, %v, %v", c.in, mul, cur, ok)
		}
	}
	for _, in := range []string{"", "单位", "人", "含税", "%", "USD EUR", "£元", "亿亿", "zzz", "元/年"} {
		if mul, cur, ok := ParseUnit(in); ok {
			t.Errorf("ParseUnit(%q) = %d, %v", in, mul, cur)
		}
	}
}

func TestCurrencies(t *testing.T) {
	for in, want := range map[string]string{"CNY": "CNY", "usd": "USD", "RMB": "CNY", "人民币": "CNY", "美元": "USD", " jpy ": "JPY", "KWD": "KWD"} {
		if c, ok := ParseCurrency(in); !ok || c.String() != want {
			t.Errorf("ParseCurrency(%q) = %v, %v", in, c, ok)
		}
	}
	for _, in := range []string{"", "元", "$", "¥", "QQQ", "XXX", "US", "DOLLAR", "C Y"} {
		if c, ok := ParseCurrency(in); ok {
			t.Errorf("ParseCurrency(%q) = %v", in, c)
		}
	}
	for in, want := range map[string]int{"CNY": 2, "JPY": 0, "KWD": 3, "KRW": 0, "HUF": 2, "CLF": 4} {
		if got := code(in).Digits(); got != want {
			t.Errorf("%s has %d digits", in, got)
		}
	}
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"1,500,000.00", "150万元", "(500)", "1.0133983E8", "£-0.01", "¥５０", "USD 1 234", "1e999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, p := ParseMoney(s, MoneyOptions{Currency: CNY})
		if m.IsZero() {
			return
		}
		if p != nil && !p.Doubtful {
			t.Fatalf("%q: value beside the error %v", s, p)
		}
		o := MoneyOptions{Currency: m.Currency()}
		for _, text := range []string{m.Plain(), m.Format("zh"), m.Format("en"), m.Full("zh")} {
			if again, p := ParseMoney(text, o); again != m || p != nil {
				t.Fatalf("%q was read as %+v, written %q and read again as %+v, %v", s, m, text, again, p)
			}
		}
	})
}

func BenchmarkParseMoney(b *testing.B) {
	for _, s := range []string{"1500000.00", "1,500,000.00", "150万元", "¥400,000.00元"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if m, _ := ParseMoney(s, MoneyOptions{Currency: CNY}); m.IsZero() {
					b.Fatal("missing")
				}
			}
		})
	}
}

func TestAPointBeforeThreeDigitsIsDoubtful(t *testing.T) {
	for in, want := range map[string]bool{
		"12.500": true, "1.000 €": true, "€ 1.000": true,
		"0.500": false, "1234.500": false, "12.50": false, "1,234.500": false, "12.500万元": false,
	} {
		_, p := ParseMoney(in, MoneyOptions{Currency: CNY})
		if got := p != nil && p.ID == PointOrGroup && p.Doubtful; got != want {
			t.Errorf("ParseMoney(%q): doubtful %v, %+v", in, got, p)
		}
	}
}
