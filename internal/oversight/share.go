package oversight

import (
	"math"
	"math/bits"
	"strconv"
)

// String is the share as a percentage, with a decimal where there is one: "34.5%".
func (s Share) String() string {
	text := strconv.FormatInt(int64(s)/10, 10)
	if tenths := max(s%10, -(s % 10)); tenths != 0 {
		if s < 0 && s/10 == 0 {
			text = "-" + text
		}
		text += "." + strconv.FormatInt(int64(tenths), 10)
	}
	return text + "%"
}

// Ratio is part × scale ÷ whole, rounded half up; 0 where whole or part is not
// above zero. It is exact in 128 bits, so that it is the same on every machine.
func Ratio(part, whole, scale int64) int64 {
	if part <= 0 || whole <= 0 {
		return 0
	}
	hi, lo := bits.Mul64(uint64(part), uint64(scale))
	lo, carry := bits.Add64(lo, uint64(whole)/2, 0)
	hi += carry
	if hi >= uint64(whole) {
		return math.MaxInt64 // far beyond what any share is
	}
	quotient, _ := bits.Div64(hi, lo, uint64(whole))
	return int64(min(quotient, math.MaxInt64))
}

// Part is what share of a whole something is. What is not quite the whole is
// not shown as 100%, nor what is not quite nothing as 0%.
func Part(part, whole int64) Share {
	s := Share(Ratio(part, whole, 1000))
	switch {
	case s == 1000 && part < whole:
		return 999
	case s == 0 && part > 0 && whole > 0:
		return 1
	}
	return s
}
