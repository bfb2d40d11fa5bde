package export

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// TestEveryTemporaryFileGoes makes everything of a site whose files are too large
// to be held, as a build does: the archive last.
func TestEveryTemporaryFileGoes(t *testing.T) {
	files := awkward()
	var rows strings.Builder
	noise, text := rand.NewChaCha8([32]byte{}), make([]byte, 1500)
	for i := range 1500 {
		_, _ = noise.Read(text)
		fmt.Fprintf(&rows, "N%d,meals,ORG-2,2010,1500.50,completed,2010-03-05,12,%x\n", i, text)
	}
	files["data/projects.csv"] += rows.String()
	scratch, d := t.TempDir(), load(t, files)
	most := 0
	kept := made(t, d)
	for _, dl := range Downloads(d) {
		var b bytes.Buffer
		if err := dl.Write(&b, scratch); err != nil {
			t.Fatalf("%s: %v", dl.Path, err)
		}
		if !bytes.Equal(b.Bytes(), kept[dl.Path]) {
			t.Errorf("%s differs from what a preview makes", dl.Path)
		}
		left, err := os.ReadDir(scratch)
		if err != nil {
			t.Fatal(err)
		}
		most = max(most, len(left))
	}
	if left, _ := os.ReadDir(scratch); len(left) > 0 {
		t.Errorf("%q are left", left)
	}
	if most == 0 {
		t.Error("nothing was kept on the disk, so nothing was tested")
	}
}

func TestASpoolGivesBackWhatItTook(t *testing.T) {
	for _, n := range []int{0, 1, spoolAt, spoolAt + 1, 3 * spoolAt} {
		s := spool{folder: t.TempDir()}
		want := bytes.Repeat([]byte("x"), n)
		for rest := want; len(rest) > 0; {
			part := min(len(rest), 77777)
			if _, err := s.Write(rest[:part]); err != nil {
				t.Fatal(err)
			}
			rest = rest[part:]
		}
		if (s.file != nil) != (n > spoolAt) {
			t.Errorf("%d bytes: on the disk: %v", n, s.file != nil)
		}
		var got bytes.Buffer
		if _, err := s.WriteTo(&got); err != nil || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%d bytes came back as %d: %v", n, got.Len(), err)
		}
		if err := s.close(); err != nil {
			t.Fatal(err)
		}
		if left, _ := os.ReadDir(s.folder); len(left) > 0 {
			t.Errorf("%q are left", left)
		}
	}
	s := spool{folder: t.TempDir() + "/none"}
	if _, err := s.Write(make([]byte, spoolAt+1)); err == nil {
		t.Error("a folder that is not there took a file")
	}
}
