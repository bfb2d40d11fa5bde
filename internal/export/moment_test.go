package export

import (
	"testing"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

func TestADayBeginsAndEndsByThePublishersClock(t *testing.T) {
	for _, c := range []struct {
		zone       string
		y, m, d    int
		begin, end string
	}{
		{"", 2010, 3, 1, "2010-03-01T00:00:00Z", "2010-03-01T23:59:59Z"},
		{"Asia/Shanghai", 2010, 3, 1, "2010-03-01T00:00:00+08:00", "2010-03-01T23:59:59+08:00"},
		{"Europe/London", 2010, 7, 1, "2010-07-01T00:00:00+01:00", "2010-07-01T23:59:59+01:00"},
		{"America/Sao_Paulo", 2018, 11, 4, "2018-11-04T00:00:00-02:00", "2018-11-04T23:59:59-02:00"}, // which began at one o'clock
		{"Asia/Shanghai", 2010, 3, 0, "", ""},
	} {
		days, d := momentsOf(&model.Config{Timezone: c.zone}), value.NewDate(c.y, c.m, c.d)
		if begin, end := days.begin(d), days.end(d); begin != c.begin || end != c.end {
			t.Errorf("%s in %q is from %s to %s", d, c.zone, begin, end)
		}
	}
}

func TestATimeOfDayThatIsKnownStays(t *testing.T) {
	days := momentsOf(&model.Config{Timezone: "Asia/Shanghai"})
	for written, want := range map[string]string{
		"2010-03-01T09:30":          "2010-03-01T09:30:00+08:00",
		"2010-03-01 09:30:15":       "2010-03-01T09:30:15+08:00",
		"2010-03-01T09:30:15Z":      "2010-03-01T09:30:15Z",
		"2010-03-01T09:30Z":         "2010-03-01T09:30:00Z",
		"2010-03-01T09:30-05:00":    "2010-03-01T09:30:00-05:00",
		"2010-03-01T09:30:15-05:00": "2010-03-01T09:30:15-05:00",
	} {
		d, problem := value.ParseDate(written, 0)
		if problem != nil || days.begin(d) != want || days.end(d) != want {
			t.Errorf("%s is %s, %v", written, days.begin(d), problem)
		}
	}
}
