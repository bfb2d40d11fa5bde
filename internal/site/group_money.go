package site

import (
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// moneySteps follows the money of a group from budget to payment. Each step is
// compared with the awards of those projects that publish both.
func (c *context) moneySteps(s survey, budget value.Totals) Table {
	t := Table{
		ID: "steps", Caption: c.t("从预算到付款", "From budget to payment"),
		Heads: heads(c.t("步骤", "Step"), "#"+c.t("金额", "Amount"), "#"+c.t("公布了金额的项目", "Projects with a figure"), c.t("与立项金额相比", "Beside the awards")),
		Note:  c.t("只比较两项金额都公布了的项目。", "Only projects that publish both amounts are compared."),
	}
	row := func(name string, sum value.Totals, with, of int, compared string) {
		projects := Cell{Text: c.count(with) + c.t(" / ", " of ") + c.count(of), Numeric: true}
		if of == 0 {
			projects = none()
		}
		if compared == "" {
			compared = "–"
		}
		t.Rows = append(t.Rows, []Cell{{Text: name}, c.amounts(sum), projects, {Text: compared}})
	}
	award := s.award.In(s.currency)
	if !budget.Empty() {
		share := shareOf(award, budget.In(s.currency))
		if share != "" {
			share = c.t("立项占预算的 "+share, share+" of it awarded")
		}
		row(c.t("预算", "Budget"), budget, 0, 0, share)
	}
	if !s.requested.sum.Empty() {
		share := shareOf(award, s.requested.sum.In(s.currency))
		if s.requested.projects < s.projects {
			share = shareOf(s.requested.award.In(s.currency), s.requested.both.In(s.currency))
		}
		if share != "" {
			share = c.t("申请额的 "+share+" 获立项", share+" of it awarded")
		}
		row(c.t("申请", "Requested"), s.requested.sum, s.requested.projects, s.projects, share)
	}
	row(c.t("立项", "Awarded"), s.award, s.bought.award, s.awarded, "")
	for _, step := range []struct {
		name string
		sums beside
	}{{c.t("签约", "Contracted"), s.contracted}, {c.t("已付", "Paid"), s.paid}} {
		share := shareOf(step.sums.both.In(s.currency), step.sums.award.In(s.currency))
		if share != "" {
			share = c.t("立项金额的 "+share, share+" of the awards")
		}
		row(step.name, step.sums.sum, step.sums.projects, s.awarded+step.sums.outside, share)
	}
	if !s.social.Empty() {
		row(c.t("带动社会资金", "Social funds raised beside"), s.social, s.funded, s.projects, "")
	}
	return t
}

// budgetOf is the money set aside for what a record stands for: the budgets
// published for it, else the amount that its own row gives.
func (x *index) budgetOf(e table.Entity) value.Totals {
	var sum value.Totals
	switch e := e.(type) {
	case *model.Programme:
		sum = budgets(e.Budgets)
		if sum.Empty() {
			sum.Add(e.Budget)
		}
	case *model.Agency:
		sum = budgets(e.Budgets)
		if sum.Empty() {
			for _, g := range e.Programmes {
				sum.Merge(x.budgetOf(g))
			}
		}
	case *model.Call:
		sum.Add(e.Budget)
	}
	return sum
}

func budgets(all []*model.Budget) value.Totals {
	var sum value.Totals
	for _, b := range all {
		sum.Add(b.Final())
	}
	return sum
}

// budgetOfYear is the money set aside for a year.
func budgetOfYear(d *model.Dataset, year int) value.Totals {
	var sum value.Totals
	for _, b := range d.Budgets.Rows {
		if int(b.Year.Int()) == year {
			sum.Add(b.Final())
		}
	}
	if sum.Empty() {
		for _, g := range d.Programmes.Rows {
			if int(g.Year.Int()) == year {
				sum.Add(g.Budget)
			}
		}
	}
	return sum
}

// notPublished says which steps the awarded projects lack, in sentences.
func (c *context) notPublished(s survey) []string {
	var out []string
	say := func(with int, zh, en string) {
		if n := s.awarded - with; n == s.awarded && n > 0 {
			out = append(out, c.t(c.count(s.awarded)+" 个立项项目都未公布"+zh+"。", "No "+en+" is published for any of the "+c.many(s.awarded, noun{"", "awarded project", "awarded projects"})+"."))
		} else if n > 0 {
			out = append(out, c.t(c.count(s.awarded)+" 个立项项目中，"+c.count(n)+" 个未公布"+zh+"。", "No "+en+" is published for "+c.count(n)+" of "+c.count(s.awarded)+" awarded projects."))
		}
	}
	say(s.bought.award, "立项金额", "amount")
	say(s.bought.contract, "合同", "contract")
	say(s.bought.payment, "付款", "payment")
	say(s.bought.evaluation, "评估", "evaluation")
	say(s.bought.served, "服务人数", "number of people served")
	return out
}
