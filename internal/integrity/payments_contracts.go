package integrity

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var paymentsContracts = indicator{
	Indicator: oversight.Indicator{
		Name: "payments-contracts", Group: oversight.GroupMoney,
		Title: say("付款与合同", "Payments against contracts"),
		Why: say("付款超过合同，应有变更合同；合同未付足，应有原因或余款的去向。",
			"Payments above the contract need one that amends it; what stays unpaid needs a reason."),
		Method: say("每个项目的付款合计与合同合计相比；被变更的合同不重复计算。没有公布合同金额的，改与立项金额相比，并注明。两边都公布的项目才比较。付款多于合同的予以标记；少于合同的可能尚未付清，只列数。",
			"The payments of each project are held against its contracts, of which amended ones do not count twice. Where no contract amount is published they are held against the award, and the table says so. Only projects with both sides published are compared. More paid than agreed is marked; less may not be due yet and is only counted."),
		Thresholds: []Threshold{tolerance},
		Sources: []Source{
			cite(say("《开放合同数据标准》：合同金额（contracts/value）与履行中的付款（contracts/implementation/transactions）", "Open Contracting Data Standard: the value of a contract and the transactions of its implementation"), "https://standard.open-contracting.org/"),
		},
	},
	run: runPaymentsContracts,
}

// settlement is a project's payments beside what was agreed.
type settlement struct {
	project      *model.Project
	agreed, paid value.Money
	contract     bool // agreed by contract; else it is the award
}

// settlements are those of a project, one for each currency that both sides are
// in.
func settlements(p *model.Project) []settlement {
	var all []settlement
	agreed, contract := p.ContractedTotal(), true
	if agreed.Empty() && p.Awarded() {
		agreed.Add(p.AmountAwarded)
		contract = false
	}
	paid := p.PaidTotal()
	for _, m := range agreed.All() {
		if sum := paid.In(m.Currency()); !sum.IsZero() {
			all = append(all, settlement{p, m, sum, contract})
		}
	}
	return all
}

func runPaymentsContracts(in *input) Result {
	things := say("个项目", "projects")
	var all []settlement
	of := 0
	for _, p := range in.data.Projects.Rows {
		s := settlements(p)
		all = append(all, s...)
		if len(s) > 0 || bought(stage(p, in.data.Config.AsOf)) {
			of++
		}
	}
	if len(all) == 0 {
		return nothing(of, things, say("没有项目同时公布了付款和合同（或立项）金额。", "No project has both its payments and its contract, or award, published."))
	}
	most := in.share("tolerance")
	above := abovePaid(all, most)
	r := Result{Things: things, Looked: len(all), Of: of, Marked: len(above.Rows), Lists: []List{
		above,
		settled(all, most, "by-programme", say("按计划", "By programme"), column("programme", "计划", "Programme"), func(p *model.Project) table.Entity { return entity(p.Programme.To) }),
		settled(all, most, "by-agency", say("按购买主体", "By agency"), column("agency", "购买主体", "Agency"), func(p *model.Project) table.Entity { return entity(p.Agency.To) }),
		settledByYear(all, most),
	}}
	return r
}

// entity is a record as one, without making something of nothing.
func entity[T any, E interface {
	*T
	table.Entity
}](e E) table.Entity {
	if e == nil {
		return nil
	}
	return e
}

// abovePaid lists the projects that were paid more than was agreed.
func abovePaid(all []settlement, tolerance Share) List {
	list := List{Columns: []Column{
		column("project", "项目", "Project"), column("agency", "购买主体", "Agency"), column("against", "对照", "Held against"),
		number("agreed", "约定", "Agreed"), number("paid", "已付", "Paid"), number("difference", "多付", "Above"),
	}}
	for _, s := range all {
		if !above(s.paid, s.agreed, tolerance) {
			continue
		}
		against := say("合同", "contract")
		if !s.contract {
			against = say("立项金额", "award")
		}
		list.Rows = append(list.Rows, Row{Marked: true, Cells: []Cell{
			linked(s.project), oversight.Of(s.project.Agency.To), words(against), oversight.Money(s.agreed), oversight.Money(s.paid), oversight.Money(less(s.paid, s.agreed)),
		}})
	}
	slices.SortStableFunc(list.Rows, func(a, b Row) int { return compareAmounts(b.Cells[5], a.Cells[5]) })
	return list
}

// compareAmounts orders cells by currency and amount; what is not known comes
// lowest.
func compareAmounts(a, b Cell) int {
	x, known := a.(Amount)
	y, other := b.(Amount)
	if !known || !other {
		return cmp.Compare(b2i(known), b2i(other))
	}
	return cmp.Or(cmp.Compare(x.Currency(), y.Currency()), cmp.Compare(x.Minor(), y.Minor()))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
