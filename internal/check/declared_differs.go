package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var declaredPaidDiffers = Check{
	Rule: &finding.Rule{
		ID: "declared-paid-differs", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("填报的已付金额与付款合计不同", "The amount paid that is declared is not the sum of the payments"),
		Why:   say("网站用付款合计，填报的数字没有着落。", "The site uses the sum of the rows, and the declared amount hangs in the air."),
		Fix:   say("核对付款；有付款数据时，amount_paid 可以留空。", "Compare the payments; where they are published, amount_paid may stay blank."),
		Bad:   "file: data/projects.csv\nid,title,amount_paid\nP1,Meals,600\nfile: data/payments.csv\nid,project,amount\nM1,P1,500\n",
		Good:  "file: data/projects.csv\nid,title,amount_paid\nP1,Meals,500\nfile: data/payments.csv\nid,project,amount\nM1,P1,500\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			var sum value.Totals
			for m := range p.Payments.All() {
				sum.Add(m.Amount)
			}
			rows := sum.In(p.AmountPaid.Currency())
			if !differ(p.AmountPaid, rows) {
				continue
			}
			f := about(p, "amount_paid", p.AmountPaid.Plain())
			f.Message = words("项目 %q 填报已付 %s，付款合计 %s", "the project %q declares %s paid, its payments add up to %s", p.ID, p.AmountPaid, rows)
			f.Hint = say("核对付款；有付款数据时，amount_paid 可以留空", "compare the payments; where they are published, amount_paid may stay blank")
			f.Related = append(f.Related, other(p.Payments.First(), "amount", "第一笔付款", "the first payment"))
			report(f)
		}
	},
}

var declaredContractedDiffers = Check{
	Rule: &finding.Rule{
		ID: "declared-contracted-differs", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("填报的签约金额与合同合计不同", "The contracted amount that is declared is not the sum of the contracts"),
		Why:   say("网站用合同合计，填报的数字没有着落。", "The site uses the sum of the rows, and the declared amount hangs in the air."),
		Fix:   say("核对合同；有合同数据时，amount_contracted 可以留空。", "Compare the contracts; where they are published, amount_contracted may stay blank."),
		Bad:   "file: data/projects.csv\nid,title,amount_contracted\nP1,Meals,600\nfile: data/contracts.csv\nid,project,amount\nC1,P1,500\n",
		Good:  "file: data/projects.csv\nid,title,amount_contracted\nP1,Meals,500\nfile: data/contracts.csv\nid,project,amount\nC1,P1,500\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			rows := p.ContractedTotal().In(p.AmountContracted.Currency())
			if !differ(p.AmountContracted, rows) {
				continue
			}
			f := about(p, "amount_contracted", p.AmountContracted.Plain())
			f.Message = words("项目 %q 填报签约 %s，合同合计 %s", "the project %q declares %s contracted, its contracts add up to %s", p.ID, p.AmountContracted, rows)
			f.Hint = say("核对合同；有合同数据时，amount_contracted 可以留空", "compare the contracts; where they are published, amount_contracted may stay blank")
			f.Related = append(f.Related, other(p.Contracts.First(), "amount", "第一份合同", "the first contract"))
			report(f)
		}
	},
}
