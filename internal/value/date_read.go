package value

import (
	"strings"
	"unicode/utf8"
)

// reader walks along the text of a date.
type reader struct {
	s string
	i int
}

func (r *reader) done() bool { return r.i >= len(r.s) }

func (r *reader) spaces() {
	for !r.done() && r.s[r.i] == ' ' {
		r.i++
	}
}

// number reads digits; width is 0 where there are none.
func (r *reader) number() (n, width int) {
	start := r.i
	for !r.done() && isDigit(r.s[r.i]) {
		if r.i-start < 9 {
			n = n*10 + int(r.s[r.i]-'0')
		}
		r.i++
	}
	return n, r.i - start
}

// take steps over one of the words, the first that comes next.
func (r *reader) take(words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(r.s[r.i:], w) {
			r.i += len(w)
			return true
		}
	}
	return false
}

// separator steps over the mark between the numbers of a date; 0 if there is
// none.
func (r *reader) separator() byte {
	if r.done() {
		return 0
	}
	switch c := r.s[r.i]; c {
	case '-', '/', '.':
		r.i++
		return c
	}
	return 0
}

// yearLast reads two numbers of one or two digits and a year, which may have
// but two digits.
func (r *reader) yearLast() (a, b, year int, ok bool) {
	a, width := r.number()
	mark := r.separator()
	if width == 0 || width > 2 || mark == 0 {
		return 0, 0, 0, false
	}
	b, width = r.number()
	if width == 0 || width > 2 || r.separator() != mark {
		return 0, 0, 0, false
	}
	year, width = r.number()
	return a, b, year, width == 2 || width == 4
}

// yearFirst reads a year and what follows of month and day, which are 0 where
// absent.
func (r *reader) yearFirst() (year, month, day int, ok bool) {
	year, width := r.number()
	if width == 8 {
		return year / 10000, nonzero(year / 100 % 100), nonzero(year % 100), true
	}
	if width != 4 {
		return 0, 0, 0, false
	}
	if r.take("年度", "年") {
		month, day, ok = r.hanMonth()
		return year, month, day, ok
	}
	mark := r.separator()
	if mark == 0 {
		return year, 0, 0, true
	}
	month, width = r.number()
	if width == 0 || width > 2 {
		return 0, 0, 0, false
	}
	month = nonzero(month)
	if r.done() || r.s[r.i] != mark {
		return year, month, 0, true
	}
	r.i++
	day, width = r.number()
	return year, month, nonzero(day), width == 1 || width == 2
}

// nonzero turns a written 0 into a number that no month or day has, since 0
// itself means absent.
func nonzero(n int) int {
	if n == 0 {
		return 99
	}
	return n
}

// hanMonth reads "3月", "3月1日" or nothing.
func (r *reader) hanMonth() (month, day int, ok bool) {
	r.spaces()
	month, width := r.number()
	if width == 0 {
		return 0, 0, true
	}
	if width > 2 || !r.take("月") {
		return 0, 0, false
	}
	r.spaces()
	day, width = r.number()
	if width == 0 {
		return nonzero(month), 0, true
	}
	return nonzero(month), nonzero(day), width <= 2 && r.take("日", "号")
}

// clock reads a time of day up to the end of the text.
func (r *reader) clock() (c clock, ok bool) {
	r.take("T", "t")
	var width int
	if c.hour, width = r.number(); width == 0 || width > 2 || !r.take(":", "时", "点") {
		return c, false
	}
	if c.minute, width = r.number(); width != 2 {
		return c, false
	}
	r.take("分")
	r.take(":")
	if c.second, width = r.number(); width != 0 {
		c.seconds = true
		r.take("秒")
		if r.take(".") {
			r.number()
		}
	}
	r.spaces()
	if !r.half(&c) || !r.zone(&c) {
		return c, false
	}
	return c, r.done() && c.hour < 24 && c.minute < 60 && c.second < 60
}

// half reads AM or PM; false where the hour does not fit it.
func (r *reader) half(c *clock) bool {
	afternoon := r.take("PM", "pm")
	if !afternoon && !r.take("AM", "am") {
		return true
	}
	if c.hour < 1 || c.hour > 12 {
		return false
	}
	c.hour %= 12
	if afternoon {
		c.hour += 12
	}
	r.spaces()
	return true
}

// zone reads Z or an offset such as +08:00 or +0800; false for one that no
// place has.
func (r *reader) zone(c *clock) bool {
	if r.take("Z", "z", "UTC", "GMT") {
		c.zoned = true
		return true
	}
	east := r.take("+")
	if !east && !r.take("-") {
		return true
	}
	n, width := r.number()
	minutes := 0
	switch {
	case width == 4:
		n, minutes = n/100, n%100
	case width == 2 && r.take(":"):
		if minutes, width = r.number(); width != 2 {
			return false
		}
	case width != 2:
		return false
	}
	if n > 15 || minutes > 59 {
		return false
	}
	c.zoned, c.offset = true, n*60+minutes
	if !east {
		c.offset = -c.offset
	}
	return true
}

// hanDigits writes the Chinese numerals of a date as digits: 二〇一〇年三月十一日
// becomes 2010年3月11日. A text without them comes back as it is.
func hanDigits(s string) string {
	if !strings.ContainsAny(s, "年月日号") || strings.IndexFunc(s, func(r rune) bool { return r == '十' || hanDigit(r) != 0 }) < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if r != '十' {
			if n := hanDigit(r); n != 0 {
				b.WriteByte(n)
			} else {
				b.WriteRune(r)
			}
			continue
		}
		// 十 is a ten: it writes a digit only where none stands beside it.
		if b.Len() == 0 || !isDigit(b.String()[b.Len()-1]) {
			b.WriteByte('1')
		}
		if next, _ := utf8.DecodeRuneInString(s[i:]); hanDigit(next) == 0 {
			b.WriteByte('0')
		}
	}
	return b.String()
}

// hanDigit is the ASCII digit of a Chinese numeral, 0 for any other character.
func hanDigit(r rune) byte {
	switch r {
	case '〇', '○', '零':
		return '0'
	case '一', '二', '三', '四', '五', '六', '七', '八', '九':
		return byte('1' + strings.IndexRune("一二三四五六七八九", r)/len("一"))
	}
	return 0
}
