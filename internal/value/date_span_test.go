package value

import "testing"

func TestDaysBetweenDates(t *testing.T) {
	for _, c := range []struct {
		from, to Date
		days     int
		known    bool
	}{
		{NewDate(2010, 2, 27), NewDate(2010, 3, 1), 2, true},
		{NewDate(2012, 2, 27), NewDate(2012, 3, 1), 3, true},
		{NewDate(2010, 3, 1), NewDate(2010, 2, 27), -2, true},
		{NewDate(1900, 1, 1), NewDate(2100, 1, 1), 73049, true},
		{NewDate(2010, 3, 0), NewDate(2010, 3, 1), 0, false},
		{Date{}, NewDate(2010, 3, 1), 0, false},
	} {
		days, known := c.from.DaysUntil(c.to)
		if days != c.days || known != c.known {
			t.Errorf("from %s to %s: %d days, %v; want %d, %v", c.from, c.to, days, known, c.days, c.known)
		}
	}
}
