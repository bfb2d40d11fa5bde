package value

import (
	"cmp"
	"time"
)

// Date is a year, a month, a day or a moment, as precisely as it was written.
// The zero value is missing. The fields are packed from the year down, so that
// the packed numbers sort as the dates do and a date takes 8 bytes.
type Date struct{ packed uint64 }

// Where each field lies in a packed date: its lowest bit.
const (
	yearBit   = 40
	monthBit  = 36
	dayBit    = 31
	timeBit   = 30 // a time of day is known
	hourBit   = 25
	minuteBit = 19
	secondBit = 13
	offsetBit = 1 // minutes from UTC, plus offsetZero; 0 is unknown
	secBit    = 0 // seconds were written

	offsetZero = 1024
)

// Precision says how much of a date is known.
type Precision uint8

// The precisions, from a missing date on.
const (
	None Precision = iota
	Year
	Month
	Day
	Time
)

// The years that a date may have; a year outside is a slip of the keyboard.
const (
	minYear = 1800
	maxYear = 2199
)

// NewDate is a year (month and day 0), a month (day 0) or a day; missing when
// there is no such date.
func NewDate(year, month, day int) Date {
	if year < minYear || year > maxYear || month < 0 || month > 12 || day < 0 || month == 0 && day > 0 ||
		month > 0 && day > daysIn(year, month) {
		return Date{}
	}
	return Date{uint64(year)<<yearBit | uint64(month)<<monthBit | uint64(day)<<dayBit}
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// clock is a time of day as it was written.
type clock struct {
	hour, minute, second int
	seconds              bool // the second was written
	zoned                bool
	offset               int // minutes east of UTC
}

// at is the day with a time.
func (d Date) at(c clock) Date {
	d.packed |= 1<<timeBit | uint64(c.hour)<<hourBit | uint64(c.minute)<<minuteBit | uint64(c.second)<<secondBit
	if c.seconds {
		d.packed |= 1 << secBit
	}
	if c.zoned {
		d.packed |= uint64(c.offset+offsetZero) << offsetBit
	}
	return d
}

func (d Date) field(bit, width int) int { return int(d.packed >> bit & (1<<width - 1)) }

// Year is the year; 0 when missing.
func (d Date) Year() int { return d.field(yearBit, 12) }

// Month is 1 to 12; 0 when not known.
func (d Date) Month() int { return d.field(monthBit, 4) }

// Day is 1 to 31; 0 when not known.
func (d Date) Day() int { return d.field(dayBit, 5) }

// clock is the time of day; zero when none is known.
func (d Date) clock() clock {
	c := clock{
		hour: d.field(hourBit, 5), minute: d.field(minuteBit, 6), second: d.field(secondBit, 6),
		seconds: d.field(secBit, 1) == 1,
	}
	if offset := d.field(offsetBit, 12); offset != 0 {
		c.zoned, c.offset = true, offset-offsetZero
	}
	return c
}

// IsZero reports whether the date is missing.
func (d Date) IsZero() bool { return d.packed == 0 }

// Precision is how much is known.
func (d Date) Precision() Precision {
	switch {
	case d.packed == 0:
		return None
	case d.Month() == 0:
		return Year
	case d.Day() == 0:
		return Month
	case d.field(timeBit, 1) == 0:
		return Day
	}
	return Time
}

// Calendar is the date without its time of day, for prose.
func (d Date) Calendar() Date {
	if d.IsZero() {
		return d
	}
	return NewDate(d.Year(), d.Month(), d.Day())
}

// First is the first day that the date may mean; Last the last one.
func (d Date) First() Date { return NewDate(d.Year(), max(d.Month(), 1), max(d.Day(), 1)) }

// Last is the last day that the date may mean.
func (d Date) Last() Date {
	if d.IsZero() {
		return Date{}
	}
	month, day := d.Month(), d.Day()
	if month == 0 {
		month = 12
	}
	if day == 0 {
		day = daysIn(d.Year(), month)
	}
	return NewDate(d.Year(), month, day)
}

// Before reports whether d is certainly before o: 2010 is not before 2010-03,
// since it may be any day of that year. It is false when one is missing.
func (d Date) Before(o Date) bool {
	switch min(d.Precision(), o.Precision()) {
	case Year:
		return d.packed>>yearBit < o.packed>>yearBit
	case Month:
		return d.packed>>monthBit < o.packed>>monthBit
	case Day:
		return d.packed>>dayBit < o.packed>>dayBit
	case Time:
		return d.instant(o).Before(o.instant(d))
	}
	return false
}

// DaysUntil is how many days o is later than d, by the calendar; false where
// one of them is not known to the day.
func (d Date) DaysUntil(o Date) (int, bool) {
	if d.Precision() < Day || o.Precision() < Day {
		return 0, false
	}
	at := func(d Date) time.Time {
		return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(at(o).Sub(at(d)) / (24 * time.Hour)), true
}

// instant is a moment to compare with another's: in UTC where both say how far
// from it they are, else by the clock on the wall.
func (d Date) instant(other Date) time.Time {
	c := d.clock()
	t := time.Date(d.Year(), time.Month(d.Month()), d.Day(), c.hour, c.minute, c.second, 0, time.UTC)
	if c.zoned && other.clock().zoned {
		t = t.Add(-time.Duration(c.offset) * time.Minute)
	}
	return t
}

// Compare orders dates for sorting: missing first, then by year, month, day and
// time as written, the less precise before the more precise.
func (d Date) Compare(o Date) int { return cmp.Compare(d.packed, o.packed) }

// AddYears is the same date some years on, to the same precision without the
// time; 29 February becomes the 28th where it has to. Missing when the year is
// out of range.
func (d Date) AddYears(n int) Date {
	if d.IsZero() {
		return Date{}
	}
	year, month, day := d.Year()+n, d.Month(), d.Day()
	if month > 0 && year >= minYear && year <= maxYear {
		day = min(day, daysIn(year, month))
	}
	return NewDate(year, month, day)
}
