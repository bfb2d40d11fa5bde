package check

import (
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var paymentsAboveBudget = Check{
	Rule: &finding.Rule{
		ID: "payments-above-budget", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("一项预算下的付款超过预算", "Payments from a budget add up to more than it"),
		Why:   say("预算之外的钱从哪里来，网站上看不出。", "The site does not show where the rest comes from."),
		Fix:   say("核对付款的 budget_line；预算调整过的，填 adjusted_amount。", "Compare the payments' budget_line; where the budget was changed, fill in adjusted_amount."),
		Bad:   "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/budgets.csv\nid,year,amount\nB1,2010,1000\nfile: data/payments.csv\nid,project,amount,budget_line\nM1,P1,1200,B1\n",
		Good:  "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/budgets.csv\nid,year,amount\nB1,2010,1000\nfile: data/payments.csv\nid,project,amount,budget_line\nM1,P1,900,B1\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		paid := map[*model.Budget][]*model.Payment{}
		for _, m := range d.Payments.Rows {
			if b := m.BudgetLine.To; b != nil {
				paid[b] = append(paid[b], m)
			}
		}
		for _, b := range d.Budgets.Rows {
			at, sum := passing(slices.Values(paid[b]), b.Final())
			if at == nil {
				continue
			}
			f := about(at, "amount", at.Amount.Plain())
			f.Message = words("预算 %q 之下的付款合计 %s，超过预算 %s", "payments from the budget %q add up to %s, above its %s", b.ID, sum, b.Final())
			f.Hint = say("核对 budget_line；预算调整过的，填 adjusted_amount", "compare budget_line; where the budget was changed, fill in adjusted_amount")
			f.Related = append(f.Related, other(b, "amount", "预算", "the budget"))
			report(f)
		}
	},
}
