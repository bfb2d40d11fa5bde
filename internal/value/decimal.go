package value

import (
	"math/bits"
	"strconv"
	"strings"
)

// maxScale is the most decimals that a Decimal keeps.
const maxScale = 9

// Decimal is an exact decimal number: a score, a share, a published figure. The
// zero value is missing. Equal numbers are equal as Go values, since decimals
// end in no zero.
type Decimal struct {
	coef  int64
	scale uint8
	set   bool
}

// NewDecimal is coef / 10^scale; scale is at most nine.
func NewDecimal(coef int64, scale int) Decimal {
	for scale > 0 && coef%10 == 0 {
		coef, scale = coef/10, scale-1
	}
	return Decimal{coef, uint8(min(max(scale, 0), maxScale)), true}
}

// ParseDecimal reads a number such as "95.5", "1,200" or "9.98万"; blank is
// missing.
func ParseDecimal(s string) (Decimal, *Problem) {
	raw, s := s, narrow(s)
	if s == "" {
		return Decimal{}, nil
	}
	d, after, p := scanDecimal(raw, s)
	if p != nil {
		return Decimal{}, p
	}
	u := unit{mul: 1}
	if !u.scan(after) || u.cur != 0 || u.signs[0] != 0 {
		return Decimal{}, noNumber(raw)
	}
	if u.mul == 1 {
		return d, nil
	}
	for d.scale > 0 && u.mul%10 == 0 {
		d.scale, u.mul = d.scale-1, u.mul/10
	}
	coef := d.coef * u.mul
	if coef/u.mul != d.coef {
		return Decimal{}, noNumber(raw)
	}
	return NewDecimal(coef, int(d.scale)), nil
}

// scanDecimal reads the signed number that s begins with; raw is for the
// message.
func scanDecimal(raw, s string) (d Decimal, after string, p *Problem) {
	if p := spreadsheetError(s); p != nil {
		return d, "", p
	}
	negative := s[0] == '-'
	n, after, f := scanNumber(strings.TrimLeft(s[:1], "-+") + s[1:])
	if f != 0 {
		return d, "", noNumber(raw)
	}
	if n.form == '+' {
		return d, "", problemf(BadNumber, "%q 已被电子表格四舍五入", "%q was rounded by a spreadsheet", raw).
			hint("在电子表格中将该列设为数值格式，再重新导出", "format the column as a number in the spreadsheet, then export again")
	}
	scale := min(max(n.scale-n.exp, 0), maxScale)
	coef, f := n.scaled(1, scale, negative)
	if f != 0 {
		return d, "", noNumber(raw)
	}
	return NewDecimal(coef, scale), after, nil
}

func noNumber(raw string) *Problem {
	return problemf(BadNumber, "%q 不是可准确记录的数", "%q is not a number that can be kept exactly", raw).
		hint("写数字，如 95.5；没有时留空", "write a number, such as 95.5; leave the cell blank where there is none")
}

// ParseShare reads a share of a whole: "0.95", "95%" or "９５％". A bare number
// above 1 and up to 100 is taken as a percentage, doubtfully.
func ParseShare(s string) (Decimal, *Problem) {
	raw, s := s, narrow(s)
	if s == "" {
		return Decimal{}, nil
	}
	d, after, p := scanDecimal(raw, s)
	if p != nil {
		return Decimal{}, p
	}
	after = strings.TrimSpace(after)
	one, hundred := NewDecimal(1, 0), NewDecimal(100, 0)
	bare := after == "" && d.Cmp(one) > 0
	if after != "%" && after != "" || d.Sign() < 0 || d.Cmp(hundred) > 0 || d.scale > maxScale-2 && (bare || after == "%") {
		return Decimal{}, problemf(BadNumber, "%q 不是 0 到 1 之间的比例", "%q is not a share between 0 and 1", raw).
			hint("写 0.95 或 95%", "write 0.95 or 95%")
	}
	if !bare && after == "" {
		return d, nil
	}
	share := NewDecimal(d.coef, int(d.scale)+2)
	if bare {
		return share, problemf(PercentShare, "比例 %q 大于 1，读作百分数", "the share %q is above 1 and was read as a percentage", raw).
			hint("写 0.95 或 95%", "write 0.95 or 95%").doubtful()
	}
	return share, nil
}

// IsZero reports whether the number is missing.
func (d Decimal) IsZero() bool { return !d.set }

// Scale is the number of decimals; 0 when missing.
func (d Decimal) Scale() int { return int(d.scale) }

// Scaled is the number times 10^scale, for a scale not below its own.
func (d Decimal) Scaled(scale int) int64 { return d.coef * pow10(max(scale-int(d.scale), 0)) }

// Sign is −1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.coef < 0:
		return -1
	case d.coef > 0:
		return 1
	}
	return 0
}

// Cmp compares two numbers exactly; a missing one counts as zero.
func (d Decimal) Cmp(o Decimal) int {
	if d.Sign() != o.Sign() {
		return d.Sign() - o.Sign()
	}
	return d.Sign() * compareProducts(magnitude(d.coef), pow10(int(o.scale)), magnitude(o.coef), pow10(int(d.scale)))
}

// compareProducts compares a×x with b×y in 128 bits.
func compareProducts(a uint64, x int64, b uint64, y int64) int {
	ah, al := bits.Mul64(a, uint64(x))
	bh, bl := bits.Mul64(b, uint64(y))
	switch {
	case ah == bh && al == bl:
		return 0
	case ah > bh || ah == bh && al > bl:
		return 1
	}
	return -1
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// String is the shortest exact decimal; "" when missing.
func (d Decimal) String() string { return d.text(strconv.FormatInt(d.coef/pow10(int(d.scale)), 10)) }

// Format is the number with its whole part in groups of three, in any language.
func (d Decimal) Format(lang string) string { return d.text(Group(d.coef / pow10(int(d.scale)))) }

// Percent is a share as a percentage: "95%", "95.5%".
func (d Decimal) Percent() string {
	if !d.set {
		return ""
	}
	if d.scale < 2 {
		return Decimal{d.coef * pow10(2-int(d.scale)), 0, true}.String() + "%"
	}
	return Decimal{d.coef, d.scale - 2, true}.String() + "%"
}

func (d Decimal) text(whole string) string {
	if !d.set {
		return ""
	}
	if d.scale == 0 {
		return whole
	}
	if d.coef < 0 && whole == "0" {
		whole = "-0"
	}
	part := magnitude(d.coef) % uint64(pow10(int(d.scale)))
	return whole + "." + padded(int64(part), int(d.scale))
}
