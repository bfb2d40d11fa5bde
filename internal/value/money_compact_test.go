package value

import (
	"math"
	"testing"
)

func TestCompactAmountsHaveThreeDigits(t *testing.T) {
	for _, c := range []struct {
		amount Money
		zh, en string
	}{
		{Money{}, "", ""},
		{NewMoney(0, CNY), "0", "¥0"},
		{NewMoney(987_050, CNY), "9,870.50", "¥9.87k"},
		{NewMoney(12_345_678, CNY), "12.3万", "¥123k"},
		{NewMoney(10_000_00, CNY), "1万", "¥10k"},
		{NewMoney(229_800_000_00, CNY), "2.3亿", "¥230m"},
		{NewMoney(999_996_00, CNY), "100万", "¥1,000k"},
		{NewMoney(-1_500_000_00, USD), "-150万", "-$1.5m"},
		{NewMoney(300_000_000_000, JPY), "3,000亿", "300bn"},
		{NewMoney(math.MaxInt64, 0), "922,337,204亿", "92,233,720bn"},
	} {
		if got := c.amount.Compact("zh"); got != c.zh {
			t.Errorf("%v in Chinese is %q, want %q", c.amount, got, c.zh)
		}
		if got := c.amount.Compact("en"); got != c.en {
			t.Errorf("%v in English is %q, want %q", c.amount, got, c.en)
		}
	}
}
