package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var servedAbovePlan = Check{
	Rule: &finding.Rule{
		ID: "served-above-plan", Group: finding.GroupStates, Severity: finding.Info,
		Title: say("服务人数远超计划", "Far more people were served than planned"),
		Why:   say("多半是人数与人次混用，或多写了一位。", "Visits were most likely counted for people, or a digit is too many."),
		Fix:   say("核对两个人数；人次另列一栏。", "Compare the two numbers; keep visits in a column of their own."),
		Bad:   "id,title,people_planned,people_served\nP1,Meals,100,5000\n",
		Good:  "id,title,people_planned,people_served\nP1,Meals,100,500\n",
	},
	Limit: &Limit{Default: "10", Means: say("计划人数的倍数", "a multiple of the planned number")},
	Run: func(d *model.Dataset, s Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			planned, served := p.PeoplePlanned.Int(), p.PeopleServed.Int()
			if planned <= 0 || (served-1)/planned < s.Number {
				continue
			}
			f := about(p, "people_served", p.PeopleServed.String())
			f.Message = words("项目 %q 服务 %d 人，计划 %d 人", "the project %q served %d people, %d were planned", p.ID, served, planned)
			f.Hint = say("核对两个人数；人次另列一栏", "compare the two numbers; keep visits in a column of their own")
			f.Related = append(f.Related, other(p, "people_planned", "计划人数", "the planned number"))
			report(f)
		}
	},
}
