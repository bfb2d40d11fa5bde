package check

import (
	"testing"

	"gongkai/internal/finding"
)

func TestADoubtOfReadingIsAcceptedWithItsReason(t *testing.T) {
	found := findIn(t, map[string]string{
		"data/site.yaml": "currency: CNY\nas_of: 2011-03-31\nchecks:\n  total-row:\n    severity: error\n" +
			"    accept: [{record: data/projects.csv, reason: {zh: 照原表公布, en: Published as it was}}]\n",
		"data/projects.csv": "id,title,amount_awarded\nP1,Meals,500\n合计,,500\n",
	})
	if len(found) != 1 || found[0].Rule.ID != "total-row" {
		t.Fatalf("found %v", found)
	}
	f := found[0]
	if f.Accepted.EN != "Published as it was" {
		t.Errorf("it is accepted for %q", f.Accepted.EN)
	}
	if f.Severity != finding.Info || f.Hint.EN != "accepted: Published as it was" || f.Hint.ZH != "已接受：照原表公布" {
		t.Errorf("%s, %+v", f.Severity, f.Hint)
	}
}

func TestACellThatBreaksOverLinesIsPartOfItsRecord(t *testing.T) {
	found := findIn(t, map[string]string{
		"data/site.yaml": "currency: CNY\nas_of: 2011-03-31\nchecks: {amount-zero: {accept: [{record: \"projects:P1\", reason: Free}]}}\n",
		"data/projects.csv": "id,title,summary,amount_awarded\nP1,Meals,\"a lunch\non weekdays\",0\n" +
			"P2,Visits,weekly,0\n",
	})
	if len(found) != 2 || found[0].Severity != finding.Info || found[0].Pos.Line != 3 || found[1].Severity != finding.Warning {
		t.Errorf("found %v", found)
	}
}

func TestRulesOfLaterStagesCanBeNamed(t *testing.T) {
	later := &finding.Rule{ID: "dead-link", Severity: finding.Warning}
	files := map[string]string{
		"data/site.yaml":    "currency: CNY\nas_of: 2011-03-31\nchecks: {dead-link: error}\n",
		"data/projects.csv": "id,title\nP1,Meals\n",
	}
	if found := findIn(t, files, later); len(found) != 0 {
		t.Errorf("found %v", found)
	}
	if found := findIn(t, files); len(found) != 1 || found[0].Rule != unknownCheckRule {
		t.Errorf("found %v", found)
	}
}

func TestAnEmptyFolderIsChecked(t *testing.T) {
	if found := findIn(t, nil); len(found) == 0 {
		t.Error("nothing is said of a folder without tables")
	}
}

func TestACellThatCannotBeReadIsNotCalledBlank(t *testing.T) {
	files := map[string]string{
		"data/site.yaml":    "currency: CNY\nas_of: 2011-03-31\n",
		"data/projects.csv": "id,title,state,amount_awarded\nP1,Meals,approved,500\nP2,Visits,approved,much\n",
	}
	if found := findIn(t, files); len(found) != 1 || found[0].Rule.ID != "bad-money" {
		t.Errorf("found %v", found)
	}
}

func TestANumberOfAPersonIsFoundInAnyColumn(t *testing.T) {
	for row, want := range map[string]int{
		"P2,Visits,13800000000,2010":            0, // an amount
		"P2,Visits,CNY 13812345678,2010":        0,
		"P2,Visits,电话 13812345678,2010":         1,
		"P2,Visits,电话：13812345678,2010":         1,
		"P2,Visits,500,13812345678":             1,
		"P2,Visits,500,138-1234-5678":           1,
		"13812345678,Visits,500,2010":           0, // an identifier
		"P2,电话 13812345678,13812345678,2010":    1, // the label is of another cell
		"P2,Visits 13812345678,500,13812345678": 2,
	} {
		n := 0
		for _, f := range findIn(t, map[string]string{"data/site.yaml": "currency: CNY\n", "data/projects.csv": "id,title,amount_awarded,start\nP1,Meals,500,2010\n" + row + "\n"}) {
			if f.Rule.ID == "personal-mobile" {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d numbers of persons, want %d", row, n, want)
		}
	}
}
