package table

import (
	"reflect"
	"slices"
	"strings"

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
	fresh() Entity
	row(id string) (int, bool)
	sweep()
}

// Of is the table of the entity T.
type Of[T any] struct {
	Rows []*T

	schema *Schema
	state  store
	block  []T // of which records to come are cut
}

// store is what reading and linking keep of a table.
type store struct {
	files    []*File
	rows     int // of all files
	given    bool
	broken   bool // rows are missing because of errors that were said
	byID     idIndex
	byFold   map[string]int // row by folded id; nil until somebody asks
	ordinals map[string]int // last ordinal given to a made id that repeats
	texts    interner
	written  map[string]string // references as rows write them, until they are linked
	headings []string          // unknown headings in first-seen order
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
	if s.byFold != nil {
		s.byFold[value.Fold(e.Rec().ID)] = len(t.Rows)
	}
	t.Rows = append(t.Rows, any(e).(*T))
	s.byID.set(len(t.Rows)-1, t.id)
}

// fresh is an empty record for the table. Records are cut off blocks, which saves
// the tenth that each for itself would take in rounding: most large records are a
// little larger than a size that Go allocates.
func (t *Of[T]) fresh() Entity {
	if len(t.block) == 0 {
		const largest = 32<<10 - 8 // what Go allocates without rounding up to pages, less its header
		most := max(1, largest/int(reflect.TypeFor[T]().Size()))
		t.block = make([]T, min(most, 1+len(t.Rows)))
	}
	r := &t.block[0]
	t.block = t.block[1:]
	return any(r).(Entity)
}

// Find is the record of an id, nil where there is none.
func (t *Of[T]) Find(id string) *T {
	if i, ok := t.row(id); ok {
		return t.Rows[i]
	}
	return nil
}

func (t *Of[T]) id(row int) string { return t.At(row).Rec().ID }

func (t *Of[T]) row(id string) (int, bool) {
	return t.state.byID.find(id, t.id)
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
	if t.state.seen == nil {
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
		kept = append(kept, r)
	}
	clear(t.Rows[len(kept):])
	t.Rows, s.replaced, s.byFold, s.byID = kept, nil, nil, idIndex{}
	for i := range t.Rows {
		s.byID.set(i, t.id)
	}
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
type interner struct {
	kept map[string]string
	room strings.Builder // where copies stand side by side
	size int             // of all that was copied, in bytes
}

const (
	maxInterned   = 1 << 16
	maxInternSize = 256
	maxRoom       = 32 << 10
)

// copy copies a text out of the row it was cut from. The copies of a table stand
// side by side, which saves a seventh of what they take each for itself; they go
// together, too, so that it is for what lasts.
func (n *interner) copy(s string) string {
	if len(s) > maxRoom/16 {
		return strings.Clone(s)
	}
	if n.room.Len()+len(s) > n.room.Cap() {
		n.room = strings.Builder{}
		n.room.Grow(max(len(s), min(n.size, maxRoom)))
	}
	n.size += len(s)
	from := n.room.Len()
	n.room.WriteString(s)
	return n.room.String()[from:]
}

func (n *interner) keep(s string) string {
	if len(s) > maxInternSize {
		return n.copy(s)
	}
	if old, ok := n.kept[s]; ok {
		return old
	}
	s = n.copy(s)
	if n.kept == nil {
		n.kept = map[string]string{}
	}
	if len(n.kept) < maxInterned {
		n.kept[s] = s
	}
	return s
}

// keepWritten is interner.keep for references, nearly all of which are let go
// when they are linked: each copy stands for itself.
func (s *store) keepWritten(text string) string {
	if old, ok := s.written[text]; ok {
		return old
	}
	text = strings.Clone(text)
	if s.written == nil {
		s.written = map[string]string{}
	}
	if len(s.written) < maxInterned {
		s.written[text] = text
	}
	return text
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
