package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// dated is a date of a record with its place.
type dated struct {
	e     table.Entity
	field string
	date  value.Date
}

// outOfOrder reports a date that is certainly before another, which it ought to
// follow. The texts take this date and then the other one.
func outOfOrder(report func(finding.Finding), later, earlier dated, zh, en string) {
	if !later.date.Before(earlier.date) {
		return
	}
	f := about(later.e, later.field, later.date.String())
	f.Message = words(zh, en, later.date, earlier.date)
	f.Hint = say("核对两个日期", "compare the two dates")
	f.Related = append(f.Related, other(earlier.e, earlier.field, "另一个日期 %s", "the other date, %s", earlier.date))
	report(f)
}
