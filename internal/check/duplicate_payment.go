package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var duplicatePayment = Check{
	Rule: &finding.Rule{
		ID: "duplicate-payment", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("两笔付款的合同、日期、阶段和金额都相同", "Two payments agree in contract, date, stage and amount"),
		Why:   say("多半是同一笔付款录了两次，合计会多算。", "One payment was most likely entered twice, and totals count it twice."),
		Fix:   say("删去重复的一行；确是两笔时，可在 site.yaml 的 checks 中接受。", "Delete the second row; where there were two, accept it under checks: in site.yaml."),
		Bad:   "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/payments.csv\nid,project,date,amount\nM1,P1,2010-07-01,500\nM2,P1,2010-07-01,500\n",
		Good:  "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/payments.csv\nid,project,date,amount\nM1,P1,2010-07-01,500\nM2,P1,2010-09-01,500\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		type key struct {
			contract, project string
			date              value.Date
			amount            value.Money
			stage             model.PaymentStage
		}
		first := map[key]*model.Payment{}
		for _, m := range d.Payments.Rows {
			if m.Date.IsZero() || m.Amount.IsZero() {
				continue
			}
			k := key{m.Contract.ID(), m.Project.ID(), m.Date, m.Amount, m.Stage}
			one := first[k]
			if one == nil {
				first[k] = m
				continue
			}
			f := about(m, "amount", m.Amount.Plain())
			f.Message = words("付款 %q 与 %q 相同：%s，%s", "the payment %q is the same as %q: %s on %s", m.ID, one.ID, m.Amount, m.Date)
			f.Hint = say("重复录入的，删去一行", "delete the row where it was entered twice")
			f.Related = append(f.Related, other(one, "amount", "先前的一笔", "the earlier row"))
			report(f)
		}
	},
}
