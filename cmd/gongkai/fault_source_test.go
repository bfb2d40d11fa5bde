//go:build unix

package main

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestSourcesThatChangeDuringABuild replaces and cuts a table, a note and a
// document again and again while sites are built of them. A build that succeeds
// has one state of each file whole; another leaves the old site and says why.
func TestSourcesThatChangeDuringABuild(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w := &faultWorld{t: t, dir: dir, dest: filepath.Join(dir, "place", "public"), binary: filepath.Join(dir, "gongkai")}
	self, err := os.Executable()
	if err == nil {
		err = os.Symlink(self, w.binary)
	}
	if err != nil {
		t.Fatal(err)
	}
	source := filepath.Join(dir, "site")
	states := map[string][2]string{
		"data/projects.csv":           {"id,title\n" + "P1,First\n", "id,title\n" + "P1,Second and longer\n"},
		"static/documents/report.txt": {strings.Repeat("first\n", 30_000), strings.Repeat("second\n", 40_000)},
		"content/stories/news.md":     {"# First\n\nText.\n", "# Second\n\nAnother text.\n"},
	}
	put := func(i int) {
		for name, texts := range states {
			write(t, filepath.Join(source, name), texts[i]) // cut first, then written: never at once
		}
	}
	put(0)
	write(t, filepath.Join(source, "data", "site.yaml"), "languages: [en]\nas_of: 2024-09-30\ncurrency: CNY\n")
	if code, said := w.build(source, w.dest); code != 0 {
		t.Fatal(said)
	}

	began := time.Now()
	if code, said := w.build(source, w.dest); code != 0 {
		t.Fatal(said)
	}
	took := time.Since(began)
	builds := 15
	if os.Getenv(long) != "" {
		builds = 200
	}
	random := rand.New(rand.NewPCG(3, 4))
	built := 0
	for i := range builds {
		before := w.sums(w.dest)
		var changing sync.WaitGroup
		changing.Go(func() {
			for range 1 + i%3*20 {
				time.Sleep(time.Duration(random.Float64() * float64(took) / float64(1+i%3*10)))
				put(i % 2)
			}
		})
		code, said := w.build(source, w.dest)
		changing.Wait()
		switch {
		case code == 0:
			built++
			w.holdsOneOf("documents/report.txt", states["static/documents/report.txt"][0], states["static/documents/report.txt"][1])
			w.holdsOneOf("data/projects.csv", "First", "Second and longer")
			w.holdsOneOf("stories/news.html", "Text.", "Another text.")
		case code == 2 && !strings.Contains(said, "build again"), code != 1 && code != 2:
			t.Errorf("exit code %d: %s", code, said)
		case !maps.Equal(before, w.sums(w.dest)):
			t.Errorf("exit code %d, and the site is another: %s", code, said)
		}
	}
	t.Logf("%d of %d builds found files at rest", built, builds)
	put(1)
	if code, said := w.build(source, w.dest); code != 0 {
		t.Fatal(said)
	}
	w.holdsOneOf("documents/report.txt", states["static/documents/report.txt"][1], "")
}

// holdsOneOf checks that a file of the site is one text, or holds a short one.
func (w *faultWorld) holdsOneOf(name, one, other string) {
	w.t.Helper()
	data, err := os.ReadFile(filepath.Join(w.dest, name))
	if err != nil {
		w.t.Fatal(err)
	}
	for _, text := range []string{one, other} {
		if text != "" && (string(data) == text || len(text) < 100 && strings.Contains(string(data), text)) {
			return
		}
	}
	w.t.Errorf("%s holds %d bytes that never stood there", name, len(data))
}
