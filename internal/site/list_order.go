package site

import (
	"cmp"
	"slices"

	"gongkai/internal/table"
	"gongkai/internal/value"
)

// named are the tables whose lists are sorted by name.
var named = map[string]bool{"agencies": true, "organizations": true, "venues": true}

// dated are the tables whose lists begin with the newest, by the field that dates
// them.
var dated = map[string]string{
	"programmes": "year", "budgets": "year", "calls": "opens", "contracts": "signed", "payments": "date", "evaluations": "date",
	"honours": "date", "subsidies": "date", "events": "date", "trainings": "date", "documents": "date", "corrections": "date",
}

// priced are the tables of which the largest records are listed, by the field that
// says how large they are.
var priced = map[string]string{"budgets": "amount", "contracts": "amount", "payments": "amount", "subsidies": "amount"}

// listKey names a list as it is sorted for a language, "" for any.
type listKey struct {
	table, lang string
	sorted      order
}

// orders are the ways a table's list is sorted, the first under its own address.
func (p *Plan) orders(t table.Table) []order {
	switch name := t.Schema().Info.Name; name {
	case "projects", "organizations", "agencies", "areas", "districts", "services", "programmes", "calls":
		return []order{orderFirst, orderLargest}
	default:
		if len(p.lists[listKey{name, "", orderLargest}]) > 1 {
			return []order{orderFirst, orderLargest}
		}
	}
	return []order{orderFirst}
}

// listLen is how many records a table's list has in an order, without sorting it.
func (p *Plan) listLen(t table.Table, sorted order) int {
	if name := t.Schema().Info.Name; priced[name] != "" && sorted == orderLargest {
		return len(p.lists[listKey{name, "", sorted}])
	}
	return t.Len()
}

// sortLists works out the lists that have an order of their own, once.
func (p *Plan) sortLists() {
	p.lists[listKey{"projects", "", orderFirst}] = p.index.sorted.order[newestPlace]
	p.lists[listKey{"projects", "", orderLargest}] = p.index.sorted.order[largestPlace]
	for _, t := range p.index.tables {
		s := t.Schema()
		if f := s.Field(dated[s.Info.Name]); f != nil {
			p.lists[listKey{s.Info.Name, "", orderFirst}] = newestRows(t, f)
		}
		if f := s.Field(priced[s.Info.Name]); f != nil {
			p.lists[listKey{s.Info.Name, "", orderLargest}] = largestRows(t, f)
		}
		if !named[s.Info.Name] {
			continue
		}
		for _, lang := range p.Data.Config.Languages {
			key := listKey{s.Info.Name, lang, orderFirst}
			p.lists[key] = byLabel(t, lang)
			p.letters[key] = newLetters(lang).index(ordered{t, p.lists[key]}, lang)
		}
	}
}

// list is a table's records in one of their orders.
func (p *Plan) list(t table.Table, lang string, sorted order) ordered {
	name := t.Schema().Info.Name
	switch {
	case name == "projects" || priced[name] != "" && sorted == orderLargest:
		return ordered{t, p.lists[listKey{name, "", sorted}]}
	case sorted == orderLargest:
		return p.index.largest(t)
	case dated[name] != "":
		return ordered{t, p.lists[listKey{name, "", sorted}]}
	}
	return ordered{t, p.lists[listKey{name, lang, sorted}]}
}

// newestRows are a table's rows by a date or a year, the newest first and those
// without one last; among equals as in the files. It is nil where the files have
// them so.
func newestRows(t table.Table, f *table.Field) []int32 {
	dates, rows := make([]value.Date, t.Len()), make([]int32, t.Len())
	for i := range rows {
		rows[i] = int32(i)
		switch v := f.Of(t.At(i)).(type) {
		case *value.Date:
			dates[i] = *v
		case *value.Count:
			dates[i] = value.NewDate(int(v.Int()), 0, 0)
		}
	}
	newer := func(a, b int32) int { return dates[b].Compare(dates[a]) }
	if slices.IsSortedFunc(rows, newer) {
		return nil
	}
	slices.SortStableFunc(rows, newer)
	return rows
}

// largestRows are the rows with the largest amounts, as many as pages show; those
// of one currency stand together.
func largestRows(t table.Table, f *table.Field) []int32 {
	type sized struct {
		amount value.Money
		row    int32
	}
	var all []sized
	for i := range t.Len() {
		if m := *f.Of(t.At(i)).(*value.Money); !m.IsZero() {
			all = append(all, sized{m, int32(i)})
		}
	}
	slices.SortStableFunc(all, func(a, b sized) int { return larger(a.amount, b.amount) })
	rows := make([]int32, min(len(all), maxLargest))
	for i := range rows {
		rows[i] = all[i].row
	}
	return rows
}

// larger sorts the larger amount first, and apart by currency; a missing one last.
func larger(a, b value.Money) int {
	return cmp.Or(cmp.Compare(b.Currency(), a.Currency()), cmp.Compare(b.Minor(), a.Minor()))
}
