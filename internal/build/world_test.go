package build

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/output"
)

// write lays files out by name below a folder.
func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// open opens a site of the files.
func open(t *testing.T, files map[string]string) *Site {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, files)
	return openDir(t, Options{Source: dir})
}

func openDir(t *testing.T, o Options) *Site {
	t.Helper()
	s, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// errorsOf lists the findings that stop a build as "file: id".
func errorsOf(s *Site) string {
	var all []string
	for _, f := range s.Findings.All() {
		if f.Severity == finding.Error {
			all = append(all, f.Pos.File+": "+f.Rule.ID)
		}
	}
	return strings.Join(all, "\n")
}

// inMemory makes a whole site in memory.
func (s *Site) inMemory(t *testing.T, workers int) *output.Memory {
	t.Helper()
	if errs := errorsOf(s); errs != "" {
		t.Fatalf("the site has errors:\n%s", errs)
	}
	s.o.Workers = workers
	tree := output.NewMemory()
	if err := s.writeDownloads(context.Background(), tree); err != nil {
		t.Fatal(err)
	}
	if err := s.writePages(context.Background(), tree); err != nil {
		t.Fatal(err)
	}
	if err := s.writeOutputs(context.Background(), tree); err != nil {
		t.Fatal(err)
	}
	return tree
}

// get is a file of a tree as text.
func get(t *testing.T, tree *output.Memory, path string) string {
	t.Helper()
	data, ok := tree.Get(path)
	if !ok {
		t.Fatalf("there is no %s among\n%s", path, strings.Join(tree.Paths(), "\n"))
	}
	return string(data)
}

// disk is every file below a folder, by name.
func disk(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// small is a site that has a little of everything.
func small() map[string]string {
	return map[string]string{
		"data/site.yaml": "title: {zh: 公开, en: Open}\nlanguages: [zh, en]\ncurrency: CNY\nas_of: 2011-06-30\nbase_url: https://example.org/open\n",
		"data/projects.csv": "id,title,organization,year,amount_awarded\n" +
			"P1,送餐,示例社,2010,1500\nP2,探访,示例社,2010,800\n",
		"content/pages/about.md":      "# About\n\nText.\n",
		"static/documents/report.pdf": "report",
	}
}
