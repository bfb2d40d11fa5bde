package site

import (
	"strconv"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// groupKinds are the kinds that groups are ranked among, as they are counted.
var groupKinds = map[string]finding.Text{
	"agencies":   {ZH: "个购买主体", EN: "agencies"},
	"areas":      {ZH: "个民生领域", EN: "areas"},
	"districts":  {ZH: "个区域", EN: "districts"},
	"services":   {ZH: "个服务目录项目", EN: "services"},
	"programmes": {ZH: "个计划", EN: "programmes"},
	"calls":      {ZH: "份公告", EN: "calls"},
	"years":      {ZH: "个年度", EN: "years"},
}

// groupSentence says what stands out of a record's projects: how much was awarded
// for what, how that compares, and who received the most.
func (c *context) groupSentence(e table.Entity, s survey, top []ranked) []Link {
	p := &phrase{c: c}
	name := c.plan.index.table(e).Schema().Info.Name
	contest := false
	switch e := e.(type) {
	case *model.Call:
		if n := int(e.Bidders.Int()); n > 0 && n != s.organizations {
			p.say("公布的报名或投标数为 "+c.count(n)+"。", "The published number of bidders is "+c.count(n)+". ")
		}
		contest = true
	case *model.Programme:
		contest = true
	}
	if contest && s.awarded > 0 && s.awarded < s.projects {
		p.contest(s)
	} else {
		kind := groupKinds[name]
		if parentOf(e) != nil {
			kind = finding.Text{ZH: "个同级" + kind.ZH[len("个"):], EN: kind.EN + " beside it"}
		}
		p.bought(s, name == "agencies", p.compared(s.award, c.plan.index.tally(e), kind))
	}
	p.largest(s, top)
	return p.parts
}

// contest says how many applied and how many were bought.
func (p *phrase) contest(s survey) {
	c := p.c
	rate := portion(int64(s.awarded), int64(s.projects))
	from := ""
	if s.recipients > 0 {
		from = c.t("，由 "+c.many(s.recipients, nounOrganizations)+"承接", ", from "+c.many(s.recipients, nounOrganizations))
	}
	money := c.t("，未公布金额", ", for amounts that are not published")
	if !s.award.Empty() {
		money = c.t("，立项金额 "+s.award.Short(c.lang), ", for "+s.award.Short(c.lang))
	}
	asked := c.many(s.projects, nounProjects)
	if s.organizations > 0 {
		asked = c.t(c.many(s.organizations, nounOrganizations)+"申报 "+asked, c.many(s.organizations, nounOrganizations)+" applied with "+asked)
	} else {
		asked = c.t("申报 "+asked, c.many(s.projects, noun{"", "project was applied for", "projects were applied for"}))
	}
	p.say(asked+"，立项 "+c.count(s.awarded)+" 个（"+rate+"）"+from+money+"。",
		asked+"; "+c.count(s.awarded)+" ("+rate+") "+isAre(s.awarded)+" bought"+from+money+".")
}

func isAre(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

// compared is a group's share of all that was awarded and its rank, "" where
// it has neither.
func (p *phrase) compared(award value.Totals, t tally, kind finding.Text) string {
	c := p.c
	x := c.plan.index.tallies
	main := x.currency()
	text := ""
	if share := shareOf(award.In(main), x.all().award.In(main)); share != "" && t.projects < x.all().projects {
		text = c.t("，占全站立项金额的 "+share, ": "+share+" of all money awarded on this site")
	}
	if rank := c.rankOf(t, kind); rank != "" {
		if text == "" {
			return c.t("，"+rank, ": "+rank)
		}
		text += c.t("，"+rank, ", "+rank)
	}
	return text
}

// bought says what was awarded; rest follows after it.
func (p *phrase) bought(s survey, agency bool, rest string) {
	c := p.c
	if s.awarded == 0 {
		p.say("共 "+c.many(s.projects, nounProjects)+"，没有公布立项。", c.many(s.projects, nounProjects)+" "+isAre(s.projects)+" recorded; no award is published.")
		return
	}
	when := c.yearSpan(s.from, s.to)
	if c.lang == "zh" {
		text := when + "立项 " + c.many(s.awarded, nounProjects)
		if s.recipients > 0 {
			text += "，由 " + c.many(s.recipients, nounOrganizations) + "承接"
		}
		if s.award.Empty() {
			p.say(text+"，金额未公布。", "")
			return
		}
		p.say(text+"，金额 "+s.award.Short("zh")+rest+"。", "")
		return
	}
	p.say("", c.groupBoughtEN(s, agency, when)+rest+".")
}

func (c *context) groupBoughtEN(s survey, agency bool, when string) string {
	to := ""
	if s.recipients > 0 {
		to = " to " + c.many(s.recipients, nounOrganizations)
	}
	if when != "" {
		when = " " + when
	}
	projects := c.many(s.awarded, nounProjects)
	switch {
	case s.award.Empty() && agency:
		return "This agency awarded " + projects + to + when + "; no amount is published"
	case s.award.Empty():
		return projects + " " + isAre(s.awarded) + " awarded" + to + when + "; no amount is published"
	case agency:
		return "This agency awarded " + s.award.Short("en") + to + " for " + projects + when
	}
	return s.award.Short("en") + " was awarded" + to + " for " + projects + when
}

// largest names who received the most, where more than one did.
func (p *phrase) largest(s survey, top []ranked) {
	c := p.c
	if len(top) < 2 {
		return
	}
	first, next := top[0].award.In(s.currency), top[1].award.In(s.currency)
	if order, same := first.Cmp(next); first.Sign() <= 0 || same && order == 0 {
		return
	}
	share := shareOf(first, s.award.In(s.currency))
	if s.joint { // a joint project counts in full for each of its organizations
		share = ""
	}
	if share != "" {
		share = c.t("（"+share+"）", " ("+share+")")
	}
	p.say("金额最大的是", " ")
	p.name(top[0].e)
	p.say("，"+first.Short("zh")+share+"。", " received the most: "+first.Short("en")+share+".")
}

// yearSentence says what stands out of a year, beside the year before it.
func (c *context) yearSentence(y int, s survey, top []ranked) []Link {
	p := &phrase{c: c}
	x := c.plan.index
	all := x.tallies.years()
	rest := p.compared(s.award, all[y], groupKinds["years"])
	for i, other := range x.years {
		if other != y || i+1 == len(x.years) {
			continue
		}
		before := x.years[i+1]
		rest += c.change(s.award.In(s.currency), all[before].award.In(s.currency), before)
	}
	p.bought(s, false, rest)
	p.largest(s, top)
	return p.parts
}

// change compares an amount with that of an earlier year.
func (c *context) change(now, before value.Money, year int) string {
	if now.Sign() <= 0 || before.Sign() <= 0 || now.Currency() != before.Currency() {
		return ""
	}
	y := strconv.Itoa(year)
	to, from := value.Parts(now, before)
	ratio := float64(to) / float64(from)
	switch {
	case ratio == 1:
		return c.t("，与 "+y+" 年相同", ", the same as in "+y)
	case ratio >= 3:
		times := strconv.FormatFloat(float64(int(ratio*10))/10, 'f', -1, 64)
		return c.t("，是 "+y+" 年的 "+times+" 倍", ", "+times+" times that of "+y)
	case ratio > 1:
		return c.t("，比 "+y+" 年增加 "+portion(to-from, from), ", "+portion(to-from, from)+" more than in "+y)
	}
	return c.t("，比 "+y+" 年减少 "+portion(from-to, from), ", "+portion(from-to, from)+" less than in "+y)
}
