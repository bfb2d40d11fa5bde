// Package value holds the small exact values that cells of a table are read
// into: money, dates, numbers, localised text and identifiers.
//
// Every type's zero value means missing: a blank cell is missing, never zero.
// Nothing here uses a float, a clock or a locale of the machine. Read ParseMoney
// and ParseDate first; each returns a *Problem, in Chinese and English, that
// says why a cell could not be read, or was read only doubtfully.
package value

import (
	"fmt"
	"strings"
)

// The ids of the rules that a Problem may name.
const (
	BadMoney         = "bad-money"
	FractionOfCent   = "fraction-of-cent"
	ExponentAmount   = "exponent-amount" // doubtful: the amount was read
	RoundedAmount    = "rounded-amount"
	PointOrGroup     = "point-or-group" // doubtful: the amount was read
	SpreadsheetError = "spreadsheet-error"
	BadDate          = "bad-date"
	AmbiguousDate    = "ambiguous-date"
	ExcelSerial      = "excel-serial"
	BadNumber        = "bad-number"
	PercentShare     = "percent-share" // doubtful: the share was read
	BadBool          = "bad-bool"
	BadID            = "bad-id"
	RoundedID        = "rounded-id"
	CreditCodeCheck  = "credit-code" // doubtful: the code is kept
)

// ProblemIDs lists every rule id that this package's problems may bear, so that
// a test can hold the rules' documentation against it.
func ProblemIDs() []string {
	return []string{
		BadMoney, FractionOfCent, ExponentAmount, RoundedAmount, PointOrGroup, SpreadsheetError,
		BadDate, AmbiguousDate, ExcelSerial, BadNumber, PercentShare, BadBool, BadID, RoundedID,
		CreditCodeCheck,
	}
}

// Problem says why a cell could not be read, or was read only doubtfully.
type Problem struct {
	ID             string // one of the rule ids above
	ZH, EN         string // what is, quoting the cell
	HintZH, HintEN string // what to do
	Doubtful       bool   // the value was read; the problem is a warning
}

// Error is the English message.
func (p *Problem) Error() string { return p.EN }

// problemf builds a problem; both languages take the same arguments.
func problemf(id, zh, en string, args ...any) *Problem {
	return &Problem{ID: id, ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}
}

// hint sets what to do and returns the problem.
func (p *Problem) hint(zh, en string) *Problem {
	p.HintZH, p.HintEN = zh, en
	return p
}

// doubtful marks the problem as a warning about a value that was read.
func (p *Problem) doubtful() *Problem {
	p.Doubtful = true
	return p
}

// spreadsheetError reports what a spreadsheet writes in place of a value, such
// as "#REF!" or the "#####" of a column too narrow to show it; else nil.
func spreadsheetError(s string) *Problem {
	if s[0] != '#' {
		return nil
	}
	return problemf(SpreadsheetError, "单元格是电子表格的出错标记 %q，不是值", "the cell is a spreadsheet's error mark %q, not a value", s).
		hint("在电子表格中修正公式或加宽该列，再重新导出", "mend the formula or widen the column in the spreadsheet, then export again")
}

// narrow trims a cell and brings full-width forms, the many spaces and minus
// signs to their ASCII ones, so that the parsers see one alphabet. It does not
// allocate for a cell that needs nothing.
func narrow(s string) string {
	s = strings.TrimSpace(s)
	for i := range len(s) {
		if s[i] >= 0x80 {
			return strings.TrimSpace(strings.Map(narrowRune, s))
		}
	}
	return s
}

func narrowRune(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	case r == 0x00A0, r == 0x3000, r >= 0x2002 && r <= 0x200A, r == 0x202F:
		return ' '
	case r == '￥':
		return '¥'
	case r == '￡':
		return '£'
	case r == '−', r == '–', r == '﹣':
		return '-'
	case r == '’', r == '‘':
		return '\''
	}
	return r
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// Chinese reports whether a language tag is Chinese or a variant of it; every
// other language is formatted as English.
func Chinese(lang string) bool {
	return lang == "zh" || strings.HasPrefix(lang, "zh-")
}
