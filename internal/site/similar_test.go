package site

import (
	"fmt"
	"strings"
	"testing"

	"gongkai/internal/value"

	"github.com/google/go-cmp/cmp"
)

func TestSimilarProjectsAreThoseNearestInWhatTheyAre(t *testing.T) {
	p, _ := plan(t, map[string]string{
		"data/site.yaml": bilingual,
		"data/projects.csv": "id,title,organization,area,district,amount_awarded,people_served,state\n" +
			"P,Meals,Alpha,Elderly,East,1000,10,completed\n" +
			"far,Far in amount,Beta,Elderly,East,9000,,completed\n" +
			"near,Near in amount,Gamma,Elderly,East,1100,12,completed\n" +
			"declined,Not bought,Gamma,Elderly,East,,,declined\n" +
			"own,By the same,Alpha,Youth,West,1000,,completed\n" +
			"else,Elsewhere,Delta,Elderly,West,1001,,completed\n" +
			"alien,Nothing alike,Delta,Youth,North,1000,,completed\n",
	}, Options{})
	rows := projectView(t, p, "en/projects/P.html").Similar.Rows
	var got []string
	for _, r := range rows {
		got = append(got, r[0].Text+": "+r[len(r)-1].Text)
	}
	want := []string{
		"Near in amount: same area, same district, near in amount", "Far in amount: same area, same district",
		"By the same: same organization, near in amount", "Elsewhere: same area, near in amount",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("similar projects (-want +got):\n%s", diff)
	}
}

func TestSimilarProjectsAreFewAndTheSameEveryTime(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,title,organization,area,district,amount_awarded\n")
	for i := range 300 {
		fmt.Fprintf(&b, "P%d,T,Org %d,Area %d,East,%d\n", i, i%20, i%3, 1000+i%7)
	}
	files := map[string]string{"data/site.yaml": bilingual, "data/projects.csv": b.String()}
	first, _ := plan(t, files, Options{})
	again, _ := plan(t, files, Options{})
	for i := range 300 {
		url := fmt.Sprintf("projects/P%d.html", i)
		one, two := projectView(t, first, url).Similar, projectView(t, again, url).Similar
		if diff := cmp.Diff(one, two); diff != "" || len(one.Rows) != maxSimilar {
			t.Fatalf("%s has %d similar projects, and another time\n%s", url, len(one.Rows), diff)
		}
		for _, r := range one.Rows {
			if r[0].Href == fmt.Sprintf("../projects/P%d.html", i) {
				t.Errorf("%s is similar to itself", url)
			}
		}
	}
}

func TestCostPerPersonSaysWhatItDivides(t *testing.T) {
	for _, c := range []struct{ row, want string }{
		{"completed,300000,280000,100,120", "¥2,333 (¥280,000 paid ÷ 120 served)"},
		{"completed,300000,,100,120", "¥2,500 (¥300,000 awarded ÷ 120 served)"},
		{"completed,300000,280000,100,", ""},
		{"in_progress,300000,120000,100,30", "¥3,000 (¥300,000 awarded ÷ 100 planned)"},
		{"in_progress,300000,120000,,30", ""},
		{",1000,900,,70", "¥12.86 (¥900 paid ÷ 70 served)"},
		{"completed,300000,0,100,120", ""},
		{"completed,300000,-5,100,120", ""},
		{"completed,300000,280000,100,0", ""},
		{"declined,,,100,120", ""},
		{"applied,300000,,100,", ""},
	} {
		p, _ := plan(t, map[string]string{
			"data/site.yaml":    bilingual,
			"data/projects.csv": "id,title,state,amount_awarded,amount_paid,people_planned,people_served\nP,Meals," + c.row + "\n",
		}, Options{})
		got := ""
		for _, a := range projectView(t, p, "en/projects/P.html").People {
			if a.Label == "Cost per person" {
				got = a.Value + " (" + a.Note + ")"
			}
		}
		if got != c.want {
			t.Errorf("%s: one person cost %q, want %q", c.row, got, c.want)
		}
	}
}

func TestASharesRoundingNeverSaysAllOrNothingOfWhatIsNeither(t *testing.T) {
	for _, c := range []struct {
		part, whole int64
		want        string
	}{
		{40, 100, "40%"}, {100, 100, "100%"}, {0, 100, "0%"}, {99_600, 100_000, "99.6%"}, {99_999, 100_000, "99.9%"},
		{100_001, 100_000, "100.1%"}, {1, 100_000, "0.1%"}, {300, 100, "300%"}, {-5, 100, "-5%"}, {5, 0, ""}, {5, -1, ""},
	} {
		got, _ := percentOf(value.NewMoney(c.part, value.CNY), value.NewMoney(c.whole, value.CNY))
		if got != c.want {
			t.Errorf("%d of %d is %q, want %q", c.part, c.whole, got, c.want)
		}
	}
}
