package value

import (
	"strconv"
	"strings"
	"time"
)

// DateOrder says how a date written with its year last is to be read.
type DateOrder uint8

const (
	// OrderUnknown leaves 05/06/2014 unread.
	OrderUnknown DateOrder = iota
	// MonthFirst is "M/D/Y".
	MonthFirst
	// DayFirst is "D/M/Y".
	DayFirst
)

// ParseDateOrder reads "M/D/Y" or "D/M/Y", as dates: in columns.yaml has it.
func ParseDateOrder(s string) (DateOrder, bool) {
	switch strings.ToUpper(narrow(s)) {
	case "M/D/Y":
		return MonthFirst, true
	case "D/M/Y":
		return DayFirst, true
	}
	return OrderUnknown, false
}

// SlashOrder looks at one cell of a column: isSlash tells whether its date has
// the year last, and order which way round it must be, OrderUnknown when it
// could be either.
func SlashOrder(s string) (order DateOrder, isSlash bool) {
	r := reader{s: narrow(s)}
	a, b, _, ok := r.yearLast()
	switch {
	case !ok:
		return OrderUnknown, false
	case a > 12 && b <= 12:
		return DayFirst, true
	case b > 12 && a <= 12:
		return MonthFirst, true
	}
	return OrderUnknown, true
}

// ParseDate reads a year, a month, a day or a moment; blank is missing. A
// fraction of a second is dropped.
func ParseDate(s string, o DateOrder) (Date, *Problem) {
	raw, s := s, narrow(s)
	if s == "" {
		return Date{}, nil
	}
	if p := spreadsheetError(s); p != nil {
		return Date{}, p
	}
	if p := serial(raw, s); p != nil {
		return Date{}, p
	}
	r := reader{s: commonEra(hanDigits(s))}
	if a, b, year, ok := r.yearLast(); ok {
		return r.finishSlash(raw, a, b, year, o)
	}
	r.i = 0
	if year, month, day, width, ok := r.wordDate(); ok {
		if width == 2 {
			return Date{}, shortYear(raw)
		}
		return r.finish(raw, year, month, day)
	}
	r.i = 0
	year, month, day, ok := r.yearFirst()
	if !ok {
		return Date{}, badDate(raw)
	}
	return r.finish(raw, year, month, day)
}

// finishSlash settles day and month, then reads what follows.
func (r *reader) finishSlash(raw string, a, b, year int, o DateOrder) (Date, *Problem) {
	if year < 100 {
		return Date{}, shortYear(raw)
	}
	switch {
	case a == b || a > 12 && o != MonthFirst || o == DayFirst:
		return r.finish(raw, year, b, a)
	case b > 12 || o == MonthFirst:
		return r.finish(raw, year, a, b)
	}
	return Date{}, problemf(AmbiguousDate, "日期 %q 的日与月先后不明（%04[2]d-%02[3]d-%02[4]d 或 %04[2]d-%02[4]d-%02[3]d）",
		"the date %q may have day and month either way round (%04[2]d-%02[3]d-%02[4]d or %04[2]d-%02[4]d-%02[3]d)", raw, year, a, b).
		hint("在 data/columns.yaml 的该表下写 dates: D/M/Y（日在前）或 dates: M/D/Y（月在前），或将日期写作 2014-06-05",
			"write dates: D/M/Y or dates: M/D/Y for the table in data/columns.yaml, or write the date as 2014-06-05")
}

// finish checks that there is such a day and reads the time of day after it.
func (r *reader) finish(raw string, year, month, day int) (Date, *Problem) {
	if year < minYear || year > maxYear {
		return Date{}, problemf(BadDate, "日期 %q 的年份不在 %d 至 %d 之间", "the year of the date %q is not between %d and %d", raw, minYear, maxYear).
			hint("核对年份", "check the year")
	}
	d := NewDate(year, month, day)
	if d.IsZero() {
		return Date{}, problemf(BadDate, "日历上没有 %q 这一天", "there is no such day as %q", raw).
			hint("核对月和日", "check the month and the day")
	}
	r.spaces()
	if r.done() {
		return d, nil
	}
	c, ok := r.clock()
	if !ok || d.Day() == 0 {
		return Date{}, badDate(raw)
	}
	return d.at(c), nil
}

func shortYear(raw string) *Problem {
	return problemf(BadDate, "日期 %q 的年份只有两位", "the date %q has a year of two digits", raw).
		hint("写四位年份，如 2014-06-05", "write the year with four digits, such as 2014-06-05")
}

func badDate(raw string) *Problem {
	return problemf(BadDate, "%q 不是日期", "%q is not a date", raw).
		hint("写作 2010-03-01、2010-03 或 2010；没有日期时留空，或在 data/columns.yaml 的 missing: 中列出此写法",
			"write 2010-03-01, 2010-03 or 2010; leave the cell blank where there is no date, or list this text under missing: in data/columns.yaml")
}

// serial reports a number that a spreadsheet shows where a date was not
// formatted as one: the days since the end of 1899.
func serial(raw, s string) *Problem {
	digits, part, _ := strings.Cut(s, ".")
	if len(digits) != 5 || strings.Trim(digits+part, "0123456789") != "" {
		return nil
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 20000 || n > 60000 {
		return nil
	}
	day := time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	return problemf(ExcelSerial, "%q 是电子表格的日期序号", "%q is a spreadsheet's serial number of a day", raw).
		hint("若指 "+day+"：在电子表格中将该列设为日期格式，再重新导出",
			"it would be "+day+": format the column as a date in the spreadsheet, then export again")
}
