package output

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheManifestIsAsDocumented(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	publish(t, dest, file{"b/页.html", "two"}, file{"a b.html", ""}, file{"b.html", "two"})
	want := `file gongkai-manifest 1
e3b0c44298fc1c14 0 a b.html
3fc4ccfe745870e2 3 b.html
3fc4ccfe745870e2 3 b/页.html
`
	if diff := cmp.Diff(want, snapshot(t, dest)[manifestName]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestADamagedManifestRemovesNothingElse(t *testing.T) {
	good := "e3b0c44298fc1c14 0 empty.html\n"
	for name, test := range map[string]struct {
		manifest string
		removed  int
	}{
		"whole":           {manifestHeader + "\n" + good, 1},
		"a file twice":    {manifestHeader + "\n" + good + good, 1},
		"outside":         {manifestHeader + "\n" + "e3b0c44298fc1c14 0 ../outside.html\n" + good, 1},
		"through a link":  {manifestHeader + "\n" + good + "e3b0c44298fc1c14 0 up/outside.html\n", 1},
		"another size":    {manifestHeader + "\n" + "e3b0c44298fc1c14 1 empty.html\n", 0},
		"another sum":     {manifestHeader + "\n" + "e3b0c44298fc1c15 0 empty.html\n", 0},
		"other lines":     {manifestHeader + "\n\n \nx y z\n-1 0 empty.html\n" + good, 1},
		"a folder":        {manifestHeader + "\n" + "e3b0c44298fc1c14 0 up\n", 0},
		"not in order":    {manifestHeader + "\n" + "2d711642b726b044 1 z.html\n2d711642b726b044 1 index.html\n" + good, 0},
		"no header":       {good, 0},
		"another version": {"gongkai-manifest 2\n" + good, 0},
		"empty":           {"", 0},
		"an endless line": {manifestHeader + "\n" + strings.Repeat("x", 1<<17) + "\n" + good, 0},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			dest := filepath.Join(dir, "public")
			put(t, dir, "outside.html", "")
			put(t, dest, "empty.html", "")
			put(t, dest, manifestName, test.manifest)
			symlink(t, dir, filepath.Join(dest, "up"))
			got := publish(t, dest, file{"index.html", "x"})
			if got.Removed != test.removed {
				t.Errorf("%d removed, want %d", got.Removed, test.removed)
			}
			found := snapshot(t, dir)
			if _, kept := found["public/empty.html"]; kept != (test.removed == 0) {
				t.Errorf("empty.html stands: %v", kept)
			}
			if found["public/index.html"] != "file x" {
				t.Errorf("a file of the site is %q", found["public/index.html"])
			}
			if found["outside.html"] != "file " || found["public/up"] != "link to "+dir {
				t.Errorf("what is not ours was touched: %v", found)
			}
		})
	}
}

func FuzzManifest(f *testing.F) {
	f.Add(manifestHeader + "\ne3b0c44298fc1c14 0 a b.html\n3fc4ccfe745870e2 3 b/页.html\n")
	f.Add(manifestHeader + "\nffffffffffffffff -1 ../x\n")
	f.Fuzz(func(t *testing.T, text string) {
		first := recordsOf(t, text)
		written := []byte(manifestHeader + "\n")
		for i, r := range first {
			if err := checkPath(r.path); err != nil {
				t.Errorf("%q: %v", r.path, err)
			}
			if i > 0 && r.path <= first[i-1].path {
				t.Errorf("%q comes after %q", r.path, first[i-1].path)
			}
			written = appendManifestLine(written, r.path, r.entry)
		}
		if second := recordsOf(t, string(written)); !slices.Equal(first, second) {
			t.Errorf("written and read again: %v, then %v", first, second)
		}
	})
}

func recordsOf(t *testing.T, text string) (all []record) {
	t.Helper()
	m := newManifest(io.NopCloser(strings.NewReader(text)))
	for {
		if err := m.next(); err != nil {
			t.Fatal(err)
		}
		if m.done {
			return all
		}
		all = append(all, m.record)
	}
}
