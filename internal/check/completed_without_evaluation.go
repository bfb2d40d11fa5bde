package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var completedWithoutEvaluation = Check{
	Rule: &finding.Rule{
		ID: "completed-without-evaluation", Group: finding.GroupStates, Severity: finding.Info,
		Title: say("已完成的项目没有公布绩效评估", "A completed project has no performance evaluation published"),
		Why:   say("评估结果是付款和今后购买的依据，项目页上显示为未公布。", "The result is what payment and later purchases rest on; its page shows it as not published."),
		Fix:   say("把评估加进 evaluations。", "Add the evaluation to evaluations."),
		Bad: "file: data/projects.csv\nid,title,state\nP1,Meals,completed\n" +
			"file: data/evaluations.csv\nid,project,kind\nE1,P1,qualification\n",
		Good: "file: data/projects.csv\nid,title,state\nP1,Meals,completed\n" +
			"file: data/evaluations.csv\nid,project,kind\nE1,P1,performance\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		if !d.Evaluations.Given() {
			return
		}
		for _, p := range d.Projects.Rows {
			if p.State != model.StateCompleted || judged(p) {
				continue
			}
			f := about(p, "state", p.State.String())
			f.Message = words("项目 %q 已完成，但没有公布绩效评估", "the project %q is completed, and no performance evaluation of it is published", p.ID)
			f.Hint = say("把评估加进 evaluations", "add the evaluation to evaluations")
			report(f)
		}
	},
}

// judged reports whether a project's results were evaluated. A review whose
// kind is not published may be the one.
func judged(p *model.Project) bool {
	for e := range p.Evaluations.All() {
		if e.Kind == model.EvaluationPerformance || e.Kind == 0 {
			return true
		}
	}
	return false
}
