package synth

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// notesOf reads the Markdown below a site's content folder, by path.
func notesOf(t *testing.T, site fs.FS) map[string]string {
	t.Helper()
	notes := map[string]string{}
	err := fs.WalkDir(site, "content", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		data, err := fs.ReadFile(site, path)
		notes[path] = string(data)
		return err
	})
	if err != nil || len(notes) == 0 {
		t.Fatalf("%d notes, %v", len(notes), err)
	}
	return notes
}

func TestNotesAreInBothLanguages(t *testing.T) {
	generated, err := fs.Sub(sample, "sample")
	if err != nil {
		t.Fatal(err)
	}
	keys := []string{"title", "date", "issuer", "number", "status", "replaces", "topics", "related"}
	for _, site := range []fs.FS{os.DirFS(root), generated} {
		notes := notesOf(t, site)
		for path, text := range notes {
			pair := strings.TrimSuffix(path, ".md") + ".en.md"
			if strings.HasSuffix(path, ".en.md") {
				pair = strings.TrimSuffix(path, ".en.md") + ".md"
			}
			if notes[pair] == "" {
				t.Errorf("%s has no %s beside it", path, pair)
			}
			front, _, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
			var values map[string]any
			if err := yaml.Unmarshal([]byte(front), &values); err != nil || !ok || values["title"] == nil {
				t.Errorf("%s: front matter without a title: %v", path, err)
			}
			for key := range values {
				if !slices.Contains(keys, key) {
					t.Errorf("%s: unknown key %q", path, key)
				}
			}
		}
	}
}

func TestNotesNameWhatExists(t *testing.T) {
	programmes := byID(t, rowsOf(t, whole(t), "programmes"))
	links := 0
	for path, text := range notesOf(t, os.DirFS(root)) {
		for _, link := range regexp.MustCompile(`(?:\[\[programme|"programmes):([^\]|"]+)`).FindAllStringSubmatch(text, -1) {
			links++
			if programmes[link[1]] == nil {
				t.Errorf("%s links to programme %q, which is in no row", path, link[1])
			}
		}
	}
	if links == 0 {
		t.Error("no note links to a programme")
	}
	for _, table := range []string{"programmes", "subsidies"} {
		for _, r := range rowsOf(t, whole(t), table) {
			if _, err := os.Stat(filepath.Join(root, "content/policies", r["policy"]+".md")); err != nil {
				t.Errorf("%s: %v", r["id"], err)
			}
		}
	}
}
