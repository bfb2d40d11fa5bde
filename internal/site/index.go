package site

import (
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// index is what every page may ask of the whole dataset, worked out once.
type index struct {
	tables  []table.Table
	byName  map[string]int // table by name
	records []table.Entity // by running number
	of      []uint8        // table of a record, by running number
	paths   []string       // "projects/P001", by running number

	// referrers of a record: records referTo[start[n]:start[n+1]], each with the
	// field that refers.
	start   []int32
	referer []referrer

	years     []int // descending
	byYear    map[int][]*model.Project
	figures   map[string][]*model.Figure // by subject
	documents map[string][]*model.Document
	notes     map[string][]*model.Note // by what they are related to
	newest    []*model.Project
	atlas     atlas // the map of districts
	similar   *similars
	changes   map[int32][]*model.Correction // of a record, by its running number, newest first
	byAward   []*model.Project              // the largest first
	byState   map[model.ProjectState][]*model.Project
	sorted    sortings
	tallies   *tallies
	standings
}

type referrer struct {
	record int32
	field  *table.Field
}

func newIndex(d *model.Dataset) *index {
	x := &index{
		tables: d.Tables(), byName: map[string]int{},
		byYear: map[int][]*model.Project{}, figures: map[string][]*model.Figure{},
		documents: map[string][]*model.Document{}, notes: map[string][]*model.Note{}, byState: map[model.ProjectState][]*model.Project{},
	}
	for i, t := range x.tables {
		x.byName[t.Schema().Info.Name] = i
		for j := range t.Len() {
			e := t.At(j)
			x.records = append(x.records, e)
			x.of = append(x.of, uint8(i))
			x.paths = append(x.paths, model.Path(e))
		}
	}
	x.join()
	x.projects(d)
	x.atlas = newAtlas(d.Shapes)
	x.standings = newStandings(d)
	x.similar = newSimilars(d.Projects.Rows)
	x.corrections(d)
	for _, f := range d.Figures.Rows {
		x.figures[f.Subject] = append(x.figures[f.Subject], f)
	}
	for _, doc := range d.Documents.Rows {
		x.documents[doc.Subject] = append(x.documents[doc.Subject], doc)
	}
	for _, n := range d.Notes {
		for _, subject := range n.Related {
			x.notes[subject] = append(x.notes[subject], n)
		}
	}
	return x
}

// join turns every reference round: who refers to whom, in table order.
func (x *index) join() {
	x.start = make([]int32, len(x.records)+1)
	x.references(func(to int32, _ referrer) { x.start[to+1]++ })
	for i := range x.records {
		x.start[i+1] += x.start[i]
	}
	x.referer = make([]referrer, x.start[len(x.records)])
	next := slices.Clone(x.start)
	x.references(func(to int32, r referrer) {
		x.referer[next[to]] = r
		next[to]++
	})
}

func (x *index) references(each func(to int32, r referrer)) {
	for _, t := range x.tables {
		for _, f := range t.Schema().Fields {
			if f.Kind != table.KindRef {
				continue
			}
			for i := range t.Len() {
				e := t.At(i)
				for _, to := range f.Links(e) {
					each(to.Rec().Num, referrer{e.Rec().Num, f})
				}
			}
		}
	}
}

// referrers are the records that refer to e, by referring table.
func (x *index) referrers(e table.Entity) map[string][]table.Entity {
	n := e.Rec().Num
	out := map[string][]table.Entity{}
	for _, r := range x.referer[x.start[n]:x.start[n+1]] {
		name := x.tables[x.of[r.record]].Schema().Info.Name
		list := out[name]
		if len(list) == 0 || list[len(list)-1] != x.records[r.record] {
			out[name] = append(list, x.records[r.record])
		}
	}
	return out
}

func (x *index) projects(d *model.Dataset) {
	x.newest, x.byAward = newestFirst(d.Projects.Rows), largestFirst(d.Projects.Rows)
	for _, p := range x.newest {
		if y := p.CalendarYear(); y != 0 {
			x.byYear[y] = append(x.byYear[y], p)
		}
		if p.State != "" {
			x.byState[p.State] = append(x.byState[p.State], p)
		}
	}
	for y := range x.byYear {
		x.years = append(x.years, y)
	}
	slices.Sort(x.years)
	slices.Reverse(x.years)
	x.tallies = newTallies(d, x)
	x.sorted = newSortings(x, d.Projects.Rows)
}

// pages is about how many pages a language has, a little more than fewer.
func (x *index) pages() int {
	n := 64 + len(x.records) + 3*len(x.records)/perPage
	for _, s := range x.sorted.lists {
		n += len(s.newest)/perPage + len(s.largest)/perPage + 1
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
