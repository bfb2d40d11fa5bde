package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var paymentsAboveAward = Check{
	Rule: &finding.Rule{
		ID: "payments-above-award", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("没有合同的项目，付款超过立项金额", "More is paid than was awarded, and no contract is published"),
		Why:   say("多付的钱没有公开的依据。", "Nothing published explains the excess."),
		Fix:   say("核对两个金额；另有合同时，把合同加进 contracts。", "Compare the two amounts; where a contract stands behind, add it to contracts."),
		Bad:   "id,title,amount_awarded,amount_paid\nP1,Meals,1000,1100\n",
		Good:  "id,title,amount_awarded,amount_paid\nP1,Meals,1000,900\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			agreed, field := agreedAmount(p)
			if agreed.IsZero() {
				continue
			}
			e, paid := paidAbove(p, agreed)
			if e == nil {
				continue
			}
			f := about(e, "amount_paid", paid.Plain())
			if pay, ok := e.(*model.Payment); ok {
				f = about(pay, "amount", pay.Amount.Plain())
			}
			f.Message = words("项目 %q 已付 %s，超过所定的 %s", "the project %q was paid %s, above the %s decided", p.ID, paid, agreed)
			f.Hint = say("核对两个金额；另有合同时，把合同加进 contracts", "compare the two amounts; where a contract stands behind, add it to contracts")
			f.Related = append(f.Related, other(p, field, "所定金额 %s", "the amount decided, %s", agreed))
			report(f)
		}
	},
}

// agreedAmount is what a project without a contract's amount was promised: the
// contracted amount that is declared, else the award.
func agreedAmount(p *model.Project) (value.Money, string) {
	for c := range p.Contracts.All() {
		if !c.Amount.IsZero() {
			return value.Money{}, ""
		}
	}
	if !p.AmountContracted.IsZero() {
		return p.AmountContracted, "amount_contracted"
	}
	return p.AmountAwarded, "amount_awarded"
}

// paidAbove is the payment that passes the amount, or the project whose
// declared payment does; nil where none does.
func paidAbove(p *model.Project, agreed value.Money) (table.Entity, value.Money) {
	if !p.Payments.Empty() {
		if at, sum := passing(p.Payments.All(), agreed); at != nil {
			return at, sum
		}
		return nil, value.Money{}
	}
	if above(p.AmountPaid, agreed) {
		return p, p.AmountPaid
	}
	return nil, value.Money{}
}
