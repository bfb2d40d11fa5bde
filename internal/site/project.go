package site

import (
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// project makes a project's page.
func (c *context) project(p *model.Project) Project {
	v := Project{Record: c.base(p), State: c.stateChip(p), Chain: c.chain(p)}
	v.Sentence = c.sentence(p)
	v.Summary, v.SummaryLang = c.text(p.Summary)
	v.Target, _ = c.text(p.TargetGroup)
	v.Parties = c.parties(p)
	v.Money = c.projectMoney(p)
	v.People = c.people(p)
	v.Contracts = c.contractTable(p.Contracts)
	v.Payments = c.paymentTable(p.Payments)
	v.Evaluations = c.evaluationTable(p.Evaluations)
	v.Duties = c.duties(p)
	v.Tables = c.referring(p, "contracts", "payments", "evaluations", "honours", "documents")
	if v.Sentence != "" {
		v.Frame.Description = v.Sentence
	}
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

// projectMoney are the amounts of the chain; a missing one reads "not
// published".
func (c *context) projectMoney(p *model.Project) []Amount {
	one := func(label string, m value.Money) Amount {
		return Amount{Label: label, Value: c.money(m), Full: m.Full(c.lang)}
	}
	many := func(label string, t value.Totals, rows int, declared value.Money) Amount {
		a := Amount{Label: label, Value: t.Format(c.lang), Full: c.full(t)}
		switch {
		case rows == 1: // nothing was added up
		case rows > 1:
			a.Note = c.t(c.count(rows)+" 笔合计", "sum of "+c.count(rows))
		case !declared.IsZero():
			a.Note = c.t("申报数，无明细", "declared, without rows behind it")
		}
		return a
	}
	out := []Amount{}
	if !p.AmountRequested.IsZero() {
		out = append(out, one(c.t("申请", "Requested"), p.AmountRequested))
	}
	out = append(out, one(c.t("立项", "Awarded"), p.AmountAwarded))
	if p.Awarded() {
		out = append(out,
			many(c.t("签约", "Contracted"), p.ContractedTotal(), len(p.Contracts), p.AmountContracted),
			many(c.t("已付", "Paid"), p.PaidTotal(), len(p.Payments), p.AmountPaid))
	}
	if !p.SocialFunds.IsZero() {
		out = append(out, one(c.t("带动社会资金", "Social funds"), p.SocialFunds))
	}
	return out
}

// people are those who are served and who serve.
func (c *context) people(p *model.Project) []Amount {
	s := c.plan.index.table(p).Schema()
	var out []Amount
	for _, name := range []string{"people_planned", "people_served", "staff", "volunteers"} {
		f := s.Field(name)
		if n := f.Of(p).(*value.Count); !n.IsZero() {
			out = append(out, Amount{Label: c.say(f.Title), Value: n.Format(c.lang)})
		}
	}
	return out
}

func (c *context) contractTable(list []*model.Contract) Table {
	if len(list) == 0 {
		return Table{}
	}
	t := Table{ID: "contracts", Caption: c.t("合同", "Contracts"), Heads: heads(c.t("合同", "Contract"), c.t("签订", "Signed"), c.t("期限", "Term"), c.t("方式", "Method"), c.t("状态", "State"), "#"+c.t("金额", "Amount"))}
	for _, k := range list {
		t.Rows = append(t.Rows, []Cell{
			c.cellLink(k), cellText(c.date(k.Signed)), cellText(c.span(k.Start, k.End)),
			c.code(k.Method.Enum(), string(k.Method)), c.code(k.State.Enum(), string(k.State)), c.amount(k.Amount),
		})
	}
	return t
}

func (c *context) paymentTable(list []*model.Payment) Table {
	if len(list) == 0 {
		return Table{}
	}
	t := Table{ID: "payments", Caption: c.t("付款", "Payments"), Heads: heads(c.t("付款", "Payment"), c.t("日期", "Date"), c.t("阶段", "Stage"), c.t("依据的评估", "Rests on"), "#"+c.t("金额", "Amount"))}
	var sum value.Totals
	for _, m := range list {
		sum.Add(m.Amount)
		t.Rows = append(t.Rows, []Cell{
			{Text: value.Visible(m.ID), Href: c.to(m)}, cellText(c.date(m.Date)), c.code(m.Stage.Enum(), string(m.Stage)),
			c.cellRef(m.Evaluation.To, m.Evaluation.To != nil), c.amount(m.Amount),
		})
	}
	t.Foot = []Cell{{Text: c.t("合计", "Total")}, {}, {}, {}, c.amounts(sum)}
	return t
}

func (c *context) evaluationTable(list []*model.Evaluation) Table {
	if len(list) == 0 {
		return Table{}
	}
	t := Table{ID: "evaluations", Caption: c.t("评估", "Evaluations"), Heads: heads(c.t("评估", "Evaluation"), c.t("日期", "Date"), c.t("评估方", "By"), "#"+c.t("得分", "Score"), c.t("等级", "Grade"), "#"+c.t("满意度", "Satisfaction"))}
	for _, e := range list {
		by := c.code(e.By.Enum(), string(e.By))
		if e.Evaluator != "" {
			by = Cell{Text: value.Visible(e.Evaluator), Lang: c.writing(e.Evaluator)}
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: c.evaluationName(e), Href: c.to(e)}, cellText(c.date(e.Date)), by, number(e.Score.Format(c.lang)),
			c.code(e.Grade.Enum(), string(e.Grade)), number(share(e.Satisfaction)),
		})
	}
	return t
}

