package site

import (
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// chain is a project's way from budget to honours, each step dated and linked
// to its record, or shown as not published, or not due yet. It ends with the
// decision where the project was not bought.
func (c *context) chain(p *model.Project) []Step {
	steps := []Step{
		c.step(p, stepBudget, "预算", "Budget", c.budgetItems(p)),
		c.step(p, stepProgramme, "计划", "Programme", c.programmeItems(p)),
		c.step(p, stepCall, "采购公告", "Call", c.callItems(p)),
		c.step(p, stepApplication, "申报", "Application", c.applicationItems(p)),
		c.step(p, stepQualification, "资格评审", "Qualification review", c.evaluationItems(p, model.EvaluationQualification)),
	}
	if p.State == model.StateDeclined || p.State == model.StateWithdrawn {
		return append(steps, c.step(p, stepAward, "立项决定", "Decision", c.awardItems(p)))
	}
	return append(steps,
		c.step(p, stepAward, "立项", "Award", c.awardItems(p)),
		c.step(p, stepContract, "合同", "Contract", c.contractItems(p)),
		c.step(p, stepFollowUp, "跟踪评估", "Follow-up", c.evaluationItems(p, model.EvaluationFollowUp)),
		c.step(p, stepPerformance, "绩效评估", "Evaluation", c.evaluationItems(p, model.EvaluationPerformance)),
		c.step(p, stepPayment, "付款", "Payment", c.paymentItems(p)),
		c.step(p, stepHonours, "荣誉", "Honours", c.honourItems(p)),
	)
}

func (c *context) step(p *model.Project, s step, zh, en string, items []StepItem) Step {
	out := Step{Name: c.t(zh, en), Published: len(items) > 0, Items: items}
	if !out.Published {
		out.Waiting = c.due(p, s)
	}
	return out
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
	for m := range p.Payments.All() {
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
	k := p.Call.To
	if k == nil {
		return nil
	}
	l := c.link(k)
	return []StepItem{c.late(StepItem{Text: l.Text, Lang: l.Lang, Href: l.Href, Date: c.date(k.Published)},
		c.after(k.Published, p.Applied, "发布", "published", "申报", "the application"),
		c.after(k.Published, p.Decided, "发布", "published", "立项", "the award"))}
}

func (c *context) applicationItems(p *model.Project) []StepItem {
	if p.Applied.IsZero() && p.AmountRequested.IsZero() && p.State != model.StateApplied {
		return nil
	}
	item := StepItem{Date: c.date(p.Applied), Text: c.t("已申报", "applied"), Href: ledgerRow("applied", !p.Applied.IsZero())}
	if m := c.money(p.AmountRequested); m != "" {
		item.Text = c.t("申请"+m, m+" requested")
		if item.Href == "" {
			item.Href = ledgerRow("amount_requested", true)
		}
	}
	closed := value.Date{}
	if p.Call.To != nil {
		closed = p.Call.To.Closes
	}
	return []StepItem{c.late(item,
		c.after(p.Applied, closed, "申报", "submitted", "公告截止", "the call closed"),
		c.after(p.Applied, p.Decided, "申报", "submitted", "立项", "the award"))}
}

func (c *context) awardItems(p *model.Project) []StepItem {
	item := StepItem{Date: c.date(p.Decided), Text: c.t("立项", "awarded"), Href: ledgerRow("decided", !p.Decided.IsZero())}
	switch {
	case p.State == model.StateDeclined || p.State == model.StateWithdrawn:
		item.Text, item.Href = p.State.Label(c.lang), ledgerRow("state", true)
	case !p.Awarded() && p.Decided.IsZero():
		return nil
	default:
		if m := c.money(p.AmountAwarded); m != "" {
			item.Text = c.t("立项"+m, m+" awarded")
			if item.Href == "" {
				item.Href = ledgerRow("amount_awarded", true)
			}
		}
	}
	return []StepItem{item}
}

func (c *context) contractItems(p *model.Project) []StepItem {
	var items []StepItem
	for k := range p.Contracts.All() {
		text := c.label(k)
		if m := c.money(k.Amount); m != "" {
			text += " · " + m
		}
		item := StepItem{Date: c.date(k.Signed), Text: text, Lang: c.writing(text), Href: c.to(k)}
		start := k.Start
		if start.IsZero() {
			start = p.Start
		}
		if k.Amends.To != nil { // it changes what has begun
			start = value.Date{}
		}
		items = append(items, c.late(item,
			c.before(k.Signed, p.Decided, "签订", "signed", "立项", "the award"),
			c.after(k.Signed, start, "签订", "signed", "履行开始", "the work was to begin")))
	}
	if m := c.money(p.AmountContracted); len(items) == 0 && m != "" {
		items = append(items, StepItem{Text: c.t("签约"+m, m+" contracted"), Href: ledgerRow("amount_contracted", true)})
	}
	return items
}

// firstSigned is when the first of the project's contracts was signed.
func firstSigned(p *model.Project) value.Date {
	var first value.Date
	for k := range p.Contracts.All() {
		if !k.Signed.IsZero() && (first.IsZero() || k.Signed.Compare(first) < 0) {
			first = k.Signed
		}
	}
	return first
}

func (c *context) evaluationItems(p *model.Project, kind model.EvaluationKind) []StepItem {
	var items []StepItem
	for e := range p.Evaluations.All() {
		if e.Kind != kind {
			continue
		}
		text := ""
		if e.Grade != 0 {
			text = e.Grade.Label(c.lang)
		}
		if !e.Score.IsZero() {
			if text != "" {
				text += " · "
			}
			text += e.Score.Format(c.lang) + c.t(" 分", " points")
		}
		if text == "" {
			text = c.evaluationName(e)
		}
		item := StepItem{Date: c.date(e.Date), Text: text, Href: c.to(e)}
		if kind == model.EvaluationQualification {
			item = c.late(item,
				c.after(e.Date, p.Decided, "评审", "held", "决定", "the decision"),
				c.after(e.Date, firstSigned(p), "评审", "held", "合同签订", "the contract was signed"))
		} else {
			item = c.late(item, c.before(e.Date, p.Start, "评估", "held", "项目开始", "the work was to begin"))
			if kind == model.EvaluationFollowUp {
				item = c.late(item, c.after(e.Date, p.End, "评估", "held", "项目结束", "the project ended"))
			}
		}
		items = append(items, item)
	}
	return items
}

func (c *context) paymentItems(p *model.Project) []StepItem {
	var items []StepItem
	for m := range p.Payments.All() {
		text := c.money(m.Amount)
		if m.Stage != 0 {
			text = m.Stage.Label(c.lang) + " · " + text
		}
		items = append(items, c.late(StepItem{Date: c.date(m.Date), Text: text, Href: c.to(m)}, c.paymentOrder(p, m)...))
	}
	if m := c.money(p.AmountPaid); len(items) == 0 && m != "" {
		items = append(items, StepItem{Text: c.t("已付"+m, m+" paid"), Href: ledgerRow("amount_paid", true)})
	}
	return items
}

// paymentOrder says what a payment came before that it should have followed:
// the contract, else the award; and the evaluation that it rests on, or, for the
// last payment, that of the result.
func (c *context) paymentOrder(p *model.Project, m *model.Payment) []string {
	signed := firstSigned(p)
	if k := m.Contract.To; k != nil && !k.Signed.IsZero() {
		signed = k.Signed
	}
	why := c.before(m.Date, signed, "付款", "paid", "合同签订", "the contract was signed")
	if signed.IsZero() {
		why = c.before(m.Date, p.Decided, "付款", "paid", "立项", "the award")
	}
	reasons := []string{why}
	if e := m.Evaluation.To; e != nil {
		return append(reasons, c.before(m.Date, e.Date, "付款", "paid", "所依据的评估", "the evaluation that it rests on"))
	}
	if e := judgement(p); m.Stage == model.StageFinal && e != nil && e.Kind == model.EvaluationPerformance {
		reasons = append(reasons, c.before(m.Date, e.Date, "付款", "paid", "绩效评估", "the final evaluation"))
	}
	return reasons
}

func (c *context) honourItems(p *model.Project) []StepItem {
	var items []StepItem
	for _, h := range p.Honours.All() {
		l := c.link(h)
		items = append(items, StepItem{Date: c.date(h.Date), Text: l.Text, Lang: l.Lang, Href: l.Href})
	}
	return items
}
