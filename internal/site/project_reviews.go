package site

import (
	"gongkai/internal/model"
	"gongkai/internal/value"
)

// reviews are the evaluations of a project, each with the payments that rest
// on it.
func (c *context) reviews(p *model.Project) []Review {
	var out []Review
	for e := range p.Evaluations.All() {
		r := Review{
			Link: Link{Text: c.evaluationName(e), Href: c.to(e)}, Date: c.date(e.Date),
			Score: e.Score.Format(c.lang), Satisfaction: share(e.Satisfaction), Grade: c.gradeChip(e),
		}
		if e.By != 0 {
			r.By = e.By.Label(c.lang)
		}
		if e.Evaluator != "" {
			name := value.Visible(e.Evaluator)
			if r.By != "" {
				name = r.By + c.t("：", ": ") + name
			}
			r.By, r.ByLang = name, c.writing(e.Evaluator)
		}
		r.Findings.Text, r.Findings.Lang = c.text(e.Findings)
		if e.Report != "" {
			r.Report = Link{Text: c.t("评估报告", "Report"), Href: c.address(e.Report)}
		}
		for m := range e.Payments.All() {
			if m.For() == p {
				r.Payments = append(r.Payments, Link{Text: c.paymentName(m), Href: c.to(m)})
			}
		}
		out = append(out, r)
	}
	return out
}

// gradeChip shows an evaluation's grade.
func (c *context) gradeChip(e *model.Evaluation) Chip {
	if e.Grade == 0 {
		return Chip{}
	}
	chip := Chip{Text: e.Grade.Label(c.lang), Kind: "quiet"}
	switch e.Grade {
	case model.GradeExcellent, model.GradeGood:
		chip.Kind = "good"
	case model.GradeFail:
		chip.Kind = "bad"
	}
	return chip
}

// paymentName is a payment by its stage and amount.
func (c *context) paymentName(m *model.Payment) string {
	text := c.money(m.Amount)
	if text == "" {
		text = value.Visible(m.ID)
	}
	if m.Stage != 0 {
		text = m.Stage.Label(c.lang) + c.t(" ", " ") + text
	}
	return text
}

// reviewNote says which evaluation is due and not published.
func (c *context) reviewNote(p *model.Project) string {
	for e := range p.Evaluations.All() {
		if e.Kind == model.EvaluationPerformance {
			return ""
		}
	}
	// Where neither a state nor any review is published, the chain says enough.
	if !p.Awarded() || c.due(p, stepPerformance) != "" || p.State == 0 && p.Evaluations.Empty() {
		return ""
	}
	return c.t("绩效评估未公布。", "The final evaluation is not published.")
}

// paymentNote says which payments name no evaluation that they rest on.
func (c *context) paymentNote(p *model.Project) string {
	var bare value.Totals
	n := 0
	for m := range p.Payments.All() {
		if m.Evaluation.To == nil {
			bare.Add(m.Amount)
			n++
		}
	}
	if n == 0 {
		return ""
	}
	amount := bare.Format(c.lang)
	if amount != "" {
		amount = c.t("（共"+amount+"）", " ("+amount+")")
	}
	switch all := p.Payments.Len(); {
	case n == all && n == 1:
		return c.t("这笔付款没有注明所依据的评估。", "The payment names no evaluation that it rests on.")
	case n == all:
		return c.t("各笔付款均没有注明所依据的评估。", "None of the payments names an evaluation that it rests on.")
	default:
		return c.t(c.count(all)+"笔付款中有"+c.count(n)+"笔"+amount+"没有注明所依据的评估。",
			c.count(n)+" of "+c.count(all)+" payments"+amount+verb(n, " names", " name")+" no evaluation that "+verb(n, "it rests", "they rest")+" on.")
	}
}
