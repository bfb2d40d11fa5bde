package integrity

import (
	"slices"

	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

// moneyShare is what part of an amount another of its currency is.
func moneyShare(part, whole value.Money) Share { return oversight.Part(value.Parts(part, whole)) }

// hhi is the Herfindahl-Hirschman index of amounts: the sum of the squares of
// their shares in percent, from nearly 0 to 10,000. Amounts of nothing or less
// have no share.
func hhi(amounts []int64) int64 {
	const million = 1_000_000
	var whole, sum int64
	for _, a := range amounts {
		if whole += max(a, 0); whole < 0 { // too large together: their shares are those of smaller units
			smaller := slices.Clone(amounts)
			for i := range smaller {
				smaller[i] >>= 24
			}
			return hhi(smaller)
		}
	}
	for _, a := range amounts {
		s := oversight.Ratio(max(a, 0), whole, million)
		sum += s * s // of shares that add up to a million, so at most a million millions
	}
	return min((sum+million*50)/(million*100), 10_000)
}

// less subtracts an amount of the same currency; missing where one is.
func less(a, b value.Money) value.Money {
	if _, ok := a.Cmp(b); !ok {
		return value.Money{}
	}
	var d value.Totals
	d.Add(a)
	d.Add(b.Neg())
	return d.In(a.Currency())
}
