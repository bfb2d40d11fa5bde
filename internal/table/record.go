package table

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// Info names a table.
type Info struct {
	Name  string       // file and folder name, the plural: "projects"
	Title finding.Text // of the list: 项目, Projects
	One   finding.Text // of one record: 项目, Project
	About finding.Text // one sentence: what a row is
	// Key lists the fields whose values make an id for rows that have none, each
	// "a" or "a|b" (the first that is not blank).
	Key []string
}

// Entity is implemented by the pointer to every table's struct, by embedding
// Record and adding Table.
type Entity interface {
	Table() Info
	Rec() *Record
}

// Record is what every table's rows have in common. Embed it.
type Record struct {
	ID            string     `csv:"id" kind:"id" zh:"编号: 在本表中唯一的标识" en:"Identifier: unique within the table" alias:"编码|序号编码|ID|Identifier" weak:"代码|Reference|Reference number|Ref number"`
	Demonstration value.Bool `csv:"demonstration" zh:"演示: 是否为生成的演示记录" en:"Demonstration: whether the record is generated"`

	Made bool  // made from what rows of other tables say, since its own table is absent
	Num  int32 // running number over all tables, for indexes kept beside the data

	Rest `csv:"source" zh:"来源: 记录原先发布之处" en:"Source: where the record was published" alias:"信息来源|数据来源"`

	Origin Origin // where the record stands; of a made record, the first row that names it
}

// Rec gives generic code the common part of any table's record.
func (r *Record) Rec() *Record { return r }

// Few is a list that nearly all records have empty, which then takes 8 bytes.
type Few[T any] struct{ list *[]T }

// All is the list.
func (f Few[T]) All() []T {
	if f.list == nil {
		return nil
	}
	return *f.list
}

// Add appends to the list.
func (f *Few[T]) Add(x T) {
	if f.list == nil {
		f.list = new([]T)
	}
	*f.list = append(*f.list, x)
}

// Rest is what few records have, for which the others give 8 bytes: their source
// and the columns that no field claims. As a field's value it is the source.
type Rest struct{ held *rest }

type rest struct {
	source string
	more   []Extra
}

// Extra is a cell of a column that no field claims.
type Extra struct{ Heading, Value string }

// Source is where the record was published; "" where that is not said.
func (r Rest) Source() string {
	if r.held == nil {
		return ""
	}
	return r.held.source
}

// More are the cells of columns that no field claims, as written.
func (r Rest) More() []Extra {
	if r.held == nil {
		return nil
	}
	return r.held.more
}

func (r *Rest) setSource(s string) { r.hold().source = s }

func (r *Rest) addMore(x Extra) { r.hold().more = append(r.hold().more, x) }

func (r *Rest) hold() *rest {
	if r.held == nil {
		r.held = &rest{}
	}
	return r.held
}

// Origin is the place of a record: a row of a file.
type Origin struct {
	File *File
	Row  int32 // index into the file's rows
}

// Pos is the place of the record, or of one field's value where the file has a
// column for it.
func (o Origin) Pos(field string) finding.Pos {
	if o.File == nil {
		return finding.Pos{}
	}
	return o.File.Pos(int(o.Row), field)
}

// Labelled is implemented by entities whose name is not simply their name or
// title field.
type Labelled interface {
	// Label is the record's name for a reader of the language.
	Label(lang string) string
}
