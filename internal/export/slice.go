package export

import (
	"encoding/csv"
	"io"
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// Slices are the projects of every group that has any, as CSV and JSON under the
// same headings as the whole table. It is safe for concurrent use.
type Slices struct {
	projects *whole
	groups   []group
	byPath   map[string]int // a group by the path of its files without their ending
}

// group is what projects belong to: a record or a year.
type group struct {
	kind     string // the table, or "years"
	entity   table.Entity
	path     string
	projects []*model.Project
}

// NewSlices finds the groups of a dataset; none where site.yaml switches slices
// off.
func NewSlices(d *model.Dataset) *Slices {
	s := &Slices{byPath: map[string]int{}}
	if !d.Config.Offers(model.FormatSlices) || d.Projects.Len() == 0 {
		return s
	}
	for _, w := range wholes(d) {
		if w.name == "projects" {
			s.projects = w
		}
	}
	for _, g := range groups(d) {
		s.byPath[g.path] = len(s.groups)
		s.groups = append(s.groups, g)
	}
	return s
}

// groups lists what projects belong to, where there are any. Those of what lies
// within an area or a district are among its own, as on its page.
func groups(d *model.Dataset) []group {
	var all []group
	add := func(kind string, e table.Entity, path string, projects []*model.Project) {
		if len(projects) > 0 {
			all = append(all, group{kind, e, path, projects})
		}
	}
	for _, o := range d.Organizations.Rows {
		add("organizations", o, model.Path(o), o.Projects)
	}
	for _, a := range d.Agencies.Rows {
		add("agencies", a, model.Path(a), a.Projects)
	}
	for _, a := range d.Areas.Rows {
		add("areas", a, model.Path(a), a.AllProjects())
	}
	for _, x := range d.Districts.Rows {
		add("districts", x, model.Path(x), x.AllProjects())
	}
	for _, p := range d.Programmes.Rows {
		add("programmes", p, model.Path(p), p.Projects)
	}
	byYear := map[int][]*model.Project{}
	first, last := 0, -1
	for _, p := range d.Projects.Rows {
		y := p.CalendarYear()
		if y == 0 {
			continue
		}
		if len(byYear) == 0 || y < first {
			first = y
		}
		last = max(last, y)
		byYear[y] = append(byYear[y], p)
	}
	for y := first; y <= last; y++ {
		add("years", nil, "years/"+strconv.Itoa(y), byYear[y])
	}
	return all
}

// slicePath is where a group's files stand, without their ending.
func slicePath(path string) string { return "data/slices/" + path }

// Len is the number of files.
func (s *Slices) Len() int { return 2 * len(s.groups) }

// At is a file: its path and how it is written.
func (s *Slices) At(i int) (path string, write func(io.Writer) error) {
	g := &s.groups[i/2]
	if i%2 == 0 {
		return slicePath(g.path) + ".csv", func(w io.Writer) error { return s.projects.csvOf(w, g.projects) }
	}
	at := func(i int) table.Entity { return g.projects[i] }
	return slicePath(g.path) + ".json", func(w io.Writer) error { return s.projects.list(w, len(g.projects), at) }
}

// Find is the file at a path; false where none is.
func (s *Slices) Find(path string) (write func(io.Writer) error, ok bool) {
	for i, ending := range []string{".csv", ".json"} {
		n := len(path) - len(ending)
		if n < len("data/slices/") || path[n:] != ending || path[:len("data/slices/")] != "data/slices/" {
			continue
		}
		if g, known := s.byPath[path[len("data/slices/"):n]]; known {
			_, write := s.At(2*g + i)
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
		if n[g.kind] == 0 {
			kinds = append(kinds, g.kind)
		}
		n[g.kind]++
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
