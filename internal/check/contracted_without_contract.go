package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var contractedWithoutContract = Check{
	Rule: &finding.Rule{
		ID: "contracted-without-contract", Group: finding.GroupStates, Severity: finding.Info,
		Title: say("已签约的项目没有公布合同", "A project under contract has no contract published"),
		Why:   say("项目页上“合同”一步显示为未公布。", "Its page shows the contract as not published."),
		Fix:   say("把合同加进 contracts。", "Add the contract to contracts."),
		Bad: "file: data/projects.csv\nid,title,state\nP1,Meals,in_progress\nP2,Visits,in_progress\n" +
			"file: data/contracts.csv\nid,project,amount\nC2,P2,1000\n",
		Good: "file: data/projects.csv\nid,title,state\nP1,Meals,in_progress\nP2,Visits,in_progress\n" +
			"file: data/contracts.csv\nid,project,amount\nC1,P1,1000\nC2,P2,1000\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		if !d.Contracts.Given() {
			return
		}
		for _, p := range d.Projects.Rows {
			switch p.State {
			case model.StateContracted, model.StateInProgress, model.StateCompleted:
			default:
				continue
			}
			if !p.Contracts.Empty() {
				continue
			}
			f := about(p, "state", p.State.String())
			f.Message = words("项目 %q 的状态是“%s”，但没有公布合同", "the project %q is %q, and no contract of it is published", p.ID, p.State.Title())
			f.Hint = say("把合同加进 contracts", "add the contract to contracts")
			report(f)
		}
	},
}
