package value

import (
	"math"
	"strconv"
	"strings"
)

// Count is a whole number of people or things. The zero value is missing.
type Count struct {
	held int64 // the number with its sign bit turned, so that the least number there is means missing
}

// NewCount is a count of n.
func NewCount(n int64) Count { return Count{n ^ math.MinInt64} }

// counters are the words that may follow a count and say nothing else.
var counters = []string{
	"人次", "人", "名", "次", "个", "家", "项", "位", "户", "场", "件",
	"people", "persons", "person", "times", "items", "projects", "organizations", "organisations",
}

// maxCount is more than there can be of anything that is counted here, and little
// enough that the counts of the largest dataset add up.
const maxCount = 100_000_000_000

// ParseCount reads a whole number such as "12,345", "１２人", "9.98万" or
// "3 people", up to 100 billion; blank is missing.
func ParseCount(s string) (Count, *Problem) {
	raw, s := s, narrow(s)
	if s == "" {
		return Count{}, nil
	}
	if p := spreadsheetError(s); p != nil {
		return Count{}, p
	}
	text := s
	for _, word := range counters {
		if cut, ok := strings.CutSuffix(strings.ToLower(s), word); ok {
			text = s[:len(cut)]
			break
		}
	}
	negative := strings.HasPrefix(text, "-")
	n, after, f := scanNumber(strings.TrimPrefix(text, "-"))
	u := unit{mul: 1}
	if f == 0 && n.form != '+' && u.scan(after) && u.cur == 0 && u.signs[0] == 0 {
		whole, f := n.scaled(u.mul, 0, negative)
		switch {
		case f == 0 && (whole > maxCount || whole < -maxCount):
			return Count{}, problemf(BadNumber, "%q 不会是人数或件数：超过一千亿", "%q is no count of people or things: it is more than 100 billion", raw).
				hint("核对原表，写实际的数", "see the original, and write the number that it is")
		case f == 0:
			return NewCount(whole), nil
		}
	}
	return Count{}, problemf(BadNumber, "%q 不是整数", "%q is not a whole number", raw).
		hint("写整数，如 12345；没有时留空，或在 data/columns.yaml 的 missing: 中列出此写法",
			"write a whole number, such as 12345; leave the cell blank where there is none, or list this text under missing: in data/columns.yaml")
}

// Int is the number; zero when missing.
func (c Count) Int() int64 {
	if c.IsZero() {
		return 0
	}
	return c.held ^ math.MinInt64
}

// IsZero reports whether the count is missing; a count of none is not.
func (c Count) IsZero() bool { return c.held == 0 }

// String is the plain number; "" when missing.
func (c Count) String() string {
	if c.IsZero() {
		return ""
	}
	return strconv.FormatInt(c.Int(), 10)
}

// Format is the number in groups of three, in any language; "" when missing.
func (c Count) Format(lang string) string {
	if c.IsZero() {
		return ""
	}
	return Group(c.Int())
}

// Bool is yes, no or, as its zero value, missing.
type Bool uint8

const (
	// No is a stated no.
	No Bool = iota + 1
	// Yes is a stated yes.
	Yes
)

// ParseBool reads yes and no in their usual spellings; blank is missing.
func ParseBool(s string) (Bool, *Problem) {
	switch strings.ToLower(narrow(s)) {
	case "":
		return 0, nil
	case "true", "yes", "y", "1", "是":
		return Yes, nil
	case "false", "no", "n", "0", "否":
		return No, nil
	}
	return 0, problemf(BadBool, "%q 不是“是”或“否”", "%q is neither yes nor no", s).
		hint("写“是”或“否”（true、false）", "write true or false")
}

// IsZero reports whether nothing is stated.
func (b Bool) IsZero() bool { return b == 0 }

// Bool is true for Yes.
func (b Bool) Bool() bool { return b == Yes }

// String is "true", "false" or "".
func (b Bool) String() string {
	switch b {
	case Yes:
		return "true"
	case No:
		return "false"
	}
	return ""
}
