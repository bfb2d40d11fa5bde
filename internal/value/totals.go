package value

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// Totals are exact sums, one for each currency, in the order of their codes
// whatever order amounts came in. The zero value is empty and ready to use.
type Totals struct{ sums []total }

// total is a 128-bit sum, so that an overflow on the way cannot depend on the
// order of the amounts.
type total struct {
	cur Currency
	hi  int64
	lo  uint64
}

// Add adds an amount; a missing one changes nothing.
func (t *Totals) Add(m Money) {
	if m.set {
		t.add(total{m.cur, int64(m.over) + m.minor>>63, uint64(m.minor)})
	}
}

// Merge adds the sums of another.
func (t *Totals) Merge(o Totals) {
	for _, s := range o.sums {
		t.add(s)
	}
}

func (t *Totals) add(s total) {
	i, found := slices.BinarySearchFunc(t.sums, s.cur, func(a total, c Currency) int { return cmp.Compare(a.cur, c) })
	if !found {
		t.sums = slices.Insert(t.sums, i, total{cur: s.cur})
	}
	lo, carry := bits.Add64(t.sums[i].lo, s.lo, 0)
	t.sums[i].lo = lo
	t.sums[i].hi += s.hi + int64(carry)
}

// money is the sum as an amount. No dataset has the 2^32 rows by which a sum would
// be more than one holds.
func (s total) money() Money {
	return Money{int64(s.lo), int32(s.hi - int64(s.lo)>>63), s.cur, true}
}

// All is the sum of each currency.
func (t Totals) All() []Money {
	all := make([]Money, len(t.sums))
	for i, s := range t.sums {
		all[i] = s.money()
	}
	return all
}

// In is the sum of one currency; missing where nothing was added in it.
func (t Totals) In(c Currency) Money {
	for _, s := range t.sums {
		if s.cur == c {
			return s.money()
		}
	}
	return Money{}
}

// Empty reports whether nothing was added.
func (t Totals) Empty() bool { return len(t.sums) == 0 }

// Overflow reports whether a sum is Large.
func (t Totals) Overflow() bool {
	return slices.ContainsFunc(t.sums, func(s total) bool { return s.money().Large() })
}

// Compare orders sums by their amounts, currency by currency; those of different
// currencies by the currencies' codes.
func (t Totals) Compare(o Totals) int {
	return slices.CompareFunc(t.sums, o.sums, func(a, b total) int {
		return cmp.Or(cmp.Compare(a.cur, b.cur), cmp.Compare(a.hi, b.hi), cmp.Compare(a.lo, b.lo))
	})
}

// Format lists the exact sums as pages show them: "¥1,500,000 + £20".
func (t Totals) Format(lang string) string {
	return t.join(func(m Money) string { return m.Format(lang) })
}

// Short lists the sums rounded for a headline.
func (t Totals) Short(lang string) string {
	return t.join(func(m Money) string { return m.Short(lang) })
}

// Plain lists plain decimals with their codes: "1500000 CNY + 20 GBP".
func (t Totals) Plain() string {
	return t.join(func(m Money) string { return strings.TrimSpace(m.Plain() + " " + m.cur.String()) })
}

func (t Totals) join(text func(Money) string) string {
	parts := make([]string, len(t.sums))
	for i, m := range t.All() {
		parts[i] = text(m)
	}
	return strings.Join(parts, " + ")
}
