package check

import (
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var awardWithoutAmount = Check{
	Rule: &finding.Rule{
		ID: "award-without-amount", Group: finding.GroupMoney, Severity: finding.Info,
		Title: say("已立项的项目没有公布金额", "A project that was bought has no amount published"),
		Why:   say("它不计入任何合计。", "It is part of no total."),
		Fix:   say("填 amount_awarded，或公布合同金额。", "Fill in amount_awarded, or publish the contract's amount."),
		Bad:   "id,title,state,amount_awarded\nP1,Meals,approved,500\nP2,Visits,approved,\n",
		Good:  "id,title,state,amount_awarded\nP1,Meals,approved,500\nP2,Visits,applied,\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		published := func(p *model.Project) bool { return !p.AmountAwarded.IsZero() }
		if !slices.ContainsFunc(d.Projects.Rows, published) {
			return // the site shows by itself that it publishes no amounts
		}
		for _, p := range d.Projects.Rows {
			if !p.Awarded() || published(p) || !p.ContractedTotal().Empty() {
				continue
			}
			f := about(p, "amount_awarded", "")
			f.Message = words("项目 %q 的状态是“%s”，但没有公布金额", "the project %q is %q, and no amount of it is published", p.ID, p.State.Title())
			f.Hint = say("填 amount_awarded，或公布合同金额", "fill in amount_awarded, or publish the contract's amount")
			report(f)
		}
	},
}
