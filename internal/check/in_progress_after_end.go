package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var inProgressAfterEnd = Check{
	Rule: &finding.Rule{
		ID: "in-progress-after-end", Group: finding.GroupStates, Severity: finding.Info,
		Title: say("期限已过，状态仍是进行中", "The term is over and the state is still in progress"),
		Why:   say("读者以为服务还在进行。", "Readers take it that the service is still given."),
		Fix:   say("更新 state，或延长 end。", "Update state, or move end."),
		Bad:   "file: data/site.yaml\nas_of: 2011-03-31\nfile: data/projects.csv\nid,title,state,end\nP1,Meals,in_progress,2010-12-31\n",
		Good:  "file: data/site.yaml\nas_of: 2011-03-31\nfile: data/projects.csv\nid,title,state,end\nP1,Meals,completed,2010-12-31\n",
	},
	NeedsAsOf: true,
	Run: func(d *model.Dataset, s Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			if p.State != model.StateInProgress || !p.End.Before(s.AsOf) {
				continue
			}
			f := about(p, "state", p.State.String())
			f.Message = words("项目 %q 于 %s 结束，状态仍是“%s”", "the project %q ended on %s and is still %q", p.ID, p.End, p.State.Title())
			f.Hint = say("更新 state，或延长 end", "update state, or move end")
			f.Related = append(f.Related, other(p, "end", "结束日期", "the end"))
			report(f)
		}
	},
}
