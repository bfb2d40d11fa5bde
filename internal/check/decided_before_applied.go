package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var decidedBeforeApplied = Check{
	Rule: &finding.Rule{
		ID: "decided-before-applied", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("立项早于申报", "The award is before the application"),
		Why:   say("读者据此判断评审是否在先。", "Readers see by it whether a review came first."),
		Fix:   say("核对 applied 与 decided。", "Compare applied and decided."),
		Bad:   "id,title,applied,decided\nP1,Meals,2010-05-01,2010-04-01\n",
		Good:  "id,title,applied,decided\nP1,Meals,2010-04-01,2010-05-01\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			outOfOrder(report, dated{p, "decided", p.Decided}, dated{p, "applied", p.Applied},
				"%s 立项，早于申报的 %s", "it was awarded on %s, before it applied on %s")
		}
	},
}
