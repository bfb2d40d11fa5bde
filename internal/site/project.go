package site

import (
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// project makes a project's page.
func (c *context) project(p *model.Project) Project {
	v := Project{Record: c.base(p), State: c.stateChip(p), Chain: c.chain(p)}
	lead := c.sentence(p)
	v.Lead, v.Sentence = lead.parts, lead.String()
	v.Frame.Description = v.Sentence
	v.Key = c.keyFigures(p)
	v.Summary, v.SummaryLang = c.text(p.Summary)
	v.Target, _ = c.text(p.TargetGroup)
	v.Parties = c.parties(p)
	v.Money = c.projectMoney(p)
	v.ChartMoney = c.moneyBar(p, v.Money)
	v.MoneyNotes = c.moneyNotes(p)
	v.People = c.people(p)
	v.Contracts = c.contractTable(p)
	v.Payments, v.PaymentNote = c.paymentTable(p), c.paymentNote(p)
	v.Evaluations = c.evaluationTable(p)
	v.Reviews, v.ReviewNote = c.reviews(p), c.reviewNote(p)
	v.Duties = c.duties(p)
	v.Terms = c.terms(p)
	v.Policies = c.policies(p)
	v.Similar = c.similar(p)
	v.Tables = c.referring(p, "contracts", "payments", "evaluations", "honours", "documents")
	v.Frame.About = c.thing(p, &v.Record)
	return v
}

// parties are who, where and under what.
func (c *context) parties(p *model.Project) []Fact {
	s := c.plan.index.table(p).Schema()
	var facts []Fact
	for _, name := range []string{"agency", "organization", "programme", "call", "area", "district", "service", "year", "target_group", "start", "end"} {
		f := s.Field(name)
		if !f.IsZero(p) || name == "agency" || name == "organization" {
			facts = append(facts, c.fact(p, f))
		}
	}
	return facts
}

// contractTable lists the contracts, with what each amends where one does.
func (c *context) contractTable(p *model.Project) Table {
	if p.Contracts.Empty() {
		return Table{}
	}
	amends := false
	for k := range p.Contracts.All() {
		amends = amends || k.Amends.To != nil
	}
	t := Table{ID: "contracts", Caption: c.t("合同", "Contracts"), Heads: heads(c.t("合同", "Contract"), c.t("签订", "Signed"), c.t("期限", "Term"), c.t("方式", "Method"), c.t("状态", "State"))}
	if amends {
		t.Heads = append(t.Heads, heads(c.t("变更", "Amends"))...)
	}
	t.Heads = append(t.Heads, heads("#"+c.t("金额", "Amount"))...)
	for k := range p.Contracts.All() {
		row := []Cell{
			c.cellLink(k), cellText(c.date(k.Signed)), cellText(c.span(k.Start, k.End)),
			cellText(k.Method.Label(c.lang)), cellText(k.State.Label(c.lang)),
		}
		if amends {
			row = append(row, Cell{Text: "–"})
			if k.Amends.To != nil {
				row[len(row)-1] = c.cellLink(k.Amends.To)
			}
		}
		t.Rows = append(t.Rows, append(row, c.contractAmount(k)))
	}
	return t
}

// contractAmount is a contract's amount; a change of terms leaves the one that
// stands.
func (c *context) contractAmount(k *model.Contract) Cell {
	if k.Amends.To != nil && k.Amount.IsZero() {
		return Cell{Text: c.t("不变", "unchanged"), Numeric: true}
	}
	return c.amount(k.Amount)
}

// paymentTable lists the payments, each with its share of what was agreed.
func (c *context) paymentTable(p *model.Project) Table {
	if p.Payments.Empty() {
		return Table{}
	}
	_, agreed, ofContract := paidAndAgreed(p)
	share := c.t("占立项", "Of award")
	if ofContract {
		share = c.t("占合同", "Of contract")
	}
	t := Table{ID: "payments", Caption: c.t("付款", "Payments"), Heads: heads(c.t("付款", "Payment"), c.t("日期", "Date"), c.t("阶段", "Stage"), c.t("依据的评估", "Rests on"), "#"+share, "#"+c.t("金额", "Amount"))}
	of := func(m value.Money) Cell {
		if text, ok := percentOf(m, agreed); ok {
			return number(text)
		}
		return none()
	}
	var sum value.Totals
	for m := range p.Payments.All() {
		sum.Add(m.Amount)
		t.Rows = append(t.Rows, []Cell{
			{Text: value.Visible(m.ID), Href: c.to(m)}, cellText(c.date(m.Date)), cellText(m.Stage.Label(c.lang)),
			c.cellRef(m.Evaluation.To, m.Evaluation.To != nil), of(m.Amount), c.amount(m.Amount),
		})
	}
	t.Foot = []Cell{{Text: c.t("合计", "Total")}, {}, {}, {}, of(single(sum)), c.amounts(sum)}
	return t
}

// evaluationTable lists the evaluations.
func (c *context) evaluationTable(p *model.Project) Table {
	if p.Evaluations.Empty() {
		return Table{}
	}
	t := Table{ID: "evaluations", Caption: c.t("评估", "Evaluations"), Heads: heads(c.t("评估", "Evaluation"), c.t("日期", "Date"), c.t("评估方", "By"), "#"+c.t("得分", "Score"), c.t("等级", "Grade"), "#"+c.t("满意度", "Satisfaction"))}
	for e := range p.Evaluations.All() {
		by := cellText(e.By.Label(c.lang))
		if e.Evaluator != "" {
			by = Cell{Text: value.Visible(e.Evaluator), Lang: c.writing(e.Evaluator)}
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: c.evaluationName(e), Href: c.to(e)}, cellText(c.date(e.Date)), by, number(e.Score.Format(c.lang)),
			cellText(e.Grade.Label(c.lang)), number(share(e.Satisfaction)),
		})
	}
	return t
}

func (c *context) evaluationName(e *model.Evaluation) string {
	if e.Kind == 0 {
		return value.Visible(e.ID)
	}
	return e.Kind.Label(c.lang)
}

func share(d value.Decimal) string {
	if d.IsZero() {
		return ""
	}
	return d.Percent()
}

// span is a term: "2010-03-01 – 2010-12-31".
func (c *context) span(from, to value.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return c.t(c.date(from)+"起", "from "+c.date(from))
	case from.IsZero():
		return c.t("至"+c.date(to), "until "+c.date(to))
	}
	return c.date(from) + c.t("至", " – ") + c.date(to)
}

// duties are what each side of the contracts owes.
func (c *context) duties(p *model.Project) []Fact {
	var facts []Fact
	add := func(k *model.Contract, zh, en string, t value.Text, field string) {
		if t.IsZero() {
			return
		}
		text, lang := c.text(t)
		f := Fact{Label: c.t(zh, en), Values: []Link{{Text: text, Lang: lang}}, Source: c.place(k, field)}
		for _, have := range facts {
			if have.Label == f.Label && have.Values[0].Text == text {
				return
			}
		}
		facts = append(facts, f)
	}
	for k := range p.Contracts.All() {
		add(k, "购买方的责任", "The purchaser's duties", k.PurchaserDuties, "purchaser_duties")
		add(k, "承接方的责任", "The provider's duties", k.ProviderDuties, "provider_duties")
		add(k, "要求", "Requirements", k.Requirements, "requirements")
	}
	return facts
}

func lowerFirst(s string) string {
	if s == "" || s[0] >= 0x80 {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
