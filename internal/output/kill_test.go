package output

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The variables that make the test binary a build that is killed.
const (
	killDest = "GONGKAI_TEST_KILL_DEST"
	killWay  = "GONGKAI_TEST_KILL_WAY" // an index of ways
	killAct  = "GONGKAI_TEST_KILL_ACT"
)

func TestMain(m *testing.M) {
	if dest := os.Getenv(killDest); dest != "" {
		os.Exit(killedBuild(dest))
	}
	os.Exit(m.Run())
}

// killedBuild publishes the new site and has the system kill this process at
// one act. The result is 0 when it got to the end.
func killedBuild(dest string) int {
	way, err1 := strconv.Atoi(os.Getenv(killWay))
	act, err2 := strconv.Atoi(os.Getenv(killAct))
	at, err3 := placeOf(dest)
	if err1 != nil || err2 != nil || err3 != nil {
		return 3
	}
	root, err := openFiles(at.folder)
	if err != nil {
		return 3
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		return 3
	}
	disk := &faulty{files: root, fails: act, die: func() {
		_ = self.Kill()
		select {}
	}}
	if err := ways()[way].buildOn(disk, root, at); err != nil {
		return 3
	}
	return 0
}

// The other tests of kills only stop acting. Here the process really ends, so
// that what the system does then, such as giving back the lock, is tried too.
func TestARealKillIsMendedByTheNextCommand(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	after := published(t)
	for way := range 2 {
		for act, ended := 1, false; !ended; act += 9 {
			dest := oldSite(t)
			before := snapshot(t, dest)
			build := exec.Command(program)
			build.Env = append(os.Environ(), killDest+"="+dest, killWay+"="+strconv.Itoa(way), killAct+"="+strconv.Itoa(act))
			out, err := build.CombinedOutput()
			ended = err == nil
			if !ended && build.ProcessState.ExitCode() == 3 {
				t.Fatalf("act %d: the build was not killed: %s", act, out)
			}
			if err := Recover(dest); err != nil {
				t.Fatalf("act %d: %v", act, err)
			}
			got := snapshot(t, dest)
			if !cmp.Equal(got, before) && !cmp.Equal(got, after) {
				t.Fatalf("act %d: neither old (-) nor new:\n%s", act, cmp.Diff(before, got))
			}
			publish(t, dest, newSite()...)
			if diff := cmp.Diff(after, snapshot(t, dest)); diff != "" {
				t.Fatalf("act %d: the next build (-want +got):\n%s", act, diff)
			}
			if entries, _ := filepath.Glob(filepath.Join(filepath.Dir(dest), ".*gongkai*")); len(entries) > 0 {
				t.Fatalf("act %d: %q is left", act, entries)
			}
		}
	}
}
