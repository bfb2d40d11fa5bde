package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var contractAboveAward = Check{
	Rule: &finding.Rule{
		ID: "contract-above-award", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("合同金额超过立项金额", "The contracts are for more than was awarded"),
		Why:   say("决定给多少、签了多少，读者要能对上。", "Readers compare what was decided with what was signed."),
		Fix:   say("核对两个金额；取代旧合同的，在 amends 写明旧合同。", "Compare the two amounts; where a contract replaces an older one, name that under amends."),
		Bad:   "file: data/projects.csv\nid,title,amount_awarded\nP1,Meals,1000\nfile: data/contracts.csv\nid,project,amount\nC1,P1,1000\nC2,P1,1200\n",
		Good:  "file: data/projects.csv\nid,title,amount_awarded\nP1,Meals,1200\nfile: data/contracts.csv\nid,project,amount,amends\nC1,P1,1000,\nC2,P1,1200,C1\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			sum := p.ContractedTotal().In(p.AmountAwarded.Currency())
			if !above(sum, p.AmountAwarded) {
				continue
			}
			f := about(p, "amount_contracted", sum.Plain())
			for c := range p.Contracts.All() {
				if !c.Amount.IsZero() {
					f = about(c, "amount", c.Amount.Plain())
				}
			}
			f.Message = words("项目 %q 的合同合计 %s，超过立项金额 %s", "the contracts of the project %q come to %s, above the %s awarded", p.ID, sum, p.AmountAwarded)
			f.Hint = say("核对两个金额；取代旧合同的，在 amends 写旧合同", "compare the two amounts; a contract that replaces another names it under amends")
			f.Related = append(f.Related, other(p, "amount_awarded", "立项金额 %s", "the award, %s", p.AmountAwarded))
			report(f)
		}
	},
}
