package site

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// list is one page of a table's list.
func (c *context) list() List {
	t := c.plan.index.tables[c.page.num]
	s := t.Schema()
	all := c.plan.list(t, c.lang, c.page.sort)
	title := c.say(s.Info.Title)
	v := List{
		Frame:    c.frame(title),
		About:    upperFirst(c.say(s.Info.About)) + c.t("。", "."),
		Pager:    c.pager(s.Info.Name+"/index", c.page.sort, all.len()),
		Download: Link{Text: s.Info.Name + ".csv", Href: c.root + "data/" + s.Info.Name + ".csv"},
	}
	v.Frame.Description = title + c.t("：", ": ") + c.records(t.Len(), s) + c.t("。", ". ") + v.About
	part := all.part(v.Pager.From-1, v.Pager.To)
	if s.Info.Name == "projects" {
		if !c.listOnly() {
			v.Headline = c.groupHeadline(c.plan.index.survey())
			v.Facets = c.facets()
			v.Trend = c.chartYears(c.plan.Data.Projects.Rows)
		}
		v.Table = c.projectTable(asProjects(part), "")
	} else {
		v.Table = c.listTable(s, part, len(part))
	}
	v.Table.Caption = title
	v.Table.ID = "records"
	if n := all.len(); n < t.Len() {
		v.Table.Note = c.t("只列出金额最大的 "+c.count(n)+" 条，全部 "+c.count(t.Len())+" 条见“最新”。", "Only the "+c.count(n)+" largest are listed; all "+c.count(t.Len())+" stand under “newest”.")
	}
	c.addLetters(&v, listKey{s.Info.Name, c.lang, c.page.sort})
	for _, sorted := range c.plan.orders(t) {
		v.Pager.Sorts = append(v.Pager.Sorts, Link{
			Text: c.orderName(s.Info.Name, sorted), Href: c.href(partPath(s.Info.Name+"/index", sorted, 1)), Current: sorted == c.page.sort,
		})
	}
	return v
}

// addLetters leads through a list that is sorted by name.
func (c *context) addLetters(v *List, key listKey) {
	all := c.plan.letters[key]
	v.Letters = c.letterLinks(key.table+"/index", all)
	for _, l := range all {
		if row := l.first + 1 - v.Pager.From; row >= 0 && row < len(v.Table.Rows) {
			v.Table.Rows[row][0].ID = l.id()
		}
	}
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func asProjects(list []table.Entity) []*model.Project {
	out := make([]*model.Project, len(list))
	for i, e := range list {
		out[i] = e.(*model.Project)
	}
	return out
}

func (c *context) orderName(name string, sorted order) string {
	switch {
	case sorted == orderLargest:
		return c.t("金额最大", "largest")
	case name == "projects" || dated[name] != "":
		return c.t("最新", "newest")
	case !named[name]:
		return c.t("按登记顺序", "as published")
	}
	return c.t("按名称", "by name")
}

// numbered says in words which of how many a pager shows.
func (c *context) numbered(p Pager) Pager {
	p.Range, p.Of = c.count(p.From)+"–"+c.count(p.To), c.count(p.Total)
	return p
}

// pager is the place of this page among a list's pages.
func (c *context) pager(path string, sorted order, total int) Pager {
	p := Pager{Page: int(c.page.part), Total: total, Pages: max(1, (total+perPage-1)/perPage)}
	p.From, p.To = (p.Page-1)*perPage+1, min(p.Page*perPage, total)
	if total == 0 {
		p.From = 1
	}
	p = c.numbered(p)
	at := func(n int) string { return c.href(partPath(path, sorted, n)) }
	if p.Page > 1 {
		p.Prev = at(p.Page - 1)
	}
	if p.Page < p.Pages {
		p.Next = at(p.Page + 1)
	}
	last := 0
	for n := 1; n <= p.Pages && p.Pages > 1; n++ {
		if n != 1 && n != p.Pages && (n < p.Page-2 || n > p.Page+2) {
			continue
		}
		if n > last+1 {
			p.Numbers = append(p.Numbers, Link{Text: "…"})
		}
		p.Numbers = append(p.Numbers, Link{Text: strconv.Itoa(n), Href: at(n), Current: n == p.Page})
		last = n
	}
	return p
}

// maxColumns is how many columns a generic list shows.
const maxColumns = 6

// listTable shows records of any table: their names and what is short and some of
// them have.
func (c *context) listTable(s *table.Schema, list []table.Entity, limit int) Table {
	t := Table{ID: s.Info.Name, Caption: c.say(s.Info.Title)}
	shown := list[:min(limit, len(list))]
	columns := c.columns(s, shown)
	for _, l := range columns {
		t.Heads = append(t.Heads, l.head)
	}
	for _, e := range shown {
		row := make([]Cell, len(columns))
		for i, l := range columns {
			row[i] = l.cell(e)
		}
		t.Rows = append(t.Rows, row)
	}
	if more := len(list) - len(shown); more > 0 {
		t.Note = c.t("另有 "+c.count(more)+" 条未列出。", "And "+c.count(more)+" more.")
	}
	return t
}

// groups reports whether projects are grouped by such records.
func groups(e table.Entity) bool {
	layout := layoutOf(e)
	return layout == "group" || layout == "organization"
}
