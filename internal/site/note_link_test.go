package site

import "testing"

func TestADeadLinkNamesTheRecordItMayMean(t *testing.T) {
	_, l := plan(t, map[string]string{
		"data/projects.csv":        "id,title\nBJ-P001,One\n",
		"content/policies/tax.md":  "---\ntitle: Tax\n---\nText.\n",
		"content/stories/first.md": "---\ntitle: First\n---\n[[project:BJ-P01]] [[projekt:BJ-P001|its page]] [[projects:far-away]] [[polici:tax]]\n",
	}, Options{})
	want := []string{
		`did you mean "[[project:BJ-P001]]"?`,
		`did you mean "[[project:BJ-P001|its page]]"?`,
		"mend the id in [[table:id]]",
		`did you mean "[[policy:tax]]"?`,
	}
	var got []string
	for _, f := range l.All() {
		if f.Rule == noteRecordRule {
			got = append(got, f.Hint.EN)
		}
	}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("link %d: %s, want %s", i, got[i], want[i])
		}
	}
}
