package value

import (
	"cmp"
	"math"
)

// Money is an exact amount: minor units of a currency. The zero value is a
// missing amount, which is not an amount of nothing.
type Money struct {
	minor int64
	cur   Currency
	set   bool
}

// NewMoney is an amount of minor units (fen, cents).
func NewMoney(minor int64, c Currency) Money { return Money{minor, c, true} }

// Minor is the amount in minor units; zero when missing.
func (m Money) Minor() int64 { return m.minor }

// Currency is the amount's currency; zero when none is known.
func (m Money) Currency() Currency { return m.cur }

// IsZero reports whether the amount is missing; an amount of nothing is not.
func (m Money) IsZero() bool { return !m.set }

// Sign is −1, 0 or 1; 0 when missing.
func (m Money) Sign() int { return cmp.Compare(m.minor, 0) }

// Cmp compares two amounts; false when they cannot be compared, since one is
// missing or the currencies differ.
func (m Money) Cmp(o Money) (int, bool) {
	if !m.set || !o.set || m.cur != o.cur {
		return 0, false
	}
	return cmp.Compare(m.minor, o.minor), true
}

// Add is the sum; false when one is missing, the currencies differ, or the sum
// does not fit.
func (m Money) Add(o Money) (Money, bool) {
	if !m.set || !o.set || m.cur != o.cur {
		return Money{}, false
	}
	sum := m.minor + o.minor
	if (sum > m.minor) != (o.minor > 0) && o.minor != 0 || sum == math.MinInt64 {
		return Money{}, false
	}
	return NewMoney(sum, m.cur), true
}
