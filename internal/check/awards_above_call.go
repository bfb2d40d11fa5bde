package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var awardsAboveCall = Check{
	Rule: &finding.Rule{
		ID: "awards-above-call", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("立项金额合计超过公告预算", "Awards add up to more than their call offered"),
		Why:   say("公告写明的预算是竞争的条件之一。", "The budget in the notice is one of the terms of the competition."),
		Fix:   say("核对立项金额与公告的 budget。", "Compare the awards with the call's budget."),
		Bad:   "file: data/calls.csv\nid,title,budget\nN1,Call,1000\nfile: data/projects.csv\nid,title,call,amount_awarded\nP1,Meals,N1,1200\n",
		Good:  "file: data/calls.csv\nid,title,budget\nN1,Call,1000\nfile: data/projects.csv\nid,title,call,amount_awarded\nP1,Meals,N1,900\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, c := range d.Calls.Rows {
			at, sum := passingAward(c.Projects, c.Budget)
			if at == nil {
				continue
			}
			f := about(at, "amount_awarded", at.AmountAwarded.Plain())
			f.Message = words("公告 %q 之下的立项金额合计 %s，超过公告预算 %s", "awards under the call %q add up to %s, above its budget of %s", c.ID, sum, c.Budget)
			f.Hint = say("核对立项金额与公告的 budget", "compare the awards with the call's budget")
			f.Related = append(f.Related, other(c, "budget", "公告预算 %s", "the call's budget, %s", c.Budget))
			report(f)
		}
	},
}
