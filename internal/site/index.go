package site

import (
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// index is what every page may ask of the whole dataset, worked out once.
type index struct {
	tables   []table.Table
	byName   map[string]int   // table by name
	of       []uint8          // table of a record, by running number
	first    []int32          // running number of each table's first record
	segments map[int32]string // of records whose identifier cannot stand in an address as it is

	refs, subjects *model.Links // who refers to a record, and what is about it
	years          []int        // descending
	byYear         map[int][]*model.Project
	notes          map[string][]*model.Note // by what they are related to
	atlas          atlas                    // the map of districts
	similar        *similars
	changes        map[int32][]*model.Correction // of a record, by its running number, newest first
	byState        map[model.ProjectState][]*model.Project
	sorted         *sortings
	tallies        *tallies
	standings
}

func newIndex(d *model.Dataset) *index {
	x := &index{
		tables: d.Tables(), refs: d.Refs(), subjects: d.Subjects(), byName: map[string]int{}, segments: map[int32]string{},
		byYear: map[int][]*model.Project{},
		notes:  map[string][]*model.Note{}, byState: map[model.ProjectState][]*model.Project{},
	}
	for i, t := range x.tables {
		x.byName[t.Schema().Info.Name] = i
		x.first = append(x.first, int32(len(x.of)))
		for j := range t.Len() {
			id := t.At(j).Rec().ID
			if segment := value.Segment(id); segment != id {
				x.segments[int32(len(x.of))] = segment
			}
			x.of = append(x.of, uint8(i))
		}
	}
	x.projects(d)
	x.atlas = newAtlas(d.Shapes)
	x.standings = newStandings(d)
	x.similar = newSimilars(d.Projects.Rows)
	x.corrections(d)
	for _, n := range d.Notes {
		for _, subject := range n.Related {
			x.notes[subject] = append(x.notes[subject], n)
		}
	}
	return x
}

// len is the number of records.
func (x *index) len() int { return len(x.of) }

// record is that of a running number.
func (x *index) record(n int32) table.Entity {
	i := x.of[n]
	return x.tables[i].At(int(n - x.first[i]))
}

// path is a record's address below the root of a language, without an ending:
// "projects/P001", as model.Path has it.
func (x *index) path(e table.Entity) string {
	var room [128]byte
	return string(x.appendPath(room[:0], e.Rec().Num))
}

func (x *index) appendPath(b []byte, n int32) []byte {
	b = append(append(b, x.tables[x.of[n]].Schema().Info.Name...), '/')
	if segment, changed := x.segments[n]; changed {
		return append(b, segment...)
	}
	return append(b, x.record(n).Rec().ID...)
}

// referrers are the records that refer to e, by referring table.
func (x *index) referrers(e table.Entity) map[string][]table.Entity {
	out := map[string][]table.Entity{}
	for _, r := range x.refs.To(e.Rec().Num) {
		name := x.tables[x.of[r]].Schema().Info.Name
		list := out[name]
		if e := x.record(r); len(list) == 0 || list[len(list)-1] != e {
			out[name] = append(list, e)
		}
	}
	return out
}

// about are the records of a type whose subject is e.
func about[T table.Entity](x *index, e table.Entity) []T {
	var all []T
	for _, n := range x.subjects.To(e.Rec().Num) {
		if r, ok := x.record(n).(T); ok {
			all = append(all, r)
		}
	}
	return all
}

func (x *index) projects(d *model.Dataset) {
	newest := newestFirst(d.Projects.Rows)
	for from, to := 0, 0; from < len(newest); from = to {
		y := newest[from].CalendarYear()
		for to = from; to < len(newest) && newest[to].CalendarYear() == y; to++ {
		}
		if y != 0 {
			x.byYear[y] = newest[from:to:to] // of the same year stand together
		}
	}
	for _, p := range newest {
		if p.State != 0 {
			x.byState[p.State] = append(x.byState[p.State], p)
		}
	}
	for y := range x.byYear {
		x.years = append(x.years, y)
	}
	slices.Sort(x.years)
	slices.Reverse(x.years)
	x.tallies = newTallies(d, x)
	x.sorted = newSortings(x, newest, largestFirst(d.Projects.Rows))
}

// pages is about how many pages a language has, a little more than fewer.
func (x *index) pages() int {
	n := 64 + x.len() + 3*x.len()/perPage
	for i := range int32(x.len()) {
		if projects := len(model.ProjectsOf(x.record(i))); projects > perPage {
			n += projects/perPage + min(projects, maxLargest)/perPage + 1
		}
	}
	return n
}

func (x *index) table(e table.Entity) table.Table { return x.tables[x.of[e.Rec().Num]] }

// subject names a record as figures and documents do.
func (x *index) subject(e table.Entity) string {
	return x.table(e).Schema().Info.Name + ":" + e.Rec().ID
}

// find is the record of a "table:id", nil where there is none.
func (x *index) find(subject string) table.Entity {
	name, id, ok := table.CutSubject(subject)
	i, known := x.byName[name]
	if !ok || !known {
		return nil
	}
	return x.tables[i].ByID(id)
}
