package output

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

type file struct{ path, text string }

// newSite is what replaces oldSite: files equal, changed, new and gone.
func newSite() []file {
	return []file{
		{"index.html", "home, second edition"},
		{"projects/1.html", "one"},
		{"projects/3.html", "three"},
		{"en/index.html", "HOME"},
		{"years/2010/x.html", "2010"},
		{"years/2011.html", "2011"},
	}
}

// oldSite publishes a site into a fresh folder and adds what others put there.
func oldSite(t *testing.T) (dest string) {
	t.Helper()
	dest = filepath.Join(t.TempDir(), "public")
	publish(t, dest,
		file{"index.html", "home"},
		file{"projects/1.html", "one"},
		file{"projects/2.html", "two"},
		file{"en/index.html", "home"},
		file{"gone/deep/x.html", "x"},
	)
	put(t, dest, "notes.txt", "theirs")
	put(t, dest, "theirs/deep/y.txt", "theirs too")
	if err := os.Symlink("notes.txt", filepath.Join(dest, "link")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dest, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	return dest
}

// published is the snapshot of the new site over the old one.
func published(t *testing.T) map[string]string {
	t.Helper()
	dest := oldSite(t)
	publish(t, dest, newSite()...)
	return snapshot(t, dest)
}

func publish(t *testing.T, dest string, files ...file) Result {
	t.Helper()
	d, err := Begin(dest)
	if err != nil {
		t.Fatal(err)
	}
	result, err := write(d, files)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func write(d *Dir, files []file) (Result, error) {
	defer d.Abort()
	if _, err := d.Scratch(); err != nil {
		return Result{}, err
	}
	for i, f := range files {
		if err := writeOne(d, f, i%2 == 0); err != nil {
			return Result{}, err
		}
	}
	return d.Commit()
}

// writeOne writes a file whole, or streams it byte by byte.
func writeOne(d *Dir, f file, whole bool) error {
	if whole {
		return d.Write(f.path, []byte(f.text))
	}
	return d.Stream(f.path, func(w io.Writer) error {
		for i := range len(f.text) {
			if _, err := io.WriteString(w, f.text[i:i+1]); err != nil {
				return err
			}
		}
		return nil
	})
}

func put(t *testing.T, dest, name, text string) {
	t.Helper()
	full := filepath.Join(dest, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// snapshot maps every path below dest to its bytes, its link or "folder".
func snapshot(t *testing.T, dest string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dest, func(full string, e fs.DirEntry, err error) error {
		if os.IsNotExist(err) && full == dest {
			return filepath.SkipAll
		}
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dest, full)
		switch {
		case e.IsDir():
			found[name] = "folder"
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(full)
			found[name] = "link to " + target
			return err
		default:
			text, err := os.ReadFile(full)
			found[name] = "file " + string(text)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// mended does what Recover does and checks that nothing is left beside the
// destination but the lock, which in the tests outlives the killed build.
func mended(t *testing.T, dest string) {
	t.Helper()
	at, root := openPlace(t, dest)
	if err := mend(&faulty{files: root, fails: never}, at); err != nil {
		t.Fatal(err)
	}
	alone(t, dest)
}

func alone(t *testing.T, dest string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dest))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), "gongkai") {
			t.Fatalf("%s is left beside the destination", e.Name())
		}
	}
}

func openPlace(t *testing.T, dest string) (place, rootFiles) {
	t.Helper()
	at, err := placeOf(dest)
	if err != nil {
		t.Fatal(err)
	}
	root, err := openFiles(at.folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return at, root
}

func symlink(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Fatal(err)
	}
}
