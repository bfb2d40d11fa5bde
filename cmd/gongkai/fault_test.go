//go:build unix

package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"gongkai/internal/synth"
)

// long, where it is set, makes tests try all that they could: make faults.
const long = "GONGKAI_TEST_LONG"

// faultWorld is a folder with two states of a site, what a build makes of each,
// and a place where the one is published after the other.
type faultWorld struct {
	t         *testing.T
	dir, dest string
	sources   [2]string
	want      [2]map[string][32]byte
	took      time.Duration // a whole build
	broken    string        // a site that its checks stop
	binary    string
}

// newFaultWorld makes the two states, the second by a change of the first.
func newFaultWorld(t *testing.T, projects int, change func(dir string)) *faultWorld {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w := &faultWorld{t: t, dir: dir, dest: filepath.Join(dir, "place", "public"), broken: filepath.Join(dir, "broken"), binary: filepath.Join(dir, "gongkai")}
	self, err := os.Executable()
	if err == nil {
		err = os.Symlink(self, w.binary) // its name makes the test binary the program
	}
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"first", "second"} {
		w.sources[i] = filepath.Join(dir, name, "site") // a folder's name may stand for a title
		if err := synth.WriteDir(w.sources[i], synth.Options{Projects: projects}); err != nil {
			t.Fatal(err)
		}
	}
	change(w.sources[1])
	write(t, filepath.Join(w.broken, "data", "projects.csv"), "id,title,amount_awarded\nP1,Meals,5OO\n")
	for i, source := range w.sources {
		to := filepath.Join(dir, "whole", filepath.Base(filepath.Dir(source)))
		began := time.Now()
		if code, said := w.build(source, to); code != 0 {
			t.Fatalf("exit code %d: %s", code, said)
		}
		w.took, w.want[i] = time.Since(began), w.sums(to)
	}
	if maps.Equal(w.want[0], w.want[1]) {
		t.Fatal("the two states make the same site")
	}
	return w
}

// program is the command of a build.
func (w *faultWorld) program(source, to string) *exec.Cmd {
	return exec.Command(w.binary, "build", "-q", "--lang", "en", "-s", source, "-d", to)
}

func (w *faultWorld) build(source, to string) (code int, said string) {
	w.t.Helper()
	return w.run(w.program(source, to))
}

// run gives the exit code of a command, -1 for one that was killed.
func (w *faultWorld) run(cmd *exec.Cmd) (code int, said string) {
	w.t.Helper()
	out, err := cmd.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		w.t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// sums are the digests of the files below a folder, by name.
func (w *faultWorld) sums(dir string) map[string][32]byte {
	w.t.Helper()
	all := map[string][32]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		all[name] = sha256.Sum256(data)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return all
}

// state is which of the two sites stands; -1 for neither.
func (w *faultWorld) state() int {
	w.t.Helper()
	got := w.sums(w.dest)
	for i := range w.want {
		if maps.Equal(got, w.want[i]) {
			return i
		}
	}
	return -1
}

// refused holds a build that failed against what it owes: a message that says
// what to do, the old site, and nothing beside it.
func (w *faultWorld) refused(code int, said, hint string) {
	w.t.Helper()
	if code != 1 && code != 2 || !strings.Contains(said, hint) {
		w.t.Errorf("exit code %d, want 1 for a finding or 2, and %q: %s", code, hint, said)
	}
	if got := w.state(); got != 0 {
		w.t.Errorf("after %q the old site is not what it was", said)
	}
	if names := entries(w.t, filepath.Dir(w.dest)); len(names) != 1 {
		w.t.Errorf("beside the site: %v", names)
	}
}

// next is the next build, with nothing in its way.
func (w *faultWorld) next(to int) {
	w.t.Helper()
	if code, said := w.build(w.sources[to], w.dest); code != 0 {
		w.t.Fatalf("the next build: exit code %d: %s", code, said)
	}
	if got := w.state(); got != to {
		w.t.Fatalf("the next build made another site than a first one does")
	}
	if names := entries(w.t, filepath.Dir(w.dest)); len(names) != 1 {
		w.t.Fatalf("beside the site: %v", names)
	}
}

// anotherTitle changes every page of a site.
func anotherTitle(t *testing.T) func(dir string) {
	return func(dir string) {
		write(t, filepath.Join(dir, "data", "site.yaml"), "title: {zh: 另一个, en: Another}\nlanguages: [zh, en]\ncurrency: CNY\nas_of: 2024-09-30\ndemonstration: true\n")
	}
}

// anotherDocument changes one file, and what tells its size.
func anotherDocument(t *testing.T) func(dir string) {
	return func(dir string) {
		for i := range 200 {
			write(t, filepath.Join(dir, "static", "documents", fmt.Sprintf("report-%d.txt", i)), strings.Repeat("another report\n", i))
		}
	}
}

// TestKilledBuilds kills builds of the real program at random moments while a
// reader looks at a page all the time: files are whole, the next command finds
// one of the two sites or mends it, and the next build makes the same bytes.
func TestKilledBuilds(t *testing.T) {
	kills := 20
	if os.Getenv(long) != "" {
		kills = 400
	}
	for _, c := range []struct {
		name   string
		change func(dir string)
	}{
		{"of a few changed files", anotherDocument(t)},
		{"of a changed site", anotherTitle(t)},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newFaultWorld(t, 8, c.change)
			w.next(0)
			stop := w.reader("index.html")
			defer stop()
			random := rand.New(rand.NewPCG(1, 2))
			standing, killed, late := 0, 0, 0
			for i := 0; killed < kills/2; i++ {
				if late > 10*kills {
					t.Fatalf("%d builds had ended before they could be killed, %d were killed", late, killed)
				}
				to := 1 - standing
				cmd := w.program(w.sources[to], w.dest)
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				// Half of the kills fall into the end, where files change places.
				wait := random.Float64()
				if i%2 == 0 {
					wait = 0.5 + 0.6*wait
				}
				time.Sleep(time.Duration(wait * float64(w.took)))
				_ = cmd.Process.Kill()
				_ = cmd.Wait()
				if cmd.ProcessState.Exited() {
					late++
				} else {
					killed++
				}
				w.eachWhole()
				if code, said := w.build(w.broken, w.dest); code != 1 {
					t.Fatalf("kill %d: mending: exit code %d: %s", i, code, said)
				}
				if standing = w.state(); standing < 0 {
					t.Fatalf("kill %d: neither the old site nor the new one stands", i)
				}
				if names := entries(t, filepath.Dir(w.dest)); i%5 == 0 {
					w.next(to)
					standing = to
				} else if len(names) != 1 {
					t.Fatalf("kill %d: beside the site: %v", i, names)
				}
			}
			t.Logf("%d builds were killed, %d had ended before", killed, late)
		})
	}
}

