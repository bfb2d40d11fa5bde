package importer

import "testing"

func TestATimeThatOnlyBeginsOrEndsADayIsADay(t *testing.T) {
	for written, want := range map[string]string{
		"2010-03-01":                     "2010-03-01",
		"2010-03":                        "2010-03",
		"2010-03-01T00:00:00Z":           "2010-03-01",
		"2010-03-01T00:00:00+08:00":      "2010-03-01",
		"2010-03-01T00:00:00.000Z":       "2010-03-01",
		"2010-03-01T00:00:00":            "2010-03-01",
		"2010-03-31T23:59:59-03:00":      "2010-03-31",
		"2010-03-31T23:59:59.999+0800":   "2010-03-31",
		"2010-03-01T10:30:00Z":           "2010-03-01T10:30:00Z",
		"2010-03-01T00:00:01+08:00":      "2010-03-01T00:00:01+08:00",
		"2010-03-01T00:00:00 in Beijing": "2010-03-01T00:00:00 in Beijing",
	} {
		if got := (object{"date": written}).day("date"); got != want {
			t.Errorf("%s is read as %s", written, got)
		}
	}
}
