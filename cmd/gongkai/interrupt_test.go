package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"gongkai/internal/synth"
)

// TestInterruptedBuildKeepsTheOldSite interrupts the real program while it
// writes pages: the old site is as it was and nothing is left beside it.
func TestInterruptedBuildKeepsTheOldSite(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be interrupted here")
	}
	dir := t.TempDir()
	source, place := filepath.Join(dir, "source"), filepath.Join(dir, "place")
	if err := synth.WriteDir(source, synth.Options{Projects: 2000}); err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(place, "public", "index.html")
	write(t, old, "the old site")

	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Args = []string{"gongkai", "build", "-q", "--lang", "en", "-s", source, "-d", filepath.Join(place, "public")}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	waitForStage(t, place)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	exit := (*exec.ExitError)(nil)
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 2 {
		t.Errorf("the build ended with %v", err)
	}
	if want := "gongkai: interrupted; the old site stands as it was\n"; stderr.String() != want {
		t.Errorf("it said %q", stderr.String())
	}
	if data, err := os.ReadFile(old); err != nil || string(data) != "the old site" {
		t.Errorf("the old site: %q, %v", data, err)
	}
	if names := entries(t, place); len(names) != 1 {
		t.Errorf("beside the site: %v", names)
	}
}

// waitForStage returns when files are written beside the destination.
func waitForStage(t *testing.T, place string) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		for _, name := range entries(t, place) {
			if found, err := filepath.Glob(filepath.Join(place, name, "*.html")); name != "public" && err == nil && len(found) > 0 {
				return
			}
		}
	}
	t.Fatal("no file was written")
}

func entries(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = e.Name()
	}
	return names
}
