package site

import (
	"strconv"

	"gongkai/internal/finding"
	"gongkai/internal/table"
)

// phrase is a sentence in the making, with links in it.
type phrase struct {
	c     *context
	parts []Link
}

// say adds words.
func (p *phrase) say(zh, en string) { p.parts = append(p.parts, Link{Text: p.c.t(zh, en)}) }

// name adds a record's name as a link.
func (p *phrase) name(e table.Entity) { p.parts = append(p.parts, p.c.link(e)) }

// noun is a counted thing in both languages.
type noun struct{ zh, one, many string }

var (
	nounProjects      = noun{"个项目", "project", "projects"}
	nounOrganizations = noun{"家组织", "organization", "organizations"}
	nounDays          = noun{"天", "day", "days"}
)

// many counts a thing: "12 个项目", "12 projects".
func (c *context) many(n int, of noun) string {
	if c.lang == "zh" {
		return c.count(n) + " " + of.zh
	}
	if n == 1 {
		return "1 " + of.one
	}
	return c.count(n) + " " + of.many
}

// yearSpan names the years that awards are from, "" where none is known: "2006—2010
// 年", "between 2006 and 2010", "in 2010".
func (c *context) yearSpan(from, to int) string {
	switch {
	case from == 0:
		return ""
	case from == to:
		return c.t(strconv.Itoa(from)+" 年", "in "+strconv.Itoa(from))
	}
	return c.t(strconv.Itoa(from)+"—"+strconv.Itoa(to)+" 年", "between "+strconv.Itoa(from)+" and "+strconv.Itoa(to))
}

// ordinal is a place in English: "the most" for the first, "2nd".
func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// rankOf is a group's rank among its kind in words, "" where it has none or
// stands alone: "在 10 个民生领域中居第 3 位", "3rd of 10 areas".
func (c *context) rankOf(t tally, kind finding.Text) string {
	switch {
	case t.of < 2:
		return ""
	case t.rank == 1:
		return c.t("居 "+c.count(t.of)+" "+kind.ZH+"之首", "the most of "+c.count(t.of)+" "+kind.EN)
	}
	return c.t("在 "+c.count(t.of)+" "+kind.ZH+"中居第 "+strconv.Itoa(t.rank)+" 位", ordinal(t.rank)+" of "+c.count(t.of)+" "+kind.EN)
}
