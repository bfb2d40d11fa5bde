package integrity

import (
	"cmp"
	"slices"

	"gongkai/internal/check"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
)

var singleBidder = indicator{
	Indicator: oversight.Indicator{
		Name: "single-bidder", Group: oversight.GroupCompetition,
		Title: say("只有一家报名的公开竞争", "Open competitions with one bidder"),
		Why: say("公开竞争只来了一家，价格和质量就没有可比的。原因可能是公告太急、条件太窄，也可能是当地只有一家。",
			"Where one bidder comes to an open competition there is nothing to compare. The notice may have been short, the conditions narrow, or there may be only one nearby."),
		Method: say("在公布了投标数、采购方式为公开或竞争性的公告中，数出只有一家的。单一来源、委托、直接选取不是竞争，不计；没有公布投标数的不计，另报其数。",
			"Among calls by a competitive method whose number of bidders is published, those with one are counted. Single source, entrustment and direct selection are no competition and are left out; so are calls that do not publish the number, which is told."),
		Thresholds: []Threshold{{Name: "bidders", Kind: oversight.KindWhole, Default: 1, Min: 1, Max: 100, Means: say("投标数不多于 %s 的予以标记", "marked where bidders number no more than %s")}},
		Sources: []Source{
			cite(say("Fazekas、Kocsis《揭示高层腐败》（《英国政治学杂志》2020年）：竞争性采购中的单一投标", "Fazekas and Kocsis, Uncovering High-Level Corruption, British Journal of Political Science (2020): single bidding in competitive markets"), "https://doi.org/10.1017/S0007123417000461"),
			cite(say("开放合同伙伴关系 Cardinal：只收到一份投标", "Open Contracting Partnership, Cardinal: single bid received"), "https://cardinal.readthedocs.io/"),
			cite(say("欧盟委员会单一市场记分牌：单一投标比例", "European Commission, Single Market Scoreboard: the share of single bidders"), "https://single-market-scoreboard.ec.europa.eu/"),
		},
	},
	run: runSingleBidder,
}

// rivalry is an agency's competitive calls.
type rivalry struct {
	agency       *model.Agency
	known, alone int // calls that publish the number of bidders, and those marked
}

func runSingleBidder(in *input) Result {
	r := Result{Things: say("份竞争性公告", "competitive calls")}
	list := List{Columns: []Column{
		column("call", "公告", "Call"), column("agency", "购买主体", "Agency"), column("method", "方式", "Method"), column("published", "发布日期", "Published"), number("bidders", "投标", "Bidders"), number("budget", "预算", "Budget"),
	}}
	byAgency := map[*model.Agency]*rivalry{}
	var order []*rivalry
	for _, c := range in.data.Calls.Rows {
		if !check.Competitive(c.Method) {
			continue
		}
		r.Of++
		if c.Bidders.IsZero() {
			continue
		}
		r.Looked++
		v := byAgency[c.Agency.To]
		if v == nil {
			v = &rivalry{agency: c.Agency.To}
			byAgency[c.Agency.To] = v
			order = append(order, v)
		}
		v.known++
		if n := c.Bidders.Int(); n < 1 || n > in.limit("bidders") {
			continue
		}
		v.alone++
		list.Rows = append(list.Rows, callRow(c))
	}
	if r.Looked == 0 {
		return nothing(r.Of, r.Things, say("没有竞争性采购公告公布了投标数（bidders）。", "No call by a competitive method publishes its number of bidders."))
	}
	r.Marked = len(list.Rows)
	r.Lists = []List{list, rivalries(order)}
	return r
}

func callRow(c *model.Call) Row {
	return Row{Marked: true, Cells: []Cell{
		linked(c), oversight.Of(c.Agency.To), method(c.Method), day(c.Published), Whole(c.Bidders.Int()), oversight.Money(c.Budget),
	}}
}

// method is a method's name.
func method(m model.Method) Cell {
	return words(m.Title())
}

func rivalries(order []*rivalry) List {
	list := List{Name: "by-agency", Title: say("按购买主体", "By agency"), Columns: []Column{
		column("agency", "购买主体", "Agency"), number("calls", "公布了投标数的", "Calls that tell"), number("single", "其中标记的", "Marked"), number("share", "比例", "Share"),
	}}
	for _, v := range order {
		list.Rows = append(list.Rows, Row{Marked: v.alone > 0, Cells: []Cell{oversight.Of(v.agency), Whole(v.known), Whole(v.alone), oversight.Part(int64(v.alone), int64(v.known))}})
	}
	slices.SortStableFunc(list.Rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.Cells[3].(Share), a.Cells[3].(Share)), cmp.Compare(b.Cells[1].(Whole), a.Cells[1].(Whole)))
	})
	return list
}
