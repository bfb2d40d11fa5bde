package table

import (
	"maps"
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// Link joins every reference to its record: by id, then credit code, then
// name or number. Records of tables that are not given are made first, from what rows
// say of them.
func Link(tables []Table, l *finding.List) {
	k := &linker{tables: map[string]Table{}, index: map[string]*index{}, list: l, constants: map[finding.Pos]bool{}}
	for _, t := range tables {
		k.tables[t.Schema().Info.Name] = t
	}
	k.make(tables)
	for _, t := range tables {
		k.index[t.Schema().Info.Name] = &index{t: t}
	}
	for _, t := range tables {
		k.bind(t)
	}
}

type linker struct {
	tables map[string]Table
	index  map[string]*index
	list   *finding.List
	missed int // unknown references so far: suggestions are for the first ones

	constants map[finding.Pos]bool // of the mapping that were reported
}

// index finds a table's records by what rows write. Most rows write ids, so
// the rest is made when first needed.
type index struct {
	t      Table
	byCode map[string]Entity
	byName map[string]Entity
	many   map[string]bool // folded names that several records have
	names  []string        // for suggestions
}

func (x *index) fill() {
	x.byCode, x.byName, x.many = map[string]Entity{}, map[string]Entity{}, map[string]bool{}
	s := x.t.Schema()
	code, label, no := s.Field("credit_code"), s.LabelField(), s.Field("number")
	for i := range x.t.Len() {
		e := x.t.At(i)
		if code != nil {
			if c := code.Plain(e); c != "" {
				x.byCode[c] = e
			}
		}
		if no != nil {
			x.name(no.Plain(e), e)
		}
		if label == nil {
			continue
		}
		text := label.Of(e).(*value.Text)
		x.name(text.Plain(), e)
		for _, lang := range text.Langs() {
			x.name(text.Exact(lang), e)
		}
	}
}

func (x *index) name(name string, e Entity) {
	if name == "" {
		return
	}
	key := value.Fold(name)
	if old := x.byName[key]; old != nil && old != e {
		x.many[key] = true
		return
	}
	x.byName[key] = e
}

// find is the record that a row names; several says that the name is more than
// one record's.
func (x *index) find(written string) (e Entity, several bool) {
	if e := x.t.ByID(written); e != nil {
		return e, false
	}
	if x.byName == nil {
		x.fill()
	}
	if e := x.byCode[creditCode(written)]; e != nil {
		return e, false
	}
	if !x.t.Given() {
		if i, ok := foldedRow(x.t, madeID(written)); ok {
			return x.t.At(i), false
		}
	}
	key := value.Fold(written)
	return x.byName[key], x.many[key]
}

// nearest suggests what a row may have meant.
func (x *index) nearest(written string) (string, bool) {
	if x.names == nil {
		label := x.t.Schema().LabelField()
		for i := range x.t.Len() {
			e := x.t.At(i)
			x.names = append(x.names, e.Rec().ID)
			if label != nil {
				x.names = append(x.names, anyText(*label.Of(e).(*value.Text)))
			}
		}
	}
	if strings.Trim(written, "0123456789") == "" { // a spreadsheet takes zeros away
		for _, name := range x.names {
			if len(name) > len(written) && strings.TrimLeft(name, "0") == written {
				return name, true
			}
		}
	}
	return value.Nearest(written, x.names)
}

// bind sets the references of a table's records.
func (k *linker) bind(t Table) {
	for _, f := range t.Schema().Fields {
		switch f.Kind {
		case KindRef:
			x := k.index[f.Target]
			for i := range t.Len() {
				e := t.At(i)
				for _, s := range f.Of(e).(reference).slots() {
					if s.entity() != nil {
						continue
					}
					to, several := x.find(s.written())
					if to == nil || several {
						k.unknown(f, e, s.written(), x, several)
						continue
					}
					s.bind(to)
				}
			}
		case KindSubject:
			for i := range t.Len() {
				if text := f.Plain(t.At(i)); text != "" {
					k.subject(f, t.At(i), text)
				}
			}
		}
	}
}

// maxSuggestions bounds the work of looking for near names.
const maxSuggestions = 100

func (k *linker) unknown(f *Field, e Entity, written string, x *index, several bool) {
	if x.t.store().broken {
		return // the row may be among those that could not be read
	}
	at := e.Rec().Origin.Pos(f.Name)
	if at.File == MappingFile { // a constant is wrong once, not for every row
		if k.constants[at] {
			return
		}
		k.constants[at] = true
	}
	if several {
		k.list.Add(finding.Finding{
			Rule: ambiguousReferenceRule, Pos: at, Field: f.Name, Value: written,
			Message: finding.Textf("表 %[2]s 有不止一条记录名为 %[1]q", "more than one row of %[2]s is named %[1]q", written, f.Target),
			Hint:    finding.Textf("改写编号", "write the id instead"),
		})
		return
	}
	fd := finding.Finding{
		Rule: unknownReferenceRule, Pos: at, Field: f.Name, Value: written,
		Message: finding.Textf("表 %[3]s 中没有%[1]s %[2]q", "%[4]s %[2]q is in no row of %[3]s", f.Title.ZH, written, f.Target, lower(f.Title.EN)),
		Hint:    finding.Textf("在 %s 中加上这条记录，或改正写法", "add it to %s, or mend the spelling", f.Target),
	}
	if k.missed++; k.missed <= maxSuggestions {
		if near, ok := x.nearest(written); ok {
			fd.Hint = finding.Textf("是否指 %q？", "did you mean %q?", near)
		}
	}
	k.list.Add(fd)
}

// subject checks a "table:id".
func (k *linker) subject(f *Field, e Entity, text string) {
	name, id, ok := CutSubject(text)
	t := k.tables[name]
	if ok && t != nil && (t.ByID(id) != nil || t.store().broken) {
		return
	}
	fd := finding.Finding{
		Rule: unknownReferenceRule, Pos: e.Rec().Origin.Pos(f.Name), Field: f.Name, Value: text,
		Message: finding.Textf("%q 不是任何记录：没有这样的编号", "%q is no record: there is no such id", text),
	}
	if t == nil || !ok {
		fd.Message = finding.Textf("%q 不是“表:编号”", "%q is not \"table:id\"", text)
		fd.Hint = finding.Textf("例如 projects:P001", "for example projects:P001")
		if near, found := value.Nearest(name, slices.Sorted(maps.Keys(k.tables))); found && ok {
			fd.Hint = finding.Textf("是否指 %q？", "did you mean %q?", near+":"+id)
		}
	} else if near, ok := k.index[name].nearest(id); ok {
		fd.Hint = finding.Textf("是否指 %q？", "did you mean %q?", name+":"+near)
	}
	k.list.Add(fd)
}
