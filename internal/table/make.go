package table

import (
	"cmp"
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// group is one record to be made, gathered from all rows that name it.
type group struct {
	spellings *votes
	names     *votes
	fields    map[string]*votes // by field and language
	cells     map[string]draftCell
	order     []string // of fields, as first seen
	origin    Origin
	field     string // the reference of the first row
	many      bool   // the reference takes several
}

// votes counts spellings; the most frequent wins, the first seen among equals.
type votes struct {
	count map[string]int
	order []string
}

func (v *votes) add(s string) {
	if v.count == nil {
		v.count = map[string]int{}
	}
	if _, seen := v.count[s]; !seen {
		v.order = append(v.order, s)
	}
	v.count[s]++
}

// ranked lists the spellings, the winner first.
func (v *votes) ranked() []string {
	out := slices.Clone(v.order)
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(v.count[b], v.count[a]) })
	return out
}

// maker gathers the groups of one table that is not given.
type maker struct {
	t      Table
	groups map[string]*group // by folded identifier or name
	order  []*group
	named  map[string]*group // by folded name, of groups known by an identifier
}

// make adds the records of tables that are not given. A made record may itself
// refer to others (organization.district), so it goes on until nothing new is
// named.
func (k *linker) make(tables []Table) {
	makers := map[string]*maker{}
	for _, t := range tables {
		if !t.Given() {
			makers[t.Schema().Info.Name] = &maker{t: t, groups: map[string]*group{}, named: map[string]*group{}}
		}
	}
	for _, identified := range []bool{true, false} { // so that a name finds who is known by an identifier
		for _, t := range tables {
			for _, d := range t.store().drafts {
				if m := makers[d.field.Target]; m != nil && d.identified() == identified {
					m.draft(d)
				}
			}
		}
	}
	for _, t := range tables {
		t.store().drafts = nil
	}
	done := map[string]int{} // rows whose references are gathered, by table
	for grown := true; grown; {
		grown = false
		for _, t := range tables {
			name := t.Schema().Info.Name
			gather(t, done[name], makers)
			done[name] = t.Len()
		}
		for _, t := range tables {
			if m := makers[t.Schema().Info.Name]; m != nil && len(m.order) > 0 {
				grown = m.build(k.list) || grown
			}
		}
	}
}

// gather enters the references of a table's rows from the given one on.
func gather(t Table, from int, makers map[string]*maker) {
	for _, f := range t.Schema().Fields {
		m := makers[f.Target]
		if f.Kind != KindRef || m == nil {
			continue
		}
		for i := from; i < t.Len(); i++ {
			e := t.At(i)
			for _, s := range f.Of(e).(reference).slots() {
				m.name(s.written(), e.Rec().Origin, f)
			}
		}
	}
}

// draft enters what a row says of a record.
func (m *maker) draft(d draft) {
	g := m.known(d.written)
	if g == nil {
		g = m.group(d.written, d.origin, d.field.Name)
	}
	for _, c := range d.cells {
		if isName(c.field) && c.lang == "" {
			g.names.add(c.text)
			if key := value.Fold(c.text); m.named[key] == nil {
				m.named[key] = g
			}
			continue
		}
		key := c.field.Name + "\x00" + c.lang
		if g.fields[key] == nil {
			g.fields[key] = &votes{}
			g.order = append(g.order, key)
		}
		g.fields[key].add(c.text)
		g.cells[key+"\x00"+c.text] = c
	}
}

// name enters a plain reference.
func (m *maker) name(written string, at Origin, field *Field) {
	g := m.known(written)
	if g == nil {
		g = m.group(written, at, field.Name)
	}
	g.many = g.many || field.Many
	if value.Fold(written) == value.Fold(g.spellings.order[0]) {
		g.spellings.add(written)
	}
}

// known is the group that an identifier or a name means.
func (m *maker) known(written string) *group {
	key := value.Fold(written)
	if g := m.groups[key]; g != nil {
		return g
	}
	return m.named[key]
}

func (m *maker) group(written string, at Origin, field string) *group {
	key := value.Fold(written)
	g := m.groups[key]
	if g == nil {
		g = &group{spellings: &votes{}, names: &votes{}, fields: map[string]*votes{}, cells: map[string]draftCell{}, origin: at, field: field}
		g.spellings.add(written)
		g.spellings.count[written] = 0 // the reference itself is counted when it is gathered
		m.groups[key] = g
		m.order = append(m.order, g)
	}
	return g
}

// build makes the records of the groups gathered since it was last called;
// false where there are none.
func (m *maker) build(l *finding.List) bool {
	made := false
	s := m.t.Schema()
	texts := &m.t.store().texts
	cells := newCellReader(texts, func(_ spot, f finding.Finding) { l.Add(f) })
	order := m.order
	m.order = nil
	for _, g := range order {
		spellings := g.spellings.ranked()
		id := madeID(spellings[0])
		if _, stands := foldedRow(m.t, id); id == "" || stands {
			continue
		}
		e := m.t.fresh()
		rec := e.Rec()
		rec.ID, rec.Made, rec.Origin = id, true, g.origin
		names := g.names.ranked()
		if len(names) == 0 {
			names = spellings
		}
		if f := s.LabelField(); f != nil {
			f.Of(e).(*value.Text).Set("", strings.Join(strings.Fields(names[0]), " "))
		}
		if f := s.Field("credit_code"); f != nil && len(id) == 18 && value.CreditCode(id) == nil {
			*f.Of(e).(*string) = id
		}
		for _, key := range g.order {
			ranked := g.fields[key].ranked()
			for i := len(ranked) - 1; i >= 0; i-- { // the winner is set last
				g.set(&cells, e, g.cells[key+"\x00"+ranked[i]])
			}
		}
		m.variants(l, g, names)
		m.several(l, g, names[0])
		m.t.Add(e)
		made = true
	}
	return made
}

func (g *group) set(cells *cellReader, e Entity, c draftCell) {
	switch c.field.Kind {
	case KindRef:
		r := c.field.Of(e).(reference)
		r.room(1)
		r.at(0).say(c.text)
	case KindID:
	default:
		cells.set(c.field, c.lang, c.field.Of(e), c.text, c.at, c.how)
	}
}

// variants tells which spellings were taken for one name.
func (m *maker) variants(l *finding.List, g *group, names []string) {
	if len(names) < 2 {
		return
	}
	shown := names[1:min(len(names), 6)]
	l.Add(finding.Finding{
		Rule: nameVariantsRule, Pos: g.origin.Pos(g.field), Field: g.field, Value: names[0],
		Message: finding.Textf("%[1]q 还有别的写法：%[2]s；看作同一条记录", "%[1]q is also written %[2]s; taken as one record", names[0], quoteAll(shown)),
		Hint:    finding.Textf("统一写法", "write it one way"),
	})
}

// several warns of a name that holds others: the rows name its parts elsewhere.
func (m *maker) several(l *finding.List, g *group, name string) {
	if !g.many || !strings.ContainsAny(name, "、，\n") {
		return
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("、，\n", r) })
	if len(parts) < 2 || !slices.ContainsFunc(parts, func(p string) bool { return m.known(strings.TrimSpace(p)) != nil }) {
		return
	}
	l.Add(finding.Finding{
		Rule: severalNamesRule, Pos: g.origin.Pos(g.field), Field: g.field, Value: name,
		Message: finding.Textf("%q 看作一个名称，而其中一部分在别处单独出现", "%q is taken as one name, though a part of it stands alone elsewhere", name),
		Hint:    finding.Textf("若是几家，以分号隔开；排在最前的牵头", "where they are several, set them apart with semicolons; the first leads"),
	})
}
