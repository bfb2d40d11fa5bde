package model

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/source"
)

func TestWhatCannotBeReadIsSaidOnce(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "secret.txt", "id,title\nP1,Meals\n")
	write(t, dir, "site/content/stories/long.md", strings.Repeat("x", maxNote+1))
	if err := os.Mkdir(filepath.Join(dir, "site/data"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../../secret.txt", filepath.Join(dir, "site/data/projects.csv")); err != nil {
		t.Skip(err)
	}
	src, err := source.Open(filepath.Join(dir, "site"))
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	var l finding.List
	Load(src, LoadOptions{}, &l)
	var got []string
	for _, f := range l.All() {
		if f.Severity == finding.Error {
			got = append(got, f.Pos.File+": "+f.Message.EN)
		}
	}
	want := []string{
		"content/stories/long.md: the file is larger than 4 MiB",
		"data/projects.csv: this is a symbolic link and was not read",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("told\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
