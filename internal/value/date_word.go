package value

import (
	"strconv"
	"strings"
)

// monthWord reads the English name of a month, whole or its beginning of three
// letters or more, with or without a point; 0 where there is none.
func (r *reader) monthWord() int {
	n := letters(r.s[r.i:])
	word := strings.ToLower(r.s[r.i : r.i+n])
	if n < 3 {
		return 0
	}
	for i, name := range [...]string{
		"january", "february", "march", "april", "may", "june",
		"july", "august", "september", "october", "november", "december",
	} {
		if strings.HasPrefix(name, word) {
			r.i += n
			r.take(".")
			return i + 1
		}
	}
	return 0
}

// gap steps over what stands between the words of a date.
func (r *reader) gap() {
	for !r.done() && strings.IndexByte(" ,-/", r.s[r.i]) >= 0 {
		r.i++
	}
}

// wordDate reads a date whose month is a word: "12 March 2019", "12-Mar-2019",
// "March 12, 2019", "March 2019". The day is 0 where absent; width is that of
// the year.
func (r *reader) wordDate() (year, month, day, width int, ok bool) {
	day, dayWidth := r.number()
	if dayWidth > 2 {
		return 0, 0, 0, 0, false
	}
	r.ordinal(dayWidth)
	r.gap()
	if month = r.monthWord(); month == 0 {
		return 0, 0, 0, 0, false
	}
	r.gap()
	year, width = r.number()
	if dayWidth == 0 && width <= 2 && width > 0 { // the month came first, then the day
		day, dayWidth = year, width
		r.ordinal(dayWidth)
		r.gap()
		year, width = r.number()
	}
	if dayWidth > 0 {
		day = nonzero(day)
	}
	return year, month, day, width, width == 2 || width == 4
}

// ordinal steps over the letters of "1st".
func (r *reader) ordinal(width int) {
	if width > 0 {
		r.take("st", "nd", "rd", "th")
	}
}

// eras are the calendars that count years from an event, with the year before
// their first and their last year, 0 while they last.
var eras = []struct {
	name   string
	before int
	years  int
}{
	{"令和", 2018, 0}, {"平成", 1988, 31}, {"昭和", 1925, 64}, {"大正", 1911, 15},
	{"民國", 1911, 0}, {"民国", 1911, 0},
}

// commonEra writes the year of an era as that of the common one: 令和3年4月1日
// becomes 2021年4月1日. A text without an era comes back as it is.
func commonEra(s string) string {
	for _, era := range eras {
		rest, ok := strings.CutPrefix(s, era.name)
		if !ok {
			continue
		}
		r := reader{s: rest}
		r.spaces()
		n, width := r.number()
		if width == 0 && r.take("元") {
			n = 1
		}
		if n == 0 || width > 3 || era.years > 0 && n > era.years {
			return s
		}
		return strconv.Itoa(era.before+n) + rest[r.i:]
	}
	return s
}
