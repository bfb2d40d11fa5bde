package build

import (
	"strconv"
	"strings"
	"time"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// asOf is the site's "today" where site.yaml does not say: of SOURCE_DATE_EPOCH,
// else of the last commit. The clock is never asked, so that the same files make
// the same site tomorrow.
func asOf(epoch string, past history) (value.Date, error) {
	if epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || !inCalendar(seconds) {
			return value.Date{}, &Error{
				Text: finding.Textf("环境变量 SOURCE_DATE_EPOCH 的值 %q 不是秒数", "the variable SOURCE_DATE_EPOCH is %q, which is no number of seconds", epoch),
				Hint: say("写 1970 年以来的秒数，如 1293840000，或取消该变量", "set it to the seconds since 1970, such as 1293840000, or unset it"),
				Err:  err,
			}
		}
		return dayOf(seconds), nil
	}
	if past.commit == "" || !inCalendar(past.seconds) {
		return value.Date{}, nil
	}
	return dayOf(past.seconds), nil
}

// inCalendar reports whether the seconds fall into a year of four digits.
func inCalendar(seconds int64) bool {
	return seconds >= 0 && seconds < time.Date(4000, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
}

// dayOf is the day in UTC, wherever the build runs.
func dayOf(seconds int64) value.Date {
	t := time.Unix(seconds, 0).UTC()
	return value.NewDate(t.Year(), int(t.Month()), t.Day())
}

// withSlash ends an address with the slash that links are joined to.
func withSlash(url string) string {
	if url == "" || strings.HasSuffix(url, "/") {
		return url
	}
	return url + "/"
}
