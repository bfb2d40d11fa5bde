package site

import (
	"testing"

	"gongkai/internal/finding"
)

func TestQualityTellsWhatIsOpenFromWhatIsAccepted(t *testing.T) {
	p, _ := plan(t, map[string]string{"data/site.yaml": bilingual, "data/projects.csv": projectsCSV(1)}, Options{})
	note := &finding.Rule{ID: "some-note", Group: finding.GroupForm, Title: finding.Text{ZH: "提示", EN: "a note"}}
	doubt := &finding.Rule{ID: "some-doubt", Group: finding.GroupMoney, Title: finding.Text{ZH: "存疑", EN: "a doubt"}}
	reason := finding.Text{ZH: "照原文", EN: "as published"}
	p.findings = []finding.Finding{
		{Rule: note, Severity: finding.Info, Message: finding.Text{EN: "read so"}},
		{Rule: note, Severity: finding.Info, Message: finding.Text{EN: "read so"}},
		{Rule: doubt, Severity: finding.Warning, Message: finding.Text{EN: "too much"}, Hint: finding.Text{EN: "look"}},
		{Rule: doubt, Severity: finding.Info, Message: finding.Text{EN: "odd"}, Hint: finding.Text{EN: "accepted: as published"}, Accepted: reason},
	}
	page, _ := p.Find("en/quality.html")
	v := p.View(page).(Quality)
	if got := v.Summary; got[0].Value != "1" || got[1].Value != "2" || got[2].Value != "1" {
		t.Errorf("the summary is %v", got)
	}
	if len(v.Groups) != 2 || v.Groups[0].ID != "some-doubt" || v.Groups[0].Kind != "busy" || v.Groups[1].Kind != "quiet" {
		t.Fatalf("the groups are %+v, want warnings first", v.Groups)
	}
	first := v.Groups[0]
	if len(first.Items) != 1 || first.Items[0].Hint != "look" || len(first.Accepted) != 1 || first.Accepted[0].Hint != "as published" {
		t.Errorf("open are %+v, accepted %+v", first.Items, first.Accepted)
	}
	if row := v.Kinds.Rows[0]; row[0].Href != "#some-doubt" || row[3].Text != "1" || row[4].Text != "1" {
		t.Errorf("the table says %+v", row)
	}
}
