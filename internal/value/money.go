package value

import (
	"cmp"
	"math"
)

// Money is an exact amount: minor units of a currency. The zero value is a
// missing amount, which is not an amount of nothing. An amount that is read has at
// most 64 bits; a sum may have more.
type Money struct {
	minor int64
	over  int32 // what the amount has of 2^64 minor units beside
	cur   Currency
	set   bool
}

// NewMoney is an amount of minor units (fen, cents).
func NewMoney(minor int64, c Currency) Money { return Money{minor, 0, c, true} }

// Minor is the amount in minor units; zero when missing. Of a sum that is Large it
// is the most that fits, to draw and to sort by: Parts tells shares of those.
func (m Money) Minor() int64 {
	switch {
	case !m.Large():
		return m.minor
	case m.Sign() < 0:
		return -math.MaxInt64
	}
	return math.MaxInt64
}

// Currency is the amount's currency; zero when none is known.
func (m Money) Currency() Currency { return m.cur }

// IsZero reports whether the amount is missing; an amount of nothing is not.
func (m Money) IsZero() bool { return !m.set }

// Sign is −1, 0 or 1; 0 when missing.
func (m Money) Sign() int { return cmp.Or(cmp.Compare(m.over, 0), cmp.Compare(m.minor, 0)) }

// Cmp compares two amounts; false when they cannot be compared, since one is
// missing or the currencies differ.
func (m Money) Cmp(o Money) (int, bool) {
	if !m.set || !o.set || m.cur != o.cur {
		return 0, false
	}
	return cmp.Or(cmp.Compare(m.over, o.over), cmp.Compare(m.minor, o.minor)), true
}

// Add is the sum; false when one is missing, the currencies differ, or the sum
// does not fit.
func (m Money) Add(o Money) (Money, bool) {
	if !m.set || !o.set || m.cur != o.cur || m.Large() || o.Large() {
		return Money{}, false
	}
	sum := m.minor + o.minor
	if (sum > m.minor) != (o.minor > 0) && o.minor != 0 || sum == math.MinInt64 {
		return Money{}, false
	}
	return NewMoney(sum, m.cur), true
}

// Sub is the difference; false where Add is.
func (m Money) Sub(o Money) (Money, bool) {
	if !o.set || o.Large() {
		return Money{}, false
	}
	return m.Add(NewMoney(-o.minor, o.cur))
}
