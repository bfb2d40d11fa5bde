package check

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// No line of the tables that others publish is taken for personal data. Only
// amounts in yen have as many digits as a mobile number, and their column tells
// what they are.
func TestRealTablesHoldNoPersonalData(t *testing.T) {
	if _, err := os.Stat(realData); err != nil {
		t.Skip("the real tables are not beside the project: ", err)
	}
	scanFolder(t, realData, "jp-jnpo")
	for _, site := range realSites {
		dir := t.TempDir()
		write(t, dir, "data/columns.yaml", site.columns)
		for to, from := range site.files {
			text, err := os.ReadFile(filepath.Join(realData, from))
			if err != nil {
				t.Fatal(err)
			}
			write(t, dir, to, string(text))
		}
		d, _ := readFolder(t, dir)
		for _, s := range d.Personal {
			t.Errorf("%s: %+v", site.name, s)
		}
	}
}

// Nor is any of the demonstration site.
func TestTheDemonstrationHoldsNoPersonalData(t *testing.T) {
	scanFolder(t, "../../data")
	scanFolder(t, "../../content")
}

func scanFolder(t *testing.T, dir string, without ...string) {
	t.Helper()
	lines := 0
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && !slices.Contains(without, d.Name()) {
			return err
		}
		if d.IsDir() {
			return fs.SkipDir
		}
		switch filepath.Ext(name) {
		case ".csv", ".yaml", ".md", ".json":
		default:
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		n := 0
		for line := range strings.Lines(string(text)) {
			n++
			for _, p := range value.FindPersonal(line) {
				if !p.Office {
					t.Errorf("%s:%d: kind %d at byte %d: %s", name, n, p.Kind, p.Start, p.Masked(line))
				}
			}
		}
		lines += n
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if lines == 0 {
		t.Error("no line was read")
	}
}

func TestAPublisherMayLowerTheSeverity(t *testing.T) {
	found := findIn(t, map[string]string{
		"data/site.yaml":    "currency: CNY\nas_of: 2011-03-31\nchecks: {personal-mobile: warning}\n",
		"data/projects.csv": "id,title\nP1,Meals 13800000000\n",
	})
	if len(found) != 1 || found[0].Severity != finding.Warning || found[0].Value != "138****0000" {
		t.Errorf("found %+v", found)
	}
}
