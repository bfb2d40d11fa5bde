package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var paidAfterFail = Check{
	Rule: &finding.Rule{
		ID: "paid-after-fail", Group: finding.GroupStates, Severity: finding.Warning,
		Title: say("依据不合格的评估付款", "A payment rests on an evaluation that was failed"),
		Why:   say("评估结果是付款的依据，不合格却付了款要有说明。", "The result is what payment rests on; paying after a failed one needs a word."),
		Fix:   say("核对评估的 grade 和付款的 evaluation；确实如此时，可在 site.yaml 接受并写明。", "Compare the grade and the payment's evaluation; where it is right, accept it in site.yaml and say why."),
		Bad:   "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/evaluations.csv\nid,project,grade\nE1,P1,fail\nfile: data/payments.csv\nid,project,amount,evaluation\nM1,P1,500,E1\n",
		Good:  "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/evaluations.csv\nid,project,grade\nE1,P1,pass\nfile: data/payments.csv\nid,project,amount,evaluation\nM1,P1,500,E1\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, m := range d.Payments.Rows {
			e := m.Evaluation.To
			if e == nil || e.Grade != model.GradeFail || m.Amount.Sign() <= 0 {
				continue
			}
			f := about(m, "evaluation", e.ID)
			f.Message = words("付款 %s 所依据的评估 %q 不合格", "the payment of %s rests on the evaluation %q, which was failed", m.Amount, e.ID)
			f.Hint = say("核对评估的 grade 和付款的 evaluation", "compare the grade and the payment's evaluation")
			f.Related = append(f.Related, other(e, "grade", "等次", "the grade"))
			report(f)
		}
	},
}
