package site

import (
	"gongkai/internal/model"
	"gongkai/internal/value"
)

// people are those who are served and who serve, and what one person cost.
func (c *context) people(p *model.Project) []Amount {
	s := c.plan.index.table(p).Schema()
	var out []Amount
	for _, name := range []string{"people_planned", "people_served", "staff", "volunteers"} {
		f := s.Field(name)
		n := f.Of(p).(*value.Count)
		if n.IsZero() {
			continue
		}
		a := Amount{Label: c.say(f.Title), Value: n.Format(c.lang), Href: ledgerRow(name, true)}
		if planned := p.PeoplePlanned.Int(); name == "people_served" && planned > 0 {
			share := percentage(float64(n.Int()), float64(planned))
			a.Note = c.t("为计划的"+share, share+" of the plan")
		}
		out = append(out, a)
	}
	if a, ok := c.costPerPerson(p); ok {
		out = append(out, a)
	}
	return out
}

// costPerPerson is what one person served cost: paid where the project is over
// or its state unknown, else awarded; before that, awarded by the planned
// number. Social funds, which others gave, are not in it.
func (c *context) costPerPerson(p *model.Project) (Amount, bool) {
	if !p.Awarded() {
		return Amount{}, false
	}
	over := p.State == model.StateCompleted || p.State == model.StateTerminated || p.State == 0
	cost, zh, en := single(p.PaidTotal()), "已付", "paid"
	if !over || cost.IsZero() {
		cost, zh, en = p.AmountAwarded, "立项", "awarded"
	}
	people, zhP, enP := p.PeopleServed, "实际", "served"
	if !over || people.IsZero() {
		if over {
			return Amount{}, false
		}
		people, zhP, enP = p.PeoplePlanned, "计划", "planned"
	}
	each := divided(cost, people.Int())
	if each.IsZero() {
		return Amount{}, false
	}
	n := people.Format(c.lang)
	return Amount{
		Label: c.t("人均费用", "Cost per person"), Value: c.money(each),
		Note: c.t(zh+c.money(cost)+" ÷ "+zhP+n+"人", c.money(cost)+" "+en+" ÷ "+n+" "+enP),
	}, true
}

// divided is an amount for each of n, rounded half up to the main unit where it
// is a hundred or more, else to the minor unit; missing where there is none to
// divide, or nobody to divide it by.
func divided(m value.Money, n int64) value.Money {
	if m.IsZero() || m.Sign() <= 0 || n <= 0 || m.Large() {
		return value.Money{}
	}
	unit := int64(1)
	for range m.Currency().Digits() {
		unit *= 10
	}
	each := rounded(m.Minor(), n)
	if each >= 100*unit {
		each = rounded(m.Minor()/unit, n) * unit
	}
	return value.NewMoney(each, m.Currency())
}

// rounded is a/b, half up.
func rounded(a, b int64) int64 {
	q, r := a/b, a%b
	if r >= b-r {
		q++
	}
	return q
}
