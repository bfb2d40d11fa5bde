package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/model"
	"gongkai/internal/synth"
)

// A generated site fills every table; what the packages of the standards say of
// it is said again after an import, line for line.
func TestAWholeGeneratedSiteReadsBackFromThePackagesOfTheStandards(t *testing.T) {
	dir := t.TempDir()
	if err := synth.WriteDir(dir, synth.Options{Projects: 40}); err != nil {
		t.Fatal(err)
	}
	settings, err := os.ReadFile(filepath.Join(dir, "data", "site.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	before := exported(t, load(t, dir), model.FormatOCDS, model.Format360)
	for path, format := range map[string]model.Format{"data/ocds/releases.json": model.FormatOCDS, "data/360giving.json": model.Format360} {
		next, b := again(t, string(settings), filepath.Base(path), before[path])
		after := strings.Split(exported(t, load(t, next), format)[path], "\n")
		lines := strings.Split(before[path], "\n")
		if len(lines) < 20 || len(lines) != len(after) {
			t.Fatalf("%s: %d lines before, %d after", path, len(lines), len(after))
		}
		for i, line := range lines {
			// 360Giving has no place for the kind of a subsidy, which its title tells.
			if line != after[i] && !strings.Contains(line, `{"id":"subsidies-`) {
				t.Errorf("%s:%d: %s\n%s", path, i+1, line, after[i])
			}
		}
		for _, m := range b.Messages {
			if m.Warning || format == model.FormatOCDS {
				t.Errorf("%s: %s %s", path, m.Place, m.Text.EN)
			}
		}
	}
}
