package output

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// streamed publishes one file that is streamed in parts of a kilobyte.
func streamed(t *testing.T, dest, name, text string, then error) (Result, error) {
	t.Helper()
	d, err := Begin(dest)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Abort()
	err = d.Stream(name, func(w io.Writer) error {
		for rest := text; rest != ""; {
			n := min(1000, len(rest))
			if _, err := io.WriteString(w, rest[:n]); err != nil {
				return err
			}
			rest = rest[n:]
		}
		return then
	})
	if err != nil {
		_, again := d.Commit()
		return Result{}, errors.Join(err, again)
	}
	return d.Commit()
}

func TestALargeFileIsStreamedAndComparedWithTheOld(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	text := strings.Repeat("0123456789abcdef", streamAt/8)
	for _, c := range []struct {
		text              string
		written, replaced bool
	}{{text, true, true}, {text, false, false}, {text[1:] + "x", true, true}, {text + "y", true, true}, {"short", true, true}, {text, true, true}} {
		result, err := streamed(t, dest, "data/all.csv", c.text, nil)
		if err != nil || result.Files != 1 || (result.Written == 1) != c.written || result.Bytes != int64(len(c.text)) {
			t.Errorf("%d bytes: %+v, %v", len(c.text), result, err)
		}
		got, err := os.ReadFile(filepath.Join(dest, "data", "all.csv"))
		if err != nil || string(got) != c.text {
			t.Errorf("%d bytes became %d: %v", len(c.text), len(got), err)
		}
		alone(t, dest)
	}
}

func TestAStreamThatFailsIsNoFileOfTheSite(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	publish(t, dest, file{"a.txt", "old"})
	before := snapshot(t, dest)
	bad := errors.New("no more rows")
	for _, text := range []string{"few", strings.Repeat("many", streamAt)} {
		if _, err := streamed(t, dest, "a.txt", text, bad); !errors.Is(err, bad) || strings.Contains(err.Error(), "cannot write") {
			t.Errorf("got %v", err)
		}
		if after := snapshot(t, dest); after["a.txt"] != before["a.txt"] {
			t.Errorf("a.txt is %.20q", after["a.txt"])
		}
		alone(t, dest)
	}
}

func TestAPathIsStreamedOnceAndOnlyWhereItMay(t *testing.T) {
	many := strings.Repeat("many", streamAt)
	for _, path := range []string{"../a.txt", "a.txt", "folder"} {
		d, err := Begin(filepath.Join(t.TempDir(), "public"))
		if err != nil {
			t.Fatal(err)
		}
		defer d.Abort()
		for _, name := range []string{"a.txt", "folder/b.txt"} {
			if err := d.Write(name, []byte("x")); err != nil {
				t.Fatal(err)
			}
		}
		err = d.Stream(path, func(w io.Writer) error { _, err := io.WriteString(w, many); return err })
		if own := new(Error); !errors.As(err, &own) || own.ZH == "" {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestTemporaryFilesGoWithTheBuild(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	for _, commits := range []bool{true, false} {
		d, err := Begin(dest)
		if err != nil {
			t.Fatal(err)
		}
		folder, err := d.Scratch()
		if err != nil || filepath.Dir(folder) != filepath.Dir(d.at.path(d.at.dest)) {
			t.Fatalf("%q, %v", folder, err)
		}
		if err := os.WriteFile(filepath.Join(folder, "x"), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if commits {
			if _, err := d.Commit(); err != nil {
				t.Fatal(err)
			}
		} else if err := d.Abort(); err != nil {
			t.Fatal(err)
		}
		alone(t, dest)
	}
	_, root := openPlace(t, dest)
	if err := root.MkdirAll(".public.gongkai-scratch/deep", 0o755); err != nil { // of a killed build
		t.Fatal(err)
	}
	if err := Recover(dest); err != nil {
		t.Fatal(err)
	}
	alone(t, dest)
}
