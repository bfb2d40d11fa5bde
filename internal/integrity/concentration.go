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

var concentration = indicator{
	Indicator: oversight.Indicator{
		Name: "concentration", Group: oversight.GroupCompetition,
		Title: say("承接主体集中程度", "Concentration of awards"),
		Why: say("钱集中在少数几家，可能因为能做的只有几家，也可能因为别家进不来。",
			"Where a few organizations receive most of the money, few may be able to do the work, or others may not get in."),
		Method: say("按购买主体、按民生领域（取最上一级）分别计算。份额是一家牵头承接的立项金额占全部立项金额的比例；赫芬达尔—赫希曼指数（HHI）是各家份额（百分数）的平方和，一家独占时为 10,000，一百家均分时为 100。联合承接的只计牵头的一家；合计不大于零的不计。立项不足最少项数的不判断。",
			"Worked out for each agency and each area (the topmost). A share is what an organization was awarded as the one that leads, of all that was awarded; the Herfindahl-Hirschman index (HHI) is the sum of the squares of the shares in percent: 10,000 where one has all, 100 where a hundred have the same. What several undertake counts for the one that leads; sums of nothing or less are left out. Too few awards are not judged."),
		Thresholds: []Threshold{
			{Name: "hhi", Kind: oversight.KindWhole, Default: 1800, Min: 100, Max: 10_000, Means: say("HHI 高于 %s 的予以标记", "marked where the HHI is above %s")},
			{Name: "share", Kind: oversight.KindShare, Default: 500, Min: 10, Max: 1000, Means: say("最大一家的份额达到 %s 的予以标记", "marked where the largest has at least %s")},
			{Name: "awards", Kind: oversight.KindWhole, Default: 5, Min: 2, Max: 1_000_000, Means: say("立项不足 %s 项的不判断", "fewer than %s awards are not judged")},
		},
		Sources: []Source{
			cite(say("美国司法部、联邦贸易委员会《合并指南》（2023年）：HHI 高于 1,800 为高度集中，1,000 至 1,800 为中度集中（2010年版为 2,500 和 1,500）",
				"U.S. Department of Justice and Federal Trade Commission, Merger Guidelines (2023): above 1,800 is highly concentrated, 1,000 to 1,800 moderately (2,500 and 1,500 in the edition of 2010)"), "https://www.justice.gov/atr/merger-guidelines/applying-merger-guidelines/guideline-1"),
			cite(say("Fazekas、Kocsis《揭示高层腐败》（《英国政治学杂志》2020年）：中标方占采购人支出的份额", "Fazekas and Kocsis, Uncovering High-Level Corruption, British Journal of Political Science (2020): the winner's share of what a buyer spends"), "https://doi.org/10.1017/S0007123417000461"),
		},
	},
	run: runConcentration,
}

// market is what some awards, in one currency, say of who receives them.
type market struct {
	of      table.Entity
	in      value.Currency
	awards  int
	order   []*model.Organization
	amounts map[*model.Organization]value.Totals
	total   value.Totals
}

func (m *market) add(a award) {
	m.awards++
	m.total.Add(a.amount)
	sum, known := m.amounts[a.organization]
	if !known {
		m.order = append(m.order, a.organization)
	}
	sum.Add(a.amount)
	m.amounts[a.organization] = sum
}

// largest is the organization with the highest sum, the first of equals, the
// HHI of all sums, and how many are above nothing.
func (m *market) largest() (o *model.Organization, most value.Money, index int64, sharing int) {
	for _, org := range m.order {
		sum := m.amounts[org].In(m.in)
		sharing += b2i(sum.Sign() > 0)
		if c, _ := sum.Cmp(most); most.IsZero() || c > 0 {
			o, most = org, sum
		}
	}
	sums := make([]int64, len(m.order))
	for i, org := range m.order {
		sums[i], _ = value.Parts(m.amounts[org].In(m.in), most)
	}
	return o, most, hhi(sums), sharing
}

// markets groups awards by what each belongs to and by currency, in the order
// of the projects.
func markets(projects []*model.Project, of func(*model.Project) table.Entity) []*market {
	type key struct {
		e  table.Entity
		in value.Currency
	}
	byKey := map[key]*market{}
	var all []*market
	for _, p := range projects {
		a, ok := awardOf(p)
		e := of(p)
		if !ok || e == nil {
			continue
		}
		k := key{e, a.amount.Currency()}
		if byKey[k] == nil {
			byKey[k] = &market{of: e, in: k.in, amounts: map[*model.Organization]value.Totals{}}
			all = append(all, byKey[k])
		}
		byKey[k].add(a)
	}
	return all
}

func runConcentration(in *input) Result {
	things := say("个购买主体和领域", "agencies and areas")
	byAgency := markets(in.data.Projects.Rows, func(p *model.Project) table.Entity { return entity(p.Agency.To) })
	byArea := markets(in.data.Projects.Rows, func(p *model.Project) table.Entity { return entity(p.Area.To.Top()) })
	of := len(byAgency) + len(byArea)
	if of == 0 {
		return nothing(0, things, say("没有同时公布购买主体（或领域）、承接主体和立项金额的项目。", "No project has its agency or area, its organization and the amount awarded all published."))
	}
	r := Result{Things: things, Of: of}
	for _, l := range []List{
		concentrations(in, byAgency, "", say("按购买主体", "By agency"), column("agency", "购买主体", "Agency")),
		concentrations(in, byArea, "by-area", say("按民生领域", "By area"), column("area", "民生领域", "Area")),
	} {
		for _, row := range l.Rows {
			r.Looked++
			r.Marked += b2i(row.Marked)
		}
		r.Lists = append(r.Lists, l)
	}
	if r.Looked == 0 {
		why := finding.Textf("立项都不足 %d 项，不作判断。", "None has as many as %d awards, so none is judged.", in.limit("awards"))
		return nothing(of, things, why)
	}
	return r
}

func concentrations(in *input, all []*market, name string, title finding.Text, first Column) List {
	list := List{Name: name, Title: title, Columns: []Column{
		first, number("awards", "立项", "Awards"), number("organizations", "承接主体", "Organizations"), number("awarded", "立项金额", "Awarded"),
		number("hhi", "HHI", "HHI"), column("level", "集中程度", "Level"), column("largest", "最大一家", "The largest"), number("share", "份额", "Share"),
	}}
	for _, m := range all {
		total := m.total.In(m.in)
		if int64(m.awards) < in.limit("awards") || total.Sign() <= 0 {
			continue
		}
		largest, most, index, sharing := m.largest()
		share := moneyShare(most, total)
		list.Rows = append(list.Rows, Row{Marked: index > in.limit("hhi") || share >= in.share("share"), Cells: []Cell{
			linked(m.of), Whole(m.awards), Whole(sharing), oversight.Money(total), Whole(index), words(level(index)), oversight.Of(largest), share,
		}})
	}
	slices.SortStableFunc(list.Rows, func(a, b Row) int {
		return cmp.Or(b2i(b.Marked)-b2i(a.Marked), cmp.Compare(b.Cells[4].(Whole), a.Cells[4].(Whole)))
	})
	return list
}

// level is the band of the Merger Guidelines of 2023 that an index lies in.
func level(index int64) finding.Text {
	switch {
	case index > 1800:
		return say("高度集中", "high")
	case index > 1000:
		return say("中度集中", "moderate")
	}
	return say("分散", "low")
}
