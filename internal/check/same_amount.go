package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var sameAmount = Check{
	Rule: &finding.Rule{
		ID: "same-amount", Group: finding.GroupSignals, Severity: finding.Info,
		Title: say("同一家一年内多次以同一金额立项", "One organization is awarded the same amount again and again in a year"),
		Why:   say("金额可能是照抄的，也可能是把一笔采购拆开。", "The amount may have been copied down a column, or one purchase split into several."),
		Fix:   say("核对金额；确有理由时，在 site.yaml 接受并写明。", "Compare the amounts; where there is a reason, accept it in site.yaml and say so."),
		Bad: "file: data/site.yaml\ncurrency: CNY\nfile: data/projects.csv\nid,title,agency,organization,amount_awarded\n" +
			"P1,Meals,Bureau,Society,49900\nP2,Visits,Bureau,Society,49900\nP3,Advice,Bureau,Society,49900\nP4,Trips,Bureau,Society,49900\nP5,Classes,Bureau,Society,49900\n",
		Good: "file: data/site.yaml\ncurrency: CNY\nfile: data/projects.csv\nid,title,agency,organization,amount_awarded\n" +
			"P1,Meals,Bureau,Society,49900\nP2,Visits,Bureau,Society,31500\nP3,Advice,Bureau,Society,49900\nP4,Trips,Bureau,Society,12000\nP5,Classes,Bureau,Society,80000\n",
	},
	Limit: &Limit{Default: "5", Means: say("次数", "a number of awards")},
	Run: func(d *model.Dataset, s Settings, report func(finding.Finding)) {
		type key struct {
			agency       *model.Agency
			organization *model.Organization
			amount       value.Money
			year         int // what is granted alike every year is no wonder
		}
		groups := map[key][]*model.Project{}
		var order []key
		for _, p := range d.Projects.Rows {
			k := key{p.Agency.To, p.LeadOrganization(), p.AmountAwarded, p.CalendarYear()}
			if k.organization == nil || k.amount.Sign() <= 0 {
				continue
			}
			if groups[k] == nil {
				order = append(order, k)
			}
			groups[k] = append(groups[k], p)
		}
		for _, k := range order {
			projects := groups[k]
			if int64(len(projects)) < s.Number {
				continue
			}
			last := projects[len(projects)-1]
			f := about(last, "amount_awarded", k.amount.Plain())
			f.Message = words("%q 有 %d 个项目的立项金额都是 %s", "%[1]q has %[2]d projects that were awarded %[3]s each", k.organization.ID, len(projects), k.amount)
			f.Hint = say("核对金额；确有理由时，在 site.yaml 接受并写明", "compare the amounts; where there is a reason, accept it in site.yaml and say so")
			for _, p := range projects[:min(len(projects)-1, maxCircle)] {
				f.Related = append(f.Related, other(p, "amount_awarded", "%s", "%s", p.AmountAwarded))
			}
			report(f)
		}
	},
}
