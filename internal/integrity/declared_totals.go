package integrity

import (
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var declaredTotals = indicator{
	Indicator: oversight.Indicator{
		Name: "declared-totals", Group: oversight.GroupMoney,
		Title: say("公布的合计与逐条记录", "Declared totals against the sums of rows"),
		Why: say("报告和新闻里的合计，应能由逐条记录加出来；加不出来的，不是记录不全，就是口径不同。",
			"A total in a report should follow from the rows. Where it does not, rows are missing or something else was counted."),
		Method: say("计划公布的项目数和金额、公布的数字表中的数字、项目填报的签约和已付金额，逐一与本站记录的合计相比。公布的项目数可能指申报的，也可能指购买的，与其中之一相等即为一致。没有逐条记录可比的不计。",
			"Numbers and amounts that programmes declare, published figures, and what projects declare as contracted and paid are each held against the sum of the rows on this site. A declared number of projects may mean those that applied or those bought; it agrees with either. What no rows stand behind is left out."),
		Thresholds: []Threshold{tolerance},
		Sources:    []Source{cite(say("《国际审计准则第330号》第20段：报表中的信息须与其所依据的记录核对或调节一致", "International Standard on Auditing 330, paragraph 20: what a statement says is agreed or reconciled with the records behind it"), "")},
	},
	run: runDeclaredTotals,
}

// tolerance is how far two numbers may differ and still agree.
var tolerance = Threshold{
	Name: "tolerance", Kind: oversight.KindShare, Default: 0, Min: 0, Max: 1000,
	Means: say("相差超过 %s 的予以标记", "marked where the difference is above %s"),
}

func runDeclaredTotals(in *input) Result {
	list := List{Columns: []Column{
		column("record", "对象", "About"), column("year", "年度", "Year"), column("measure", "指标", "Measure"),
		number("declared", "公布为", "As published"), number("rows", "逐条记录合计", "From the rows"), number("difference", "相差", "Difference"),
	}}
	published := 0
	add := func(about table.Entity, y int64, measure string, declared, rows value.Decimal, unit string, known bool) {
		published++
		if !known {
			return
		}
		gap := difference(declared, rows)
		list.Rows = append(list.Rows, Row{
			Marked: apart(declared, gap, in.share("tolerance")),
			Cells:  []Cell{linked(about), oversight.InYear(int(y)), Measure(measure), figure(declared, unit), figure(rows, unit), figure(gap, unit)},
		})
	}
	for _, g := range in.data.Programmes.Rows {
		declaredByProgramme(g, add)
	}
	for _, f := range in.data.Figures.Rows {
		if about := subject(in.data, f.Subject); about != nil && !f.Value.IsZero() {
			rows, ok := in.data.RowsSay(f, about)
			add(about, f.Year.Int(), f.Measure, f.Value, rows, f.Unit, ok)
		}
	}
	for _, p := range in.data.Projects.Rows {
		declaredByProject(p, add)
	}
	things := say("个公布的合计", "declared totals")
	if len(list.Rows) == 0 {
		return nothing(published, things, say("没有公布可与逐条记录相比的合计。", "No total is published that rows stand behind."))
	}
	r := Result{Things: things, Looked: len(list.Rows), Of: published, Lists: []List{list}}
	count(&r)
	return r
}

type addDeclared func(about table.Entity, year int64, measure string, declared, rows value.Decimal, unit string, known bool)

func declaredByProgramme(g *model.Programme, add addDeclared) {
	if n := g.ProjectsDeclared; !n.IsZero() {
		rows := int64(len(g.Projects))
		if bought := int64(len(model.Bought(g.Projects))); bought == n.Int() {
			rows = bought
		}
		add(g, g.Year.Int(), "projects_declared", value.NewDecimal(n.Int(), 0), value.NewDecimal(rows, 0), "projects", rows > 0)
	}
	if m := g.AmountDeclared; !m.IsZero() {
		var sum value.Totals
		for _, p := range model.Bought(g.Projects) {
			sum.Add(p.AmountAwarded)
		}
		declared, _ := model.DecimalOf(m)
		rows, ok := model.DecimalOf(sum.In(m.Currency()))
		add(g, g.Year.Int(), "amount_declared", declared, rows, m.Currency().String(), ok)
	}
}

// declaredByProject holds what a project's own row declares against its
// contracts and payments, where there are any.
func declaredByProject(p *model.Project, add addDeclared) {
	if m := p.AmountContracted; !m.IsZero() && !p.Contracts.Empty() {
		declared, _ := model.DecimalOf(m)
		rows, ok := model.DecimalOf(p.ContractedTotal().In(m.Currency()))
		add(p, int64(p.CalendarYear()), "amount_contracted", declared, rows, m.Currency().String(), ok)
	}
	if m := p.AmountPaid; !m.IsZero() && !p.Payments.Empty() {
		declared, _ := model.DecimalOf(m)
		rows, ok := model.DecimalOf(p.PaidTotal().In(m.Currency()))
		add(p, int64(p.CalendarYear()), "amount_paid", declared, rows, m.Currency().String(), ok)
	}
}

// subject is the record that a figure is about, nil where it is not there.
func subject(d *model.Dataset, s string) table.Entity {
	name, id, ok := table.CutSubject(s)
	if !ok {
		return nil
	}
	if e := d.Find(name, id); e != nil {
		return e
	}
	return nil
}
