package integrity

import (
	"cmp"
	"slices"

	"gongkai/internal/check"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

var underThreshold = indicator{
	Indicator: oversight.Indicator{
		Name: "under-threshold", Group: oversight.GroupCompetition,
		Title: say("紧贴限额之下的立项", "Awards just under the purchase threshold"),
		Why: say("超过限额要多走程序。紧贴限额之下的立项明显多于刚过限额的，值得看一看是否为避开程序。",
			"Above the threshold more procedure is due. Where many more awards lie just under it than just over, one may ask whether the procedure was avoided."),
		Method: say("限额取检查 split-purchases 的 limit，不另设一个。对每个购买主体，数出限额之下、差额在幅度以内的立项，与限额及以上、同样幅度以内的相比；前者达到最少项数，且达到后者的倍数，予以标记，并列出这些项目。",
			"The threshold is the limit of the check split-purchases; there is no second one. For each agency the awards below it by no more than the width are counted, and those at or above it by no more than the same. Marked where the first are at least so many and at least so many times the second, with the projects."),
		Thresholds: []Threshold{
			{Name: "within", Kind: oversight.KindShare, Default: 50, Min: 1, Max: 500, Means: say("与限额相差不超过 %s 的计入", "counted where no further from the threshold than %s")},
			{Name: "awards", Kind: oversight.KindWhole, Default: 5, Min: 2, Max: 1_000_000, Means: say("紧贴之下不足 %s 项的不标记", "fewer than %s just under are not marked")},
			{Name: "times", Kind: oversight.KindWhole, Default: 2, Min: 1, Max: 1000, Means: say("达到刚过限额的 %s 倍才标记", "marked where they are at least %s times those just over")},
		},
		Sources: []Source{
			cite(say("Palguta、Pertold《操纵采购合同：来自限额的证据》（《美国经济杂志：经济政策》2017年）", "Palguta and Pertold, Manipulation of Procurement Contracts: Evidence from the Introduction of Discretionary Thresholds, American Economic Journal: Economic Policy (2017)"), "https://doi.org/10.1257/pol.20150511"),
			cite(say("《中华人民共和国政府采购法》第二十八条：不得将应当公开招标的服务化整为零", "Government Procurement Law of China, article 28: purchases that are due for open tender are not split up"), ""),
		},
	},
	run: runUnderThreshold,
}

// bunch is the awards of an agency about the threshold.
type bunch struct {
	agency *model.Agency
	under  []*model.Project
	over   int
}

func runUnderThreshold(in *input) Result {
	things := say("个购买主体", "agencies")
	limit := check.PurchaseThreshold(in.data)
	if limit.IsZero() {
		return nothing(0, things, say("没有设定限额。各地限额不同：在 data/site.yaml 写 checks: {split-purchases: {limit: 300000 元}} 后才计算。",
			"No purchase threshold is set. They are local: this is worked out once data/site.yaml has checks: {split-purchases: {limit: 300000}}."))
	}
	bunches := bunchesOf(in.data, limit, in.share("within"))
	if len(bunches) == 0 {
		return nothing(0, things, say("没有公布与限额同一货币的立项金额。", "No amount awarded is published in the threshold's currency."))
	}
	r := Result{Things: things, Looked: len(bunches), Of: len(bunches)}
	agencies := List{Columns: []Column{
		column("agency", "购买主体", "Agency"), number("limit", "限额", "Threshold"), number("under", "紧贴之下", "Just under"), number("over", "刚过限额", "Just over"),
	}}
	projects := List{Name: "projects", Title: say("紧贴限额之下的项目", "The awards just under"), Columns: []Column{
		column("project", "项目", "Project"), column("agency", "购买主体", "Agency"), column("organization", "承接主体", "Organization"), column("decided", "立项日期", "Awarded on"), number("awarded", "立项金额", "Awarded"),
	}}
	for _, b := range bunches {
		n := int64(len(b.under))
		marked := n >= in.limit("awards") && n >= in.limit("times")*int64(b.over)
		agencies.Rows = append(agencies.Rows, Row{Marked: marked, Cells: []Cell{oversight.Of(b.agency), oversight.Money(limit), Whole(n), Whole(b.over)}})
		if marked {
			projects.Rows = append(projects.Rows, underRows(b)...)
		}
	}
	slices.SortStableFunc(agencies.Rows, func(a, b Row) int { return cmp.Compare(b.Cells[2].(Whole), a.Cells[2].(Whole)) })
	r.Lists = []List{agencies, projects}
	count(&r)
	return r
}

// bunchesOf counts each agency's awards about a threshold, in the order of the
// projects.
func bunchesOf(d *model.Dataset, limit value.Money, within Share) []*bunch {
	byAgency := map[*model.Agency]*bunch{}
	var all []*bunch
	for _, p := range d.Projects.Rows {
		c, ok := p.AmountAwarded.Cmp(limit)
		if !ok || !p.Awarded() || p.Agency.To == nil {
			continue
		}
		b := byAgency[p.Agency.To]
		if b == nil {
			b = &bunch{agency: p.Agency.To}
			byAgency[p.Agency.To] = b
			all = append(all, b)
		}
		gap := max(less(p.AmountAwarded, limit).Minor(), less(limit, p.AmountAwarded).Minor())
		if Share(oversight.Ratio(gap, limit.Minor(), 1000)) > within {
			continue
		}
		if c < 0 {
			b.under = append(b.under, p)
		} else {
			b.over++
		}
	}
	return all
}

func underRows(b *bunch) []Row {
	rows := make([]Row, 0, len(b.under))
	for _, p := range b.under {
		rows = append(rows, Row{Marked: true, Cells: []Cell{
			linked(p), oversight.Of(b.agency), oversight.Of(p.LeadOrganization()), day(p.Decided), oversight.Money(p.AmountAwarded),
		}})
	}
	return rows
}
