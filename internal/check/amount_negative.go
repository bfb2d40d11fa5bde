package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var amountNegative = Check{
	Rule: &finding.Rule{
		ID: "amount-negative", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("金额是负数", "An amount is negative"),
		Why:   say("它会从合计中扣除。", "It is taken off every total."),
		Fix:   say("核对正负号；确为退款时，可在 site.yaml 的 checks 中接受并写明理由。", "Compare the sign; accept a refund under checks: in site.yaml, with the reason."),
		Bad:   "id,title,amount_awarded\nP1,Meals,-500\n",
		Good:  "id,title,amount_awarded\nP1,Meals,500\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		eachMoney(d, func(e table.Entity, field *table.Field, m value.Money) {
			if m.Sign() >= 0 {
				return
			}
			f := about(e, field.Name, m.Plain())
			f.Message = words("%s：%s 是负数", "%s: %s is negative", field.Title, m)
			f.Hint = say("核对正负号；确为退款时，可在 site.yaml 的 checks 中接受", "compare the sign; a refund can be accepted under checks: in site.yaml")
			report(f)
		})
	},
}
