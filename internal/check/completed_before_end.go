package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var completedBeforeEnd = Check{
	Rule: &finding.Rule{
		ID: "completed-before-end", Group: finding.GroupStates, Severity: finding.Warning,
		Title: say("已完成的项目，结束日期还没有到", "A project is completed, and its end is still to come"),
		Why:   say("日期或状态有一个录错了，读者无从知道服务是否还在进行。", "The date or the state is wrong, and readers cannot tell whether the service is still given."),
		Fix:   say("核对 state 与 end；提前完成的，end 写实际结束的日期。", "Compare state and end; where it was completed early, write the day on which it ended."),
		Bad:   "file: data/site.yaml\nas_of: 2011-03-31\nfile: data/projects.csv\nid,title,state,end\nP1,Meals,completed,2021-12-31\n",
		Good:  "file: data/site.yaml\nas_of: 2011-03-31\nfile: data/projects.csv\nid,title,state,end\nP1,Meals,completed,2010-12-31\n",
	},
	NeedsAsOf: true,
	Run: func(d *model.Dataset, s Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			if p.State != model.StateCompleted || !s.AsOf.Before(p.End) {
				continue
			}
			f := about(p, "end", p.End.String())
			f.Message = words("项目 %q 的状态是“%s”，结束日期 %s 却在以后", "the project %q is %q, and its end, %s, is still to come", p.ID, p.State.Title(), p.End)
			f.Hint = say("核对 state 与 end", "compare state and end")
			f.Related = append(f.Related, other(p, "state", "状态", "the state"))
			report(f)
		}
	},
}
