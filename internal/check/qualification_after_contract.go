package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var qualificationAfterContract = Check{
	Rule: &finding.Rule{
		ID: "qualification-after-contract", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("签订合同之后才审查资质", "The contract was signed before the qualification review"),
		Why:   say("资格评审决定能不能签合同。", "The review decides whether there may be a contract."),
		Fix:   say("核对合同的 signed 与评估日期。", "Compare signed with the date of the review."),
		Bad: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,signed\nC1,P1,2010-06-17\n" +
			"file: data/evaluations.csv\nid,project,kind,date\nE1,P1,qualification,2010-07-25\n",
		Good: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,signed\nC1,P1,2010-06-17\n" +
			"file: data/evaluations.csv\nid,project,kind,date\nE1,P1,qualification,2010-05-25\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			review := firstQualification(p)
			if review == nil {
				continue
			}
			for c := range p.Contracts.All() {
				outOfOrder(report, dated{c, "signed", c.Signed}, dated{review, "date", review.Date},
					"合同签于 %s，早于资格评审的 %s", "the contract was signed on %s, before the qualification review on %s")
			}
		}
	},
}

// firstQualification is the earliest dated review of qualification.
func firstQualification(p *model.Project) *model.Evaluation {
	var first *model.Evaluation
	for e := range p.Evaluations.All() {
		if e.Kind == model.EvaluationQualification && !e.Date.IsZero() && (first == nil || e.Date.Before(first.Date)) {
			first = e
		}
	}
	return first
}
