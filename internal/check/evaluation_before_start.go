package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var evaluationBeforeStart = Check{
	Rule: &finding.Rule{
		ID: "evaluation-before-start", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("跟踪或绩效评估早于项目开始", "A follow-up or performance evaluation is before the project's start"),
		Why:   say("服务还没有开始，没有可以评估的成效。", "There was no service yet whose results could be judged."),
		Fix:   say("核对两个日期和评估类型。", "Compare the two dates, and the kind of evaluation."),
		Bad: "file: data/projects.csv\nid,title,start\nP1,Meals,2010-07-02\n" +
			"file: data/evaluations.csv\nid,project,kind,date\nE1,P1,performance,2010-06-03\n",
		Good: "file: data/projects.csv\nid,title,start\nP1,Meals,2010-07-02\n" +
			"file: data/evaluations.csv\nid,project,kind,date\nE1,P1,performance,2010-11-20\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, e := range d.Evaluations.Rows {
			p := e.Project.To
			if p == nil || e.Kind != model.EvaluationFollowUp && e.Kind != model.EvaluationPerformance {
				continue
			}
			outOfOrder(report, dated{e, "date", e.Date}, dated{p, "start", p.Start},
				"%s 评估，早于项目开始的 %s", "it was evaluated on %s, before the project started on %s")
		}
	},
}
