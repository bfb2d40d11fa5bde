package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var supplierIsAgency = Check{
	Rule: &finding.Rule{
		ID: "supplier-is-agency", Group: finding.GroupActors, Severity: finding.Warning,
		Title: say("承接主体就是购买主体", "The provider is the agency that purchases"),
		Why:   say("向自己购买不是购买服务。", "Who buys from itself purchases nothing."),
		Fix:   say("核对 agency 与 organization 两列，多半有一列填错。", "Compare the columns agency and organization; one of them is most likely wrong."),
		Bad:   "id,title,agency,organization\nP1,Meals,Sample Bureau,Sample Bureau\n",
		Good:  "id,title,agency,organization\nP1,Meals,Sample Bureau,Sample Society\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		names := folds{}
		for _, p := range d.Projects.Rows {
			a := p.Agency.To
			if a == nil {
				continue
			}
			for _, r := range p.Organization {
				if r.To == nil || !sameBody(a, r.To, names) {
					continue
				}
				f := about(p, "organization", r.Written())
				f.Message = words("项目 %q 的承接主体 %q 就是购买主体 %q", "the provider %[2]q of the project %[1]q is its agency %[3]q", p.ID, r.Written(), p.Agency.Written())
				f.Hint = say("核对 agency 与 organization", "compare agency and organization")
				f.Related = append(f.Related, other(p, "agency", "购买主体", "the agency"))
				report(f)
			}
		}
	},
}

// sameBody reports whether an agency and an organization are one by credit code
// or name.
func sameBody(a *model.Agency, o *model.Organization, names folds) bool {
	if a.CreditCode != "" && a.CreditCode == o.CreditCode {
		return true
	}
	for _, name := range spellings(a.Name) {
		if names.same(name, o.Name) {
			return true
		}
	}
	return false
}
