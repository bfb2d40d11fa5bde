package export

import (
	"encoding/csv"
	"io"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// Slices are the projects of every group that has any, as CSV and JSON under the
// same headings as the whole table. It is safe for concurrent use.
type Slices struct {
	d        *model.Dataset
	projects *whole
	groups   []group
}

// NewSlices finds the groups of a dataset; none where site.yaml switches slices
// off.
func NewSlices(d *model.Dataset) *Slices {
	s := &Slices{d: d}
	if !d.Config.Offers(model.FormatSlices) || d.Projects.Len() == 0 {
		return s
	}
	for _, w := range wholes(d) {
		if w.name == "projects" {
			s.projects = w
		}
	}
	s.groups = groups(d)
	return s
}

// slicePath is where a group's files stand, without their ending.
func slicePath(path string) string { return "data/slices/" + path }

// Len is the number of files.
func (s *Slices) Len() int { return 2 * len(s.groups) }

// At is a file: its path and how it is written.
func (s *Slices) At(i int) (path string, write func(io.Writer) error) {
	g := s.groups[i/2]
	path = slicePath(g.path(s.d))
	if i%2 == 0 {
		return path + ".csv", func(w io.Writer) error { return s.projects.csvOf(w, g.projects(s.d)) }
	}
	return path + ".json", func(w io.Writer) error {
		projects := g.projects(s.d)
		return s.projects.list(w, len(projects), func(i int) table.Entity { return projects[i] })
	}
}

// Find is the file at a path; false where none is. It looks through all.
func (s *Slices) Find(path string) (write func(io.Writer) error, ok bool) {
	if !strings.HasPrefix(path, slicePath("")) {
		return nil, false
	}
	return find(path, s.Len(), s.At)
}

// find looks for the file at a path among n.
func find(path string, n int, at func(int) (string, func(io.Writer) error)) (write func(io.Writer) error, ok bool) {
	for i := range n {
		if other, write := at(i); other == path {
			return write, true
		}
	}
	return nil, false
}

// Patterns are the kinds of files, for the list of downloads.
func (s *Slices) Patterns() []Pattern {
	n := map[string]int{}
	var kinds []string
	for _, g := range s.groups {
		kind := g.kind(s.d)
		if n[kind] == 0 {
			kinds = append(kinds, kind)
		}
		n[kind]++
	}
	var all []Pattern
	for _, kind := range kinds {
		all = append(all,
			Pattern{slicePath(kind) + "/{id}.csv", csvType, kind, n[kind]},
			Pattern{slicePath(kind) + "/{id}.json", "application/json", kind, n[kind]})
	}
	return all
}

// csvOf writes some rows of the table.
func (w *whole) csvOf(to io.Writer, projects []*model.Project) error {
	out := csv.NewWriter(to)
	cols := w.columns()
	row := make([]string, len(cols))
	for i := range cols {
		row[i] = cols[i].Heading
	}
	if err := out.Write(row); err != nil {
		return err
	}
	for _, p := range projects {
		for i := range cols {
			row[i] = w.cell(&cols[i], p)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
