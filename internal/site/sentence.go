package site

import (
	"gongkai/internal/model"
	"gongkai/internal/value"
)

// sentence says in plain words who paid whom how much to do what, for whom,
// until when, and how it was judged. What would answer one of these and is not
// published is said to be so; nothing else is said that is not published.
func (c *context) sentence(p *model.Project) *saying {
	s := &saying{}
	switch {
	case p.Awarded():
		c.sayAward(s, p)
		c.sayProgress(s, p)
	case p.State == 0 && p.Applied.IsZero() && p.AmountRequested.IsZero():
		c.sayProvider(s, p)
		return s
	default:
		c.sayApplication(s, p)
	}
	c.sayPeople(s, p)
	c.sayJudgement(s, p)
	return s
}

func (c *context) titleOf(p *model.Project) Link {
	l := c.link(p)
	l.Href = "" // it is this page
	return l
}

// agencyName adds the agency; false where none is published.
func (c *context) agencyName(s *saying, p *model.Project) bool {
	if p.Agency.To == nil {
		return false
	}
	s.link(c.link(p.Agency.To))
	return true
}

// sayAward is the purchase itself: who, what, how much, for whom, until when.
func (c *context) sayAward(s *saying, p *model.Project) {
	if c.lang == "zh" {
		c.sayAwardZH(s, p)
	} else {
		c.sayAwardEN(s, p)
	}
}

func (c *context) sayAwardZH(s *saying, p *model.Project) {
	orgs, amount := c.orgLinks(p), c.money(p.AmountAwarded)
	paid := p.AmountAwarded.Sign() > 0
	byAgency := c.agencyName(s, p)
	switch {
	case byAgency:
		if paid {
			s.add("以" + amount)
		}
		if len(orgs) > 0 {
			s.add("向")
			c.names(s, orgs)
		}
		s.add("购买")
	case len(orgs) > 0:
		c.names(s, orgs)
		s.add("承接")
	}
	c.quote(s, c.titleOf(p))
	c.sayFor(s, p)
	if t := c.term(p); t != "" {
		s.add("，" + t)
	}
	switch {
	case amount == "":
		s.add("，立项金额未公布")
	case !paid || !byAgency:
		s.add("，立项金额" + amount)
	}
	switch {
	case !byAgency && len(orgs) == 0:
		s.add("；购买主体和承接主体均未公布")
	case !byAgency:
		s.add("；购买主体未公布")
	case len(orgs) == 0:
		s.add("；承接主体未公布")
	}
	s.add("。")
}

func (c *context) sayAwardEN(s *saying, p *model.Project) {
	orgs, amount := c.orgLinks(p), c.money(p.AmountAwarded)
	paid := p.AmountAwarded.Sign() > 0
	byAgency := c.agencyName(s, p)
	switch {
	case byAgency && paid && len(orgs) > 0:
		s.add(" awarded " + amount + " to ")
		c.names(s, orgs)
		s.add(" for ")
	case byAgency && paid:
		s.add(" awarded " + amount + " for ")
	case byAgency && len(orgs) > 0:
		s.add(" engaged ")
		c.names(s, orgs)
		s.add(" for ")
	case byAgency:
		s.add(" purchased ")
	case len(orgs) > 0:
		c.names(s, orgs)
		s.add(verb(len(orgs), " was", " were"))
		if paid {
			s.add(" awarded " + amount + " for ")
		} else {
			s.add(" engaged for ")
		}
	case paid:
		s.add("An award of " + amount + " went to ")
	default:
		s.add("An award was made for ")
	}
	c.quote(s, c.titleOf(p))
	c.sayFor(s, p)
	if t := c.term(p); t != "" {
		s.add(", " + t)
	}
	switch {
	case amount == "":
		s.add("; the amount is not published")
	case !paid:
		s.add("; the award is published as " + amount)
	}
	switch {
	case !byAgency && len(orgs) == 0:
		s.add("; neither who pays nor who provides it is published")
	case !byAgency:
		s.add("; who pays is not published")
	case len(orgs) == 0:
		s.add("; who provides it is not published")
	}
	s.add(".")
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// sayFor says whom the project serves.
func (c *context) sayFor(s *saying, p *model.Project) {
	t, lang := c.text(p.TargetGroup)
	if t == "" {
		return
	}
	s.add(c.t("，服务", ", which serves "))
	s.link(Link{Text: t, Lang: lang})
}

// term is when the project runs, in prose: its own dates, else those of its
// first contract.
func (c *context) term(p *model.Project) string {
	from, to := p.Start.Calendar(), p.End.Calendar()
	if k := p.Contracts.First(); from.IsZero() && to.IsZero() && k != nil {
		from, to = k.Start.Calendar(), k.End.Calendar()
	}
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return c.t("自"+c.date(from)+"起", "from "+c.date(from))
	case from.IsZero():
		return c.t("至"+c.date(to)+"止", "until "+c.date(to))
	}
	if c.lang == "zh" {
		return "期限为" + c.date(from) + "至" + c.dateWithin(from, to)
	}
	return "from " + c.dateWithin(to, from) + " to " + c.date(to)
}

