package site

import (
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

func (c *context) leadEvaluation(s *saying, f *facts, e *model.Evaluation) {
	p := e.Project.To
	s.link(c.reviewer(e))
	s.add(c.t(c.on(e.Date)+"对", " reviewed "))
	switch {
	case p != nil:
		c.quote(s, c.link(p))
	case e.Organization.To != nil:
		s.link(c.link(e.Organization.To))
	default:
		s.add(c.t("一个未公布名称的对象", "what is not published"))
	}
	kind := c.t("评估", "an evaluation")
	if e.Kind != 0 {
		kind = e.Kind.Label(c.lang)
	}
	s.add(c.t("作"+kind, c.on(e.Date)+" ("+lowerFirst(kind)+")"))
	if result := c.result(e); result != "" {
		s.add(c.t("，结果："+result, ": "+result))
	} else {
		s.add(c.t("，结果未公布", "; the result is not published"))
	}
	s.add(c.t("。", "."))
	if sat := share(e.Satisfaction); sat != "" {
		s.add(c.t("服务对象满意度"+sat+"。", " "+sat+" of those served were satisfied."))
	}
	f.project(p)
	var paid value.Totals
	var rests []Link
	for m := range e.Payments.All() {
		paid.Add(m.Amount)
		rests = append(rests, Link{Text: c.paymentName(m), Href: c.to(m)})
	}
	f.add("据此付款", "Paid on it", rests...)
	if len(rests) > 1 {
		f.add("据此付款合计", "Paid on it in all", Link{Text: paid.Format(c.lang)})
	}
	if p == nil {
		return
	}
	var others []Link
	for o := range p.Evaluations.All() {
		if o != e {
			others = append(others, c.link(o))
		}
	}
	f.add("同一项目的其他评估", "Other evaluations of the project", others...)
}

// reviewer is who evaluated: by name, else by what it is to the purchase.
func (c *context) reviewer(e *model.Evaluation) Link {
	switch {
	case e.Evaluator != "":
		name := value.Visible(e.Evaluator)
		return Link{Text: name, Lang: c.writing(name)}
	case e.By == model.ByThirdParty:
		return Link{Text: c.t("第三方", "A third party")}
	case e.By == model.ByAgency:
		return Link{Text: c.t("购买主体", "The agency")}
	case e.By == model.ByProvider:
		return Link{Text: c.t("承接主体自行", "The provider itself")}
	}
	return Link{Text: c.t("评估方（名称未公布）", "A reviewer whose name is not published")}
}

func (c *context) leadBudget(s *saying, f *facts, b *model.Budget) {
	amount := c.money(b.Final())
	if amount == "" {
		return
	}
	year := ""
	if !b.Year.IsZero() {
		year = b.Year.String()
	}
	agency := b.Agency.To
	if agency == nil && b.Programme.To != nil {
		agency = b.Programme.To.Agency.To
	}
	if agency != nil {
		s.link(c.link(agency))
	} else {
		s.add(c.t("预算单位（名称未公布）", "An agency whose name is not published"))
	}
	s.add(c.t("在", " set aside "+amount))
	if year != "" {
		s.add(c.t(year+"年", " in "+year))
	}
	s.add(c.t("安排"+amount, " for "))
	if g := b.Programme.To; g != nil {
		s.add(c.t("，用于", ""))
		c.quote(s, c.link(g))
	} else {
		s.add(c.t("购买服务", "purchases of services"))
	}
	if cmp, ok := b.AdjustedAmount.Cmp(b.Amount); ok && cmp != 0 {
		s.add(c.t("；年初批准"+c.money(b.Amount)+"，年中作了调整", "; "+c.money(b.Amount)+" was first approved, and changed within the year"))
	}
	s.add(c.t("。", "."))
	if g := b.Programme.To; g != nil {
		f.add("计划", "Programme", c.link(g))
		t := sum(g.Projects)
		if !t.award.Empty() {
			text := t.award.Format(c.lang)
			if share, ok := percentOf(single(t.award), b.Final()); ok {
				text += c.t("，占本预算的"+share, ", "+share+" of this budget")
			}
			f.add("该计划立项金额", "Awarded under the programme", Link{Text: text})
		}
	}
	if paid := c.plan.index.referrers(b)["payments"]; len(paid) > 0 {
		var total value.Totals
		for _, e := range paid {
			total.Add(e.(*model.Payment).Amount)
		}
		f.add("由本预算支付", "Paid from it", Link{Text: total.Format(c.lang) + c.t("，"+strconv.Itoa(len(paid))+"笔", ", "+plural(len(paid), "payment", "payments"))})
	}
}

func (c *context) leadHonour(s *saying, f *facts, h *model.Honour) {
	title, lang := c.text(h.Title)
	if o := h.Organization.To; o != nil && title != "" {
		s.link(c.link(o))
		s.add(c.t(c.on(h.Date)+"获得", " received "))
		c.quote(s, Link{Text: title, Lang: lang})
		if h.GrantedBy != "" {
			by := value.Visible(h.GrantedBy)
			s.add(c.t("，由", " from "))
			s.link(Link{Text: by, Lang: c.writing(by)})
			s.add(c.t("授予", ""))
		}
		s.add(c.t("", c.on(h.Date)))
		if p := h.Project.To; p != nil {
			s.add(c.t("，因项目", ", for "))
			c.quote(s, c.link(p))
		}
		s.add(c.t("。", "."))
	}
	f.project(h.Project.To)
}

func (c *context) leadSubsidy(s *saying, b *model.Subsidy) {
	amount := c.money(b.Amount)
	class, lang := c.text(b.RecipientClass)
	if amount == "" || b.Organization.To == nil && class == "" {
		return
	}
	kind := c.t("补助", "a subsidy")
	if b.Kind != 0 {
		kind = lowerFirst(b.Kind.Label(c.lang))
	}
	if o := b.Organization.To; o != nil {
		s.link(c.link(o))
	} else {
		s.link(Link{Text: class, Lang: lang})
	}
	s.add(c.t(c.on(b.Date), " received "+amount+c.on(b.Date)))
	if a := b.Agency.To; a != nil {
		s.add(c.t("从", " from "))
		s.link(c.link(a))
	}
	s.add(c.t("获得"+amount+"（"+kind+"），不属于购买服务。", " ("+kind+"). It is support beside purchases."))
}

func (c *context) leadEvent(s *saying, e *model.Event) {
	title, lang := c.text(e.Title)
	if title == "" || e.Organization.To == nil {
		return
	}
	s.link(c.link(e.Organization.To))
	s.add(c.t(c.on(e.Date), " held "))
	if v := e.Venue.To; v != nil && c.lang == "zh" {
		s.add("在")
		s.link(c.link(v))
	}
	s.add(c.t("举办", ""))
	c.quote(s, Link{Text: title, Lang: lang})
	if v := e.Venue.To; v != nil && c.lang != "zh" {
		s.add(" at ")
		s.link(c.link(v))
	}
	s.add(c.t("", c.on(e.Date)))
	if n := e.Participants.Format(c.lang); n != "" {
		s.add(c.t("，"+n+"人参加", "; "+n+" people took part"))
	}
	s.add(c.t("。", "."))
}

func (c *context) leadTraining(s *saying, t *model.Training) {
	n := t.Trainees.Format(c.lang)
	title, lang := c.text(t.Title)
	if n == "" || title == "" {
		return
	}
	if o := t.Organization.To; o != nil {
		s.link(c.link(o))
		s.add(c.t(c.on(t.Date)+"举办", " ran "))
		c.quote(s, Link{Text: title, Lang: lang})
		s.add(c.t("", c.on(t.Date)))
	} else {
		c.quote(s, Link{Text: title, Lang: lang})
		s.add(c.t("", " took place") + c.on(t.Date) + c.t("举办", ""))
	}
	s.add(c.t("，"+n+"人参加", "; "+n+" people were trained"))
	if passed := t.Passed.Format(c.lang); passed != "" {
		share := percentage(float64(t.Passed.Int()), float64(max(t.Trainees.Int(), 1)))
		s.add(c.t("，"+passed+"人合格（"+share+"）", ", "+passed+" passed ("+share+")"))
	}
	s.add(c.t("。", "."))
}

func (c *context) leadVenue(s *saying, v *model.Venue) {
	o := v.Operator.To
	if o == nil {
		return
	}
	l := c.link(v)
	l.Href = ""
	s.link(l)
	s.add(c.t("由", " is run by "))
	s.link(c.link(o))
	s.add(c.t("运营", ""))
	if d := v.District.To; d != nil {
		s.add(c.t("，位于", ", in "))
		s.link(c.link(d))
	}
	if n := len(v.Events); n > 0 {
		s.add(c.t("，公布了"+c.count(n)+"场活动", "; "+plural(n, "event is", "events are")+" published"))
	}
	s.add(c.t("。", "."))
}

func (c *context) leadCorrection(s *saying, k *model.Correction) {
	e := c.plan.index.find(k.Subject())
	what, lang := c.text(k.What)
	if e == nil || what == "" {
		return
	}
	s.link(c.link(e))
	s.add(c.t(c.on(k.Date)+"作了更正：", " was corrected"+c.on(k.Date)+": "))
	s.link(Link{Text: what, Lang: lang})
	if why, lang := c.text(k.Why); why != "" {
		s.add(c.t("；原因：", "; because: "))
		s.link(Link{Text: why, Lang: lang})
	}
	s.add(c.t("。", "."))
}
