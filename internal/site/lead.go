package site

import (
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// lead says in a sentence or two what a record of a smaller table is, and
// context where it stands in the chain.
func (c *context) lead(e table.Entity) ([]Link, []Fact) {
	s, f := &saying{}, &facts{c: c}
	switch e := e.(type) {
	case *model.Contract:
		c.leadContract(s, f, e)
	case *model.Payment:
		c.leadPayment(s, f, e)
	case *model.Evaluation:
		c.leadEvaluation(s, f, e)
	case *model.Budget:
		c.leadBudget(s, f, e)
	case *model.Honour:
		c.leadHonour(s, f, e)
	case *model.Subsidy:
		c.leadSubsidy(s, e)
	case *model.Event:
		c.leadEvent(s, e)
	case *model.Training:
		c.leadTraining(s, e)
	case *model.Venue:
		c.leadVenue(s, e)
	case *model.Correction:
		c.leadCorrection(s, e)
	case *model.Figure:
		c.leadFigure(s, e)
	}
	return s.parts, f.list
}

// facts gathers the lines of a record's context.
type facts struct {
	c    *context
	list []Fact
}

func (f *facts) add(zh, en string, values ...Link) {
	if len(values) > 0 && values[0].Text != "" {
		f.list = append(f.list, Fact{Label: f.c.t(zh, en), Values: values})
	}
}

// project names a project with how far it is and what was awarded.
func (f *facts) project(p *model.Project) {
	if p == nil {
		return
	}
	f.add("项目", "Project", f.c.link(p))
	f.add("承接主体", "Organization", f.c.orgLinks(p)...)
	if a := p.Agency.To; a != nil {
		f.add("购买主体", "Agency", f.c.link(a))
	}
	if m := f.c.money(p.AmountAwarded); m != "" {
		f.add("项目立项金额", "Awarded to the project", Link{Text: m})
	}
}

// on is a date within a sentence: "于2010年3月1日", " on 1 March 2010"; "" where
// it is missing.
func (c *context) on(d value.Date) string {
	if d.IsZero() {
		return ""
	}
	if d.Precision() < value.Day {
		return c.t("于"+c.date(d), " in "+c.date(d))
	}
	return c.t("于"+c.date(d.Calendar()), " on "+c.date(d.Calendar()))
}

// agencyOr adds the agency, or words for one whose name is not published.
func (c *context) agencyOr(s *saying, p *model.Project, zh, en string) {
	if !c.agencyName(s, p) {
		s.add(c.t(zh, en))
	}
}

// orgsOr is agencyOr for who provides.
func (c *context) orgsOr(s *saying, p *model.Project, zh, en string) {
	orgs := c.orgLinks(p)
	if len(orgs) == 0 {
		s.add(c.t(zh, en))
		return
	}
	c.names(s, orgs)
}

func (c *context) leadContract(s *saying, f *facts, k *model.Contract) {
	p := k.Project.To
	amount := c.money(k.Amount)
	if p != nil {
		c.agencyOr(s, p, "购买主体（名称未公布）", "The agency, whose name is not published,")
		s.add(c.t("与", " and "))
		c.orgsOr(s, p, "承接主体（名称未公布）", "a provider whose name is not published")
		s.add(c.t(c.on(k.Signed)+"就", " signed this contract"+c.on(k.Signed)+" for "))
		c.quote(s, c.link(p))
		s.add(c.t("签订本合同", ""))
		switch {
		case k.Amends.To != nil && amount == "":
			s.add(c.t("，变更原合同，金额不变", "; it changes an earlier one and leaves its amount"))
		case amount != "":
			s.add(c.t("，金额"+amount, ", for "+amount))
		default:
			s.add(c.t("，金额未公布", "; the amount is not published"))
		}
		s.add(c.t("。", "."))
	}
	f.project(p)
	if p != nil {
		if share, ok := percentOf(k.Amount, p.AmountAwarded); ok {
			f.add("占立项金额", "Share of the award", Link{Text: share})
		}
	}
	if k.Amends.To != nil {
		f.add("变更的合同", "It amends", c.link(k.Amends.To))
	}
	var by []Link
	for _, e := range c.plan.index.referrers(k)["contracts"] {
		by = append(by, c.link(e))
	}
	f.add("被变更于", "It is amended by", by...)
	var paid value.Totals
	for m := range k.Payments.All() {
		paid.Add(m.Amount)
	}
	if n := k.Payments.Len(); n > 0 {
		text := c.t(c.count(n)+"笔，共", plural(n, "payment", "payments")+", ") + paid.Format(c.lang)
		if share, ok := percentOf(single(paid), k.Amount); ok {
			text += c.t("，占合同金额的"+share, ", "+share+" of it")
		}
		f.add("已付", "Paid under it", Link{Text: text})
	}
}

func (c *context) leadPayment(s *saying, f *facts, m *model.Payment) {
	p, amount := m.For(), c.money(m.Amount)
	if p != nil {
		c.agencyOr(s, p, "购买主体（名称未公布）", "The agency, whose name is not published,")
		s.add(c.t(c.on(m.Date)+"向", " paid "))
		c.orgsOr(s, p, "承接主体（名称未公布）", "a provider whose name is not published")
		if amount == "" {
			amount = c.t("一笔款项（金额未公布）", "an amount that is not published")
		}
		s.add(c.t("支付"+amount+"，用于", " "+amount+c.on(m.Date)+" for "))
		c.quote(s, c.link(p))
		s.add(c.t("。", "."))
		c.sayShare(s, p, m)
	}
	if e := m.Evaluation.To; e != nil {
		s.add(c.t("付款依据为", " It rests on the "))
		s.link(c.link(e))
		if result := c.result(e); result != "" {
			s.add(c.t("（"+result+"）", " ("+result+")"))
		}
		s.add(c.t("。", "."))
	} else if p != nil {
		s.add(c.t("没有注明所依据的评估。", " It names no evaluation that it rests on."))
	}
	f.project(p)
	if k := m.Contract.To; k != nil {
		f.add("合同", "Contract", c.link(k))
	}
	if e := m.Evaluation.To; e != nil {
		f.add("所依据的评估", "It rests on", c.link(e))
	}
	if b := m.BudgetLine.To; b != nil {
		f.add("预算", "Budget", c.link(b))
	}
	if p != nil {
		c.paymentPlace(f, p, m)
	}
}

// sayShare says what share of the agreed sum a payment is.
func (c *context) sayShare(s *saying, p *model.Project, m *model.Payment) {
	agreed, zh, en := value.Money{}, "合同金额", "contract"
	if k := m.Contract.To; k != nil {
		agreed = k.Amount
	}
	if agreed.IsZero() {
		_, a, ofContract := paidAndAgreed(p)
		if agreed = a; !ofContract {
			zh, en = "立项金额", "award"
		}
	}
	if share, ok := percentOf(m.Amount, agreed); ok {
		s.add(c.t("占"+zh+c.money(agreed)+"的"+share+"。", " That is "+share+" of the "+en+" of "+c.money(agreed)+"."))
	}
}

// paymentPlace says which of the project's payments it is and what they come to.
func (c *context) paymentPlace(f *facts, p *model.Project, m *model.Payment) {
	n, all := 0, 0
	for other := range p.Payments.All() {
		if all++; other == m {
			n = all
		}
	}
	if n == 0 || all < 2 {
		return
	}
	f.add("项目付款", "Among the project's payments", Link{
		Text: c.t("第 "+c.count(n)+" 笔，共 "+c.count(all)+" 笔，合计"+p.PaidTotal().Format("zh"),
			c.count(n)+" of "+c.count(all)+", "+p.PaidTotal().Format("en")+" in all"),
		Href: c.to(p) + "#payments",
	})
}

// result is an evaluation's grade and score: "优秀，92.5分".
func (c *context) result(e *model.Evaluation) string {
	text := ""
	if e.Grade != 0 {
		text = e.Grade.Label(c.lang)
	}
	if !e.Score.IsZero() {
		if text != "" {
			text += c.t("，", ", ")
		}
		text += e.Score.Format(c.lang) + c.t("分", " of 100")
	}
	return text
}
