package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var endBeforeStart = Check{
	Rule: &finding.Rule{
		ID: "end-before-start", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("结束日期早于开始日期", "The end is before the start"),
		Why:   say("期限无法显示，也无法计算。", "The term can be neither shown nor counted."),
		Fix:   say("核对两个日期，多半是年份写错或两列颠倒。", "Compare the two dates; a year is wrong, or the columns are swapped."),
		Bad:   "id,title,start,end\nP1,Meals,2010-06-01,2010-03-01\n",
		Good:  "id,title,start,end\nP1,Meals,2010-03-01,2010-06-01\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		const zh, en = "结束于 %s，早于开始的 %s", "it ends on %s, before it starts on %s"
		for _, p := range d.Projects.Rows {
			outOfOrder(report, dated{p, "end", p.End}, dated{p, "start", p.Start}, zh, en)
		}
		for _, c := range d.Contracts.Rows {
			outOfOrder(report, dated{c, "end", c.End}, dated{c, "start", c.Start}, zh, en)
		}
		for _, g := range d.Programmes.Rows {
			outOfOrder(report, dated{g, "closes", g.Closes}, dated{g, "opens", g.Opens}, "%s 截止申报，早于开始申报的 %s", "it closes on %s, before it opens on %s")
		}
	},
}
