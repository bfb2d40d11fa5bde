package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var appliedAfterClose = Check{
	Rule: &finding.Rule{
		ID: "applied-after-close", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("申报晚于公告截止", "A project applied after its call had closed"),
		Why:   say("读者会问为什么还能受理。", "Readers will ask why it was let in."),
		Fix:   say("核对 applied 与公告的 closes。", "Compare applied with the call's closes."),
		Bad:   "file: data/calls.csv\nid,title,closes\nN1,Call,2010-04-30\nfile: data/projects.csv\nid,title,call,applied\nP1,Meals,N1,2010-05-02\n",
		Good:  "file: data/calls.csv\nid,title,closes\nN1,Call,2010-04-30\nfile: data/projects.csv\nid,title,call,applied\nP1,Meals,N1,2010-04-30\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			if c := p.Call.To; c != nil && c.Closes.Before(p.Applied) {
				f := about(p, "applied", p.Applied.String())
				f.Message = words("%s 申报，晚于公告截止的 %s", "it applied on %s, after its call closed on %s", p.Applied, c.Closes)
				f.Hint = say("核对两个日期", "compare the two dates")
				f.Related = append(f.Related, other(c, "closes", "公告的截止日期", "the call's closing date"))
				report(f)
			}
		}
	},
}
