package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var awardAboveRequest = Check{
	Rule: &finding.Rule{
		ID: "award-above-request", Group: finding.GroupMoney, Severity: finding.Info,
		Title: say("立项金额超过申请金额", "More was awarded than was asked for"),
		Why:   say("少见，读者会问原因。", "It is rare, and readers will ask why."),
		Fix:   say("核对两个金额；确实如此时，在 summary 里说明。", "Compare the two amounts; where they are right, say why in the summary."),
		Bad:   "id,title,amount_requested,amount_awarded\nP1,Meals,1000,1500\n",
		Good:  "id,title,amount_requested,amount_awarded\nP1,Meals,1000,900\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			if !above(p.AmountAwarded, p.AmountRequested) {
				continue
			}
			f := about(p, "amount_awarded", p.AmountAwarded.Plain())
			f.Message = words("项目 %q 立项 %s，超过申请的 %s", "the project %q was awarded %s, above the %s asked for", p.ID, p.AmountAwarded, p.AmountRequested)
			f.Hint = say("核对两个金额", "compare the two amounts")
			report(f)
		}
	},
}
