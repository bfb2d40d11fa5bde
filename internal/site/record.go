package site

import (
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// record makes the page of a record by its layout.
func (c *context) record() any {
	e := c.plan.index.record(c.page.num)
	switch e := e.(type) {
	case *model.Project:
		return c.project(e)
	case *model.Organization:
		return c.organization(e)
	}
	if c.page.Layout == "group" {
		return c.group(e)
	}
	r := c.base(e)
	r.Lead, r.Context = c.lead(e)
	if len(r.Lead) > 0 {
		r.Frame.Description = (&saying{r.Lead}).String()
	}
	r.Tables = c.referring(e)
	r.Frame.About = c.thing(e, &r)
	return r
}

// base is what every record's page has; the later pages of a record with a long
// list have its name only.
func (c *context) base(e table.Entity) Record {
	s := c.plan.index.table(e).Schema()
	rec := e.Rec()
	label := c.label(e)
	r := Record{
		Frame: c.frame(label, c.tableCrumb(s.Info.Name)),
		Kind:  c.say(s.Info.One), Name: label, NameLang: c.labelLang(e, label), ID: value.Visible(rec.ID),
		Generated: rec.Demonstration.Bool(), Made: rec.Made,
		Source: c.place(e, ""),
		JSON:   c.root + c.plan.index.path(e) + ".json",
	}
	r.Frame.Description = c.describe(e, s)
	if f := s.LabelField(); f != nil {
		if t, ok := f.Of(e).(*value.Text); ok {
			r.Other = c.otherNames(*t)
		}
	}
	if c.listOnly() {
		return r
	}
	r.Downloads = c.slices(s.Info.Name, c.plan.index.path(e), model.ProjectsOf(e))
	for _, f := range s.Fields {
		if !f.IsZero(e) {
			r.Facts = append(r.Facts, c.fact(e, f))
		}
	}
	for _, x := range rec.More() {
		r.More = append(r.More, Fact{Label: value.Visible(x.Heading), LabelLang: c.writing(x.Heading), Values: []Link{c.asWritten(x.Value)}, Source: c.extraPlace(rec, x.Heading)})
	}
	r.Cite = c.cite(r.Kind, Link{Text: r.Name, Lang: r.NameLang}, r.ID)
	r.Report = c.report(e)
	r.History, r.FileHistory = c.history(e), c.fileHistory(rec.Origin.Pos(""))
	r.Compare = c.compareLink(e, s)
	r.Declared = c.declared(e)
	r.Documents = c.documents(e)
	r.Notes = c.notesAbout(e, s)
	return r
}

// describe is a page's description: what it is, its name and its summary.
func (c *context) describe(e table.Entity, s *table.Schema) string {
	parts := []string{c.say(s.Info.One) + c.t("：", ": ") + c.label(e)}
	if f := s.Field("summary"); f != nil {
		if t, ok := f.Of(e).(*value.Text); ok {
			if sum, _ := c.text(*t); sum != "" {
				parts = append(parts, sum)
			}
		}
	}
	text := strings.Join(strings.Fields(strings.Join(parts, c.t("。", ". "))), " ")
	if r := []rune(text); len(r) > 160 {
		text = string(r[:159]) + "…"
	}
	return text
}

// extraPlace is where a column that no field claims stands.
func (c *context) extraPlace(rec *table.Record, heading string) Place {
	if rec.Origin.File == nil {
		return Place{}
	}
	return c.at(rec.Origin.File.HeadingPos(int(rec.Origin.Row), heading))
}

// fact is one field's value with its place.
func (c *context) fact(e table.Entity, f *table.Field) Fact {
	fact := Fact{Label: c.say(f.Title), About: c.say(f.About), Values: c.values(e, f), Field: f.Name}
	if !e.Rec().Made || f.Name == "id" {
		fact.Source = c.place(e, f.Name)
	}
	return fact
}

// values are a field's values as readers of the language read them.
func (c *context) values(e table.Entity, f *table.Field) []Link {
	if figure, ok := e.(*model.Figure); ok {
		switch f.Name {
		case "measure":
			return plain(c.measure(figure.Measure, figure.About()))
		case "unit":
			return plain(c.unitName(figure.Unit))
		}
	}
	switch f.Kind {
	case table.KindRef:
		var links []Link
		for _, to := range f.Links(e) {
			links = append(links, c.link(to))
		}
		return links
	case table.KindText:
		s, lang := c.text(*f.Of(e).(*value.Text))
		return []Link{{Text: s, Lang: lang}}
	case table.KindMoney:
		return plain(f.Of(e).(*value.Money).Full(c.lang))
	case table.KindDate:
		return plain(f.Of(e).(*value.Date).Format(c.lang))
	case table.KindCount:
		return plain(f.Of(e).(*value.Count).Format(c.lang))
	case table.KindShare:
		return plain(f.Of(e).(*value.Decimal).Percent())
	case table.KindDecimal:
		return plain(f.Of(e).(*value.Decimal).Format(c.lang))
	case table.KindBool:
		if f.Of(e).(*value.Bool).Bool() {
			return plain(c.t("是", "yes"))
		}
		return plain(c.t("否", "no"))
	case table.KindEnum:
		return plain(f.Of(e).(table.Coded).Label(c.lang))
	case table.KindLink:
		s := f.Plain(e)
		return []Link{{Text: s, Href: c.address(s)}}
	case table.KindSubject:
		if to := c.plan.index.find(f.Plain(e)); to != nil {
			return []Link{c.link(to)}
		}
	case table.KindNote:
		if n := c.plan.Data.Note("policies", f.Plain(e)); n != nil {
			t := n.In(c.lang)
			return []Link{{Text: value.Visible(t.Title), Lang: c.other(t.Lang), Href: c.href(notePath(n) + ".html")}}
		}
	}
	return []Link{c.asWritten(f.Plain(e))}
}

// asWritten is a publisher's text that no field claims.
func (c *context) asWritten(s string) Link {
	s = value.Visible(s)
	return Link{Text: s, Lang: c.writing(s)}
}

func plain(s string) []Link { return []Link{{Text: s}} }

// other is a language where it is not the page's.
func (c *context) other(lang string) string {
	if lang == c.lang {
		return ""
	}
	return lang
}

// address turns a publisher's link into one from this page: a path under
// static/ leads to the file's copy on the site.
func (c *context) address(s string) string {
	if strings.Contains(s, ":") {
		return s
	}
	path := strings.TrimPrefix(s, "static/")
	if c.plan.static[path] {
		return c.root + path
	}
	return ""
}

// documents are the files about a record.
func (c *context) documents(e table.Entity) []Link {
	var links []Link
	for _, d := range about[*model.Document](c.plan.index, e) {
		text, lang := c.text(d.Title)
		if text == "" {
			text = value.Visible(d.ID)
		}
		links = append(links, Link{Text: text, Lang: lang, Href: c.address(d.URL)})
	}
	return links
}

// notesAbout are the policies and stories about a record: those that name it,
// and the policy it rests on.
func (c *context) notesAbout(e table.Entity, s *table.Schema) []Link {
	notes := c.plan.index.notes[c.plan.index.subject(e)]
	for _, f := range s.Fields {
		if f.Kind == table.KindNote {
			if n := c.plan.Data.Note("policies", f.Plain(e)); n != nil {
				notes = append([]*model.Note{n}, notes...)
			}
		}
	}
	var links []Link
	seen := map[*model.Note]bool{}
	for _, n := range notes {
		if !seen[n] {
			seen[n] = true
			links = append(links, c.noteLink(n))
		}
	}
	return links
}

// maxReferring is how many of a table's records a page that refers to them
// lists.
const maxReferring = 50

// referring lists the records that refer to e, a table each.
func (c *context) referring(e table.Entity, but ...string) []Table {
	byTable := c.plan.index.referrers(e)
	for _, name := range but {
		delete(byTable, name)
	}
	var tables []Table
	for _, t := range c.plan.index.tables {
		if list := byTable[t.Schema().Info.Name]; len(list) > 0 {
			tables = append(tables, c.listTable(t.Schema(), list, maxReferring))
		}
	}
	return tables
}
