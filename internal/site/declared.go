package site

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// declared sets the figures published about a record, and what its own row
// declares, beside the sums of the rows.
func (c *context) declared(e table.Entity) []Declared {
	var out []Declared
	for _, f := range about[*model.Figure](c.plan.index, e) {
		out = append(out, c.figure(f, e))
	}
	g, ok := e.(*model.Programme)
	if !ok {
		return out
	}
	if !g.ProjectsDeclared.IsZero() {
		// A declared number may mean the projects that applied or those bought.
		rows, want := c.count(len(g.Projects)), value.Group(g.ProjectsDeclared.Int())
		if awarded := c.count(sum(g.Projects).awarded); awarded == want {
			rows = awarded
		}
		out = append(out, c.declaredField(g, "projects_declared", g.ProjectsDeclared.Format(c.lang), rows, want))
	}
	if m := g.AmountDeclared; !m.IsZero() {
		award := sum(g.Projects).award.In(m.Currency())
		d := c.declaredField(g, "amount_declared", m.Full(c.lang), award.Full(c.lang), m.Full(c.lang))
		out = append(out, d)
	}
	return out
}

func (c *context) declaredField(g *model.Programme, field, shown, rows, want string) Declared {
	f := c.plan.index.table(g).Schema().Field(field)
	d := Declared{Measure: c.say(f.Title), Value: shown, Rows: rows, Agrees: rows == want, Place: c.place(g, field)}
	if c.page.kind != kindRecord { // a record's own page need not name it
		d.Subject = c.link(g)
	}
	if !g.Year.IsZero() {
		d.Year = g.Year.String()
	}
	d.Source = value.Visible(g.Source())
	d.SourceLang = c.writing(d.Source)
	return d
}

// figure is one published figure beside what the rows say.
func (c *context) figure(f *model.Figure, about table.Entity) Declared {
	d := Declared{Measure: c.measure(f.Measure, about), Value: c.figureValue(f.Value, f.Unit), Source: value.Visible(f.Source()), Place: c.place(f, "value")}
	if c.page.kind != kindRecord { // a record's own page need not name it
		d.Subject = c.link(about)
	}
	if !f.Year.IsZero() {
		d.Year = f.Year.String()
	}
	d.SourceLang = c.writing(d.Source)
	d.Quote, d.QuoteLang = c.text(f.Quote)
	d.Note, d.NoteLang = c.text(f.Note)
	if rows, ok := c.plan.Data.RowsSay(f, about); ok {
		d.Rows = c.figureValue(rows, f.Unit)
		d.Agrees = rows.Cmp(f.Value) == 0
	}
	return d
}

// figureValue prints a figure with its unit.
func (c *context) figureValue(v value.Decimal, unit string) string {
	if cur, ok := value.ParseCurrency(unit); ok {
		if m, problem := value.ParseMoney(v.String(), value.MoneyOptions{Currency: cur}); problem == nil {
			return m.Format(c.lang)
		}
	}
	text := v.Format(c.lang)
	if unit == "" {
		return text
	}
	return text + " " + c.unitName(unit)
}

// unitName is a unit of figures in words; as it is written where it is none of the usual ones.
func (c *context) unitName(unit string) string {
	if label, ok := units[unit]; ok {
		return c.say(label)
	}
	return value.Visible(unit)
}

// units are the usual units of figures.
var units = map[string]finding.Text{
	"people": {ZH: "人", EN: "people"}, "organizations": {ZH: "家", EN: "organizations"}, "projects": {ZH: "个", EN: "projects"},
	"areas": {ZH: "个领域", EN: "areas"}, "venues": {ZH: "处", EN: "venues"}, "events": {ZH: "场", EN: "events"}, "agencies": {ZH: "个部门", EN: "agencies"},
}

// measure is a measure's name.
func (c *context) measure(name string, about table.Entity) string {
	return value.Visible(model.MeasureName(name, about, c.lang))
}

// FigureValue is what a figure says, with its unit, as pages of a language show it.
func (p *Plan) FigureValue(f *model.Figure, lang string) string {
	return (&context{plan: p, lang: lang}).figureValue(f.Value, f.Unit)
}
