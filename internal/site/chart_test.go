package site

import (
	"strconv"
	"strings"
	"testing"
)

const chartProjects = `id,title,organization,agency,area,year,state,amount_requested,amount_awarded,amount_paid
P1,一,甲社,区民政局,养老,2009,completed,200000,150000,150000
P2,二,乙社,区民政局,助残,2010,completed,,2300000,1000000
P3,三,甲社,市教委,养老,2012,approved,,90000,
P4,四,丙社,市教委,助残,2012,declined,70000,,
`

func chartContext(t *testing.T, lang, projects string) *context {
	t.Helper()
	p, _ := plan(t, map[string]string{"data/site.yaml": bilingual, "data/projects.csv": projects}, Options{})
	url := "index.html"
	if lang == "en" {
		url = "en/index.html"
	}
	page, ok := p.Find(url)
	if !ok {
		t.Fatal("there is no home page")
	}
	return newContext(p, page)
}

func TestYearsStandInOrderWithGaps(t *testing.T) {
	c := chartContext(t, "zh", chartProjects)
	ch := c.chartYears(c.plan.Data.Projects.Rows)
	var got []string
	for _, m := range ch.Marks {
		got = append(got, m.Text+"="+m.Values[0].Text+"/"+m.Values[1].Text)
	}
	if want := "2009=15万/15万 2010=230万/100万 2011=/ 2012=9万/"; strings.Join(got, " ") != want {
		t.Errorf("the years are %q, want %q", got, want)
	}
	if want := "2010 年立项金额最多，为 230万元"; ch.Title != want {
		t.Errorf("the title is %q, want %q", ch.Title, want)
	}
}

func TestAChartOfOneMarkIsNone(t *testing.T) {
	c := chartContext(t, "zh", chartProjects)
	one := c.plan.Data.Projects.Rows[:1]
	for name, ch := range map[string]Chart{
		"years": c.chartYears(one), "areas": c.chartAreas(one), "sizes": c.chartSizes(one), "agencies": c.chartAgencies(nil),
	} {
		if ch.Name != "" {
			t.Errorf("the chart of %s has %d marks", name, len(ch.Marks))
		}
	}
}

func TestTicksAreRound(t *testing.T) {
	for _, c := range []struct {
		lo, hi int64
		want   string
	}{
		{0, 100, "0 50 100"}, {0, 7, "0 2 4 6"}, {-30, 90, "0 50"}, {0, 1, "0 1"}, {0, 0, ""},
	} {
		var got []string
		for _, v := range roundTicks(c.lo, c.hi) {
			got = append(got, strconv.FormatInt(v, 10))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("from %d to %d the ticks are %q, want %q", c.lo, c.hi, s, c.want)
		}
	}
}
