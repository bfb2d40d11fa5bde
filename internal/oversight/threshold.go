package oversight

import (
	"math/big"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// Threshold is a number from which an indicator marks or looks, which site.yaml
// may set.
type Threshold struct {
	Name     string       // in site.yaml, under the indicator's
	Means    finding.Text // what it does, with %s for the number: "marked where the HHI is above %s"
	Kind     Kind
	Default  int64 // a share in tenths of a percent
	Min, Max int64 // what may be set
}

// Kind is what a threshold's number is.
type Kind uint8

// The kinds of thresholds.
const (
	KindWhole Kind = iota + 1 // a whole number
	KindShare                 // a Share
)

// Limit is a threshold as it stands for a site.
type Limit struct {
	Threshold
	Value int64
	Set   bool // by site.yaml
}

// Sentence says what the limit does, with its number.
func (l Limit) Sentence() finding.Text {
	return finding.Textf(l.Means.ZH, l.Means.EN, l.Text())
}

// Text is the limit as people write it: "1,800", "40%".
func (l Limit) Text() string { return l.Threshold.Text(l.Value) }

// Text is a number of the threshold's kind as people write it.
func (t Threshold) Text(n int64) string {
	if t.Kind == KindShare {
		return Share(n).String()
	}
	return value.Group(n)
}

// Read reads a number as site.yaml has it; false where it is none or out of
// bounds.
func (t Threshold) Read(written string) (int64, bool) {
	if t.Kind == KindWhole {
		n, problem := value.ParseCount(written)
		return n.Int(), problem == nil && !n.IsZero() && t.Holds(n.Int())
	}
	d, problem := value.ParseShare(written)
	if d.IsZero() || problem != nil && problem.ID != value.PercentShare {
		return 0, false
	}
	exact, ok := new(big.Rat).SetString(d.String())
	if !ok {
		return 0, false
	}
	exact.Mul(exact, big.NewRat(1000, 1))
	return exact.Num().Int64(), exact.IsInt() && t.Holds(exact.Num().Int64())
}

// Holds reports whether a number is within the bounds.
func (t Threshold) Holds(n int64) bool { return t.Min <= n && n <= t.Max }
