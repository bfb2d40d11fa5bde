package site

import (
	"testing"
)

// TestPolicyTellsWhatRestsOnIt has a policy of two programmes, one that replaces
// another, and a story about one project.
func TestPolicyTellsWhatRestsOnIt(t *testing.T) {
	p, _ := plan(t, map[string]string{
		"data/site.yaml":          bilingual,
		"content/policies/old.md": "---\ntitle: Old rules\ndate: 2005\n---\n# One\n\nText.\n",
		"content/policies/new.md": "---\ntitle: New rules\ndate: 2007\nnumber: No. 7\nstatus: in_force\nreplaces: [old]\n---\n# A\n\nText.\n\n# B\n\nText.\n\n# C\n\nText.\n",
		"content/stories/one.md":  "---\ntitle: A story\nrelated: [\"projects:P1\"]\n---\nText.\n",
		"data/programmes.csv":     "id,title,policy\nF1,First,new\nF2,Second,new\nF3,Third,\n",
		"data/projects.csv":       "id,title,programme,amount_awarded,status\nP1,One,F1,100,completed\nP2,Two,F2,200,completed\nP3,Three,F3,400,completed\n",
	}, Options{})
	note := func(url string) Note {
		t.Helper()
		page, ok := p.Find(url)
		if !ok {
			t.Fatalf("there is no page %s", url)
		}
		return p.View(page).(Note)
	}
	now := note("en/policies/new.html")
	if now.Status != (Chip{"In force", "good"}) || len(now.Contents) != 3 || len(now.ReplacedBy) > 0 {
		t.Errorf("the new policy is %v, its contents are %v, and it is replaced by %v", now.Status, now.Contents, now.ReplacedBy)
	}
	if len(now.Rests.Rows) != 2 || len(now.Totals) < 2 || now.Totals[0].Value != "2" || now.Totals[1].Full != "¥300" {
		t.Errorf("on it rest %v with %v", now.Rests.Rows, now.Totals)
	}
	var replaces string
	for _, f := range now.Facts {
		if f.Label == "Replaces" {
			replaces = f.Values[0].Href
		}
	}
	if replaces != "../policies/old.html" {
		t.Errorf("it replaces %q", replaces)
	}
	old := note("en/policies/old.html")
	if old.Status.Text != "Replaced" || len(old.ReplacedBy) != 1 || old.ReplacedBy[0].Href != "../policies/new.html" {
		t.Errorf("the old policy is %v, replaced by %v", old.Status, old.ReplacedBy)
	}
	if old.Totals != nil || old.Contents != nil {
		t.Errorf("on the old policy rest %v; its one heading is listed as %v", old.Totals, old.Contents)
	}
	story := note("en/stories/one.html")
	if story.Rests.Caption != "Projects it is about" || story.Totals[0].Value != "1" || len(story.Related) != 1 {
		t.Errorf("the story is about %q %v, related to %v", story.Rests.Caption, story.Totals, story.Related)
	}
}
