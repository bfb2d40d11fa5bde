package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var mixedCurrencies = Check{
	Rule: &finding.Rule{
		ID: "mixed-currencies", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("同一项目的金额货币不同", "Amounts of one project are in different currencies"),
		Why:   say("不同货币的金额不能相加，也不能相比。", "They can be neither added nor compared."),
		Fix:   say("核对 currency 一列和金额里的货币符号。", "Compare the column currency and the signs in the amounts."),
		Bad: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,amount,currency\nC1,P1,1000,CNY\n" +
			"file: data/payments.csv\nid,contract,amount,currency\nM1,C1,500,USD\n",
		Good: "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,amount,currency\nC1,P1,1000,CNY\n" +
			"file: data/payments.csv\nid,contract,amount,currency\nM1,C1,500,CNY\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		compare := func(e table.Entity, m value.Money, with table.Entity, withField string, o value.Money) {
			if m.Currency() == 0 || o.Currency() == 0 || m.Currency() == o.Currency() {
				return
			}
			f := about(e, "amount", m.Plain())
			f.Message = words("%s 与 %s 货币不同", "%s and %s are in different currencies", m, o)
			f.Hint = say("核对 currency 一列和金额里的货币符号", "compare the column currency and the signs in the amounts")
			f.Related = append(f.Related, other(with, withField, "另一个金额 %s", "the other amount, %s", o))
			report(f)
		}
		for _, c := range d.Contracts.Rows {
			if p := c.Project.To; p != nil {
				compare(c, c.Amount, p, "amount_awarded", p.AmountAwarded)
			}
		}
		for _, m := range d.Payments.Rows {
			if c := m.Contract.To; c != nil && !c.Amount.IsZero() {
				compare(m, m.Amount, c, "amount", c.Amount)
			} else if p := m.For(); p != nil {
				compare(m, m.Amount, p, "amount_awarded", p.AmountAwarded)
			}
		}
	},
}
