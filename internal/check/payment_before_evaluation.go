package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var paymentBeforeEvaluation = Check{
	Rule: &finding.Rule{
		ID: "payment-before-evaluation", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("付款早于它所依据的评估", "A payment was made before the evaluation it rests on"),
		Why:   say("评估结果是付款的依据，不能在付款之后才有。", "The result decides about the payment, so it cannot come after it."),
		Fix:   say("核对两个日期，或改正 evaluation 一列。", "Compare the two dates, or mend the column evaluation."),
		Bad: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/evaluations.csv\nid,project,date\nE1,P1,2010-09-03\n" +
			"file: data/payments.csv\nid,project,date,amount,evaluation\nM1,P1,2010-08-16,500,E1\n",
		Good: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/evaluations.csv\nid,project,date\nE1,P1,2010-09-03\n" +
			"file: data/payments.csv\nid,project,date,amount,evaluation\nM1,P1,2010-09-16,500,E1\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, m := range d.Payments.Rows {
			if e := m.Evaluation.To; e != nil {
				outOfOrder(report, dated{m, "date", m.Date}, dated{e, "date", e.Date},
					"%s 付款，早于所依据的评估（%s）", "it was paid on %s, before the evaluation that it rests on (%s)")
			}
		}
	},
}
