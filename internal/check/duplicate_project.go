package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var duplicateProject = Check{
	Rule: &finding.Rule{
		ID: "duplicate-project", Group: finding.GroupReferences, Severity: finding.Info,
		Title: say("两个项目的名称、简介、承接主体、金额和日期都相同", "Two projects agree in title, summary, provider, amount and date"),
		Why:   say("可能是同一个项目录了两次，合计会多算。", "One project may have been entered twice, and totals count it twice."),
		Fix:   say("删去重复的一行；确是两个时，让名称能分清。", "Delete the second row; where there are two, let their titles tell them apart."),
		Bad:   "id,title,organization,decided,amount_awarded\nP1,Meals,Sample Society,2010-05-30,500\nP2,Meals,Sample Society,2010-05-30,500\n",
		Good:  "id,title,organization,decided,amount_awarded\nP1,Meals,Sample Society,2010-05-30,500\nP2,Meals in winter,Sample Society,2010-05-30,500\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		type key struct {
			title    string
			summary  string
			provider *model.Organization
			decided  value.Date
			amount   value.Money
		}
		first := map[key]*model.Project{}
		for _, p := range d.Projects.Rows {
			title, _ := p.Title.In("zh")
			summary, _ := p.Summary.In("zh")
			k := key{title, summary, p.LeadOrganization(), p.Decided, p.AmountAwarded}
			if title == "" || k.provider == nil || k.decided.IsZero() || k.amount.IsZero() {
				continue
			}
			one := first[k]
			if one == nil {
				first[k] = p
				continue
			}
			f := about(p, "title", title)
			f.Message = words("项目 %q 与 %q 的名称、简介、承接主体、金额和日期都相同", "the project %q is the same as %q in title, summary, provider, amount and date", p.ID, one.ID)
			f.Hint = say("重复录入的，删去一行", "delete the row where it was entered twice")
			f.Related = append(f.Related, other(one, "title", "先前的项目", "the earlier project"))
			report(f)
		}
	},
}
