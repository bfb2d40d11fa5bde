//go:build unix

package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"gongkai/internal/finding"
)

func openSite(t *testing.T, files map[string]string) *Site {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestListPassesOverLitterAndSorts(t *testing.T) {
	s := openSite(t, map[string]string{
		"data/z.csv": "", "data/a/2.csv": "", "data/a/1.csv": "", "data/a.csv": "",
		"data/.hidden.csv": "", "data/.git/config": "", "data/~$z.xlsx": "", "data/Thumbs.db": "",
		"data/z.csv~": "", "data/.DS_Store": "", "data/项目.csv": "", "other/x.csv": "",
	})
	var l finding.List
	got := strings.Join(s.List("data", &l), " ")
	if want := "data/a.csv data/a/1.csv data/a/2.csv data/z.csv data/项目.csv"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if told(&l) != "" {
		t.Error(told(&l))
	}
	if got := s.List("absent", &l); got != nil || told(&l) != "" {
		t.Errorf("an absent folder gives %v, %s", got, told(&l))
	}
	if s.List("data/a.csv", &l) != nil || told(&l) != "not-a-regular-file 0:0" {
		t.Errorf("a file in a folder's place: %s", told(&l))
	}
}

func TestListReportsWhatIsNoRegularFileAndOpensNothing(t *testing.T) {
	s := openSite(t, map[string]string{"data/a.csv": "", "outside/secret.csv": "x"})
	in := func(name string) string { return filepath.Join(s.Dir(), "data", name) }
	if err := os.Symlink("a.csv", in("file-link.csv")); err != nil {
		t.Skip(err)
	}
	os.Symlink("../outside", in("folder-link"))
	os.Symlink("/", in("root-link"))
	os.Symlink("loop", in("loop"))
	if err := syscall.Mkfifo(in("pipe.csv"), 0o644); err != nil {
		t.Fatal(err)
	}
	// A socket's address is short, so it is made by its relative name.
	t.Chdir(filepath.Join(s.Dir(), "data"))
	if sock, err := net.Listen("unix", "sock.csv"); err == nil {
		defer sock.Close()
	}
	os.WriteFile(in("bad\xFFname.csv"), nil, 0o644)
	os.WriteFile(in("a\u202Evsc.exe.csv"), nil, 0o644)
	os.WriteFile(in("line\nbreak.csv"), nil, 0o644)
	var l finding.List
	if got := s.List("data", &l); len(got) != 1 || got[0] != "data/a.csv" {
		t.Errorf("got %q", got)
	}
	count := map[string]int{}
	for _, f := range l.All() {
		count[f.Rule.ID]++
		if !isPlainName(f.Pos.File) {
			t.Errorf("%q is not safe to print", f.Pos.File)
		}
	}
	if count["not-a-regular-file"] != 6 || count["file-name"] != 3 {
		t.Errorf("%v", count)
	}
}

func TestReadStaysInTheSiteAndTakesRegularFilesOnly(t *testing.T) {
	s := openSite(t, map[string]string{"data/a.csv": "id\n", "top.csv": "x"})
	os.Symlink("/etc/hosts", filepath.Join(s.Dir(), "link.csv"))
	syscall.Mkfifo(filepath.Join(s.Dir(), "pipe.csv"), 0o644)
	for _, name := range []string{"../x", "/etc/hosts", "data/../top.csv", "", "data", "link.csv", "pipe.csv", "absent.csv", "a\x00b", "data//a.csv"} {
		data, err := s.Read(name, 100)
		if _, ok := errors.AsType[*fs.PathError](err); !ok || data != nil {
			t.Errorf("%q gives %q, %v", name, data, err)
		}
	}
	if data, err := s.Read("data/a.csv", 3); string(data) != "id\n" || err != nil {
		t.Errorf("%q %v", data, err)
	}
	if _, err := s.Read("data/a.csv", 2); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a file beyond the limit gives %v", err)
	}
	for name, want := range map[string]bool{"data/a.csv": true, "data": true, "link.csv": false, "no": false, "../x": false, "pipe.csv": false} {
		if s.Exists(name) != want {
			t.Errorf("Exists(%q) is %v", name, !want)
		}
	}
	for name, want := range map[string]int64{"data/a.csv": 3, "data": 0, "link.csv": 0, "no": 0, "../x": 0} {
		if got := s.Size(name); got != want {
			t.Errorf("the size of %q is %d, want %d", name, got, want)
		}
	}
}

func pack(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReadDataUnpacks(t *testing.T) {
	packed := pack(t, strings.Repeat("id,title\nP1,Care\n", 100))
	s := openSite(t, map[string]string{
		"good.csv.gz": packed, "two.csv.gz": pack(t, "id\n") + pack(t, "P1\n"),
		"cut.csv.gz": packed[:len(packed)/2], "plain.csv.gz": "id,title\n", "empty.csv.gz": "",
		"damaged.csv.gz": packed[:20] + "\xFF\xFF" + packed[22:], "tail.csv.gz": packed + "more",
	})
	for name, want := range map[string]string{
		"good.csv.gz": "", "two.csv.gz": "", "cut.csv.gz": "bad-gzip 0:0", "plain.csv.gz": "bad-gzip 0:0",
		"empty.csv.gz": "bad-gzip 0:0", "damaged.csv.gz": "bad-gzip 0:0", "tail.csv.gz": "bad-gzip 0:0",
		"absent.csv.gz": "unreadable-file 0:0",
	} {
		var l finding.List
		if data, ok := s.ReadData(name, &l); told(&l) != want || ok != (want == "") || ok && len(data) == 0 {
			t.Errorf("%s: told %q, want %q", name, told(&l), want)
		}
	}
}

func TestUnpackStopsAtBombs(t *testing.T) {
	bomb := []byte(pack(t, strings.Repeat("0", 1<<20)))
	if _, err := unpack(bomb, 1<<30, 1<<10); !errors.Is(err, errBomb) {
		t.Errorf("%v", err)
	}
	if _, err := unpack(bomb, 1<<19, 1<<30); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%v", err)
	}
	if data, err := unpack(bomb, 1<<20, 1<<20); len(data) != 1<<20 || err != nil {
		t.Errorf("at the limit: %d bytes, %v", len(data), err)
	}
}

func TestLinesAreThoseThatFindingsName(t *testing.T) {
	s := openSite(t, map[string]string{
		"a.csv": "one\r\ntwo\rthree", "b.csv.gz": pack(t, "packed\n"), "gb.csv": "\xC9\xE7\xC7\xF8\n",
		"w.csv": "caf\xE9\n", "bad.csv": "caf\xE9\n",
	})
	x := s.NewLines()
	x.Encodings = map[string]string{"w.csv": "windows-1252"}
	for _, c := range []struct {
		file string
		line int
		want string
		ok   bool
	}{
		{"a.csv", 3, "three", true}, {"a.csv", 1, "one", true}, {"a.csv", 4, "", false}, {"a.csv", 0, "", false},
		{"b.csv.gz", 1, "packed", true}, {"gb.csv", 1, "社区", true}, {"w.csv", 1, "café", true},
		{"bad.csv", 1, "", false}, {"absent.csv", 1, "", false}, {"", 1, "", false},
	} {
		if got, ok := x.Line(c.file, c.line); got != c.want || ok != c.ok {
			t.Errorf("%s:%d is %q, %v", c.file, c.line, got, ok)
		}
	}
}
