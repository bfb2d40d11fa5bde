package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var contractBeforeAward = Check{
	Rule: &finding.Rule{
		ID: "contract-before-award", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("签订合同早于立项", "A contract was signed before the award"),
		Why:   say("先签合同后立项，等于竞争之前已有结果。", "A contract that precedes the award makes the competition look settled beforehand."),
		Fix:   say("核对 signed 与项目的 decided。", "Compare signed with the project's award date."),
		Bad:   "file: data/projects.csv\nid,title,decided\nP1,Meals,2010-05-30\nfile: data/contracts.csv\nid,project,signed\nC1,P1,2010-05-02\n",
		Good:  "file: data/projects.csv\nid,title,decided\nP1,Meals,2010-05-30\nfile: data/contracts.csv\nid,project,signed\nC1,P1,2010-06-02\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, c := range d.Contracts.Rows {
			if p := c.Project.To; p != nil {
				outOfOrder(report, dated{c, "signed", c.Signed}, dated{p, "decided", p.Decided},
					"合同签于 %s，早于立项的 %s", "the contract was signed on %s, before the award on %s")
			}
		}
	},
}
