package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var amountZero = Check{
	Rule: &finding.Rule{
		ID: "amount-zero", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("金额是零", "An amount is zero"),
		Why:   say("零表示确实没有花钱；没有公布的金额应留空。", "Zero says that nothing was spent; an amount that is not published is left blank."),
		Fix:   say("没有公布的金额留空。", "Leave the cell blank where the amount is not published."),
		Bad:   "id,title,amount_awarded\nP1,Meals,0\n",
		Good:  "id,title,amount_awarded\nP1,Meals,\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		eachMoney(d, func(e table.Entity, field *table.Field, m value.Money) {
			if m.Sign() != 0 || zeroIsPlain(e, field.Name) {
				return
			}
			f := about(e, field.Name, m.Plain())
			f.Message = words("%s：金额是零", "%s: the amount is zero", field.Title)
			f.Hint = say("没有公布的金额留空", "leave the cell blank where the amount is not published")
			report(f)
		})
	},
}

// zeroIsPlain reports whether a field says nothing odd with a zero: nothing has
// been paid or raised yet, or nothing was awarded to a project not bought.
func zeroIsPlain(e table.Entity, field string) bool {
	switch field {
	case "amount_paid", "amount_contracted", "social_funds", "adjusted_amount":
		return true
	case "amount_awarded":
		p, ok := e.(*model.Project)
		return ok && p.State != 0 && !p.Awarded()
	}
	return false
}
