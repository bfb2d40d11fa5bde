package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var registeredAfterAward = Check{
	Rule: &finding.Rule{
		ID: "registered-after-award", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("承接主体登记晚于立项", "The provider was registered after the award"),
		Why:   say("立项时它还没有登记，不能承接。", "It did not exist in law when it was chosen."),
		Fix:   say("核对 registered 与项目的 decided；registered 写首次登记的日期。", "Compare registered with the award date; registered takes the date of the first registration."),
		Bad:   "file: data/organizations.csv\nid,name,registered\nO1,Sample Society,2010-06-01\nfile: data/projects.csv\nid,title,organization,decided\nP1,Meals,O1,2010-05-30\n",
		Good:  "file: data/organizations.csv\nid,name,registered\nO1,Sample Society,2001-06-01\nfile: data/projects.csv\nid,title,organization,decided\nP1,Meals,O1,2010-05-30\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			for _, r := range p.Organization {
				if r.To != nil && (p.State == 0 || p.Awarded()) {
					outOfOrder(report, dated{p, "decided", p.Decided}, dated{r.To, "registered", r.To.Registered},
						"%s 立项，早于承接主体登记的 %s", "it was awarded on %s, before its provider was registered on %s")
				}
			}
		}
	},
}
