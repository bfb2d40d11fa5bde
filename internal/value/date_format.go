package value

import (
	"fmt"
	"time"
)

// String is the ISO 8601 form, as precise as the date; ParseDate reads it back
// to the same date. "" when missing.
func (d Date) String() string {
	switch d.Precision() {
	case None:
		return ""
	case Year:
		return padded(int64(d.Year()), 4)
	case Month:
		return fmt.Sprintf("%04d-%02d", d.Year(), d.Month())
	case Day:
		return string(d.appendDay(make([]byte, 0, 10)))
	}
	c := d.clock()
	return string(d.appendDay(nil)) + "T" + c.String() + c.zone("Z", "")
}

// appendDay appends YYYY-MM-DD.
func (d Date) appendDay(b []byte) []byte {
	two := func(n int) { b = append(b, byte('0'+n/10), byte('0'+n%10)) }
	two(d.Year() / 100)
	two(d.Year() % 100)
	b = append(b, '-')
	two(d.Month())
	b = append(b, '-')
	two(d.Day())
	return b
}

// String is the time of day, with seconds where they were written.
func (c clock) String() string {
	if c.seconds {
		return fmt.Sprintf("%02d:%02d:%02d", c.hour, c.minute, c.second)
	}
	return fmt.Sprintf("%02d:%02d", c.hour, c.minute)
}

// zone is the offset from UTC after a prefix, or the text for none of it; ""
// where it is not known.
func (c clock) zone(none, prefix string) string {
	if !c.zoned {
		return ""
	}
	if c.offset == 0 {
		return none
	}
	sign, minutes := "+", c.offset
	if minutes < 0 {
		sign, minutes = "-", -minutes
	}
	return fmt.Sprintf("%s%s%02d:%02d", prefix, sign, minutes/60, minutes%60)
}

// Format is the date as pages show it: "2010年3月1日", "1 March 2010", and the
// time of day and offset where they are known.
func (d Date) Format(lang string) string {
	var day string
	zh, month := Chinese(lang), time.Month(max(d.Month(), 1))
	switch precision := min(d.Precision(), Day); {
	case precision == None:
		return ""
	case precision == Year && zh:
		day = fmt.Sprintf("%d年", d.Year())
	case precision == Year:
		day = fmt.Sprint(d.Year())
	case precision == Month && zh:
		day = fmt.Sprintf("%d年%d月", d.Year(), d.Month())
	case precision == Month:
		day = fmt.Sprintf("%s %d", month, d.Year())
	case zh:
		day = fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day())
	default:
		day = fmt.Sprintf("%d %s %d", d.Day(), month, d.Year())
	}
	if d.Precision() < Time {
		return day
	}
	c := d.clock()
	if !zh {
		day += ","
	}
	return day + " " + c.String() + c.zone(" UTC", " UTC")
}
