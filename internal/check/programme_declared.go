package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var programmeDeclaredDiffers = Check{
	Rule: &finding.Rule{
		ID: "programme-declared-differs", Group: finding.GroupMoney, Severity: finding.Info,
		Title: say("计划公布的总数与明细不同", "A programme's declared totals are not those of its rows"),
		Why:   say("两个数字并列显示，读者会问差在哪里。", "The site shows both side by side, and readers will ask what lies between."),
		Fix:   say("补全项目数据，或在 figures 里说明公布的数字从何而来。", "Complete the projects, or say in figures where the declared number comes from."),
		Bad: "file: data/programmes.csv\nid,title,projects_declared\nF1,Fund,3\nfile: data/projects.csv\nid,title,programme\n" +
			"P1,Meals,F1\nP2,Visits,F1\n",
		Good: "file: data/programmes.csv\nid,title,projects_declared\nF1,Fund,2\nfile: data/projects.csv\nid,title,programme\n" +
			"P1,Meals,F1\nP2,Visits,F1\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, g := range d.Programmes.Rows {
			if len(g.Projects) == 0 {
				continue
			}
			all, awarded, sum := countAwards(g)
			// A declared number may mean the projects that applied or those bought.
			if n := g.ProjectsDeclared.Int(); !g.ProjectsDeclared.IsZero() && n != all && n != awarded {
				f := about(g, "projects_declared", g.ProjectsDeclared.String())
				f.Message = words("计划 %q 公布 %d 个项目，数据中有 %d 个，其中立项 %d 个",
					"the programme %q declares %d projects, the rows have %d, of which %d were awarded", g.ID, n, all, awarded)
				report(f)
			}
			if rows := sum.In(g.AmountDeclared.Currency()); differ(g.AmountDeclared, rows) {
				f := about(g, "amount_declared", g.AmountDeclared.Plain())
				f.Message = words("计划 %q 公布 %s，立项金额合计 %s", "the programme %q declares %s, its awards add up to %s", g.ID, g.AmountDeclared, rows)
				report(f)
			}
		}
	},
}

// countAwards counts a programme's projects and adds up what they were awarded.
func countAwards(g *model.Programme) (all, awarded int64, sum value.Totals) {
	for _, p := range g.Projects {
		all++
		if p.Awarded() {
			awarded++
			sum.Add(p.AmountAwarded)
		}
	}
	return all, awarded, sum
}
