package export

import (
	"strings"
	"time"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// moments writes dates where a format asks for one with a time: a day begins at
// midnight and ends a second before the next, by the publisher's clock. A time
// that is known stays.
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

// at is a date with its own time of day, else with that of a clock. An offset
// that is not known is that of noon: at midnight, where most clocks change, some
// zones have an hour twice or not at all.
func (m moments) at(d value.Date, clock string) string {
	if d.Precision() < value.Day {
		return ""
	}
	day, known, _ := strings.Cut(d.String(), "T")
	if zone := strings.IndexAny(known, "Z+-"); zone >= 0 {
		return day + "T" + seconds(known[:zone]) + known[zone:]
	}
	if known != "" {
		clock = seconds(known)
	}
	noon, err := time.ParseInLocation(time.DateOnly+" 15", day+" 12", m.zone)
	if err != nil {
		return ""
	}
	return day + "T" + clock + noon.Format("Z07:00")
}

// seconds writes a time of day with its seconds.
func seconds(clock string) string { return (clock + ":00")[:len("15:04:05")] }
