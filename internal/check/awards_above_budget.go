package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var awardsAboveBudget = Check{
	Rule: &finding.Rule{
		ID: "awards-above-budget", Severity: finding.Warning,
		Title: say("立项金额合计超过预算", "Awards add up to more than the budget"),
		Why:   say("预算之外的钱从哪里来，网站上看不出。", "The site does not show where the rest comes from."),
		Fix:   say("核对立项金额；预算调整过的，填 adjusted_amount。", "Compare the awards; where the budget was changed, fill in adjusted_amount."),
		Bad: "file: data/programmes.csv\nid,title,budget\nF1,Fund,1000\nfile: data/projects.csv\nid,title,programme,state,amount_awarded\n" +
			"P1,Meals,F1,approved,800\nP2,Visits,F1,approved,300\n",
		Good: "file: data/programmes.csv\nid,title,budget\nF1,Fund,1100\nfile: data/projects.csv\nid,title,programme,state,amount_awarded\n" +
			"P1,Meals,F1,approved,800\nP2,Visits,F1,approved,300\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range append(programmePots(d), agencyPots(d)...) {
			for _, most := range p.amount.All() {
				at, sum := passingAward(p.projects, most)
				if at == nil {
					continue
				}
				f := about(p.at, p.field, most.Plain())
				f.Message = words("立项金额合计 %s，超过预算 %s", "awards add up to %s, above the budget of %s", sum, most)
				f.Hint = say("核对立项金额；预算调整过的，填 adjusted_amount", "compare the awards; where the budget was changed, fill in adjusted_amount")
				f.Related = append(f.Related, other(at, "amount_awarded", "到项目 %q 时超过", "passed with the project %q", at.ID))
				report(f)
			}
		}
	},
}

// pot is money set aside and the projects that are paid from it.
type pot struct {
	at       table.Entity // where it is published, with the field
	field    string
	amount   value.Totals
	projects []*model.Project
}

// add puts a budget into the pot, which stands where its first one does.
func (p *pot) add(b *model.Budget) {
	if p.at == nil {
		p.at, p.field = b, "amount"
		if !b.AdjustedAmount.IsZero() {
			p.field = "adjusted_amount"
		}
	}
	p.amount.Add(b.Final())
}

// programmePots are those of programmes: their rows in budgets, else what the
// programme itself says.
func programmePots(d *model.Dataset) []*pot {
	var all []*pot
	for _, g := range d.Programmes.Rows {
		p := &pot{projects: g.Projects}
		for _, b := range g.Budgets {
			p.add(b)
		}
		if p.amount.Empty() {
			p.at, p.field = g, "budget"
			p.amount.Add(g.Budget)
		}
		if !p.amount.Empty() {
			all = append(all, p)
		}
	}
	return all
}

// agencyPots are those of agencies and years, for projects whose programme has
// no budget of its own.
func agencyPots(d *model.Dataset) []*pot {
	type key struct {
		agency *model.Agency
		year   int
	}
	pots := map[key]*pot{}
	var all []*pot
	for _, b := range d.Budgets.Rows {
		if b.Agency.To == nil || b.Year.IsZero() || !b.Programme.IsZero() {
			continue
		}
		k := key{b.Agency.To, int(b.Year.Int())}
		if pots[k] == nil {
			pots[k] = &pot{}
			all = append(all, pots[k])
		}
		pots[k].add(b)
	}
	for _, p := range d.Projects.Rows {
		to := pots[key{p.Agency.To, p.CalendarYear()}]
		if g := p.Programme.To; to != nil && (g == nil || g.Budget.IsZero() && len(g.Budgets) == 0) {
			to.projects = append(to.projects, p)
		}
	}
	return all
}

// passingAward finds the project with which awards go above an amount.
func passingAward(projects []*model.Project, most value.Money) (at *model.Project, sum value.Money) {
	var total value.Totals
	for _, p := range projects {
		if !p.Awarded() {
			continue
		}
		total.Add(p.AmountAwarded)
		if at == nil && above(total.In(most.Currency()), most) {
			at = p
		}
	}
	if sum = total.In(most.Currency()); !above(sum, most) {
		return nil, sum
	}
	return at, sum
}