// dateWithin is a day without its year where another day has the same year.
func (c *context) dateWithin(other, d value.Date) string {
	if d.Precision() != value.Day || other.Precision() != value.Day || d.Year() != other.Year() {
		return c.date(d)
	}
	text := c.date(d)
	if c.lang == "zh" {
		return text[len("2010年"):]
	}
	return text[:len(text)-len(" 2010")]
}

// sayApplication is what is known of a project that was not bought, or not yet.
func (c *context) sayApplication(s *saying, p *model.Project) {
	if c.lang == "zh" {
		c.sayApplicationZH(s, p)
	} else {
		c.sayApplicationEN(s, p)
	}
}

func (c *context) sayApplicationZH(s *saying, p *model.Project) {
	orgs := c.orgLinks(p)
	c.names(s, orgs)
	if p.Agency.To != nil {
		s.add("向")
		c.agencyName(s, p)
	}
	s.add("申报")
	c.quote(s, c.titleOf(p))
	c.sayFor(s, p)
	if m := c.money(p.AmountRequested); m != "" {
		s.add("，申请" + m)
	}
	if len(orgs) == 0 {
		s.add("；申报组织未公布")
	}
	day := ""
	if !p.Decided.IsZero() {
		day = c.date(p.Decided.Calendar())
	}
	switch p.State {
	case model.StateDeclined:
		s.add("。该项目" + day + "未获立项。")
	case model.StateWithdrawn:
		s.add("。申报已撤回。")
	case model.StateUnderReview:
		s.add("。目前正在评审，尚未决定是否立项。")
	case model.StateApplied:
		s.add("。目前尚未决定是否立项。")
	default:
		s.add("。是否立项未公布。")
	}
}

func (c *context) sayApplicationEN(s *saying, p *model.Project) {
	orgs := c.orgLinks(p)
	c.names(s, orgs)
	if len(orgs) == 0 {
		s.add("An organization whose name is not published")
	}
	s.add(" applied")
	if p.Agency.To != nil {
		s.add(" to ")
		c.agencyName(s, p)
	}
	if m := c.money(p.AmountRequested); m != "" {
		s.add(" for " + m)
	}
	s.add(" with ")
	c.quote(s, c.titleOf(p))
	if t, lang := c.text(p.TargetGroup); t != "" {
		s.add(", which would serve ")
		s.link(Link{Text: t, Lang: lang})
	}
	switch p.State {
	case model.StateDeclined:
		s.add(". It was declined")
		if !p.Decided.IsZero() {
			s.add(" on " + c.date(p.Decided.Calendar()))
		}
		s.add(".")
	case model.StateWithdrawn:
		s.add(". The application was withdrawn.")
	case model.StateUnderReview:
		s.add(". It is under review; no decision has been made.")
	case model.StateApplied:
		s.add(". No decision has been made yet.")
	default:
		s.add(". The decision is not published.")
	}
}

// sayProvider is for a row that tells neither a state nor an amount.
func (c *context) sayProvider(s *saying, p *model.Project) {
	orgs := c.orgLinks(p)
	c.quote(s, c.titleOf(p))
	if len(orgs) > 0 {
		s.add(c.t("由", " is provided by "))
		c.names(s, orgs)
		s.add(c.t("承接", ""))
	}
	if p.Agency.To != nil {
		switch {
		case c.lang == "zh":
			s.add("，购买主体为")
		case len(orgs) > 0:
			s.add(" for ")
		default:
			s.add(" is purchased by ")
		}
		c.agencyName(s, p)
	}
	s.add(c.t("。进展和金额未公布。", ". How far it is and its amount are not published."))
}
