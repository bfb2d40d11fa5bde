package site

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// maxBins is how many steps a chart of sizes has at most; what is smaller or
// larger stands in the first or the last.
const maxBins = 13

// sizeBin is a step of award sizes: from its bound up to the next one's.
type sizeBin struct {
	from  value.Money // missing: below the first bound
	to    value.Money // missing: everything above
	count int
	sum   value.Totals
}

// chartSizes shows how many awards there are of which size. The bounds go up by
// 2, 2.5 and 2 times: 1万, 2万, 5万, 10万 …
func (c *context) chartSizes(projects []*model.Project) Chart {
	in := purseOf(projects)
	var sizes []value.Money
	for _, p := range projects {
		if p.Awarded() && !p.AmountAwarded.IsZero() && p.AmountAwarded.Currency() == in.cur {
			sizes = append(sizes, p.AmountAwarded)
		}
	}
	if len(sizes) < 2 {
		return Chart{}
	}
	slices.SortFunc(sizes, func(a, b value.Money) int { order, _ := a.Cmp(b); return order })
	bins := sizeBins(sizes)
	ch := Chart{
		Name: "sizes", Form: FormRows, Series: []Series{{Name: c.t("项目数", "Projects"), Kind: KindDone}}, Source: c.source(), Note: c.otherCurrencies(in),
		Table: Table{Heads: heads(c.t("立项金额", "Amount awarded"), "#"+c.t("项目", "Projects"), "#"+c.t("合计", "Together"))},
	}
	for _, b := range bins {
		name := c.binName(b)
		ch.Marks = append(ch.Marks, Mark{Link: Link{Text: name}, Values: []Number{{int64(b.count), c.count(b.count)}}})
		ch.Table.Rows = append(ch.Table.Rows, []Cell{{Text: name}, number(c.count(b.count)), c.amounts(b.sum)})
	}
	if len(ch.Marks) < 2 {
		return Chart{}
	}
	half := sizes[len(sizes)/2]
	ch.Title = c.t("一半的立项不超过 "+half.Short(c.lang), "Half of the awards are "+half.Short(c.lang)+" or less")
	ch.Sub = c.sub(c.t("各档立项金额的项目数", "Projects by amount awarded"), in)
	ch.About = c.t("条形图：每一档立项金额有多少个项目，共 "+c.count(len(sizes))+" 个。", "Bar chart of how many projects were awarded which amount, "+c.count(len(sizes))+" in all.")
	return ch
}

func (c *context) binName(b sizeBin) string {
	from, to := b.from.Compact(c.lang), b.to.Compact(c.lang)
	switch {
	case from == "":
		return c.t("不到 "+to, "under "+to)
	case to == "":
		return c.t(from+" 以上", from+" or more")
	}
	return from + "–" + to
}

// sizeBins sorts amounts, which are in order, into steps that are 1, 2 or 5
// times a power of ten, without empty steps at either end.
func sizeBins(sizes []value.Money) []sizeBin {
	cur := sizes[0].Currency()
	var bounds []int64
	unit := int64(1)
	for range cur.Digits() {
		unit *= 10
	}
	for b, i := unit, 0; b > 0 && len(bounds) < 60; i++ {
		bounds = append(bounds, b)
		if b > sizes[len(sizes)-1].Minor() || b > 1<<61 {
			break
		}
		if b *= 2; i%3 == 1 {
			b = b / 4 * 5
		}
	}
	// the first bound that the smallest is not below
	first := 0
	for first+1 < len(bounds) && bounds[first+1] <= max(sizes[0].Minor(), 0) {
		first++
	}
	first = fullest(sizes, bounds, first)
	bounds = bounds[:min(len(bounds), first+maxBins)]
	var bins []sizeBin
	if sizes[0].Minor() < bounds[first] {
		bins = append(bins, sizeBin{to: value.NewMoney(bounds[first], cur)})
	}
	for i := first; i < len(bounds)-1; i++ {
		bins = append(bins, sizeBin{from: value.NewMoney(bounds[i], cur), to: value.NewMoney(bounds[i+1], cur)})
	}
	if last := bounds[len(bounds)-1]; sizes[len(sizes)-1].Minor() >= last {
		bins = append(bins, sizeBin{from: value.NewMoney(last, cur)})
	}
	at := 0
	for _, m := range sizes {
		for at < len(bins)-1 && !bins[at].to.IsZero() && m.Minor() >= bins[at].to.Minor() {
			at++
		}
		bins[at].count++
		bins[at].sum.Add(m)
	}
	return bins
}

// fullest is where the steps that hold most amounts begin, of as many as a chart
// shows; the others stand together below and above.
func fullest(sizes []value.Money, bounds []int64, first int) int {
	below := func(bound int64) int {
		n, _ := slices.BinarySearchFunc(sizes, bound, func(m value.Money, b int64) int { return cmp.Compare(m.Minor(), b) })
		return n
	}
	best, most := first, -1
	for i := first; i == first || i+maxBins <= len(bounds); i++ {
		if n := below(bounds[min(i+maxBins, len(bounds))-1]) - below(bounds[i]); n > most {
			best, most = i, n
		}
	}
	return best
}
