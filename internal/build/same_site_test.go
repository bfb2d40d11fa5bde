package build_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/build"
	"gongkai/internal/synth"
)

// buildHere, where it is set, makes the test binary build the folder that it
// names into the one after it, and nothing else.
const buildHere = "GONGKAI_TEST_BUILD"

func TestMain(m *testing.M) {
	folders := os.Getenv(buildHere)
	if folders == "" {
		os.Exit(m.Run())
	}
	from, to, _ := strings.Cut(folders, string(filepath.ListSeparator))
	_, s, err := build.Run(context.Background(), build.Options{Source: from, Destination: to})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	s.Close()
}

// TestSameBytesOnEveryMachine builds one site in processes that differ in what
// must not matter, and from folders whose files were made in another order.
func TestSameBytesOnEveryMachine(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	files := sampleFiles(t)
	names := slices.Sorted(maps.Keys(files))
	forward := layInOrder(t, files, names)
	slices.Reverse(names)
	reversed := layInOrder(t, files, names)
	var want map[string]string
	for _, machine := range []struct {
		name, from string
		umask      string
		env        []string
	}{
		{"one core, UTC, C", forward, "022", []string{"GOMAXPROCS=1", "TZ=UTC", "LC_ALL=C", "LANG=C"}},
		{"two cores, Shanghai, Chinese", forward, "077", []string{"GOMAXPROCS=2", "TZ=Asia/Shanghai", "LC_ALL=zh_CN.UTF-8", "LANG=zh_CN.UTF-8"}},
		{"four cores, Los Angeles, Turkish, files in another order", reversed, "002", []string{"GOMAXPROCS=4", "TZ=America/Los_Angeles", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8"}},
	} {
		t.Run(machine.name, func(t *testing.T) {
			to := filepath.Join(t.TempDir(), "public")
			cmd := exec.Command("sh", "-c", `umask "$1" && exec "$2"`, "sh", machine.umask, program)
			cmd.Env = append(append(os.Environ(), machine.env...), buildHere+"="+machine.from+string(filepath.ListSeparator)+to)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			got := sums(t, to)
			if want == nil {
				want = got
			}
			if len(got) < 100 || len(got) != len(want) {
				t.Errorf("there are %d files, the first machine made %d", len(got), len(want))
			}
			differ := 0
			for name, sum := range want {
				if got[name] != sum {
					if differ++; differ <= 5 {
						t.Errorf("%s is not the same", name)
					}
				}
			}
		})
	}
}

// sampleFiles are a site of generated projects at every state.
func sampleFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := synth.Write(func(path string, data func(io.Writer) error) error {
		var buf bytes.Buffer
		err := data(&buf)
		files[path] = buf.String()
		return err
	}, synth.Options{Projects: 40})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// layInOrder makes the files of a site one after the other. The folder has the
// same name each time, as it may stand for a title.
func layInOrder(t *testing.T, files map[string]string, names []string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	for _, name := range names {
		lay(t, dir, map[string]string{name: files[name]})
	}
	return dir
}

// sums are the digests of all files below a folder, by name.
func sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		all[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
