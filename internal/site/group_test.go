package site

import (
	"testing"

	"gongkai/internal/model"
	"gongkai/internal/oversight"

	"github.com/google/go-cmp/cmp"
)

func TestAnAgencySaysHowMuchOfWhatItOwesIsPublished(t *testing.T) {
	owes, owesNothing := &model.Agency{}, &model.Agency{}
	c := &context{lang: "en", up: "../", plan: &Plan{o: Options{Review: &oversight.Report{Disclosures: []oversight.Disclosure{
		{Agency: owes, Total: oversight.Score{Due: 4, Published: 3}}, {Agency: owesNothing},
	}}}}}
	want := []Amount{{Label: "Steps due that are published", Value: "75%", Note: "3 of 4", Href: "../integrity.html#disclosure"}}
	if diff := cmp.Diff(want, c.disclosed(owes)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, e := range []*model.Agency{owesNothing, {}} {
		if got := c.disclosed(e); got != nil {
			t.Errorf("nothing is due, and the page says %v", got)
		}
	}
	c.plan.o.Review = nil
	if got := c.disclosed(owes); got != nil {
		t.Errorf("nothing was worked out, and the page says %v", got)
	}
}

// TestMoneyPaidCountsWithoutAnAward holds the page against the downloads, which add
// up what was paid for every project.
func TestMoneyPaidCountsWithoutAnAward(t *testing.T) {
	p, _ := plan(t, map[string]string{
		"data/site.yaml":     bilingual,
		"data/projects.csv":  "id,title,agency,year,state,amount_awarded\nP1,a,A,2010,completed,100\nP2,b,A,2010,,\nP3,c,A,2010,declined,\n",
		"data/contracts.csv": "id,project,amount\nK1,P1,90\nK2,P2,60\n",
		"data/payments.csv":  "id,project,amount\nM1,P1,80\nM2,P2,50\nM3,P3,-20\n",
	}, Options{})
	page, _ := p.Find("en/agencies/A.html")
	v := p.View(page).(Group)
	paid := ""
	for _, a := range v.Headline {
		if a.Label == "Paid" {
			paid = a.Value
		}
	}
	if paid != "¥110" {
		t.Errorf("the headline says %q was paid", paid)
	}
	var steps [][]string
	for _, row := range v.Money.Rows {
		var texts []string
		for _, cell := range row {
			texts = append(texts, cell.Text)
		}
		steps = append(steps, texts)
	}
	want := [][]string{
		{"Awarded", "¥100", "1 of 1", "–"}, {"Contracted", "¥150", "2 of 2", "90% of the awards"}, {"Paid", "¥110", "3 of 3", "80% of the awards"},
	}
	if diff := cmp.Diff(want, steps); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestSumsBeyond64BitsStandInFull(t *testing.T) {
	const most = "92233720368547758.07"
	p, _ := plan(t, map[string]string{
		"data/site.yaml": bilingual,
		"data/projects.csv": "id,title,agency,organization,year,amount_awarded\n" +
			"P1,a,A,O1,2010," + most + "\nP2,b,A,O2,2010," + most + "\nP3,c,B,O1,2010,1\n",
	}, Options{})
	page, _ := p.Find("en/agencies/A.html")
	award := p.View(page).(Group).Headline[0]
	if award.Full != "¥184,467,440,737,095,516.14" || award.Note != "> 99.9% of all" {
		t.Errorf("the agency awarded %q, %q", award.Full, award.Note)
	}
	page, _ = p.Find("en/organizations/O1.html")
	if v := p.View(page).(Organization); v.Headline[1].Full != "¥92,233,720,368,547,759.07" {
		t.Errorf("the organization was awarded %+v", v.Headline)
	}
}
