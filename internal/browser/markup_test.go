package browser

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// markup is what html-validate reports of a file.
type markup struct {
	FilePath string
	Messages []struct {
		RuleID  string `json:"ruleId"`
		Message string
		Line    int
		Column  int
	}
}

// validate runs html-validate with testdata/htmlvalidate.json on files.
func validate(t *testing.T, files ...string) []markup {
	t.Helper()
	report := filepath.Join(t.TempDir(), "report.json") // a pipe is cut off where node ends
	args := append([]string{npm + "html-validate/bin/html-validate.mjs", "--config", "testdata/htmlvalidate.json", "--formatter", "json=" + report}, files...)
	said, err := exec.Command(node(t), args...).CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("html-validate: %v", err)
	}
	out, err := os.ReadFile(report)
	if err != nil {
		t.Fatalf("html-validate reports nothing: %s", said)
	}
	var reports []markup
	if err := json.Unmarshal(out, &reports); err != nil {
		t.Fatalf("html-validate says %.200s: %v", out, err)
	}
	return reports
}

// TestMarkup has html-validate read every kind of page in both languages.
func TestMarkup(t *testing.T) {
	node(t)
	s := demonstration(t)
	dir := t.TempDir()
	var files []string
	for _, tail := range kinds(t, s) {
		for _, name := range []string{tail, "en/" + tail} {
			files = append(files, savePage(t, s, dir, name))
		}
	}
	reportMarkup(t, validate(t, files...))
}

// reportMarkup fails for what html-validate found, ten of each file.
func reportMarkup(t *testing.T, reports []markup) {
	t.Helper()
	for _, r := range reports {
		for i, m := range r.Messages {
			if i == 10 {
				t.Errorf("%s: and %d more", filepath.Base(r.FilePath), len(r.Messages)-i)
				break
			}
			t.Errorf("%s:%d:%d: %s [%s]", filepath.Base(r.FilePath), m.Line, m.Column, m.Message, m.RuleID)
		}
	}
}

// TestMarkupSeesSlips shows html-validate a page that is wrong.
func TestMarkupSeesSlips(t *testing.T) {
	node(t)
	file := filepath.Join(t.TempDir(), "wrong.html")
	page := `<!DOCTYPE html><html lang="en"><head><title>t</title></head><body><p><div>x</div></p><ul><p>x</p></ul><a href="x" id="a">1</a><a id="a">2</a></body></html>`
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, r := range validate(t, file) {
		for _, m := range r.Messages {
			found[m.RuleID] = true
		}
	}
	for _, rule := range []string{"no-dup-id", "element-permitted-content"} {
		if !found[rule] {
			t.Errorf("html-validate does not report %s, only %v", rule, found)
		}
	}
}
