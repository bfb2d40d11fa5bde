package export

import (
	"time"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// moments writes days where a format asks for a date with a time: a day begins at
// midnight and ends a second before the next, by the publisher's clock.
type moments struct{ zone *time.Location }

func momentsOf(c *model.Config) moments {
	zone, err := time.LoadLocation(c.Timezone)
	if err != nil { // which reading has refused
		zone = time.UTC
	}
	return moments{zone}
}

// begin is the first moment of a day; "" for what is no day.
func (m moments) begin(d value.Date) string { return m.at(d, "00:00:00") }

// end is the last moment of a day, in seconds; "" for what is no day.
func (m moments) end(d value.Date) string { return m.at(d, "23:59:59") }

// at is a clock's time on a day. The offset is that of noon: at midnight, where
// most clocks change, some zones have an hour twice or not at all.
func (m moments) at(d value.Date, clock string) string {
	if d.Precision() < value.Day {
		return ""
	}
	day := d.Calendar().String()
	noon, err := time.ParseInLocation(time.DateOnly+" 15", day+" 12", m.zone)
	if err != nil {
		return ""
	}
	return day + "T" + clock + noon.Format("Z07:00")
}
