package check

import (
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var paymentsAboveContract = Check{
	Rule: &finding.Rule{
		ID: "payments-above-contract", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("付款合计超过合同金额", "Payments add up to more than the contract"),
		Why:   say("多付的钱没有公开的依据：或者合同有过变更而未公布，或者同一笔付款录了两次。", "Nothing published explains the excess: an amendment is missing, or a payment was entered twice."),
		Fix:   say("核对付款；合同有变更时，在 contracts 加一行并在 amends 写明原合同。", "Compare the payments; where the contract was changed, add a row to contracts that amends it."),
		Bad: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,amount\nC1,P1,1000\n" +
			"file: data/payments.csv\nid,contract,amount\nM1,C1,800\nM2,C1,300\n",
		Good: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,amount\nC1,P1,1000\n" +
			"file: data/payments.csv\nid,contract,amount\nM1,C1,800\nM2,C1,200\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, a := range Agreements(d) {
			for _, most := range a.Amount().All() {
				p, sum := passing(slices.Values(a.Payments), most)
				if p == nil {
					continue
				}
				c := a.Standing[len(a.Standing)-1]
				f := about(p, "amount", p.Amount.Plain())
				f.Message = words("合同 %q 的付款合计 %s，超过合同金额 %s", "payments under the contract %q add up to %s, above its %s", c.ID, sum, most)
				f.Hint = say("核对付款；合同有变更时，加一行合同并在 amends 写原合同", "compare the payments; where the contract was changed, add the one that amends it")
				f.Related = append(f.Related, other(c, "amount", "合同金额 %s", "the contract, for %s", most))
				report(f)
			}
		}
	},
}
