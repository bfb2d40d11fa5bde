package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var openAfterClose = Check{
	Rule: &finding.Rule{
		ID: "open-after-close", Group: finding.GroupStates, Severity: finding.Info,
		Title: say("已过截止日期，公告仍是报名中", "A call is still open after its closing date"),
		Why:   say("读者以为还能报名。", "Readers take it that they can still apply."),
		Fix:   say("更新公告的 state。", "Update the call's state."),
		Bad:   "file: data/site.yaml\nas_of: 2011-03-31\nfile: data/calls.csv\nid,title,state,closes\nN1,Call,open,2010-04-30\n",
		Good:  "file: data/site.yaml\nas_of: 2011-03-31\nfile: data/calls.csv\nid,title,state,closes\nN1,Call,closed,2010-04-30\n",
	},
	NeedsAsOf: true,
	Run: func(d *model.Dataset, s Settings, report func(finding.Finding)) {
		for _, c := range d.Calls.Rows {
			if c.State != model.CallOpen || !c.Closes.Before(s.AsOf) {
				continue
			}
			f := about(c, "state", c.State.String())
			f.Message = words("公告 %q 于 %s 截止，状态仍是报名中", "the call %q closed on %s and is still open", c.ID, c.Closes)
			f.Hint = say("更新 state", "update state")
			f.Related = append(f.Related, other(c, "closes", "截止日期", "the closing date"))
			report(f)
		}
	},
}
