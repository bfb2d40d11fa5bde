package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var countNegative = Check{
	Rule: &finding.Rule{
		ID: "count-negative", Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("人数或个数是负数", "A number of people or things is negative"),
		Why:   say("它会从合计中扣除。", "It is taken off every total."),
		Fix:   say("核对正负号；没有公布的留空。", "Compare the sign; leave the cell blank where it is not published."),
		Bad:   "id,title,people_served\nP1,Meals,-80\n",
		Good:  "id,title,people_served\nP1,Meals,80\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, t := range d.Tables() {
			for _, field := range t.Schema().Fields {
				if field.Kind != table.KindCount {
					continue
				}
				for i := range t.Len() {
					n, ok := field.Of(t.At(i)).(*value.Count)
					if !ok || n.Int() >= 0 {
						continue
					}
					f := about(t.At(i), field.Name, n.String())
					f.Message = words("%s：%d 是负数", "%s: %d is negative", field.Title, n.Int())
					f.Hint = say("核对正负号；没有公布的留空", "compare the sign; leave the cell blank where it is not published")
					report(f)
				}
			}
		}
	},
}
