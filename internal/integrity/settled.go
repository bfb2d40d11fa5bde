package integrity

import (
	"cmp"
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// account is what some projects were promised and paid, in one currency.
type account struct {
	in                value.Currency
	projects          int
	full, below, more int // paid as agreed, less than, more than
	agreed, paid      value.Totals
}

func (a *account) add(s settlement, tolerance Share) {
	a.projects++
	c, _ := s.paid.Cmp(s.agreed)
	switch {
	case above(s.paid, s.agreed, tolerance):
		a.more++
	case c < 0:
		a.below++
	default:
		a.full++
	}
	a.agreed.Add(s.agreed)
	a.paid.Add(s.paid)
}

func (a *account) cells() []Cell {
	agreed, paid := a.agreed.In(a.in), a.paid.In(a.in)
	return []Cell{
		Whole(a.projects), Whole(a.full), Whole(a.below), Whole(a.more), oversight.Money(agreed), oversight.Money(paid), oversight.Money(less(paid, agreed)),
	}
}

func accountColumns(first Column) []Column {
	return []Column{
		first, number("projects", "可比项目", "Compared"), number("equal", "付清", "In full"), number("below", "未付足", "Less"), number("above", "多付", "More"),
		number("agreed", "约定", "Agreed"), number("paid", "已付", "Paid"), number("difference", "相差", "Difference"),
	}
}

// settled sums settlements by what each project belongs to, the largest sums
// first.
func settled(all []settlement, tolerance Share, name string, title finding.Text, first Column, of func(*model.Project) table.Entity) List {
	type key struct {
		e  table.Entity
		in value.Currency
	}
	accounts := map[key]*account{}
	var order []key
	for _, s := range all {
		k := key{of(s.project), s.agreed.Currency()}
		if accounts[k] == nil {
			accounts[k] = &account{in: k.in}
			order = append(order, k)
		}
		accounts[k].add(s, tolerance)
	}
	list := List{Name: name, Title: title, Columns: accountColumns(first)}
	for _, k := range order {
		var cell Cell
		if k.e != nil {
			cell = linked(k.e)
		}
		a := accounts[k]
		list.Rows = append(list.Rows, Row{Marked: a.more > 0, Cells: append([]Cell{cell}, a.cells()...)})
	}
	slices.SortStableFunc(list.Rows, func(a, b Row) int { return compareAmounts(b.Cells[5], a.Cells[5]) })
	return list
}

// settledByYear sums settlements by the projects' years, the first first.
func settledByYear(all []settlement, tolerance Share) List {
	type key struct {
		year int
		in   value.Currency
	}
	accounts := map[key]*account{}
	var order []key
	for _, s := range all {
		k := key{s.project.CalendarYear(), s.agreed.Currency()}
		if accounts[k] == nil {
			accounts[k] = &account{in: k.in}
			order = append(order, k)
		}
		accounts[k].add(s, tolerance)
	}
	slices.SortFunc(order, func(a, b key) int { return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(a.in, b.in)) })
	list := List{Name: "by-year", Title: say("按年度", "By year"), Columns: accountColumns(column("year", "年度", "Year"))}
	for _, k := range order {
		a := accounts[k]
		list.Rows = append(list.Rows, Row{Marked: a.more > 0, Cells: append([]Cell{oversight.InYear(k.year)}, a.cells()...)})
	}
	return list
}
