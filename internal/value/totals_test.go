package value

import (
	"math"
	"testing"
)

func TestTotalsAreOrderedByAmount(t *testing.T) {
	of := func(amounts ...Money) (sum Totals) {
		for _, m := range amounts {
			sum.Add(m)
		}
		return sum
	}
	large := NewMoney(math.MaxInt64, CNY)
	inOrder := []Totals{
		{},
		of(NewMoney(math.MinInt64, CNY), NewMoney(math.MinInt64, CNY)),
		of(NewMoney(-1, CNY)),
		of(NewMoney(0, CNY)),
		of(NewMoney(7, CNY)),
		of(NewMoney(7, CNY), NewMoney(1, GBP)),
		of(NewMoney(8, CNY)),
		of(large),
		of(large, large),
		of(large, large, large),
		of(NewMoney(1, GBP)),
	}
	for i, a := range inOrder {
		for k, b := range inOrder {
			if got := a.Compare(b); got != min(max(i-k, -1), 1) {
				t.Errorf("%s compared with %s is %d", a.Plain(), b.Plain(), got)
			}
		}
	}
}
