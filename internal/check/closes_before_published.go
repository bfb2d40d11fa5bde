package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var closesBeforePublished = Check{
	Rule: &finding.Rule{
		ID: "closes-before-published", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("公告截止早于发布", "A call closes before it was published"),
		Why:   say("没有人来得及报名。", "Nobody could have applied."),
		Fix:   say("核对 published 与 closes。", "Compare published and closes."),
		Bad:   "file: data/calls.csv\nid,title,published,closes\nN1,Call,2010-04-30,2010-03-01\n",
		Good:  "file: data/calls.csv\nid,title,published,closes\nN1,Call,2010-03-01,2010-04-30\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, c := range d.Calls.Rows {
			outOfOrder(report, dated{c, "closes", c.Closes}, dated{c, "published", c.Published},
				"%s 截止，早于发布的 %s", "it closes on %s, before it was published on %s")
		}
	},
}
