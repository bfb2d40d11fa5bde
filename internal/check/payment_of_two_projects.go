package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var paymentOfTwoProjects = Check{
	Rule: &finding.Rule{
		ID: "payment-of-two-projects", Group: finding.GroupReferences, Severity: finding.Warning,
		Title: say("付款的合同或评估属于别的项目", "A payment's contract or evaluation belongs to another project"),
		Why:   say("同一笔钱会在两个项目下出现。", "One payment would appear under two projects."),
		Fix:   say("核对付款的 project、contract 与 evaluation。", "Compare the payment's project, contract and evaluation."),
		Bad:   "file: data/projects.csv\nid,title\nP1,Meals\nP2,Visits\nfile: data/contracts.csv\nid,project\nC2,P2\nfile: data/payments.csv\nid,project,contract,amount\nM1,P1,C2,500\n",
		Good:  "file: data/projects.csv\nid,title\nP1,Meals\nP2,Visits\nfile: data/contracts.csv\nid,project\nC2,P2\nfile: data/payments.csv\nid,project,contract,amount\nM1,P2,C2,500\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, m := range d.Payments.Rows {
			p := m.For()
			if p == nil {
				continue
			}
			if c := m.Contract.To; c != nil && c.Project.To != nil && c.Project.To != p {
				f := about(m, "contract", c.ID)
				f.Message = words("付款属于项目 %q，合同 %q 却属于项目 %q", "the payment is for the project %q, its contract %q for %q", p.ID, c.ID, c.Project.To.ID)
				f.Hint = say("核对 project 与 contract", "compare project and contract")
				f.Related = append(f.Related, other(c, "project", "合同的项目", "the contract's project"))
				report(f)
			}
			if e := m.Evaluation.To; e != nil && e.Project.To != nil && e.Project.To != p {
				f := about(m, "evaluation", e.ID)
				f.Message = words("付款属于项目 %q，评估 %q 却属于项目 %q", "the payment is for the project %q, its evaluation %q is of %q", p.ID, e.ID, e.Project.To.ID)
				f.Hint = say("核对 evaluation", "compare evaluation")
				f.Related = append(f.Related, other(e, "project", "评估的项目", "the evaluation's project"))
				report(f)
			}
		}
	},
}
