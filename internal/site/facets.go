package site

import (
	"cmp"
	"slices"
	"strconv"

	"gongkai/internal/table"
)

// facetShown is how many values of a facet a list leads to; the rest stand in
// the facet's own list.
const facetShown = 6

// facets lead from the list of projects to the lists of each state, year, area,
// district, agency and programme, so that whoever reads without a script can
// narrow it down.
func (c *context) facets() []Facet {
	var out []Facet
	add := func(f Facet) {
		if len(f.Values) > 1 {
			out = append(out, f)
		}
	}
	add(c.stateFacet())
	add(c.yearFacet())
	for _, name := range []string{"areas", "districts", "agencies", "programmes"} {
		add(c.tableFacet(name))
	}
	return out
}

func (c *context) stateFacet() Facet {
	f := Facet{Title: Link{Text: c.t("状态", "State")}}
	for _, s := range projectStates() {
		if n := len(c.plan.index.byState[s]); n > 0 {
			f.Values = append(f.Values, Browse{Link: Link{Text: c.stateName(s), Href: c.href(statePath(s) + ".html")}, Count: c.count(n)})
		}
	}
	return f
}

func (c *context) yearFacet() Facet {
	f := Facet{Title: Link{Text: c.t("年度", "Year"), Href: c.href("years/index.html")}}
	years := c.plan.index.years
	for _, y := range years[:min(len(years), 2*facetShown)] { // they are short
		text := strconv.Itoa(y)
		f.Values = append(f.Values, Browse{Link: Link{Text: text, Href: c.href("years/" + text + ".html")}, Count: c.count(len(c.plan.index.byYear[y]))})
	}
	f.More = c.moreOf(f, len(years))
	return f
}

// tableFacet are the records of a table with the most projects, those at the
// top where they nest; of as many projects, what more was awarded in comes first.
func (c *context) tableFacet(name string) Facet {
	x := c.plan.index
	t := x.tables[x.byName[name]]
	f := Facet{Title: Link{Text: c.say(t.Schema().Info.One), Href: c.href(name + "/index.html")}}
	var all []table.Entity
	largest := x.largest(t)
	for i := range largest.len() {
		e := largest.at(i)
		if x.tally(e).projects > 0 && parentOf(e) == nil {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b table.Entity) int { return cmp.Compare(x.tally(b).projects, x.tally(a).projects) })
	for _, e := range all[:min(len(all), facetShown)] {
		f.Values = append(f.Values, Browse{Link: c.link(e), Count: c.count(x.tally(e).projects)})
	}
	f.More = c.moreOf(f, len(all))
	return f
}

func (c *context) moreOf(f Facet, all int) Link {
	if all <= len(f.Values) {
		return Link{}
	}
	return Link{Text: c.t("全部 "+c.count(all)+" 个", "all "+c.count(all)), Href: f.Title.Href}
}

// largest are a table's records by the amount awarded.
func (x *index) largest(t table.Table) ordered {
	return ordered{t, x.tallies.largest[x.byName[t.Schema().Info.Name]]()}
}
