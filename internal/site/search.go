package site

import (
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// waysShown is how many records of one table the search page lists as ways in.
const waysShown = 24

// waysTables are the tables whose records are ways to the projects.
var waysTables = []string{"areas", "districts", "agencies", "programmes"}

// search makes the search page: without script it leads to the lists, and to
// the years, areas, districts, agencies and programmes.
func (c *context) search() Search {
	v := Search{Frame: c.frame(c.t("搜索", "Search"))}
	lists := Ways{ID: "lists", Title: c.t("全部名录", "All lists")}
	for _, b := range c.browse() {
		b.Link.Text += c.t("（"+b.Count+"）", " ("+b.Count+")")
		lists.Links = append(lists.Links, b.Link)
	}
	v.Ways = append(v.Ways, lists)
	if len(c.plan.index.years) > 0 {
		years := Ways{ID: "years", Title: c.t("年度", "Years")}
		for _, y := range c.plan.index.years {
			text := strconv.Itoa(y)
			years.Links = append(years.Links, Link{Text: text, Href: c.href("years/" + text + ".html")})
		}
		v.Ways = append(v.Ways, years)
	}
	for _, name := range waysTables {
		if w := c.ways(name); len(w.Links) > 0 {
			v.Ways = append(v.Ways, w)
		}
	}
	v.Words = c.searchWords()
	return v
}

// ways are the first records of a table as its list sorts them.
func (c *context) ways(name string) Ways {
	list := c.plan.list(c.plan.Data.Table(name), c.lang, orderFirst)
	if list.len() == 0 {
		return Ways{}
	}
	s := list.t.Schema()
	w := Ways{ID: name, Title: c.say(s.Info.Title)}
	for _, e := range list.part(0, min(waysShown, list.len())) {
		w.Links = append(w.Links, c.link(e))
	}
	if list.len() > waysShown {
		w.More = Link{Text: c.t("全部", "All ") + c.records(list.len(), s), Href: c.href(name + "/index.html")}
	}
	return w
}

// NotePath is where a note's page stands below its language's root, without its
// ending.
func NotePath(n *model.Note) string { return notePath(n) }

// Label is a record's name as the pages of a language show it.
func (p *Plan) Label(e table.Entity, lang string) string {
	return value.Visible(p.index.table(e).Schema().Label(e, lang))
}
