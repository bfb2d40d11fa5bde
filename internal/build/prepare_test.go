package build

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/finding"
)

func TestTheDayOfTheSiteComesFromTheEpoch(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"data/projects.csv": "id,title\nP1,Meals\n"})
	s := openDir(t, Options{Source: dir, Epoch: "1293839999"})
	if got := s.Data.Config.AsOf.String(); got != "2010-12-31" {
		t.Errorf("got %s", got)
	}
	for _, epoch := range []string{"yesterday", "-1", "99999999999999", "1.5"} {
		if _, err := Open(Options{Source: dir, Epoch: epoch}); err == nil || !strings.Contains(err.Error(), epoch) {
			t.Errorf("%s: got %v", epoch, err)
		}
	}
}

func TestTheDayOfTheSiteComesFromItsLastCommit(t *testing.T) {
	repository := t.TempDir()
	git := func(args ...string) {
		cmd := exec.Command("git", append([]string{"-C", repository, "-c", "user.name=x", "-c", "user.email=x@example.org"}, args...)...)
		cmd.Env = append(os.Environ(), "GIT_AUTHOR_DATE=1300000000 +0800", "GIT_COMMITTER_DATE=1300000000 +0800", "GIT_CONFIG_GLOBAL=/dev/null")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	dir := filepath.Join(repository, "sub site")
	write(t, dir, map[string]string{"data/projects.csv": "id,title\nP1,Meals\n", "data/calls.csv": "id,title\nC1,Notice\n"})
	git("init", "-q")
	if got := gitHistory(dir); got.commit != "" {
		t.Errorf("a folder in no commit has the history %+v", got)
	}
	git("add", ".")
	git("commit", "-q", "-m", "tables")
	write(t, dir, map[string]string{"data/projects.csv": "id,title\nP1,Visits\n", "data/areas.csv": "id,name\nA1,老 年\n", "public/x.html": ""})
	got := gitHistory(dir)
	if len(got.commit) != 40 || got.seconds != 1300000000 {
		t.Errorf("got %+v", got)
	}
	if len(got.dirty) != 2 || !got.dirty["data/projects.csv"] || !got.dirty["data/areas.csv"] {
		t.Errorf("got %v", got.dirty)
	}
	if got := openDir(t, Options{Source: dir}).Data.Config.AsOf.String(); got != "2011-03-13" {
		t.Errorf("the day is %s", got)
	}
}

func TestALayoutThatCannotBeUsedIsAFinding(t *testing.T) {
	files := small()
	files["layouts/404.html"] = "<h1>{{.Title}}</h1>\n<p>{{.Titel}}</p>\n"
	s := open(t, files)
	all := s.Findings.All()
	if got := errorsOf(s); got != "layouts/404.html: bad-layout" {
		t.Fatalf("got %q", got)
	}
	for _, f := range all {
		if f.Rule == layoutRule && f.Pos.Line != 2 {
			t.Errorf("the line is %d", f.Pos.Line)
		}
	}
	files["data/site.yaml"] += "checks: {bad-layout: warning}\n"
	get(t, open(t, files).inMemory(t, 1), "404.html") // built-in
	files["layouts/404.html"] = "<h1>{{.Title}}</h1>\n<p>own</p>\n"
	tree := open(t, files).inMemory(t, 1)
	if got := get(t, tree, "404.html"); !strings.Contains(got, "<p>own</p>") {
		t.Errorf("the site's own layout was not used:\n%s", got)
	}
}

// TestExamplesOfTheRules holds every rule of this package against its own
// examples.
func TestExamplesOfTheRules(t *testing.T) {
	for _, rule := range []*finding.Rule{layoutRule, occupiedRule, assetNameRule} {
		for text, want := range map[string]bool{rule.Bad: true, rule.Good: false} {
			s := open(t, example(text))
			found := false
			for _, f := range s.Findings.All() {
				found = found || f.Rule == rule
			}
			if found != want {
				t.Errorf("%s: found is %v in\n%s", rule.ID, found, text)
			}
			if !want && errorsOf(s) != "" {
				t.Errorf("%s: the good example has errors: %s", rule.ID, errorsOf(s))
			}
		}
	}
}

// example is the files of a rule's example.
func example(text string) map[string]string {
	files := map[string]string{}
	name := ""
	for line := range strings.Lines(text) {
		if rest, ok := strings.CutPrefix(line, "file: "); ok {
			name = strings.TrimSpace(rest)
			continue
		}
		files[name] += line
	}
	return files
}

func TestRulesHaveDistinctNames(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] {
			t.Errorf("two rules are named %s", r.ID)
		}
		seen[r.ID] = true
	}
	if !seen["asset-name"] || !seen["unknown-reference"] {
		t.Errorf("rules are missing: %v", seen)
	}
}
