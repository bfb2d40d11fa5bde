package value

import (
	"math"
	"math/big"
)

// Large reports a sum beyond 64 bits, which is written in full all the same.
func (m Money) Large() bool { return m.over != 0 || m.minor == math.MinInt64 }

// Neg is the amount with the other sign; missing where the amount is.
func (m Money) Neg() Money {
	over := -m.over
	if m.minor == math.MinInt64 { // which has no other sign in 64 bits
		over++
	}
	return Money{-m.minor, over, m.cur, m.set}
}

// whole is the amount in minor units.
func (m Money) whole() *big.Int {
	n := new(big.Int).Lsh(big.NewInt(int64(m.over)), 64)
	return n.Add(n, big.NewInt(m.minor))
}

// Parts are two amounts in minor units, to tell what share one is of the other:
// where one is Large, both in a unit in which they fit.
func Parts(part, whole Money) (a, b int64) {
	if !part.Large() && !whole.Large() {
		return part.minor, whole.minor
	}
	const beyond = 33 // bits that an amount may have more than an int64
	return new(big.Int).Rsh(part.whole(), beyond).Int64(), new(big.Int).Rsh(whole.whole(), beyond).Int64()
}

// largeDigits is digits of a large amount.
func (m Money) largeDigits(grouped bool) string {
	n, sign := m.whole(), ""
	if n.Sign() < 0 {
		n.Neg(n)
		sign = "-"
	}
	places := m.cur.Digits()
	main, part := new(big.Int).QuoRem(n, big.NewInt(pow10(places)), new(big.Int))
	text := main.String()
	if grouped {
		text = groupDigits(text)
	}
	if part.Sign() != 0 {
		text += "." + padded(part.Int64(), places)
	}
	return sign + text
}

// largeIn is in of a large amount, which rounds to no less than a unit.
func (m Money) largeIn(size int64, places int) (text string, exact bool) {
	n, sign := m.whole(), ""
	if n.Sign() < 0 {
		n.Neg(n)
		sign = "-"
	}
	step := big.NewInt(size * pow10(m.cur.Digits()) / pow10(places))
	count, left := new(big.Int).QuoRem(n, step, new(big.Int))
	if exact = left.Sign() == 0; left.Lsh(left, 1).Cmp(step) >= 0 {
		count.Add(count, big.NewInt(1))
	}
	main, part := count.QuoRem(count, big.NewInt(pow10(places)), new(big.Int))
	return sign + groupDigits(main.String()) + decimals(part.Int64(), places, exact), exact
}
