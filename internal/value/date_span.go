package value

import "time"

// DaysUntil is how many days lie between two dates, negative where o comes
// first; false where one is not known to the day.
func (d Date) DaysUntil(o Date) (int, bool) {
	if d.Precision() < Day || o.Precision() < Day {
		return 0, false
	}
	return int(o.midnight().Sub(d.midnight()).Hours() / 24), true
}

// midnight is the day's begin by the clock on the wall.
func (d Date) midnight() time.Time {
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
}
