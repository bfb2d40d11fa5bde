package site

import (
	"fmt"
	"strings"
	"testing"
)

func TestWhatHappenedIsToldByDay(t *testing.T) {
	p, _ := plan(t, map[string]string{
		"data/site.yaml": bilingual + "as_of: 2010-12-31\n",
		"data/projects.csv": "id,title,organization,decided,amount_awarded\nP1,甲,社,2010-05-01,100\nP2,乙,社,2010-05-01,200\nP3,丙,社,2010-05-01,300\n" +
			"P4,丁,社,2010-05-01,400\nP5,戊,社,2010-04,500\nP6,己,社,2011-05-01,600\n",
		"data/payments.csv":    "id,project,date,amount\nY1,P1,2010-06-02,60\nY2,P1,2010-06-02,40\n",
		"data/corrections.csv": "id,date,table,record,what\nK1,2010-07-01,projects,P2,金额有误\nK2,2010-08-01,projects,gone,已删\n",
	}, Options{})
	page, ok := p.Find("en/changes.html")
	if !ok {
		t.Fatal("there is no page of changes")
	}
	v := p.View(page).(Changes)
	var got strings.Builder
	for _, d := range v.Days {
		for _, item := range d.Items {
			var names []string
			for _, l := range item.Links {
				names = append(names, l.Text)
			}
			fmt.Fprintf(&got, "%s: %s: %s %s\n", d.Date, item.Text, strings.Join(names, ", "), item.More)
		}
	}
	want := "1 August 2010: 1 correction: 1 August 2010 · projects:gone \n" +
		"1 July 2010: 1 correction: 乙 \n" +
		"2 June 2010: 2 payments, ¥100: 甲 \n" + // P5 is dated to a month, P6 after the data's date
		"1 May 2010: 4 projects awarded, ¥1,000: 甲, 乙, 丙 and 1 more\n"
	if got.String() != want {
		t.Errorf("the days are\n%swant\n%s", got.String(), want)
	}
	if first := v.Corrections.Rows[0]; first[0].Text != "projects:gone" || first[0].Href != "" {
		t.Errorf("the latest correction is about %+v", first[0])
	}
}

func TestASiteWithoutDatesHasNoChanges(t *testing.T) {
	p, _ := plan(t, map[string]string{"data/site.yaml": bilingual, "data/projects.csv": projectsCSV(3)}, Options{})
	if _, ok := p.Find("changes.html"); ok {
		t.Error("there is a page of changes that has none")
	}
}
