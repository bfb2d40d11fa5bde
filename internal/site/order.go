package site

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// newestFirst sorts by year, award date and start, and keeps the files' order
// among equals.
func newestFirst(projects []*model.Project) []*model.Project {
	out := slices.Clone(projects)
	slices.SortStableFunc(out, func(a, b *model.Project) int {
		return cmp.Or(
			cmp.Compare(b.CalendarYear(), a.CalendarYear()),
			b.Decided.Compare(a.Decided),
			b.Start.Compare(a.Start),
		)
	})
	return out
}

// largestFirst sorts by the amount awarded; amounts of other currencies and
// missing ones come after.
func largestFirst(projects []*model.Project) []*model.Project {
	out := slices.Clone(projects)
	slices.SortStableFunc(out, func(a, b *model.Project) int {
		return cmp.Or(
			cmp.Compare(b.AmountAwarded.Currency(), a.AmountAwarded.Currency()),
			cmp.Compare(b.AmountAwarded.Minor(), a.AmountAwarded.Minor()),
		)
	})
	return out
}

// byLabel sorts records by their names as the language orders them: Chinese by
// pinyin.
func byLabel(t table.Table, lang string) []table.Entity {
	tag := language.English
	if lang == "zh" {
		tag = language.Chinese
	}
	col := collate.New(tag, collate.Numeric)
	var buf collate.Buffer
	type keyed struct {
		key []byte
		e   table.Entity
	}
	all := make([]keyed, t.Len())
	for i := range all {
		e := t.At(i)
		all[i] = keyed{slices.Clone(col.KeyFromString(&buf, t.Schema().Label(e, lang))), e}
		buf.Reset()
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return slices.Compare(a.key, b.key) })
	out := make([]table.Entity, len(all))
	for i := range all {
		out[i] = all[i].e
	}
	return out
}
