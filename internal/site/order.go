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
	slices.SortStableFunc(out, func(a, b *model.Project) int { return larger(a.AmountAwarded, b.AmountAwarded) })
	return out
}

// ordered are a table's records in an order.
type ordered struct {
	t     table.Table
	order []int32 // rows of the table, all or some; nil is all as in the files
}

func (r ordered) len() int {
	if r.order == nil {
		return r.t.Len()
	}
	return len(r.order)
}

func (r ordered) at(i int) table.Entity {
	if r.order == nil {
		return r.t.At(i)
	}
	return r.t.At(int(r.order[i]))
}

// part is a stretch of them.
func (r ordered) part(from, to int) []table.Entity {
	out := make([]table.Entity, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, r.at(i))
	}
	return out
}

// byLabel sorts records by their names as the language orders them: Chinese by
// pinyin.
func byLabel(t table.Table, lang string) []int32 {
	tag := language.English
	if lang == "zh" {
		tag = language.Chinese
	}
	col := collate.New(tag, collate.Numeric)
	var buf collate.Buffer
	type keyed struct {
		key []byte
		row int32
	}
	all := make([]keyed, t.Len())
	for i := range all {
		all[i] = keyed{slices.Clone(col.KeyFromString(&buf, t.Schema().Label(t.At(i), lang))), int32(i)}
		buf.Reset()
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return slices.Compare(a.key, b.key) })
	out := make([]int32, len(all))
	for i := range all {
		out[i] = all[i].row
	}
	return out
}
