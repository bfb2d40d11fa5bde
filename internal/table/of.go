package table

import (
	"slices"

	"gongkai/internal/value"
)

// Table is a table seen without its type.
type Table interface {
	Schema() *Schema
	Len() int
	At(i int) Entity
	ByID(id string) Entity // nil where there is none
	Add(e Entity)
	Files() []*File
	// Given reports whether the publisher has the table, with rows or not; the
	// records of a table that is not given are made from what others say.
	Given() bool

	store() *store
	sweep()
}

// Of is the table of the entity T.
type Of[T any] struct {
	Rows []*T

	schema *Schema
	state  store
}

// store is what reading and linking keep of a table.
type store struct {
	files    []*File
	rows     int // of all files
	given    bool
	broken   bool           // rows are missing because of errors that were said
	byID     map[string]int // row by id
	byFold   map[string]int // row by folded id; nil until somebody asks
	ordinals map[string]int // last ordinal given to a made id that repeats
	texts    interner
	headings []string // unknown headings in first-seen order
	seen     map[string]bool
	claimed  map[string]bool // columns that some file has: "title_en"
	drafts   []draft
	replaced map[int]bool // rows that a later one of the same id replaced
}

// Schema is the table's declaration.
func (t *Of[T]) Schema() *Schema {
	if t.schema == nil {
		t.schema = NewSchema[T]()
	}
	return t.schema
}

// Len is the number of records.
func (t *Of[T]) Len() int { return len(t.Rows) }

// At is the record at an index.
func (t *Of[T]) At(i int) Entity { return any(t.Rows[i]).(Entity) }

// Add appends a record; its id must be new.
func (t *Of[T]) Add(e Entity) {
	s := t.store()
	s.byID[e.Rec().ID] = len(t.Rows)
	if s.byFold != nil {
		s.byFold[value.Fold(e.Rec().ID)] = len(t.Rows)
	}
	t.Rows = append(t.Rows, any(e).(*T))
}

// Find is the record of an id, nil where there is none.
func (t *Of[T]) Find(id string) *T {
	if i, ok := t.store().byID[id]; ok {
		return t.Rows[i]
	}
	return nil
}

// ByID is Find without the type.
func (t *Of[T]) ByID(id string) Entity {
	if r := t.Find(id); r != nil {
		return any(r).(Entity)
	}
	return nil
}

// Files are the files that the table was read from, in name order.
func (t *Of[T]) Files() []*File { return t.state.files }

// Given reports whether the publisher has the table.
func (t *Of[T]) Given() bool { return t.state.given }

func (t *Of[T]) store() *store {
	if t.state.byID == nil {
		t.state.byID = map[string]int{}
		t.state.seen, t.state.claimed = map[string]bool{}, map[string]bool{}
	}
	return &t.state
}

// foldedRow is the row whose id is the same as another but for case and width.
// Few tables are asked, so the index is made when the first question comes.
func foldedRow(t Table, id string) (int, bool) {
	s := t.store()
	if s.byFold == nil {
		s.byFold = make(map[string]int, t.Len())
		for i := range t.Len() {
			s.byFold[value.Fold(t.At(i).Rec().ID)] = i
		}
	}
	i, ok := s.byFold[value.Fold(id)]
	return i, ok
}

// addHeading enters an unknown heading; false where it is known.
func (s *store) addHeading(h string) bool {
	if s.seen[h] {
		return false
	}
	s.seen[h] = true
	s.headings = append(s.headings, h)
	return true
}

// sweep drops the rows that later ones replaced, and what they said of the
// records they refer to.
func (t *Of[T]) sweep() {
	s := t.store()
	if len(s.replaced) == 0 {
		return
	}
	gone := map[Origin]bool{}
	kept := t.Rows[:0]
	for i, r := range t.Rows {
		rec := any(r).(Entity).Rec()
		if s.replaced[i] {
			gone[rec.Origin] = true
			continue
		}
		s.byID[rec.ID] = len(kept)
		kept = append(kept, r)
	}
	clear(t.Rows[len(kept):])
	t.Rows, s.replaced, s.byFold = kept, nil, nil
	drafts := s.drafts[:0]
	for _, d := range s.drafts {
		if !gone[d.origin] {
			drafts = append(drafts, d)
		}
	}
	s.drafts = drafts
}

// Broken says that a table which the publisher has could not be read, or not
// to its end: what refers to its rows is then not held against them, since the
// error that was said explains it.
func Broken(t Table) {
	s := t.store()
	s.given, s.broken = true, true
}

// interner keeps one copy of each short text that repeats, and none of the row
// around it. The zero value is ready to use.
type interner struct{ kept map[string]string }

const (
	maxInterned   = 1 << 16
	maxInternSize = 64
)

func (n *interner) keep(s string) string {
	if len(s) > maxInternSize {
		return cloneText(s)
	}
	if old, ok := n.kept[s]; ok {
		return old
	}
	s = cloneText(s)
	if n.kept == nil {
		n.kept = map[string]string{}
	}
	if len(n.kept) < maxInterned {
		n.kept[s] = s
	}
	return s
}

// draft is what a row says of a record it refers to.
type draft struct {
	field   *Field // the reference
	written string
	origin  Origin
	cells   []draftCell
}

// identified reports whether the row names the record by an identifier.
func (d draft) identified() bool {
	return slices.ContainsFunc(d.cells, func(c draftCell) bool { return isID(c.field) || isCode(c.field) })
}

// draftCell is a cell about the referred record.
type draftCell struct {
	field *Field
	lang  string
	text  string
	how   reading
	at    spot
}
