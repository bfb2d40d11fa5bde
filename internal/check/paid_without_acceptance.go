package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var paidWithoutAcceptance = Check{
	Rule: &finding.Rule{
		ID: "paid-without-acceptance", Group: finding.GroupStates, Severity: finding.Info,
		Title: say("付了尾款而没有公布绩效评估", "The final payment was made and no performance evaluation is published"),
		Why:   say("尾款应以绩效评估为依据。", "The last payment rests on the performance evaluation."),
		Fix:   say("把评估加进 evaluations，并在付款的 evaluation 写明。", "Add the evaluation to evaluations, and name it in the payment's column evaluation."),
		Bad: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/evaluations.csv\nid,project,kind\nE1,P1,follow_up\n" +
			"file: data/payments.csv\nid,project,amount,stage\nM1,P1,500,final\n",
		Good: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/evaluations.csv\nid,project,kind\nE1,P1,performance\n" +
			"file: data/payments.csv\nid,project,amount,stage\nM1,P1,500,final\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		if !d.Evaluations.Given() {
			return
		}
		for _, m := range d.Payments.Rows {
			p := m.For()
			if m.Stage != model.StageFinal || p == nil || judged(p) {
				continue
			}
			f := about(m, "stage", m.Stage.String())
			f.Message = words("项目 %q 的尾款已付，但没有公布绩效评估", "the final payment for the project %q was made, and no performance evaluation of it is published", p.ID)
			f.Hint = say("把评估加进 evaluations", "add the evaluation to evaluations")
			f.Related = append(f.Related, other(p, "", "项目", "the project"))
			report(f)
		}
	},
}
