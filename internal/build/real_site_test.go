package build_test

import (
	"os"
	"path"
	"path/filepath"
	"testing"

	"gongkai/internal/build"
)

// realFiles holds published files of several countries, which are not part of
// the project.
const realFiles = "../../../shared/data"

// TestEveryPageOfRealSites makes browsable sites of files that public bodies
// and foundations published, with nothing but a mapping of their headings, and
// holds every page to what the demonstration's are held to.
func TestEveryPageOfRealSites(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of pages are rendered")
	}
	if _, err := os.Stat(realFiles); err != nil {
		t.Skipf("the published files are not in %s", realFiles)
	}
	// Publishers may use the words of the interface in any language.
	noWords := map[string]map[string]bool{"zh": {}, "en": {}}
	for _, site := range []struct {
		name, files string
		mapping     string // a folder of ../model/testdata/real, "" for none
		pages       int    // at least
	}{
		{"Philadelphia", "us-philadelphia/*.csv", "philadelphia", 6_900},
		{"Japan", "jp-jnpo/*.csv", "jnpo", 9_000},
		{"Lloyds Bank Foundation", "uk-360giving/lloyds*.csv", "", 7_800},
		{"Wolfson Foundation", "uk-360giving/wolfson*.csv", "", 690},
		{"Zhongshan", "cn-zhongshan-service-notices/*.csv", "zhongshan", 170},
	} {
		t.Run(site.name, func(t *testing.T) {
			dir := t.TempDir()
			names, err := filepath.Glob(filepath.Join(realFiles, site.files))
			if err != nil || len(names) == 0 {
				t.Fatalf("no files match %s: %v", site.files, err)
			}
			files := map[string]string{}
			for _, name := range names {
				files["data/"+filepath.Base(name)] = readFile(t, name)
			}
			if site.mapping != "" {
				files["data/columns.yaml"] = readFile(t, path.Join("../model/testdata/real", site.mapping, "columns.yaml"))
			}
			lay(t, dir, files)
			c := crawlSite(t, openSite(t, build.Options{Source: dir}), noWords)
			if len(c.pages) < site.pages {
				t.Errorf("there are %d pages, want at least %d", len(c.pages), site.pages)
			}
		})
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
