package integrity

import (
	"cmp"
	"slices"

	"gongkai/internal/check"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

var awardsBudgets = indicator{
	Indicator: oversight.Indicator{
		Name: "awards-budgets", Group: oversight.GroupMoney,
		Title: say("立项金额与预算", "Awards against budgets"),
		Why: say("立项超过预算，多出的钱从哪里来应有说明；远低于预算，没有用的钱去了哪里也应有说明。",
			"Where awards are above the budget, where the rest comes from should be told; where they are far below, what became of it."),
		Method: say("每个计划的预算（预算表中的行，没有时取计划自己的资金规模；调整过的取调整后金额），与该计划已立项项目的立项金额合计相比；计划没有预算的项目，归入购买主体当年的预算。超过预算的予以标记，低于预算的照列。",
			"The budget of each programme (its rows among the budgets, else what the programme itself gives; as adjusted, where it was) is held against the awards of its projects. Projects whose programme has none count towards their agency's budget of the year. What is above is marked; what is below is listed as it is."),
		Thresholds: []Threshold{tolerance},
		Sources: []Source{
			cite(say("《中华人民共和国预算法》第十三条：各部门、各单位的支出必须以经批准的预算为依据", "Budget Law of China, article 13: expenditure rests on the approved budget"), ""),
			cite(say("国际预算合作组织《公开预算调查》", "International Budget Partnership, Open Budget Survey"), "https://internationalbudget.org/open-budget-survey"),
		},
	},
	run: runAwardsBudgets,
}

func runAwardsBudgets(in *input) Result {
	things := say("份预算", "budgets")
	pots := check.Pots(in.data)
	list := List{Columns: []Column{
		column("of", "计划或购买主体", "Programme or agency"), column("year", "年度", "Year"), number("projects", "立项项目", "Awarded"),
		number("budget", "预算", "Budget"), number("awarded", "立项金额", "Awards"), number("difference", "相差", "Difference"), number("used", "占预算", "Of the budget"),
	}}
	for _, pot := range pots {
		bought := model.Bought(pot.Projects)
		var sum value.Totals
		for _, p := range bought {
			sum.Add(p.AmountAwarded)
		}
		for _, budget := range pot.Amount.All() {
			awards := sum.In(budget.Currency())
			if awards.IsZero() {
				continue
			}
			list.Rows = append(list.Rows, Row{Marked: above(awards, budget, in.share("tolerance")), Cells: []Cell{
				linked(pot.Of), oversight.InYear(pot.Year), Whole(len(bought)), oversight.Money(budget), oversight.Money(awards), oversight.Money(less(awards, budget)), moneyShare(awards, budget),
			}})
		}
	}
	if len(list.Rows) == 0 {
		why := say("没有公布预算，立项金额无从核对。", "No budget is published to hold the awards against.")
		if len(pots) > 0 {
			why = say("公布的预算之下没有立项金额可比。", "No award is published under the budgets that are.")
		}
		return nothing(len(pots), things, why)
	}
	slices.SortStableFunc(list.Rows, func(a, b Row) int { return cmp.Compare(b.Cells[6].(Share), a.Cells[6].(Share)) })
	r := Result{Things: things, Looked: len(list.Rows), Of: max(len(pots), len(list.Rows)), Lists: []List{list}}
	count(&r)
	return r
}