// eachWhole checks that every file that a reader finds is one of the two sites'.
func (w *faultWorld) eachWhole() {
	w.t.Helper()
	for name, sum := range w.sums(w.dest) {
		if w.want[0][name] != sum && w.want[1][name] != sum {
			w.t.Fatalf("%s is in neither site", name)
		}
	}
}

// reader reads a file all the time, which has to be there and whole each time.
func (w *faultWorld) reader(name string) (stop func()) {
	done := make(chan struct{})
	var running sync.WaitGroup
	running.Go(func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
			}
			data, err := os.ReadFile(filepath.Join(w.dest, name))
			if sum := sha256.Sum256(data); err != nil || sum != w.want[0][name] && sum != w.want[1][name] {
				w.t.Errorf("a reader finds %d bytes of %s, error %v", len(data), name, err)
				return
			}
		}
	})
	return func() { close(done); running.Wait() }
}

// TestFaultsOfTheMachine takes from the real program what a machine may lack.
func TestFaultsOfTheMachine(t *testing.T) {
	w := newFaultWorld(t, 8, anotherTitle(t))
	w.next(0)
	limited := func(limit string) (int, string) {
		cmd := w.program(w.sources[1], w.dest)
		return w.run(exec.Command("sh", append([]string{"-c", "ulimit " + limit + ` && exec "$@"`, "sh"}, cmd.Args...)...))
	}
	t.Run("no file can be opened", func(t *testing.T) {
		refusals := 0
		for _, n := range []string{"14", "16", "20"} {
			code, said := limited("-n " + n)
			if code == 0 { // so many are enough, where one build has the machine to itself
				w.next(0)
				continue
			}
			w.refused(code, said, "raise the limit of open files")
			refusals++
		}
		if refusals == 0 {
			t.Error("no build lacked files")
		}
	})
	t.Run("files may not be large", func(t *testing.T) {
		code, said := limited("-f 8")
		w.refused(code, said, "build again")
	})
	t.Run("eight builds at once", func(t *testing.T) {
		var all sync.WaitGroup
		codes, said := make([]int, 8), make([]string, 8)
		for i := range codes {
			all.Go(func() { codes[i], said[i] = w.build(w.sources[i%2], w.dest) })
		}
		all.Wait()
		done := 0
		for i, code := range codes {
			switch {
			case code == 0:
				done++
			case code != 2 || !strings.Contains(said[i], "another build is writing"):
				t.Errorf("exit code %d: %s", code, said[i])
			}
		}
		if done == 0 || w.state() < 0 {
			t.Errorf("%d builds ended well; the site is number %d", done, w.state())
		}
		w.next(0)
	})
	t.Run("the destination goes away", func(t *testing.T) {
		for part := range 4 {
			cmd := w.program(w.sources[1], w.dest)
			var said bytes.Buffer
			cmd.Stderr = &said
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(w.took * time.Duration(part+1) / 5)
			for os.RemoveAll(filepath.Dir(w.dest)) != nil { // files are still made in it
			}
			err := cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); err != nil && (code != 2 || !strings.Contains(said.String(), "build again")) {
				t.Errorf("exit code %d: %s", code, said.String())
			}
			// One that had ended before may be gone with its folder, whole.
			if _, gone := os.Lstat(w.dest); err == nil && gone == nil && w.state() != 1 {
				t.Error("the build ended well, and its site is another")
			}
			w.next(0)
		}
	})
	t.Run("nothing may be written", func(t *testing.T) {
		if err := os.Chmod(filepath.Dir(w.dest), 0o555); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(filepath.Dir(w.dest), 0o755)
		cmd := w.program(w.sources[1], w.dest)
		if os.Geteuid() == 0 {
			w.asNobody(cmd)
		}
		code, said := w.run(cmd)
		w.refused(code, said, "allow writing in that folder")
	})
	w.next(1)
}

// asNobody has root's command run by a user who is nobody: root may write
// everywhere. What it has to read is opened to all.
func (w *faultWorld) asNobody(cmd *exec.Cmd) {
	w.t.Helper()
	copied := filepath.Join(w.dir, "nobody", "gongkai")
	program, err := os.ReadFile(w.binary)
	if err == nil {
		err = os.Mkdir(filepath.Dir(copied), 0o755)
	}
	if err == nil {
		err = os.WriteFile(copied, program, 0o755)
	}
	for dir := w.dir; err == nil && dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		err = os.Chmod(dir, 0o755)
	}
	if err != nil {
		w.t.Skipf("nobody cannot be given the program: %v", err)
	}
	cmd.Path, cmd.Args[0] = copied, copied
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}
