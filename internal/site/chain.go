package site

import (
	"strconv"

	"gongkai/internal/model"
)

// chain is a project's way from budget to honours, each step dated and linked
// to its record, or shown as not published. It ends with the award where the
// project was not bought.
func (c *context) chain(p *model.Project) []Step {
	steps := []Step{
		c.step("预算", "Budget", c.budgetItems(p)),
		c.step("计划", "Programme", c.programmeItems(p)),
		c.step("采购公告", "Call", c.callItems(p)),
		c.step("申报", "Application", c.applicationItems(p)),
		c.step("资格评审", "Qualification review", c.evaluationItems(p, model.EvaluationQualification)),
		c.step("立项", "Award", c.awardItems(p)),
	}
	if p.State == model.StateDeclined || p.State == model.StateWithdrawn {
		return steps
	}
	steps = append(steps,
		c.step("合同", "Contract", c.contractItems(p)),
		c.step("跟踪评估", "Follow-up", c.evaluationItems(p, model.EvaluationFollowUp)),
		c.step("绩效评估", "Evaluation", c.evaluationItems(p, model.EvaluationPerformance)),
		c.step("付款", "Payment", c.paymentItems(p)),
		c.step("荣誉", "Honours", c.honourItems(p)),
	)
	return steps
}

func (c *context) step(zh, en string, items []StepItem) Step {
	return Step{Name: c.t(zh, en), Published: len(items) > 0, Items: items}
}

func (c *context) budgetItems(p *model.Project) []StepItem {
	var items []StepItem
	for _, b := range budgetsOf(p) {
		text := c.money(b.Final())
		if text == "" {
			text = c.label(b)
		} else if !b.Year.IsZero() {
			text = strconv.FormatInt(b.Year.Int(), 10) + " · " + text
		}
		items = append(items, StepItem{Text: text, Lang: c.writing(text), Href: c.to(b)})
	}
	if g := p.Programme.To; len(items) == 0 && g != nil && !g.Budget.IsZero() {
		items = append(items, StepItem{Text: c.money(g.Budget), Href: c.to(g)})
	}
	return items
}

// budgetsOf are the budgets that a project's money comes from: those its
// payments name, else its programme's, else its agency's of the year.
func budgetsOf(p *model.Project) []*model.Budget {
	var out []*model.Budget
	seen := map[*model.Budget]bool{}
	add := func(b *model.Budget) {
		if b != nil && !seen[b] {
			seen[b] = true
			out = append(out, b)
		}
	}
	for _, m := range p.Payments {
		add(m.BudgetLine.To)
	}
	if g := p.Programme.To; len(out) == 0 && g != nil {
		for _, b := range g.Budgets {
			add(b)
		}
	}
	if a := p.Agency.To; len(out) == 0 && a != nil {
		for _, b := range a.Budgets {
			if !b.Year.IsZero() && int(b.Year.Int()) == p.CalendarYear() && b.Programme.To == nil {
				add(b)
			}
		}
	}
	return out
}

func (c *context) programmeItems(p *model.Project) []StepItem {
	if p.Programme.To == nil {
		return nil
	}
	l := c.link(p.Programme.To)
	return []StepItem{{Text: l.Text, Lang: l.Lang, Href: l.Href, Date: c.span(p.Programme.To.Opens, p.Programme.To.Closes)}}
}

func (c *context) callItems(p *model.Project) []StepItem {
	if p.Call.To == nil {
		return nil
	}
	l := c.link(p.Call.To)
	return []StepItem{{Text: l.Text, Lang: l.Lang, Href: l.Href, Date: c.date(p.Call.To.Published)}}
}

func (c *context) applicationItems(p *model.Project) []StepItem {
	if p.Applied.IsZero() && p.AmountRequested.IsZero() && p.State != model.StateApplied {
		return nil
	}
	text := c.t("已申报", "applied")
	if m := c.money(p.AmountRequested); m != "" {
		text = c.t("申请"+m, m+" requested")
	}
	return []StepItem{{Date: c.date(p.Applied), Text: text, Late: !p.Decided.IsZero() && p.Decided.Before(p.Applied)}}
}

func (c *context) awardItems(p *model.Project) []StepItem {
	switch {
	case p.State == model.StateDeclined || p.State == model.StateWithdrawn:
		return []StepItem{{Date: c.date(p.Decided), Text: p.State.Enum().Label(string(p.State), c.lang)}}
	case !p.Awarded() && p.Decided.IsZero():
		return nil
	}
	text := c.t("立项", "awarded")
	if m := c.money(p.AmountAwarded); m != "" {
		text = c.t("立项"+m, m+" awarded")
	}
	return []StepItem{{Date: c.date(p.Decided), Text: text}}
}

func (c *context) contractItems(p *model.Project) []StepItem {
	var items []StepItem
	for _, k := range p.Contracts {
		text := c.label(k)
		if m := c.money(k.Amount); m != "" {
			text += " · " + m
		}
		items = append(items, StepItem{Date: c.date(k.Signed), Text: text, Lang: c.writing(text), Href: c.to(k), Late: k.Signed.Before(p.Decided)})
	}
	if m := c.money(p.AmountContracted); len(items) == 0 && m != "" {
		items = append(items, StepItem{Text: c.t("签约"+m, m+" contracted")})
	}
	return items
}

func (c *context) evaluationItems(p *model.Project, kind model.EvaluationKind) []StepItem {
	var items []StepItem
	for _, e := range p.Evaluations {
		if e.Kind != kind {
			continue
		}
		text := c.evaluationName(e)
		if e.Grade != "" {
			text = e.Grade.Enum().Label(string(e.Grade), c.lang)
		}
		if !e.Score.IsZero() {
			text += " · " + e.Score.Format(c.lang) + c.t(" 分", " points")
		}
		items = append(items, StepItem{Date: c.date(e.Date), Text: text, Href: c.to(e), Late: kind == model.EvaluationQualification && p.Decided.Before(e.Date)})
	}
	return items
}

func (c *context) paymentItems(p *model.Project) []StepItem {
	var items []StepItem
	for _, m := range p.Payments {
		text := c.money(m.Amount)
		if m.Stage != "" {
			text = m.Stage.Enum().Label(string(m.Stage), c.lang) + " · " + text
		}
		early := m.Evaluation.To != nil && m.Date.Before(m.Evaluation.To.Date)
		items = append(items, StepItem{Date: c.date(m.Date), Text: text, Href: c.to(m), Late: early})
	}
	if m := c.money(p.AmountPaid); len(items) == 0 && m != "" {
		items = append(items, StepItem{Text: c.t("已付"+m, m+" paid")})
	}
	return items
}

func (c *context) honourItems(p *model.Project) []StepItem {
	var items []StepItem
	for _, h := range p.Honours {
		l := c.link(h)
		items = append(items, StepItem{Date: c.date(h.Date), Text: l.Text, Lang: l.Lang, Href: l.Href})
	}
	return items
}
