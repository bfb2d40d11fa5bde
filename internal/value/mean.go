package value

// Mean is the average of decimals, such as scores, kept exactly to a hundredth
// each, so that it is the same in whatever order they come. The zero value is
// empty and ready to use.
type Mean struct {
	N   int
	sum int64 // of hundredths
}

// meanLimit bounds what a mean takes in: a billion of such numbers fit its sum.
const meanLimit = 1_000_000

// Add adds a number; a missing one, or one beyond a million, changes nothing.
func (m *Mean) Add(d Decimal) {
	if !d.set || d.Cmp(NewDecimal(meanLimit, 0)) > 0 || d.Cmp(NewDecimal(-meanLimit, 0)) < 0 {
		return
	}
	m.N++
	m.sum += d.hundredths()
}

// Merge adds the numbers of another mean.
func (m *Mean) Merge(o Mean) {
	m.N += o.N
	m.sum += o.sum
}

// Decimal is the average, rounded half away from zero to one decimal; missing
// where nothing was added.
func (m Mean) Decimal() Decimal {
	if m.N == 0 {
		return Decimal{}
	}
	return NewDecimal(divide(m.sum, 10*int64(m.N)), 1)
}

// hundredths is the number times a hundred, rounded half away from zero.
func (d Decimal) hundredths() int64 {
	if d.scale <= 2 {
		return d.coef * pow10(2-int(d.scale))
	}
	return divide(d.coef, pow10(int(d.scale)-2))
}

// divide is a quotient rounded half away from zero; by is positive.
func divide(n, by int64) int64 {
	half := by / 2
	if n < 0 {
		return -((-n + half) / by)
	}
	return (n + half) / by
}
