package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var duplicateContractNumber = Check{
	Rule: &finding.Rule{
		ID: "duplicate-contract-number", Group: finding.GroupReferences, Severity: finding.Warning,
		Title: say("两份合同的编号相同", "Two contracts have the same number"),
		Why:   say("按编号查不到唯一的合同；若是同一份，金额会算两次。", "The number does not tell which contract is meant, and if they are one its amount counts twice."),
		Fix:   say("核对合同编号；变更合同在 amends 写明原合同。", "Compare the numbers; a contract that changes another names it under amends."),
		Bad:   "file: data/projects.csv\nid,title\nP1,Meals\nP2,Visits\nfile: data/contracts.csv\nid,project,number,amount\nC1,P1,2010-17,500\nC2,P2,2010-17,500\n",
		Good:  "file: data/projects.csv\nid,title\nP1,Meals\nP2,Visits\nfile: data/contracts.csv\nid,project,number,amount\nC1,P1,2010-17,500\nC2,P2,2010-18,500\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		// Every agency counts its own contracts.
		type key struct {
			agency *model.Agency
			number string
		}
		first := map[key]*model.Contract{}
		for _, c := range d.Contracts.Rows {
			if c.Number == "" || !c.Amends.IsZero() {
				continue
			}
			k := key{number: value.Fold(c.Number)}
			if p := c.Project.To; p != nil {
				k.agency = p.Agency.To
			}
			one := first[k]
			if one == nil {
				first[k] = c
				continue
			}
			f := about(c, "number", c.Number)
			f.Message = words("合同 %q 与 %q 的编号相同：%q", "the contracts %q and %q have the same number, %q", c.ID, one.ID, c.Number)
			f.Hint = say("核对编号；变更合同在 amends 写原合同", "compare the numbers; where one changes the other, say so under amends")
			f.Related = append(f.Related, other(one, "number", "先前的合同", "the earlier contract"))
			report(f)
		}
	},
}
