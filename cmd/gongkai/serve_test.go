package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestServeFollowsFilesUntilInterrupted runs the real program on a free port: a
// page follows its file, nothing is written, and an interrupt ends it cleanly.
func TestServeFollowsFilesUntilInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be interrupted here")
	}
	dir := t.TempDir()
	projects := filepath.Join(dir, "data", "projects.csv")
	write(t, projects, "id,title\nP1,Meals\n")

	cmd, address := startPreview(t, dir)
	if _, body := get(t, address+"projects/P1.html"); !strings.Contains(body, "Meals") {
		t.Errorf("the page lacks the title:\n%s", body)
	}
	write(t, projects, "id,title\nP1,Warm meals\n")
	waitFor(t, address+"projects/P1.html", http.StatusOK, "Warm meals")
	write(t, projects, "id,title,amount_awarded\nP1,Warm meals,5OO\n")
	waitFor(t, address+"projects/P1.html", http.StatusServiceUnavailable, "data/projects.csv:2:15")

	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("after an interrupt: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("the preview left %v in the site's folder, error %v", entries, err)
	}
}

// startPreview runs this test's binary as the program and gives the address it
// prints.
func startPreview(t *testing.T, dir string) (*exec.Cmd, string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Args = []string{"gongkai", "serve", "-s", dir, "--addr", "127.0.0.1:0", "--lang", "en"}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)
	if address == "" {
		t.Fatalf("no address in %q", line)
	}
	return cmd, address
}

func get(t *testing.T, url string) (status int, body string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(data)
}

// waitFor asks for a page until it is as wanted.
func waitFor(t *testing.T, url string, status int, text string) {
	t.Helper()
	var got int
	var body string
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if got, body = get(t, url); got == status && strings.Contains(body, text) {
			return
		}
	}
	t.Fatalf("status %d without %q:\n%s", got, text, body)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