func (c *context) evaluationName(e *model.Evaluation) string {
	if e.Kind == "" {
		return value.Visible(e.ID)
	}
	return e.Kind.Enum().Label(string(e.Kind), c.lang)
}

func share(d value.Decimal) string {
	if d.IsZero() {
		return ""
	}
	return d.Percent()
}

// code is a cell with a code's label.
func (c *context) code(e *table.Enum, code string) Cell {
	if code == "" {
		return cellText("")
	}
	return Cell{Text: e.Label(code, c.lang)}
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
	for _, k := range p.Contracts {
		add(k, "购买方的责任", "The purchaser's duties", k.PurchaserDuties, "purchaser_duties")
		add(k, "承接方的责任", "The provider's duties", k.ProviderDuties, "provider_duties")
		add(k, "要求", "Requirements", k.Requirements, "requirements")
	}
	return facts
}

// innerQuotes are the marks of a quotation within another.
var innerQuotes = strings.NewReplacer("“", "‘", "”", "’")

// sentence says in plain words who paid whom how much to do what, for whom,
// until when, and how it was judged. It says nothing that is not published.
func (c *context) sentence(p *model.Project) string {
	title := innerQuotes.Replace(c.label(p))
	var orgs []string
	for _, l := range c.orgLinks(p) {
		orgs = append(orgs, l.Text)
	}
	if len(orgs) == 0 {
		return ""
	}
	agency := ""
	if p.Agency.To != nil {
		agency = c.label(p.Agency.To)
	}
	if c.lang == "zh" {
		return c.sentenceZH(p, title, agency, strings.Join(orgs, "、"))
	}
	return c.sentenceEN(p, title, agency, strings.Join(orgs, ", "))
}

func (c *context) sentenceZH(p *model.Project, title, agency, orgs string) string {
	var b strings.Builder
	if !p.Awarded() {
		b.WriteString(orgs + "申报了“" + title + "”")
		if m := c.money(p.AmountRequested); m != "" {
			b.WriteString("，申请" + m)
		}
		return b.String() + "。"
	}
	if agency != "" {
		b.WriteString(agency)
	}
	if m := c.money(p.AmountAwarded); m != "" {
		b.WriteString("以" + m)
	}
	b.WriteString("向" + orgs + "购买“" + title + "”")
	if t, _ := c.text(p.TargetGroup); t != "" {
		b.WriteString("，服务" + t)
	}
	if s := c.span(p.Start.Calendar(), p.End.Calendar()); s != "" {
		b.WriteString("，" + s)
	}
	b.WriteString("。")
	if j := c.judgement(p); j != "" {
		b.WriteString("绩效评估：" + j + "。")
	}
	return b.String()
}

func (c *context) sentenceEN(p *model.Project, title, agency, orgs string) string {
	var b strings.Builder
	m := c.money(p.AmountAwarded)
	switch {
	case !p.Awarded():
		b.WriteString(orgs + " applied with “" + title + "”")
		if r := c.money(p.AmountRequested); r != "" {
			b.WriteString(", asking for " + r)
		}
		return b.String() + "."
	case agency != "" && m != "":
		b.WriteString(agency + " paid or promised " + m + " to " + orgs + " for “" + title + "”")
	case agency != "":
		b.WriteString(agency + " purchased “" + title + "” from " + orgs)
	case m != "":
		b.WriteString(orgs + " was awarded " + m + " for “" + title + "”")
	default:
		b.WriteString(orgs + " was awarded “" + title + "”")
	}
	if t, _ := c.text(p.TargetGroup); t != "" {
		b.WriteString(", for " + t)
	}
	if s := c.span(p.Start.Calendar(), p.End.Calendar()); s != "" {
		b.WriteString(", " + s)
	}
	b.WriteString(".")
	if j := c.judgement(p); j != "" {
		b.WriteString(" It was judged " + j + ".")
	}
	return b.String()
}

// judgement is the last performance evaluation's grade and score.
func (c *context) judgement(p *model.Project) string {
	var last *model.Evaluation
	for _, e := range p.Evaluations {
		if e.Kind == model.EvaluationPerformance && (last == nil || e.Date.Compare(last.Date) >= 0) {
			last = e
		}
	}
	if last == nil {
		return ""
	}
	var parts []string
	if last.Grade != "" {
		parts = append(parts, lowerFirst(last.Grade.Enum().Label(string(last.Grade), c.lang)))
	}
	if !last.Score.IsZero() {
		parts = append(parts, last.Score.Format(c.lang)+c.say(finding.Text{ZH: " 分", EN: " of 100 points"}))
	}
	return strings.Join(parts, c.t("，", ", "))
}

func lowerFirst(s string) string {
	if s == "" || s[0] >= 0x80 {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
