package site

import (
	"strconv"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// cellText is a plain cell; a missing text is shown as not published.
func cellText(s string) Cell { return Cell{Text: s, Missing: s == ""} }

// number is a right-aligned cell.
func number(s string) Cell { return Cell{Text: s, Numeric: true, Missing: s == ""} }

func (c *context) cellLink(e table.Entity) Cell {
	l := c.link(e)
	return Cell{Text: l.Text, Lang: l.Lang, Href: l.Href}
}

func (c *context) cellOrg(p *model.Project) Cell {
	links := c.orgLinks(p)
	if len(links) == 0 {
		return cellText("")
	}
	cell := Cell{Text: links[0].Text, Lang: links[0].Lang, Href: links[0].Href}
	if len(links) > 1 {
		cell.Text += c.t("等 "+strconv.Itoa(len(links))+" 家", " and "+strconv.Itoa(len(links)-1)+" more")
	}
	return cell
}

// money is an amount within a sentence: 54.13万元.
func (c *context) money(m value.Money) string { return m.Format(c.lang) }

// amount is an amount in a table: all digits, so that a column compares.
func (c *context) amount(m value.Money) Cell { return number(m.Full(c.lang)) }

// amounts is a sum in a table, one amount per currency.
func (c *context) amounts(t value.Totals) Cell { return number(c.full(t)) }

func (c *context) full(t value.Totals) string {
	var parts []string
	for _, m := range t.All() {
		parts = append(parts, m.Full(c.lang))
	}
	return strings.Join(parts, c.t("；", "; "))
}

func (c *context) date(d value.Date) string { return d.Format(c.lang) }

// head makes headings; those that begin with "#" are numeric.
func heads(texts ...string) []Head {
	out := make([]Head, len(texts))
	for i, s := range texts {
		out[i] = Head{Text: s}
		if s[0] == '#' {
			out[i] = Head{s[1:], true}
		}
	}
	return out
}

// stateChip shows how far a project is.
func (c *context) stateChip(p *model.Project) Chip {
	if p.State == 0 {
		return Chip{}
	}
	chip := Chip{Text: p.State.Label(c.lang), Kind: "quiet"}
	switch p.State {
	case model.StateCompleted:
		chip.Kind = "good"
	case model.StateApproved, model.StateContracted, model.StateInProgress:
		chip.Kind = "busy"
	case model.StateTerminated:
		chip.Kind = "bad"
	}
	return chip
}

func (c *context) cellState(p *model.Project) Cell {
	chip := c.stateChip(p)
	if chip.Text == "" {
		return cellText("")
	}
	return Cell{Text: chip.Text, Chip: chip.Kind}
}

// none is a cell for what is not due: nothing is awarded to a project that was
// declined, so nothing is missing.
func none() Cell { return Cell{Text: "–", Numeric: true} }

// awarded is what a project was awarded.
func (c *context) awarded(p *model.Project) Cell {
	if p.AmountAwarded.IsZero() && p.State != 0 && !p.Awarded() {
		return none()
	}
	return c.amount(p.AmountAwarded)
}

// awardedSum and paidSum are sums of a group in which nothing may have been
// awarded.
func (c *context) awardedSum(awarded int, award value.Totals) Cell {
	if awarded == 0 {
		return none()
	}
	return c.amounts(award)
}

func (c *context) paidSum(t subtotal) Cell {
	if t.awarded == 0 && t.paid.Empty() {
		return none()
	}
	return c.amounts(t.paid)
}

// cellYear leads to the year's page.
func (c *context) cellYear(p *model.Project) Cell {
	y := p.CalendarYear()
	if y == 0 {
		return cellText("")
	}
	s := strconv.Itoa(y)
	return Cell{Text: s, Href: c.href("years/" + s + ".html")}
}

// projectTable lists projects. Columns that would say nothing on this page are
// left out: the organization on an organization's page, a column without any
// value.
func (c *context) projectTable(projects []*model.Project, without string) Table {
	t := Table{ID: "projects", Caption: c.t("项目", "Projects")}
	hasState, hasAgency, hasYear := false, false, false
	for _, p := range projects {
		hasState = hasState || p.State != 0
		hasAgency = hasAgency || p.Agency.To != nil
		hasYear = hasYear || p.CalendarYear() != 0
	}
	hasAgency = hasAgency && without != "agency"
	t.Heads = heads(c.t("项目", "Project"))
	if without != "organization" {
		t.Heads = append(t.Heads, heads(c.t("承接主体", "Organization"))...)
	}
	if hasAgency {
		t.Heads = append(t.Heads, heads(c.t("购买主体", "Agency"))...)
	}
	if hasYear {
		t.Heads = append(t.Heads, heads(c.t("年度", "Year"))...)
	}
	t.Heads = append(t.Heads, heads("#"+c.t("立项金额", "Awarded"))...)
	if hasState {
		t.Heads = append(t.Heads, heads(c.t("状态", "State"))...)
	}
	for _, p := range projects {
		row := []Cell{c.cellLink(p)}
		if without != "organization" {
			row = append(row, c.cellOrg(p))
		}
		if hasAgency {
			row = append(row, c.cellRef(p.Agency.To, p.Agency.To != nil))
		}
		if hasYear {
			row = append(row, c.cellYear(p))
		}
		row = append(row, c.awarded(p))
		if hasState {
			row = append(row, c.cellState(p))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// cellRef is a reference that may be missing.
func (c *context) cellRef(e table.Entity, there bool) Cell {
	if !there {
		return cellText("")
	}
	return c.cellLink(e)
}

// headline are the sums over some projects as figures.
func (c *context) headline(t totals) []Amount {
	out := []Amount{{Label: c.t("项目", "Projects"), Value: c.count(t.projects)}}
	if t.awarded > 0 && t.awarded != t.projects {
		out = append(out, Amount{Label: c.t("立项", "Awarded"), Value: c.count(t.awarded)})
	}
	add := func(label string, sum value.Totals) {
		if !sum.Empty() {
			out = append(out, Amount{Label: label, Value: sum.Short(c.lang), Full: c.full(sum)})
		}
	}
	add(c.t("立项金额", "Amount awarded"), t.award)
	add(c.t("签约金额", "Contracted"), t.contracted)
	add(c.t("已付金额", "Paid"), t.paid)
	scope := "" // social funds and people are those of all projects, bought or not
	if t.awarded > 0 && t.awarded != t.projects {
		scope = c.t("（全部项目）", ", all projects")
	}
	add(c.t("带动社会资金", "Social funds")+scope, t.social)
	if t.servedKnown {
		out = append(out, Amount{Label: c.t("服务人数", "People served") + scope, Value: value.Group(t.served)})
	}
	return out
}

// rankTable shows groups of projects by amount.
func (c *context) rankTable(id, caption, first string, all []ranked, limit int) Table {
	t := Table{ID: id, Caption: caption, Heads: heads(first, "#"+c.t("项目", "Projects"), "#"+c.t("立项金额", "Awarded"), "#"+c.t("已付金额", "Paid"))}
	for _, r := range all[:min(limit, len(all))] {
		t.Rows = append(t.Rows, []Cell{c.cellLink(r.e), number(c.count(r.projects)), c.awardedSum(r.awarded, r.award), c.paidSum(r.subtotal)})
	}
	if more := len(all) - limit; more > 0 {
		t.Note = c.t("另有 "+c.count(more)+" 项未列出。", "And "+c.count(more)+" more.")
	}
	return t
}

// yearTable shows projects by year.
func (c *context) yearTable(projects []*model.Project) Table {
	byYear := map[int][]*model.Project{}
	for _, p := range projects {
		byYear[p.CalendarYear()] = append(byYear[p.CalendarYear()], p)
	}
	t := Table{ID: "years", Caption: c.t("按年度", "By year"), Heads: heads(c.t("年度", "Year"), "#"+c.t("项目", "Projects"), "#"+c.t("立项", "Awarded"), "#"+c.t("立项金额", "Amount awarded"), "#"+c.t("已付金额", "Paid"))}
	row := func(first Cell, s totals) {
		t.Rows = append(t.Rows, []Cell{first, number(c.count(s.projects)), number(c.count(s.awarded)), c.awardedSum(s.awarded, s.award), c.paidSum(s.subtotal)})
	}
	for _, y := range c.plan.index.years {
		if ps := byYear[y]; ps != nil {
			row(Cell{Text: strconv.Itoa(y), Href: c.href("years/" + strconv.Itoa(y) + ".html")}, sum(ps))
		}
	}
	if ps := byYear[0]; ps != nil && len(byYear) > 1 {
		row(Cell{Text: c.t("年度未公布", "year not published")}, sum(ps))
	}
	if len(byYear) == 1 && byYear[0] != nil {
		return Table{}
	}
	return t
}
