package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var gradedBeforeRegistered = Check{
	Rule: &finding.Rule{
		ID: "graded-before-registered", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("评级早于登记", "An organization was graded before it was registered"),
		Why:   say("等级五年有效，从评级日期起算。", "A grade is valid for five years from that date."),
		Fix:   say("核对 registered 与 graded。", "Compare registered and graded."),
		Bad:   "file: data/organizations.csv\nid,name,registered,grade,graded\nO1,Sample Society,2006-02-12,3A,1997-08-31\n",
		Good:  "file: data/organizations.csv\nid,name,registered,grade,graded\nO1,Sample Society,1997-08-31,3A,2006-02-12\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, o := range d.Organizations.Rows {
			outOfOrder(report, dated{o, "graded", o.Graded}, dated{o, "registered", o.Registered},
				"%s 评级，早于登记的 %s", "it was graded on %s, before it was registered on %s")
		}
	},
}
