package check

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/source"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what is found into testdata")

// A case is a small site and what is found in it, by this package's rules.
// Errors of reading would make it another site than it says, so they fail.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	seen := map[string]bool{}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			comment, sections := parseArchive(string(text))
			files := map[string]string{}
			for _, s := range sections {
				switch {
				case s.name == "findings.txt":
				case strings.HasPrefix(s.name, "data/"), strings.HasPrefix(s.name, "content/"):
					files[s.name] = s.text
				default:
					t.Errorf("section %q is neither a file of a site nor findings.txt", s.name)
				}
			}
			want := slices.IndexFunc(sections, func(s section) bool { return s.name == "findings.txt" })
			if want < 0 {
				want = len(sections)
				sections = append(sections, section{name: "findings.txt"})
			}
			var got strings.Builder
			for _, f := range findIn(t, files) {
				if !ours(f.Rule) {
					if f.Severity == finding.Error {
						t.Errorf("%s: %s [%s]", written(f.Pos), f.Message.EN, f.Rule.ID)
					}
					continue
				}
				seen[f.Rule.ID] = true
				fmt.Fprintf(&got, "%s: %s: %s [%s]\n", written(f.Pos), f.Severity, f.Message.EN, f.Rule.ID)
			}
			if *update {
				sections[want].text = got.String()
				if err := os.WriteFile(name, []byte(formatArchive(comment, sections)), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(sections[want].text, got.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for _, r := range Rules() {
		if ours(r) && !seen[r.ID] {
			t.Errorf("no case finds %s", r.ID)
		}
	}
}

// ours reports whether a rule is this package's.
func ours(r *finding.Rule) bool {
	return slices.Contains(settingRules(), r) || slices.ContainsFunc(All(), func(c Check) bool { return c.Rule == r })
}

func written(p finding.Pos) string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col) }

// findIn writes a site, reads and checks it.
func findIn(t *testing.T, files map[string]string, later ...*finding.Rule) []finding.Finding {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		write(t, dir, name, text)
	}
	_, found := readFolder(t, dir, later...)
	return found
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readFolder(t *testing.T, dir string, later ...*finding.Rule) (*model.Dataset, []finding.Finding) {
	t.Helper()
	src, err := source.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	var l finding.List
	d := model.Load(src, model.LoadOptions{}, &l)
	Run(d, &l, later...)
	return d, l.All()
}
