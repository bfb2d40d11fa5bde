package site

import (
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// listColumn is a column of a list.
type listColumn struct {
	head Head
	cell func(e table.Entity) Cell
}

// columns are those of a list of some records, the first leads to them. A column
// in which nothing stands, or nothing but what the page is of, is left out.
func (c *context) columns(s *table.Schema, list []table.Entity) []listColumn {
	all := c.ownColumns(s)
	if all == nil {
		for _, f := range c.listFields(s, list) {
			all = append(all, c.fieldColumn(f))
		}
	}
	known := c.ofPage()
	all = slices.DeleteFunc(all, func(l listColumn) bool {
		return !slices.ContainsFunc(list, func(e table.Entity) bool {
			cell := l.cell(e)
			return !cell.Missing && !slices.Contains(known, cell.Href)
		})
	})
	if len(list) > 0 && groups(list[0]) {
		all = append(all, c.sumColumns()...)
	}
	return append([]listColumn{c.leading(s)}, all...)
}

// sumColumns are what projects of a group come to.
func (c *context) sumColumns() []listColumn {
	return []listColumn{
		{Head{c.t("项目", "Projects"), true}, func(e table.Entity) Cell { return number(c.count(c.plan.index.tally(e).projects)) }},
		{Head{c.t("立项金额", "Awarded"), true}, func(e table.Entity) Cell {
			t := c.plan.index.tally(e)
			return c.awardedSum(t.awarded, t.award)
		}},
	}
}

// ofPage are the addresses of the record whose page this is, of its project and
// of who leads that; none on other pages.
func (c *context) ofPage() []string {
	if c.page.kind != kindRecord {
		return nil
	}
	e := c.plan.index.record(c.page.num)
	known := []string{c.to(e)}
	if p := projectOf(e); p != nil {
		known = append(known, c.to(p))
		if o := p.Organization.First(); o != nil {
			known = append(known, c.to(o))
		}
	}
	return known
}

func (c *context) fieldColumn(f *table.Field) listColumn {
	return listColumn{Head{c.say(f.Title), isNumeric(f.Kind)}, func(e table.Entity) Cell { return c.cell(e, f) }}
}

// ownColumns are the columns of tables whose records are named by their values,
// which stand apart in a list, so that they compare; and beside them the project
// and its provider, which readers look for. Of other tables there are none.
func (c *context) ownColumns(s *table.Schema) []listColumn {
	project, provider := c.projectColumns()
	field := func(name string) listColumn { return c.fieldColumn(s.Field(name)) }
	switch s.Info.Name {
	case "budgets":
		return []listColumn{field("amount"), field("adjusted_amount"), field("source")}
	case "contracts":
		amount := listColumn{Head{c.say(s.Field("amount").Title), true}, func(e table.Entity) Cell { return c.contractAmount(e.(*model.Contract)) }}
		return []listColumn{project, provider, field("signed"), amount, field("state")}
	case "payments":
		return []listColumn{field("amount"), field("stage"), project, provider, field("evaluation")}
	case "evaluations":
		return []listColumn{field("date"), project, field("organization"), field("by"), field("score"), field("grade")}
	case "figures":
		return []listColumn{c.figureColumn(s.Field("value")), c.aboutColumn(s.Field("subject")), field("year")}
	case "corrections":
		return []listColumn{c.aboutColumn(s.Field("record")), field("what")}
	}
	return nil
}

func (c *context) projectColumns() (project, provider listColumn) {
	project = listColumn{Head{Text: c.t("项目", "Project")}, func(e table.Entity) Cell {
		if p := projectOf(e); p != nil {
			return c.cellLink(p)
		}
		return Cell{Missing: true}
	}}
	provider = listColumn{Head{Text: c.t("承接主体", "Organization")}, func(e table.Entity) Cell {
		if p := projectOf(e); p != nil {
			return c.cellOrg(p)
		}
		return Cell{Missing: true}
	}}
	return project, provider
}

// projectOf is the project that a record belongs to, nil where there is none.
func projectOf(e table.Entity) *model.Project {
	switch e := e.(type) {
	case *model.Contract:
		return e.Project.To
	case *model.Payment:
		return e.For()
	case *model.Evaluation:
		return e.Project.To
	}
	return nil
}

// leads are the fields by which records are named in lists that show the rest of
// their names in other columns.
var leads = map[string]string{"payments": "date", "evaluations": "kind", "figures": "measure", "corrections": "date"}

func (c *context) leading(s *table.Schema) listColumn {
	f := s.Field(leads[s.Info.Name])
	return listColumn{Head{Text: c.say(s.Info.One)}, func(e table.Entity) Cell {
		link := c.cellLink(e)
		if f != nil && !f.IsZero(e) {
			cell := c.cell(e, f)
			link.Text, link.Lang = cell.Text, cell.Lang
		}
		return link
	}}
}

// aboutColumn is what figures and corrections are about.
func (c *context) aboutColumn(f *table.Field) listColumn {
	return listColumn{Head{Text: c.say(f.Title)}, func(e table.Entity) Cell {
		if a, ok := e.(interface{ About() table.Entity }); ok && a.About() != nil {
			return c.cellLink(a.About())
		}
		return c.cell(e, f)
	}}
}

// figureColumn is the value of figures, with its unit.
func (c *context) figureColumn(f *table.Field) listColumn {
	return listColumn{Head{c.say(f.Title), true}, func(e table.Entity) Cell {
		if figure, ok := e.(*model.Figure); ok && !figure.Value.IsZero() {
			return number(c.figureValue(figure.Value, figure.Unit))
		}
		return number("")
	}}
}

// listFields chooses the columns of a generic list: no long texts, nothing
// that no record has, nothing that the name says already.
func (c *context) listFields(s *table.Schema, list []table.Entity) []*table.Field {
	limit := maxColumns
	if len(list) > 0 && groups(list[0]) {
		limit = 3
	}
	var fields []*table.Field
	label := s.LabelField()
	for _, f := range s.Fields {
		if f.Common || f == label || len(fields) == limit || !shortKind(f) {
			continue
		}
		for _, e := range list {
			if !f.IsZero(e) {
				fields = append(fields, f)
				break
			}
		}
	}
	return fields
}

func shortKind(f *table.Field) bool {
	switch f.Kind {
	case table.KindText, table.KindLink, table.KindPoint, table.KindNote, table.KindCurrency, table.KindBool:
		return f.Name == "title"
	}
	return f.Name != "former_names"
}

func isNumeric(k table.Kind) bool {
	switch k {
	case table.KindMoney, table.KindCount, table.KindDecimal, table.KindShare:
		return true
	}
	return false
}

// cell is a field's value as a table's cell.
func (c *context) cell(e table.Entity, f *table.Field) Cell {
	if f.IsZero(e) {
		return Cell{Missing: true, Numeric: isNumeric(f.Kind)}
	}
	if f.Kind == table.KindMoney {
		return c.amount(*f.Of(e).(*value.Money))
	}
	vs := c.values(e, f)
	if len(vs) == 0 {
		return Cell{Missing: true}
	}
	return Cell{Text: vs[0].Text, Lang: vs[0].Lang, Href: vs[0].Href, Numeric: isNumeric(f.Kind)}
}
