package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var splitPurchases = Check{
	Rule: &finding.Rule{
		ID: "split-purchases", Group: finding.GroupSignals, Severity: finding.Info,
		Title: say("同日向同一家购买的几个项目合计超过限额", "Awards of one day to one organization are together above a threshold"),
		Why:   say("各自低于限额、合计超过，可能是拆分；限额各地不同，在 site.yaml 写 limit 才检查。", "Each is below it and together they are above, which may be a split; thresholds are local, so it is looked for only where site.yaml sets limit."),
		Fix:   say("这只是线索；确有理由时，在 site.yaml 接受并写明。", "It is a clue only; where there is a reason, accept it in site.yaml and say so."),
		Bad: "file: data/site.yaml\ncurrency: CNY\nchecks: {split-purchases: {limit: 300000 元}}\nfile: data/projects.csv\n" +
			"id,title,agency,organization,decided,amount_awarded\n" +
			"P1,Meals,Sample Bureau,Sample Society,2010-05-30,200000\nP2,Visits,Sample Bureau,Sample Society,2010-05-30,200000\n",
		Good: "file: data/site.yaml\ncurrency: CNY\nchecks: {split-purchases: {limit: 300000 元}}\nfile: data/projects.csv\n" +
			"id,title,agency,organization,decided,amount_awarded\n" +
			"P1,Meals,Sample Bureau,Sample Society,2010-05-30,200000\nP2,Visits,Sample Bureau,Second Society,2010-05-30,200000\n",
	},
	Limit: &Limit{Money: true, Means: say("限额", "the threshold")},
	Run: func(d *model.Dataset, s Settings, report func(finding.Finding)) {
		type key struct {
			agency       *model.Agency
			organization *model.Organization
			day          value.Date
		}
		groups := map[key][]*model.Project{}
		var order []key
		for _, p := range d.Projects.Rows {
			c, ok := p.AmountAwarded.Cmp(s.Amount)
			k := key{p.Agency.To, p.LeadOrganization(), p.Decided}
			if !ok || c >= 0 || k.agency == nil || k.organization == nil || k.day.Precision() < value.Day {
				continue
			}
			if groups[k] == nil {
				order = append(order, k)
			}
			groups[k] = append(groups[k], p)
		}
		for _, k := range order {
			reportSplit(groups[k], s.Amount, report)
		}
	},
}

// reportSplit reports projects that are together above a threshold, at the last
// of them.
func reportSplit(projects []*model.Project, limit value.Money, report func(finding.Finding)) {
	var total value.Totals
	for _, p := range projects {
		total.Add(p.AmountAwarded)
	}
	sum := total.In(limit.Currency())
	if !above(sum, limit) {
		return
	}
	last := projects[len(projects)-1]
	f := about(last, "amount_awarded", last.AmountAwarded.Plain())
	f.Message = words("%s 向 %q 购买的 %d 个项目各低于 %s，合计 %s", "%[3]d projects bought on %[1]s from %[2]q are each below %[4]s and together %[5]s",
		last.Decided, last.LeadOrganization().ID, len(projects), limit, sum)
	f.Hint = say("这只是线索；确有理由时，在 site.yaml 接受并写明", "it is a clue only; where there is a reason, accept it in site.yaml and say so")
	for _, p := range projects[:min(len(projects)-1, maxCircle)] {
		f.Related = append(f.Related, other(p, "amount_awarded", "%s", "%s", p.AmountAwarded))
	}
	report(f)
}

// PurchaseThreshold is the threshold of purchases that site.yaml sets for
// split-purchases, missing where it sets none that can be used.
func PurchaseThreshold(d *model.Dataset) value.Money {
	var s Settings
	if !splitPurchases.limit(&s, d.Config.Checks, d.Config.Currency, &finding.List{}) {
		return value.Money{}
	}
	return s.Amount
}
