package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var otherCurrency = Check{
	Rule: &finding.Rule{
		ID: "other-currency", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("金额的货币与该行或网站的不同", "An amount is in another currency than its row or the site"),
		Why:   say("不同货币的金额不计入同一个合计，多半是符号写错了。", "It counts in no total of the others; most likely its sign is a slip."),
		Fix:   say("核对货币符号；确为外币时，在该行的 currency 列写明。", "Compare the sign; where the currency is meant, say so in the row's column currency."),
		Bad:   "file: data/site.yaml\ncurrency: CNY\nfile: data/projects.csv\nid,title,amount_awarded\nP1,Meals,USD 500\nP2,Visits,3000\n",
		Good:  "file: data/site.yaml\ncurrency: CNY\nfile: data/projects.csv\nid,title,amount_awarded,currency\nP1,Meals,500,USD\nP2,Visits,3000,CNY\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, t := range d.Tables() {
			for _, f := range t.Schema().Fields {
				if f.Kind == table.KindMoney {
					foreignIn(d, t, f, report)
				}
			}
		}
	},
}

// foreignIn reports the amounts of a column in another currency than their row
// names, or, where rows name none, than most of the column's amounts and the
// site. A column that is kept in another currency throughout is told once.
func foreignIn(d *model.Dataset, t table.Table, field *table.Field, report func(finding.Finding)) {
	named := t.Schema().Field("currency")
	var foreign []table.Entity
	usual := 0
	for i := range t.Len() {
		e := t.At(i)
		m := *field.Of(e).(*value.Money)
		if m.IsZero() || m.Currency() == 0 {
			continue
		}
		if named != nil && !named.IsZero(e) {
			if c := *named.Of(e).(*value.Currency); c != m.Currency() {
				report(inOther(e, field, m, say("该行的 currency 列", "the row's column currency"), c))
			}
			continue
		}
		if d.Config.Currency == 0 || m.Currency() == d.Config.Currency {
			usual++
			continue
		}
		foreign = append(foreign, e)
	}
	if len(foreign) > usual && len(foreign) > 0 {
		foreign = foreign[:1]
	}
	for _, e := range foreign {
		report(inOther(e, field, *field.Of(e).(*value.Money), say("网站", "the site"), d.Config.Currency))
	}
}

func inOther(e table.Entity, field *table.Field, m value.Money, whose finding.Text, usual value.Currency) finding.Finding {
	f := about(e, field.Name, m.Plain())
	f.Message = words("%s：%s 与%s的货币 %s 不同", "%s: %s is in another currency than that of %s, %s", field.Title, m, whose, usual)
	f.Hint = say("核对货币符号；确为外币时，在该行的 currency 列写明", "compare the sign; where the currency is meant, say so in the row's column currency")
	return f
}
