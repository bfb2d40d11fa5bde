package output

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPublishingCountsAndKeepsForeignFiles(t *testing.T) {
	for _, limit := range []int{journalLimit, 0} {
		dest := oldSite(t)
		d, err := Begin(dest)
		if err != nil {
			t.Fatal(err)
		}
		d.limit = limit
		got, err := write(d, newSite())
		if err != nil {
			t.Fatal(err)
		}
		want := Result{Written: 5, Unchanged: 1, Removed: 2, Files: 6, Bytes: 20 + 3 + 5 + 4 + 4 + 4}
		if got != want {
			t.Errorf("limit %d: got %+v, want %+v", limit, got, want)
		}
		found := snapshot(t, dest)
		delete(found, manifestName)
		if diff := cmp.Diff(map[string]string{
			".": "folder", "en": "folder", "projects": "folder", "years": "folder", "years/2010": "folder",
			"index.html":        "file home, second edition",
			"projects/1.html":   "file one",
			"projects/3.html":   "file three",
			"en/index.html":     "file HOME",
			"years/2010/x.html": "file 2010",
			"years/2011.html":   "file 2011",
			"notes.txt":         "file theirs",
			"theirs":            "folder", "theirs/deep": "folder", "theirs/deep/y.txt": "file theirs too",
			"empty": "folder",
			"link":  "link to notes.txt",
		}, found); diff != "" {
			t.Errorf("limit %d (-want +got):\n%s", limit, diff)
		}
		alone(t, dest)
	}
}

func TestTheSameSiteAgainWritesNothing(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "a", "b", "public")
	publish(t, dest, newSite()...)
	before, err := os.Stat(filepath.Join(dest, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	got := publish(t, dest, newSite()...)
	if want := (Result{Unchanged: 6, Files: 6, Bytes: 40}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	after, err := os.Stat(filepath.Join(dest, "index.html"))
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("index.html is another file now (%v)", err)
	}
}

func TestManyChangesGoInAsOneTree(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	site := func(edition string) (files []file) {
		for i := range journalLimit + 1 {
			files = append(files, file{fmt.Sprintf("p/%d.html", i), edition})
		}
		return append(files, file{"same.html", "same"})
	}
	publish(t, dest, site("first")...)
	put(t, dest, "theirs.txt", "theirs")
	old, err := os.Stat(dest)
	if err != nil {
		t.Fatal(err)
	}
	got := publish(t, dest, site("second")...)
	if got.Written != journalLimit+1 || got.Unchanged != 1 {
		t.Errorf("got %+v", got)
	}
	if now, err := os.Stat(dest); err != nil || os.SameFile(old, now) {
		t.Errorf("the tree was not exchanged (%v)", err)
	}
	found := snapshot(t, dest)
	if found["p/7.html"] != "file second" || found["same.html"] != "file same" || found["theirs.txt"] != "file theirs" {
		t.Errorf("the new tree is not whole: %q, %q, %q", found["p/7.html"], found["same.html"], found["theirs.txt"])
	}
	alone(t, dest)
}

func TestAFileThatSomebodyChangedIsKept(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	publish(t, dest, file{"a.html", "a"}, file{"b.html", "b"}, file{"c.html", "c"})
	put(t, dest, "b.html", "x")
	got := publish(t, dest, file{"a.html", "a"})
	if got.Removed != 1 {
		t.Errorf("got %+v, want 1 removed", got)
	}
	if found := snapshot(t, dest); found["b.html"] != "file x" || found["c.html"] != "" {
		t.Errorf("b.html is %q, c.html %q", found["b.html"], found["c.html"])
	}
}

func TestFilesAndFoldersChangePlaces(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	publish(t, dest, file{"a", "a"}, file{"b/c", "c"}, file{"B/d", "d"})
	publish(t, dest, file{"a/x", "x"}, file{"b", "b"}, file{"B/D", "D"})
	found := snapshot(t, dest)
	delete(found, manifestName)
	want := map[string]string{".": "folder", "a": "folder", "a/x": "file x", "b": "file b", "B": "folder", "B/D": "file D"}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWhatIsInTheWayIsToldAndKept(t *testing.T) {
	outside := t.TempDir()
	for name, prepare := range map[string]func(dest string) error{
		"file for folder":   func(dest string) error { return os.WriteFile(dest+"/projects", nil, 0o644) },
		"link for folder":   func(dest string) error { return os.Symlink(outside, dest+"/projects") },
		"link to a sibling": func(dest string) error { return os.Symlink("theirs", dest+"/projects") },
		"folder for file": func(dest string) error {
			return os.MkdirAll(dest+"/projects/1.html/theirs/x", 0o755)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dest := filepath.Join(t.TempDir(), "public")
			put(t, dest, "theirs/1.html", "theirs")
			if err := prepare(dest); err != nil {
				t.Fatal(err)
			}
			if name == "folder for file" {
				put(t, dest, "projects/1.html/theirs/x/y.txt", "theirs")
			}
			before := snapshot(t, dest)
			d, err := Begin(dest)
			if err != nil {
				t.Fatal(err)
			}
			_, err = write(d, []file{{"projects/1.html", "one"}, {"z.html", "z"}})
			if err == nil || !strings.Contains(err.Error(), "is in the way") {
				t.Errorf("error %v", err)
			}
			if diff := cmp.Diff(before, snapshot(t, dest)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if entries, err := os.ReadDir(outside); err != nil || len(entries) > 0 {
				t.Errorf("%d files went through the link (%v)", len(entries), err)
			}
			alone(t, dest)
		})
	}
}

func TestALinkWhereTheSiteHasAFileIsReplacedNotFollowed(t *testing.T) {
	dir := t.TempDir()
	dest := filepath.Join(dir, "public")
	put(t, dir, "secret.txt", "secret")
	put(t, dest, "x.txt", "x")
	if err := os.Symlink(filepath.Join(dir, "secret.txt"), filepath.Join(dest, "a.html")); err != nil {
		t.Fatal(err)
	}
	publish(t, dest, file{"a.html", "secret"})
	if got := snapshot(t, dest)["a.html"]; got != "file secret" {
		t.Errorf("a.html is %q", got)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "secret.txt")); err != nil || string(got) != "secret" {
		t.Errorf("the file behind the link is %q (%v)", got, err)
	}
}

func TestADestinationBehindALinkStaysALink(t *testing.T) {
	dir := t.TempDir()
	real := filepath.Join(dir, "disk", "site")
	if err := os.MkdirAll(real, 0o755); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "public")
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	d, err := Begin(link)
	if err != nil {
		t.Fatal(err)
	}
	d.limit = 0
	if _, err := write(d, newSite()); err != nil {
		t.Fatal(err)
	}
	if got := snapshot(t, real)["index.html"]; got != "file home, second edition" {
		t.Errorf("index.html is %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the destination is no link any more (%v)", err)
	}
	alone(t, link)
	alone(t, real)
}

