package model

import (
	"fmt"
	"slices"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/source"
)

// TestNumbersHiddenByMarksAreSeen has numbers that are whole only once a note is
// shown. Every number is invented.
func TestNumbersHiddenByMarksAreSeen(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "data/projects.csv", "id,title\nP1,Meals\n")
	write(t, dir, "content/stories/one.md", "---\ntitle: One\n---\nCall 138**0000**0000.\n\nOr 139&#48;0000000,\nany day.\n\nPlainly 13700000000.\n\nSplit 136-*0000*-0000 in a sentence.\n")
	src, err := source.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	var l finding.List
	var got []string
	for _, s := range Load(src, LoadOptions{}, &l).Personal {
		got = append(got, fmt.Sprintf("%s:%d:%d %s", s.Pos.File, s.Pos.Line, s.Pos.Col, s.Masked))
	}
	slices.Sort(got)
	want := []string{
		"content/stories/one.md:11:0 136-****-0000",
		"content/stories/one.md:4:0 138****0000",
		"content/stories/one.md:6:0 139****0000",
		"content/stories/one.md:9:9 137****0000",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
