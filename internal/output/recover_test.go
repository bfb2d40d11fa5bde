package output

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRecoverDoesNothingWhereNothingWasLeft(t *testing.T) {
	dest := oldSite(t)
	before := snapshot(t, filepath.Dir(dest))
	if err := Recover(dest); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(filepath.Dir(dest), "not", "there")
	if err := Recover(missing); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, snapshot(t, filepath.Dir(dest))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRecoverUndoesAKilledCommit(t *testing.T) {
	dest := oldSite(t)
	before := snapshot(t, dest)
	w := ways()[0]
	for k := 1; cmp.Equal(before, snapshot(t, dest)); k++ {
		if disk, err := w.build(t, dest, k, true); !disk.reached() {
			t.Fatalf("no kill leaves a mixed site (%v)", err)
		}
	}
	if err := Recover(dest); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, snapshot(t, dest)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	alone(t, dest)
}

func TestRecoverPutsTheOldTreeBack(t *testing.T) {
	dest := oldSite(t)
	before := snapshot(t, dest)
	at, _ := openPlace(t, dest)
	if err := os.Rename(dest, at.path(at.old)); err != nil {
		t.Fatal(err)
	}
	put(t, at.path(at.stage), "index.html", "new")
	if err := Recover(dest); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, snapshot(t, dest)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	alone(t, dest)
}

func TestAJournalThatIsNotWholeDoesNothing(t *testing.T) {
	for name, text := range map[string]string{
		"cut":      journalHeader + "\nadd notes.txt\nadd index.ht",
		"no end":   journalHeader + "\nadd notes.txt\n",
		"no head":  "add notes.txt\nend\n",
		"outside":  journalHeader + "\nadd notes.txt\nadd ../outside.txt\nend\n",
		"absolute": journalHeader + "\nadd /etc/hosts\nadd notes.txt\nend\n",
		"unknown":  journalHeader + "\nadd notes.txt\nmove notes.txt\nend\n",
		"empty":    "",
	} {
		dest := oldSite(t)
		put(t, filepath.Dir(dest), "outside.txt", "theirs")
		before := snapshot(t, filepath.Dir(dest))
		at, _ := openPlace(t, dest)
		put(t, at.folder, at.journal, text)
		if err := Recover(dest); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(before, snapshot(t, filepath.Dir(dest))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestLinksInThePlaceOfOurNamesAreNotFollowed(t *testing.T) {
	dest := oldSite(t)
	outside := t.TempDir()
	put(t, outside, "x.txt", "theirs")
	at, _ := openPlace(t, dest)
	for _, name := range []string{at.stage, at.backup, at.journal} {
		symlink(t, outside, at.path(name))
	}
	publish(t, dest, newSite()...)
	if got := snapshot(t, outside)["x.txt"]; got != "file theirs" {
		t.Errorf("x.txt is %q", got)
	}
	alone(t, dest)

	symlink(t, filepath.Join(outside, "x.txt"), at.path(at.lock))
	if _, err := Begin(dest); err == nil {
		t.Error("a link is taken for the lock")
	}
}

func FuzzJournal(f *testing.F) {
	f.Add(string(journal{
		folders: []string{"a"}, add: []string{"a/b c.html"}, replace: []string{manifestName}, remove: []string{"x"},
	}.encode()))
	f.Add(journalHeader + "\nadd ../x\nend\n")
	f.Fuzz(func(t *testing.T, text string) {
		first, ok := parseJournal(text)
		if !ok {
			return
		}
		second, ok := parseJournal(string(first.encode()))
		if !ok {
			t.Fatal("a journal we wrote is not read")
		}
		if diff := cmp.Diff(first, second, cmp.AllowUnexported(journal{})); diff != "" {
			t.Errorf("written and read again (-first +second):\n%s", diff)
		}
	})
}
