package site

import (
	"gongkai/internal/model"
)

// keyFigures are the figures beside the sentence: how much, for how many, how
// judged. One that cannot be there yet says so instead of missing.
func (c *context) keyFigures(p *model.Project) []Amount {
	var out []Amount
	if p.Awarded() {
		out = append(out, c.keyAward(p), c.keyPaid(p))
	} else {
		out = append(out,
			Amount{Label: c.t("申请金额", "Requested"), Value: c.money(p.AmountRequested), Href: ledgerRow("amount_requested", !p.AmountRequested.IsZero())},
			c.keyDecision(p))
	}
	return append(out, c.keyPeople(p), c.keyJudged(p))
}

func (c *context) keyAward(p *model.Project) Amount {
	a := Amount{Label: c.t("立项金额", "Awarded"), Value: c.money(p.AmountAwarded), Href: ledgerRow("amount_awarded", !p.AmountAwarded.IsZero())}
	contracted := single(p.ContractedTotal())
	if cmp, ok := contracted.Cmp(p.AmountAwarded); !contracted.IsZero() && (!ok || cmp != 0) {
		a.Note = c.t("签约"+c.money(contracted), c.money(contracted)+" contracted")
	} else if !p.Decided.IsZero() {
		a.Note = c.date(p.Decided.Calendar())
	}
	return a
}

func (c *context) keyPaid(p *model.Project) Amount {
	total := p.PaidTotal()
	a := Amount{Label: c.t("已付金额", "Paid so far"), Value: total.Format(c.lang)}
	if p.State == model.StateCompleted || p.State == model.StateTerminated {
		a.Label = c.t("已付金额", "Paid")
	}
	switch {
	case total.Empty():
		return c.notDue(a, p, stepPayment)
	case !p.Payments.Empty():
		a.Href = "#payments"
	default:
		a.Href = ledgerRow("amount_paid", true)
	}
	paid, agreed, ofContract := paidAndAgreed(p)
	if share, ok := percentOf(paid, agreed); ok && paid.Sign() > 0 {
		a.Note = c.t("为立项金额的"+share, share+" of the award")
		if ofContract {
			a.Note = c.t("为合同金额的"+share, share+" of the contract")
		}
	}
	return a
}

func (c *context) keyDecision(p *model.Project) Amount {
	a := Amount{Label: c.t("立项决定", "Decision"), Note: c.date(p.Decided.Calendar())}
	switch p.State {
	case model.StateDeclined, model.StateWithdrawn:
		a.Value, a.Href = p.State.Label(c.lang), ledgerRow("state", true)
	default:
		return c.notDue(a, p, stepAward)
	}
	return a
}

func (c *context) keyPeople(p *model.Project) Amount {
	planned := p.PeoplePlanned.Format(c.lang)
	if served := p.PeopleServed.Format(c.lang); served != "" && p.Awarded() {
		a := Amount{Label: c.t("服务人数", "People served"), Value: served, Href: ledgerRow("people_served", true)}
		if planned != "" {
			a.Note = c.t("计划"+planned+"人", planned+" planned")
		}
		return a
	}
	return Amount{Label: c.t("计划服务人数", "People planned"), Value: planned, Href: ledgerRow("people_planned", planned != "")}
}

func (c *context) keyJudged(p *model.Project) Amount {
	a := Amount{Label: c.t("评估结果", "How it was judged")}
	e := judgement(p)
	if e == nil {
		step := stepPerformance
		if !p.Awarded() && p.State != 0 {
			step = stepQualification
		}
		return c.notDue(a, p, step)
	}
	a.Label = e.Kind.Label(c.lang)
	a.Href = "#evaluations"
	if e.Grade != 0 {
		a.Value = e.Grade.Label(c.lang)
	}
	score := e.Score.Format(c.lang)
	switch {
	case score != "" && a.Value != "":
		a.Value += c.t(" ", ", ") + score + c.t("分", "")
	case score != "":
		a.Value = score + c.t("分", " of 100")
	}
	switch e.By {
	case 0:
		a.Note = c.date(e.Date)
	default:
		a.Note = e.By.Label(c.lang)
	}
	return a
}

// notDue marks a figure without a value whose step is not due.
func (c *context) notDue(a Amount, p *model.Project, s step) Amount {
	if reason := c.due(p, s); a.Value == "" && reason != "" {
		a.Value, a.Note = "–", reason
	}
	return a
}