func TestASecondBuildFailsAtOnce(t *testing.T) {
	dest := oldSite(t)
	first, err := Begin(dest)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Begin(dest)
	if err == nil || !strings.Contains(err.Error(), "another build is writing") {
		t.Errorf("second build: %v", err)
	}
	if err := Recover(dest); err == nil {
		t.Error("Recover touches what a running build staged")
	}
	if _, err := write(first, newSite()); err != nil {
		t.Errorf("first build: %v", err)
	}
	if err := first.Abort(); err != nil {
		t.Errorf("Abort after Commit: %v", err)
	}
	publish(t, dest, newSite()...)
}

func TestBuildsAtOnceLeaveAWholeSite(t *testing.T) {
	dest := oldSite(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			d, err := Begin(dest)
			if err != nil {
				return // another one is at it
			}
			if _, err := write(d, newSite()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if diff := cmp.Diff(published(t), snapshot(t, dest)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	alone(t, dest)
}

func TestAbortLeavesTheOldSite(t *testing.T) {
	dest := oldSite(t)
	before := snapshot(t, dest)
	d, err := Begin(dest)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Write("index.html", []byte("new")); err != nil {
		t.Fatal(err)
	}
	if err := d.Abort(); err != nil {
		t.Fatal(err)
	}
	if err := d.Write("x.html", nil); err == nil {
		t.Error("a Write after Abort is taken")
	}
	if _, err := d.Commit(); err == nil {
		t.Error("a Commit after Abort is taken")
	}
	if diff := cmp.Diff(before, snapshot(t, dest)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	alone(t, dest)
}

func TestNothingIsPublishedAfterAFailedWrite(t *testing.T) {
	for name, test := range map[string]struct {
		files []file
		want  string
	}{
		"outside":          {[]file{{"../x.html", "x"}}, "cannot be a file of the site"},
		"twice":            {[]file{{"index.html", "1"}, {"index.html", "2"}}, "written twice"},
		"file then folder": {[]file{{"a.html", "a"}, {"b.html/1.html", "b"}, {"a.html/2/3.html", "a"}}, `"a.html" is both a file and a folder`},
		"folder then file": {[]file{{"a.html/2/3.html", "a"}, {"a.html", "a"}}, `"a.html" is both a file and a folder`},
	} {
		dest := oldSite(t)
		before := snapshot(t, dest)
		d, err := Begin(dest)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range test.files {
			_ = d.Write(f.path, []byte(f.text)) // a caller that does not look
		}
		if _, err := d.Commit(); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q", name, err, test.want)
		}
		if diff := cmp.Diff(before, snapshot(t, dest)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		alone(t, dest)
	}
}

func TestWritesAtOnce(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	for _, round := range []string{"first", "second"} {
		d, err := Begin(dest)
		if err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for worker := range 8 {
			wg.Go(func() {
				var page bytes.Buffer
				for i := range 40 {
					page.Reset()
					fmt.Fprintf(&page, "%d of %d, %s", i, worker, round[:i%2])
					if err := d.Write(fmt.Sprintf("%d/%d.html", i%7, worker*40+i), page.Bytes()); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		got, err := d.Commit()
		if err != nil || got.Files != 320 {
			t.Fatalf("%s: %+v, %v", round, got, err)
		}
		if round == "second" && got.Written != 160 {
			t.Errorf("second: %+v, want 160 written", got)
		}
	}
}

func TestAFolderKeepsItsPermissions(t *testing.T) {
	dest := oldSite(t)
	for _, name := range []string{"", "projects", "theirs"} {
		if err := os.Chmod(filepath.Join(dest, name), 0o750); err != nil {
			t.Fatal(err)
		}
	}
	d, err := Begin(dest)
	if err != nil {
		t.Fatal(err)
	}
	d.limit = 0
	if _, err := write(d, newSite()); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "projects", "theirs"} {
		info, err := os.Stat(filepath.Join(dest, name))
		if err != nil || info.Mode().Perm() != 0o750 {
			t.Errorf("%q has %v (%v)", name, info.Mode(), err)
		}
	}
}
