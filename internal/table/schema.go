package table

import (
	"reflect"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// Field is one column of a table.
type Field struct {
	Name    string
	Kind    Kind
	Title   finding.Text
	About   finding.Text
	Aliases []string
	Weak    []string            // headings that mean the field where no plainer one does
	Subs    map[string][]string // headings that mean a field of the referred record
	Enum    *Enum               // of KindEnum
	Target  string              // of KindRef: the referred table
	Many    bool                // several references, the first leads
	Common  bool                // stands in every table

	index []int
	ord   int // place in Schema.Fields
}

// Schema is a table's declaration, read from its struct's tags.
type Schema struct {
	Info   Info
	Fields []*Field // id first, then as declared, then the common ones

	byName map[string]*Field
	new    func() Entity
}

// NewSchema reads the declaration of E; the program's own tables are checked by
// tests, so a mistake in a tag panics at start.
func NewSchema[T any]() *Schema {
	e := any(new(T)).(Entity)
	s := &Schema{Info: e.Table(), byName: map[string]*Field{}, new: func() Entity { return any(new(T)).(Entity) }}
	var common []*Field
	rt := reflect.TypeFor[T]()
	for i := range rt.NumField() {
		sf := rt.Field(i)
		if sf.Anonymous && sf.Type == reflect.TypeFor[Record]() {
			for j := range sf.Type.NumField() {
				if f := newField(sf.Type.Field(j), []int{i, j}); f != nil {
					f.Common = true
					common = append(common, f)
				}
			}
			continue
		}
		if f := newField(sf, []int{i}); f != nil {
			s.add(f)
		}
	}
	for _, f := range common {
		if s.byName[f.Name] == nil { // a table's own field of the same name wins
			s.add(f)
		}
	}
	// id leads every listing
	id := s.byName["id"]
	rest := s.Fields
	s.Fields = []*Field{id}
	for _, f := range rest {
		if f != id {
			s.Fields = append(s.Fields, f)
		}
	}
	for i, f := range s.Fields {
		f.ord = i
	}
	return s
}

func (s *Schema) add(f *Field) {
	if s.byName[f.Name] != nil {
		panic("table " + s.Info.Name + ": two fields named " + f.Name)
	}
	s.Fields = append(s.Fields, f)
	s.byName[f.Name] = f
}

// Field is the field of a name, nil where the table has none.
func (s *Schema) Field(name string) *Field { return s.byName[name] }

// New makes an empty record.
func (s *Schema) New() Entity { return s.new() }

// LabelField is the field that names a record: its name or title; nil where the
// table has neither.
func (s *Schema) LabelField() *Field {
	if f := s.byName["name"]; f != nil {
		return f
	}
	return s.byName["title"]
}

// Names lists the fields' names.
func (s *Schema) Names() []string {
	names := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		names[i] = f.Name
	}
	return names
}

func newField(sf reflect.StructField, index []int) *Field {
	name := sf.Tag.Get("csv")
	if name == "" || name == "-" {
		return nil
	}
	f := &Field{Name: name, index: index}
	f.Title.ZH, f.About.ZH = cutTitle(sf.Tag.Get("zh"))
	f.Title.EN, f.About.EN = cutTitle(sf.Tag.Get("en"))
	f.Aliases = splitNonEmpty(sf.Tag.Get("alias"), "|")
	f.Weak = splitNonEmpty(sf.Tag.Get("weak"), "|")
	for _, sub := range splitNonEmpty(sf.Tag.Get("sub"), ";") {
		key, headings, _ := strings.Cut(sub, "=")
		if f.Subs == nil {
			f.Subs = map[string][]string{}
		}
		f.Subs[key] = splitNonEmpty(headings, "|")
	}
	zero := reflect.New(sf.Type).Interface()
	f.Kind = kindOf(zero, sf.Tag.Get("kind"))
	switch v := zero.(type) {
	case Coded:
		f.Enum = v.Enum()
	case reference:
		f.Target = v.newTarget().Table().Name
		f.Many = sf.Type.Kind() == reflect.Slice
	}
	return f
}

// Of is the pointer to a record's value of the field.
func (f *Field) Of(e Entity) any {
	return reflect.ValueOf(e).Elem().FieldByIndex(f.index).Addr().Interface()
}

// IsZero reports whether a record has no value in the field.
func (f *Field) IsZero(e Entity) bool {
	if r, ok := f.Of(e).(*Rest); ok {
		return r.Source() == ""
	}
	return reflect.ValueOf(e).Elem().FieldByIndex(f.index).IsZero()
}

// Localised reports whether the field takes a text per language.
func (f *Field) Localised() bool { return f.Kind == KindText }

// Label is a record's name for a reader of the language; its id where it has
// none.
func (s *Schema) Label(e Entity, lang string) string {
	if l, ok := e.(Labelled); ok {
		if name := l.Label(lang); name != "" {
			return name
		}
	}
	if f := s.LabelField(); f != nil {
		if t, ok := f.Of(e).(*value.Text); ok {
			if name, _ := t.In(lang); name != "" {
				return name
			}
		}
	}
	return e.Rec().ID
}

func cutTitle(tag string) (title, about string) {
	title, about, _ = strings.Cut(tag, ": ")
	return title, about
}

func splitNonEmpty(s, sep string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, sep)
}

// CutSubject splits "table:id".
func CutSubject(s string) (table, id string, ok bool) {
	table, id, ok = strings.Cut(s, ":")
	return strings.TrimSpace(table), strings.TrimSpace(id), ok
}
