package search

import (
	"cmp"
	"slices"
	"strconv"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/site"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Of is the source of a site: every record that readers look for by itself, and
// every note. Contracts, payments and evaluations have no entry on purpose. A project
// has many of them, named after it or by a date and an amount: as entries they would
// fill the results with rows of the projects that were sought, and count each purchase
// several times. They are found through their project, whose terms have their
// identifiers, numbers, amounts and texts, and which then names and links them
// (static/search/why.js).
func Of(p *site.Plan) Source {
	s := &records{plan: p, langs: p.Data.Config.Languages, currency: p.Data.Config.Currency}
	for _, t := range p.Data.Tables() {
		name := t.Schema().Info.Name
		if aside[name] || t.Len() == 0 {
			continue
		}
		s.types = append(s.types, typeOf(name, t.Schema().Info.Title, s.langs))
		s.tables = append(s.tables, t)
		s.rows += t.Len()
	}
	for _, kind := range noteKinds {
		n := len(s.notes)
		for _, note := range p.Data.Notes {
			if note.Kind == kind.id && note.Slug != "home" {
				s.notes = append(s.notes, note)
			}
		}
		if len(s.notes) > n {
			s.types = append(s.types, typeOf(kind.id, kind.title, s.langs))
		}
	}
	s.collectValues()
	return s
}

// aside are the tables whose rows are found through others.
var aside = map[string]bool{"contracts": true, "payments": true, "evaluations": true}

var noteKinds = []struct {
	id    string
	title finding.Text
}{
	{"policies", finding.Text{ZH: "政策", EN: "Policies"}},
	{"stories", finding.Text{ZH: "故事", EN: "Stories"}},
	{"pages", finding.Text{ZH: "网页", EN: "Pages"}},
	{"handbook", finding.Text{ZH: "手册", EN: "Handbook"}},
}

func typeOf(id string, title finding.Text, langs []string) Value {
	return Value{ID: id, Label: inEach(langs, title.In)}
}

func inEach(langs []string, in func(lang string) string) [2]string {
	var out [2]string
	for i := range min(len(langs), 2) {
		out[i] = in(langs[i])
	}
	return out
}

// ranks are the kinds that stand before everything dated, by name; others that
// have no date follow after.
var ranks = []string{"areas", "districts", "services", "agencies", "programmes", "policies", "stories", "pages", "handbook"}

// records is the Source of a site.
type records struct {
	plan     *site.Plan
	langs    []string
	currency value.Currency
	tables   []table.Table
	rows     int // of the tables, before the notes
	notes    []*model.Note
	types    []Value
	values   [facets][]Value
}

// item is a record or a note.
type item struct {
	schema *table.Schema
	entity table.Entity
	note   *model.Note
}

func (s *records) Len() int             { return s.rows + len(s.notes) }
func (s *records) Languages() []string  { return s.langs[:min(len(s.langs), 2)] }
func (s *records) Values(f int) []Value { return s.values[f] }
func (s *records) Currency() (string, int) {
	return s.currency.String(), s.currency.Digits()
}

// item is the record or note of a number.
func (s *records) item(i int) item {
	if i >= s.rows {
		return item{note: s.notes[i-s.rows]}
	}
	t := 0
	for ; i >= s.tables[t].Len(); t++ {
		i -= s.tables[t].Len()
	}
	return item{schema: s.tables[t].Schema(), entity: s.tables[t].At(i)}
}

func (s *records) Place(i int) (uint32, string) {
	d := Document{}
	s.identify(&d, s.item(i))
	return d.Cell(), d.Type + "/" + d.ID
}

// identify sets what a document's place depends on.
func (s *records) identify(d *Document, it item) {
	var date value.Date
	year := 0
	if it.note != nil {
		d.Type, d.ID = it.note.Kind, it.note.Slug
		date = it.note.Date
	} else {
		d.Type, d.ID = it.schema.Info.Name, it.entity.Rec().ID
		date, year = dateOf(it)
	}
	d.Rank = slices.Index(ranks, d.Type)
	if d.Rank < 0 {
		d.Rank = firstDay
		if d.Type != "organizations" {
			d.Rank++
		}
	}
	if d.Rank < firstDay && d.Type != "programmes" {
		if !date.IsZero() {
			d.Date = date.Calendar().String()
		}
		return
	}
	if !date.IsZero() {
		first := date.First()
		d.Date, d.Dated, d.Day = date.Calendar().String(), true, dayNumber(first.Year(), first.Month(), first.Day())
	} else if year != 0 && d.Rank >= firstDay {
		d.Dated, d.Day = true, dayNumber(year, 1, 1)
	}
	if d.Rank < firstDay {
		d.Dated = false
	}
}

// dateOf is the day that a record stands at: of a project its award, else its
// start; of others the first date that they have; of a budget or figure its year.
func dateOf(it item) (value.Date, int) {
	switch e := it.entity.(type) {
	case *model.Project:
		for _, d := range []value.Date{e.Decided, e.Start, e.Applied} {
			if !d.IsZero() {
				return d, 0
			}
		}
		return value.Date{}, e.CalendarYear()
	case *model.Organization:
		return value.Date{}, 0
	case *model.Budget:
		return value.Date{}, int(e.Year.Int())
	case *model.Figure:
		return value.Date{}, int(e.Year.Int())
	}
	for _, f := range it.schema.Fields {
		if f.Kind == table.KindDate {
			if d := f.Of(it.entity).(*value.Date); !d.IsZero() {
				return *d, 0
			}
		}
	}
	return value.Date{}, 0
}

func (s *records) Document(i int) *Document {
	it := s.item(i)
	d := &Document{}
	s.identify(d, it)
	d.Values[facetType] = d.Type
	if it.note != nil {
		s.noteText(d, it.note)
		return d
	}
	d.Path = model.Path(it.entity) + ".html"
	d.Title = inEach(s.langs, func(lang string) string { return s.plan.Label(it.entity, lang) })
	d.IDs = append(d.IDs, d.ID)
	s.texts(d, it)
	s.facetValues(d, it)
	d.Body = append(d.Body, d.Values[facetYear])
	switch e := it.entity.(type) {
	case *model.Project:
		s.project(d, e)
	case *model.Organization:
		s.organization(d, e)
	default:
		s.about(d, it)
	}
	return d
}

// noteText is what a note has.
func (s *records) noteText(d *Document, n *model.Note) {
	d.Path = site.NotePath(n) + ".html"
	d.Title = inEach(s.langs, func(lang string) string { return value.Visible(n.In(lang).Title) })
	d.Lead = inEach(s.langs, func(lang string) string { return n.In(lang).Doc.Plain(leadShown) })
	if n.Number != "" {
		d.IDs = append(d.IDs, n.Number)
	}
	for _, t := range n.Texts {
		d.Body = append(d.Body, t.Doc.Plain(maxBody))
	}
	d.Body = append(d.Body, inAll(n.Issuer)...)
	d.Body = append(d.Body, n.Topics...)
	if !n.Date.IsZero() {
		d.Values[facetYear] = strconv.Itoa(n.Date.Year())
	}
}

const (
	leadShown = 90   // characters of a text's beginning that are shown
	maxBody   = 4000 // characters of a text that are indexed
)

// texts are a record's own texts and the names of what it refers to.
func (s *records) texts(d *Document, it item) {
	label := it.schema.LabelField()
	for _, f := range it.schema.Fields {
		switch v := f.Of(it.entity).(type) {
		case *value.Money:
			if d.Type != "projects" { // of which those that were awarded and paid
				d.Also = append(d.Also, sumsIn(*v)...)
			}
		case *value.Text:
			for _, t := range inAll(*v) {
				if f == label || f.Name == "name" || f.Name == "title" {
					if t != d.Title[0] && t != d.Title[1] {
						d.Names = append(d.Names, t)
					}
				} else {
					d.Body = append(d.Body, t)
				}
			}
		case *string:
			switch f.Kind {
			case table.KindCreditCode:
				d.IDs = append(d.IDs, *v)
			case table.KindString:
				if f.Name == "former_names" {
					d.Names = append(d.Names, *v)
				} else if f.Name != "table" {
					d.Body = append(d.Body, clip(*v, maxBody))
				}
			}
		}
		if f.Kind == table.KindRef {
			for _, to := range f.Links(it.entity) {
				for _, lang := range s.Languages() {
					d.Body = append(d.Body, s.plan.Label(to, lang))
				}
			}
		}
	}
	if f := leadField(it.schema); f != nil {
		t := f.Of(it.entity).(*value.Text)
		d.Lead = inEach(s.langs, func(lang string) string {
			text, _ := t.In(lang)
			return clip(value.Visible(text), leadShown)
		})
	}
}

// leadField is the text whose beginning is shown.
func leadField(s *table.Schema) *table.Field {
	for _, name := range []string{"summary", "requirements", "scope"} {
		if f := s.Field(name); f != nil && f.Kind == table.KindText {
			return f
		}
	}
	return nil
}

// inAll is a text in every language that it has, and as it is where none is said.
func inAll(t value.Text) []string {
	var all []string
	for _, lang := range append(t.Langs(), "") {
		if s := value.Visible(t.Exact(lang)); s != "" {
			all = append(all, clip(s, maxBody))
		}
	}
	return all
}

func clip(s string, n int) string {
	at := 0
	for i := range s {
		if at == n {
			return s[:i] + "…"
		}
		at++
	}
	return s
}

// facetValues sets the values that the record's own fields give.
func (s *records) facetValues(d *Document, it item) {
	for _, f := range []int{facetArea, facetDistrict, facetAgency, facetProgramme, facetMethod, facetState, facetKind} {
		name := facetNames[f]
		field := it.schema.Field(name)
		if field == nil || name == "kind" && d.Type != "organizations" {
			continue
		}
		switch field.Kind {
		case table.KindRef:
			for _, to := range field.Links(it.entity) {
				d.Values[f] = to.Rec().ID
				break
			}
		case table.KindEnum:
			d.Values[f] = field.Plain(it.entity)
		}
	}
	if d.Values[facetState] != "" && d.Type != "projects" {
		d.Values[facetState] = "" // the states of calls are others
	}
	if p, ok := it.entity.(*model.Project); ok {
		if y := p.CalendarYear(); y != 0 {
			d.Values[facetYear] = strconv.Itoa(y)
		}
		d.Values[facetMethod] = methodOf(p)
		if lead := p.LeadOrganization(); lead != nil {
			d.Values[facetKind] = lead.Kind.String()
		}
		return
	}
	if f := it.schema.Field("year"); f != nil && f.Kind == table.KindYear && !f.IsZero(it.entity) {
		d.Values[facetYear] = strconv.FormatInt(f.Of(it.entity).(*value.Count).Int(), 10)
	} else if date, _ := dateOf(it); !date.IsZero() {
		d.Values[facetYear] = strconv.Itoa(date.Year())
	}
}

// methodOf is how a project was bought: as its contract says, else its call.
func methodOf(p *model.Project) string {
	for c := range p.Contracts.All() {
		if c.Method != 0 {
			return c.Method.String()
		}
	}
	if p.Call.To != nil {
		return p.Call.To.Method.String()
	}
	return ""
}

// collectValues lists the values of every facet.
func (s *records) collectValues() {
	d := s.plan.Data
	s.values[facetType] = s.types
	s.values[facetArea] = s.entities(&d.Areas)
	s.values[facetDistrict] = s.entities(&d.Districts)
	s.values[facetAgency] = s.entities(&d.Agencies)
	s.values[facetProgramme] = s.entities(&d.Programmes)
	s.values[facetMethod] = s.codes(new(model.Method).Enum())
	s.values[facetState] = s.codes(new(model.ProjectState).Enum())
	s.values[facetKind] = s.codes(new(model.OrganizationKind).Enum())
	years := map[string]bool{}
	for i := range s.Len() {
		it, x := s.item(i), &Document{}
		if it.note != nil {
			if !it.note.Date.IsZero() {
				years[strconv.Itoa(it.note.Date.Year())] = true
			}
			continue
		}
		x.Type = it.schema.Info.Name
		s.facetValues(x, it)
		years[x.Values[facetYear]] = true
	}
	delete(years, "")
	for y := range years {
		s.values[facetYear] = append(s.values[facetYear], Value{ID: y, Label: [2]string{y, ""}})
	}
	for _, b := range bands {
		id := strconv.FormatInt(b, 10)
		s.values[facetAmount] = append(s.values[facetAmount], Value{ID: id, Label: [2]string{id, ""}})
	}
	for f := range s.values {
		slices.SortFunc(s.values[f], func(a, b Value) int { return cmp.Compare(a.ID, b.ID) })
		s.values[f] = s.values[f][:min(len(s.values[f]), maxValues)]
	}
}

// maxValues is how many values of a facet are counted; the rest have no filter.
const maxValues = 32000

func (s *records) entities(t table.Table) []Value {
	var out []Value
	for i := range t.Len() {
		e := t.At(i)
		v := Value{ID: e.Rec().ID, Label: inEach(s.langs, func(lang string) string { return s.plan.Label(e, lang) })}
		if f := t.Schema().Field("parent"); f != nil && t.Schema().Info.Name != "agencies" {
			for _, to := range f.Links(e) {
				v.Parent = to.Rec().ID
			}
		}
		out = append(out, v)
	}
	return out
}

func (s *records) codes(e *table.Enum) []Value {
	var out []Value
	for _, v := range e.Values {
		out = append(out, Value{ID: v.Code, Label: inEach(s.langs, func(lang string) string { return v.Title.In(lang) })})
	}
	return out
}
