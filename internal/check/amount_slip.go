package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var amountSlip = Check{
	Rule: &finding.Rule{
		ID: "amount-slip", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("两个金额恰好相差一万倍", "Two amounts differ by exactly ten thousand times"),
		Why:   say("多半是元与万元混用，合计会错一万倍。", "One was most likely written in yuan and the other in 万元, and totals go wrong with it."),
		Fix:   say("在列名的括号里写明单位，如 合同金额（万元），或改正这一个金额。", "Say the unit in the heading's brackets, as in 合同金额（万元）, or mend the one amount."),
		Bad:   "file: data/projects.csv\nid,title,amount_awarded\nP1,Meals,150000\nfile: data/contracts.csv\nid,project,amount\nC1,P1,15\n",
		Good:  "file: data/projects.csv\nid,title,amount_awarded\nP1,Meals,150000\nfile: data/contracts.csv\nid,project,amount\nC1,P1,150000\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		compare := func(e table.Entity, field string, m value.Money, with table.Entity, withField string, o value.Money) {
			if !slip(m, o) {
				return
			}
			f := about(e, field, m.Plain())
			f.Message = words("%s 与 %s 恰好相差一万倍", "%s and %s differ by exactly ten thousand times", m, o)
			f.Hint = say("核对单位是元还是万元", "compare the units: 元 or 万元")
			f.Related = append(f.Related, other(with, withField, "另一个金额 %s", "the other amount, %s", o))
			report(f)
		}
		for _, p := range d.Projects.Rows {
			compare(p, "amount_awarded", p.AmountAwarded, p, "amount_requested", p.AmountRequested)
			compare(p, "amount_contracted", p.AmountContracted, p, "amount_awarded", p.AmountAwarded)
			compare(p, "amount_paid", p.AmountPaid, p, "amount_awarded", p.AmountAwarded)
			for c := range p.Contracts.All() {
				compare(c, "amount", c.Amount, p, "amount_awarded", p.AmountAwarded)
			}
			for m := range p.Payments.All() {
				if c := m.Contract.To; c != nil && !c.Amount.IsZero() {
					compare(m, "amount", m.Amount, c, "amount", c.Amount)
				} else {
					compare(m, "amount", m.Amount, p, "amount_awarded", p.AmountAwarded)
				}
			}
		}
		for _, b := range d.Budgets.Rows {
			if g := b.Programme.To; g != nil {
				compare(b, "amount", b.Amount, g, "budget", g.Budget)
			}
		}
	},
}

// slip reports whether one amount is exactly ten thousand times the other.
func slip(a, b value.Money) bool {
	const wan = 10_000
	if _, ok := a.Cmp(b); !ok || a.Sign() == 0 || b.Sign() == 0 {
		return false
	}
	x, y := a.Minor(), b.Minor()
	return x%wan == 0 && x/wan == y || y%wan == 0 && y/wan == x
}
