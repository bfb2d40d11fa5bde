package integrity

import (
	"math/big"

	"gongkai/internal/value"
)

// exact is a decimal as a fraction.
func exact(d value.Decimal) *big.Rat {
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		return new(big.Rat)
	}
	return r
}

// difference is b less a, missing where it is beyond what a Decimal holds.
func difference(a, b value.Decimal) value.Decimal {
	gap := new(big.Rat).Sub(exact(b), exact(a))
	d, problem := value.ParseDecimal(gap.FloatString(9))
	if problem != nil {
		return value.Decimal{}
	}
	return d
}

// apart reports whether a difference is above a share of what it is a difference
// from.
func apart(from, gap value.Decimal, tolerance Share) bool {
	if gap.Sign() == 0 {
		return gap.IsZero() // it could not even be written down
	}
	most := new(big.Rat).Mul(new(big.Rat).Abs(exact(from)), big.NewRat(int64(tolerance), 1000))
	return new(big.Rat).Abs(exact(gap)).Cmp(most) > 0
}

// above reports whether an amount is above another by more than a share of it.
func above(m, most value.Money, tolerance Share) bool {
	c, ok := m.Cmp(most)
	if !ok || c <= 0 {
		return false
	}
	gap := new(big.Int).Sub(big.NewInt(m.Minor()), big.NewInt(most.Minor()))
	allowed := new(big.Int).Mul(big.NewInt(max(most.Minor(), 0)), big.NewInt(int64(tolerance)))
	return gap.Mul(gap, big.NewInt(1000)).Cmp(allowed) > 0
}
