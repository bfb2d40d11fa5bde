package integrity

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
)

func TestThresholds(t *testing.T) {
	for _, c := range []struct{ indicator, threshold, value, want, says string }{
		{"concentration", "hhi", "2,500", "2,500", ""},
		{"concentration", "hhi", "99", "1,800", `cannot be "99"`},
		{"concentration", "hhi", "10001", "1,800", `cannot be "10001"`},
		{"concentration", "hhi", "high", "1,800", `cannot be "high"`},
		{"concentration", "hhi", "", "1,800", `cannot be ""`},
		{"concentration", "share", "40%", "40%", ""},
		{"concentration", "share", "0.405", "40.5%", ""},
		{"concentration", "share", "40", "40%", ""},
		{"concentration", "share", "40.55%", "50%", "cannot be"},
		{"concentration", "share", "140%", "50%", "cannot be"},
		{"concentration", "shares", "40%", "50%", `no threshold "shares"; did you mean "share"?`},
		{"concentrate", "share", "40%", "50%", `no indicator "concentrate"`},
		{"under-threshold", "limit", "300000", "", "the check split-purchases"},
		{"figures-disagree", "limit", "3", "", "has none"},
		{"disclosure", "", "", "50%", ""},
	} {
		t.Run(c.indicator+" "+c.threshold+" "+c.value, func(t *testing.T) {
			d := &model.Dataset{}
			d.Config.Integrity = []model.IndicatorSetting{{Indicator: c.indicator, Threshold: c.threshold, Value: c.value, Pos: finding.Pos{File: model.ConfigFile, Line: 2}}}
			var l finding.List
			limits := readLimits(d, &l)
			var said []string
			for _, f := range l.All() {
				said = append(said, f.Message.EN+"; "+f.Hint.EN)
			}
			text := strings.Join(said, "\n")
			if (c.says == "") != (text == "") || !strings.Contains(text, c.says) {
				t.Errorf("it says %q, want %q", text, c.says)
			}
			name := map[bool]string{true: "share", false: c.threshold}[strings.HasPrefix(c.threshold, "share") || c.threshold == ""]
			for _, l := range append(limits[c.indicator], limits["concentration"]...) {
				if l.Name == name && c.want != "" {
					if l.Text() != c.want || l.Set != (c.says == "" && c.threshold != "") {
						t.Errorf("the threshold is %s (set: %v), want %s", l.Text(), l.Set, c.want)
					}
					return
				}
			}
		})
	}
}

func TestShares(t *testing.T) {
	for _, c := range []struct {
		part, whole int64
		want        string
	}{
		{1, 3, "33.3%"}, {2, 3, "66.7%"}, {1, 2, "50%"}, {0, 5, "0%"}, {5, 0, "0%"}, {-5, 10, "0%"}, {3, 2, "150%"},
		{999_999, 1_000_000, "99.9%"}, {1, 1_000_000, "0.1%"}, {math.MaxInt64, math.MaxInt64, "100%"}, {math.MaxInt64, 1, fmt.Sprint(Share(math.MaxInt64))},
	} {
		if got := oversight.Part(c.part, c.whole).String(); got != c.want {
			t.Errorf("%d of %d is %s, want %s", c.part, c.whole, got, c.want)
		}
	}
	if got := Share(-5).String(); got != "-0.5%" {
		t.Errorf("five less than nothing is %s", got)
	}
}

func TestHHI(t *testing.T) {
	hundred := make([]int64, 100)
	for i := range hundred {
		hundred[i] = 7
	}
	for _, c := range []struct {
		amounts []int64
		want    int64
	}{
		{nil, 0}, {[]int64{5}, 10_000}, {[]int64{5, 5}, 5000}, {hundred, 100}, {[]int64{60, 10, 10, 10, 10}, 4000},
		{[]int64{30, 30, 20, 20}, 2600}, // 900 + 900 + 400 + 400
		{[]int64{100, -50, 0}, 10_000}, {[]int64{math.MaxInt64, math.MaxInt64}, 5_000},
	} {
		if got := hhi(c.amounts); got != c.want {
			t.Errorf("the index of %v is %d, want %d", c.amounts, got, c.want)
		}
	}
}

func TestLongestRun(t *testing.T) {
	for _, c := range []struct {
		years []int
		want  string
	}{
		{nil, "0–0: 0"}, {[]int{2010}, "2010–2010: 1"}, {[]int{2012, 2010, 2011, 2007, 2006}, "2010–2012: 3"}, {[]int{2001, 2002, 2005, 2006}, "2005–2006: 2"},
	} {
		from, to, n := longestRun(c.years)
		if got := fmt.Sprintf("%d–%d: %d", from, to, n); got != c.want {
			t.Errorf("the longest run of %v is %s, want %s", c.years, got, c.want)
		}
	}
}

// TestWhatOtherPagesAsk holds the report's answers about one record to the
// lists.
func TestWhatOtherPagesAsk(t *testing.T) {
	d := load(t, projectsHead+"P1,M,A,O,2010,approved,60\nP2,M,A,U,2010,approved,40\nP3,M,B,O,2010,declined,\nP4,M,,O,2010,approved,5\n")
	r := New(d)
	a, b, o := d.Agencies.Rows[0], d.Agencies.Rows[1], d.Organizations.Rows[0]
	if s, ok := r.ShareOf(a, o); !ok || s.String() != "60%" {
		t.Errorf("the share is %s, %v", s, ok)
	}
	if s, ok := r.ShareOf(b, o); ok {
		t.Errorf("an organization that was declined has %s", s)
	}
	if got, ok := r.Disclosure(a); !ok || got.Projects != 2 || got.Total != (oversight.Score{Due: 10, Published: 2}) {
		t.Errorf("the agency's disclosure is %+v, %v", got, ok)
	}
	if got, ok := r.Disclosure(nil); ok {
		t.Errorf("no agency has the disclosure %+v", got)
	}
	if n := len(r.Disclosures); n != 3 {
		t.Errorf("there are %d disclosures, want those of two agencies and of none", n)
	}
	if got := r.Overall; got.Projects != 4 || got.Total.Due != 17 {
		t.Errorf("in all it is %+v", got)
	}
}
