package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var awardsAboveBudget = Check{
	Rule: &finding.Rule{
		ID: "awards-above-budget", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("立项金额合计超过预算", "Awards add up to more than the budget"),
		Why:   say("预算之外的钱从哪里来，网站上看不出。", "The site does not show where the rest comes from."),
		Fix:   say("核对立项金额；预算调整过的，填 adjusted_amount。", "Compare the awards; where the budget was changed, fill in adjusted_amount."),
		Bad: "file: data/programmes.csv\nid,title,budget\nF1,Fund,1000\nfile: data/projects.csv\nid,title,programme,state,amount_awarded\n" +
			"P1,Meals,F1,approved,800\nP2,Visits,F1,approved,300\n",
		Good: "file: data/programmes.csv\nid,title,budget\nF1,Fund,1100\nfile: data/projects.csv\nid,title,programme,state,amount_awarded\n" +
			"P1,Meals,F1,approved,800\nP2,Visits,F1,approved,300\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range Pots(d) {
			for _, most := range p.Amount.All() {
				at, sum := passingAward(p.Projects, most)
				if at == nil {
					continue
				}
				f := about(p.At, p.field, most.Plain())
				f.Message = words("立项金额合计 %s，超过预算 %s", "awards add up to %s, above the budget of %s", sum, most)
				f.Hint = say("核对立项金额；预算调整过的，填 adjusted_amount", "compare the awards; where the budget was changed, fill in adjusted_amount")
				f.Related = append(f.Related, other(at, "amount_awarded", "到项目 %q 时超过", "passed with the project %q", at.ID))
				report(f)
			}
		}
	},
}

// Pot is money set aside and the projects that are paid from it.
type Pot struct {
	At       table.Entity // where it is published: a budget, else the programme itself
	Of       table.Entity // whose it is: a programme or an agency
	Year     int          // of an agency's; of a programme's its own, 0 where none is published
	Amount   value.Totals
	Projects []*model.Project

	field string // of At that holds the amount
}

// Pots are the pots of money that a dataset tells of: those of programmes, then
// those of agencies and years.
func Pots(d *model.Dataset) []*Pot { return append(programmePots(d), agencyPots(d)...) }

// add puts a budget into the pot, which stands where its first one does.
func (p *Pot) add(b *model.Budget) {
	if p.At == nil {
		p.At, p.field = b, "amount"
		if !b.AdjustedAmount.IsZero() {
			p.field = "adjusted_amount"
		}
	}
	p.Amount.Add(b.Final())
}

// programmePots are those of programmes: their rows in budgets, else what the
// programme itself says.
func programmePots(d *model.Dataset) []*Pot {
	var all []*Pot
	for _, g := range d.Programmes.Rows {
		p := &Pot{Of: g, Year: int(g.Year.Int()), Projects: g.Projects}
		for _, b := range g.Budgets {
			p.add(b)
		}
		if p.Amount.Empty() {
			p.At, p.field = g, "budget"
			p.Amount.Add(g.Budget)
		}
		if !p.Amount.Empty() {
			all = append(all, p)
		}
	}
	return all
}

// agencyPots are those of agencies and years, for projects whose programme has
// no budget of its own.
func agencyPots(d *model.Dataset) []*Pot {
	type key struct {
		agency *model.Agency
		year   int
	}
	pots := map[key]*Pot{}
	var all []*Pot
	for _, b := range d.Budgets.Rows {
		if b.Agency.To == nil || b.Year.IsZero() || !b.Programme.IsZero() {
			continue
		}
		k := key{b.Agency.To, int(b.Year.Int())}
		if pots[k] == nil {
			pots[k] = &Pot{Of: k.agency, Year: k.year}
			all = append(all, pots[k])
		}
		pots[k].add(b)
	}
	for _, p := range d.Projects.Rows {
		to := pots[key{p.Agency.To, p.CalendarYear()}]
		if g := p.Programme.To; to != nil && (g == nil || g.Budget.IsZero() && len(g.Budgets) == 0) {
			to.Projects = append(to.Projects, p)
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
