package site

import (
	"strings"
	"testing"
)

// A list of records that are named by their values shows each value once, and what
// the record belongs to.
func TestListsShowWhatARecordBelongsTo(t *testing.T) {
	files := chainFiles()
	files["data/figures.csv"] = "id,subject,year,measure,value,unit\nF,organizations:O1,2010,people_served,9000,people\nF2,,,own words,12.5,kg\n"
	files["data/corrections.csv"] = "id,date,table,record,what_en\nK,2011-03-01,projects,done,The amount was wrong\nK2,,projects,nowhere,Gone\n"
	p, _ := plan(t, files, Options{})
	for url, want := range map[string]string{
		"en/payments/index.html":         "Payment|Amount|Stage|Project|Organization|Evaluation / 5 January 2011|¥180,000|Final|Meals|Alpha|Performance evaluation · 10 January 2011 / 10 December 2010",
		"en/payments/index/largest.html": "Payment|Amount|Stage|Project|Organization|Evaluation / 1 July 2010|¥310,000|Advance|Meals|Alpha| / 5 January 2011|¥180,000",
		"en/evaluations/index.html":      "Evaluation|Date|Project|By|Score|Grade / Performance evaluation|10 January 2011|Meals|Third party|92.5|Excellent / Follow-up|1 August 2010|Meals|Provider|41|Fail",
		"en/figures/index.html":          "Figure|Value|Subject|Year / People served|9,000 people|Alpha|2010 / own words|12.5 kg||",
		"en/corrections/index.html":      "Correction|Record|What / 1 March 2011|Meals|The amount was wrong / projects:nowhere|nowhere|Gone",
	} {
		page, ok := p.Find(url)
		if !ok {
			t.Fatalf("there is no page %s", url)
		}
		if got := lines(p.View(page).(List).Table); !strings.HasPrefix(got, want) {
			t.Errorf("%s shows\n%s\nwant\n%s", url, got, want)
		}
	}
}

func TestAListLeavesOutTheRecordWhosePageItIs(t *testing.T) {
	files := chainFiles()
	files["data/events.csv"] = "id,organization,venue,title_en\nE,O1,V,Open day\n"
	files["data/venues.csv"] = "id,name_en\nV,Centre\n"
	p, _ := plan(t, files, Options{})
	page, _ := p.Find("en/venues/V.html")
	tables := p.View(page).(Record).Tables
	if len(tables) != 1 {
		t.Fatalf("the venue has %d lists", len(tables))
	}
	if got := lines(tables[0]); got != "Event|Organization / Open day|Alpha" {
		t.Errorf("the venue lists\n%s", got)
	}
}

// lines are a table's heads and rows.
func lines(t Table) string {
	var heads []string
	for _, h := range t.Heads {
		heads = append(heads, h.Text)
	}
	all := []string{strings.Join(heads, "|")}
	for _, row := range t.Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.Text)
		}
		all = append(all, strings.Join(cells, "|"))
	}
	return strings.Join(all, " / ")
}

func TestListsOfDatedRecordsBeginWithTheNewest(t *testing.T) {
	files := map[string]string{
		"data/site.yaml":     bilingual,
		"data/payments.csv":  "id,date,amount\nA,2010-03,5\nB,,\nC,2011-01-02,7\nD,2010-03,9\n",
		"data/documents.csv": "id,title_en,date\nX,New,2012\nY,Old,2011\n",
		"data/budgets.csv":   "id,year,amount\nU,2010,1\nV,2012,2\n",
	}
	p, _ := plan(t, files, Options{})
	for _, c := range []struct {
		table  string
		sorted order
		want   string
	}{
		{"payments", orderFirst, "C A D B"}, {"payments", orderLargest, "D C A"},
		{"documents", orderFirst, "X Y"}, {"budgets", orderFirst, "V U"},
	} {
		list := p.list(p.Data.Table(c.table), "en", c.sorted)
		var ids []string
		for _, e := range list.part(0, list.len()) {
			ids = append(ids, e.Rec().ID)
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("the list %d of %s is %s, want %s", c.sorted, c.table, got, c.want)
		}
	}
	if p.lists[listKey{"documents", "", orderFirst}] != nil {
		t.Error("an order that is that of the files is held")
	}
}

func TestAListOfContractsSaysWhatLeavesTheAmount(t *testing.T) {
	files := map[string]string{
		"data/site.yaml":     bilingual,
		"data/projects.csv":  "id,title_en\nP,Meals\n",
		"data/contracts.csv": "id,project,number,amount,amends\nC,P,K1,100,\nD,P,K2,,C\nE,P,K3,,\n",
	}
	p, _ := plan(t, files, Options{})
	page, _ := p.Find("en/contracts/index.html")
	cells := p.View(page).(List).Table.Rows
	if first, second, third := cells[0][2], cells[1][2], cells[2][2]; first.Text != "¥100" || second.Text != "unchanged" || !third.Missing {
		t.Errorf("the amounts are %+v, %+v and %+v", first, second, third)
	}
}
