package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var paymentBeforeContract = Check{
	Rule: &finding.Rule{
		ID: "payment-before-contract", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("付款早于签订合同", "A payment was made before its contract was signed"),
		Why:   say("付款时还没有付款的依据。", "Nothing obliged anyone to pay at the time."),
		Fix:   say("核对付款日期与 signed。", "Compare the payment's date with signed."),
		Bad: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,signed\nC1,P1,2010-06-17\n" +
			"file: data/payments.csv\nid,contract,date,amount\nM1,C1,2010-06-07,500\n",
		Good: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,signed\nC1,P1,2010-06-17\n" +
			"file: data/payments.csv\nid,contract,date,amount\nM1,C1,2010-07-07,500\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, a := range Agreements(d) {
			c := a.firstSigned()
			for _, m := range a.Payments {
				outOfOrder(report, dated{m, "date", m.Date}, dated{c, "signed", c.Signed},
					"%s 付款，早于合同签订的 %s", "it was paid on %s, before the contract was signed on %s")
			}
		}
	},
}
