package table

import (
	"gongkai/internal/finding"
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
	given    bool
	byID     map[string]int // row by id
	byFold   map[string]int // row by folded id, to find ids that differ only in case
	headings []string       // unknown headings in first-seen order
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
	s.byFold[value.Fold(e.Rec().ID)] = len(t.Rows)
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
		t.state.byID, t.state.byFold = map[string]int{}, map[string]int{}
		t.state.seen, t.state.claimed = map[string]bool{}, map[string]bool{}
	}
	return &t.state
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

// sweep drops the rows that later ones replaced.
func (t *Of[T]) sweep() {
	s := t.store()
	if len(s.replaced) == 0 {
		return
	}
	kept := t.Rows[:0]
	for i, r := range t.Rows {
		if !s.replaced[i] {
			s.byID[any(r).(Entity).Rec().ID] = len(kept)
			kept = append(kept, r)
		}
	}
	clear(t.Rows[len(kept):])
	t.Rows, s.replaced = kept, nil
}

// sweeper is the part of Of that Finish needs without the type.
type sweeper interface{ sweep() }

// draft is what a row says of a record it refers to.
type draft struct {
	field   *Field // the reference
	written string
	origin  Origin
	cells   []draftCell
}

type draftCell struct {
	field *Field
	lang  string
	text  string
	pos   finding.Pos
}
