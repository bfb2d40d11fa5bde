package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var paymentBeforeAward = Check{
	Rule: &finding.Rule{
		ID: "payment-before-award", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("付款早于立项", "A payment was made before the award"),
		Why:   say("付款时项目还没有立项。", "The project had not been bought at the time."),
		Fix:   say("核对付款日期与项目的 decided。", "Compare the payment's date with the project's award date."),
		Bad:   "file: data/projects.csv\nid,title,decided\nP1,Meals,2010-05-30\nfile: data/payments.csv\nid,project,date,amount\nM1,P1,2010-05-03,500\n",
		Good:  "file: data/projects.csv\nid,title,decided\nP1,Meals,2010-05-30\nfile: data/payments.csv\nid,project,date,amount\nM1,P1,2010-07-03,500\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, m := range d.Payments.Rows {
			// With a signed contract the order of payment and contract is told.
			if c := m.Contract.To; c != nil && !c.Signed.IsZero() {
				continue
			}
			if p := m.For(); p != nil {
				outOfOrder(report, dated{m, "date", m.Date}, dated{p, "decided", p.Decided},
					"%s 付款，早于立项的 %s", "it was paid on %s, before the award on %s")
			}
		}
	},
}
