package site

import "gongkai/internal/model"

// manyProjects is from how many projects on only one page at a time sums over
// them. What such a page ranks and sorts on the way takes memory in proportion:
// some 150 MB for a million projects, which every worker would take at once.
const manyProjects = 100_000

// View makes the page's view. It is safe to call from several goroutines.
func (p *Plan) View(page *Page) any {
	if p.sumsOver(page) >= manyProjects {
		p.large.Lock()
		defer p.large.Unlock()
	}
	return newContext(p, page).view()
}

// sumsOver is how many projects the page may rank or sum. Notes and the later
// pages of lists do neither.
func (p *Plan) sumsOver(page *Page) int {
	if page.part > 1 || page.sort != orderFirst {
		return 0
	}
	switch page.kind {
	case kindNote, kindNotes:
		return 0
	case kindRecord:
		return len(model.ProjectsOf(p.index.record(page.num)))
	case kindYear:
		return len(p.index.byYear[int(page.num)])
	case kindState:
		return len(p.index.byState[projectStates()[page.num]])
	}
	return p.Data.Projects.Len()
}

// view makes what the page's layout shows.
func (c *context) view() any {
	switch c.page.kind {
	case kindHome:
		return c.home()
	case kindList:
		return c.list()
	case kindYears:
		return c.years()
	case kindYear:
		return c.year()
	case kindState:
		return c.state()
	case kindChanges:
		return c.changes()
	case kindRecord:
		return c.record()
	case kindNotes:
		return c.notes()
	case kindNote:
		return c.note()
	case kindData:
		return c.data()
	case kindQuality:
		return c.quality()
	case kindGlossary:
		return c.glossary()
	case kindSearch:
		return c.search()
	case kindChecks:
		return c.checks()
	case kindStyle:
		return c.style()
	case kindCompare:
		return c.compare()
	case kindIntegrity:
		return c.integrity()
	}
	return NotFound{c.frame(c.t("没有这一页", "Page not found"))}
}
