// Package site decides every page of a site before a byte is rendered: its
// address, its layout and its typed view. A page is a pure function of the
// dataset and its address, so pages can be rendered in any order, on many
// cores, or one at a time for a preview. Start with New and Plan.View.
package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/table"
)

// Options are what a plan needs beside the dataset.
type Options struct {
	Commit  string            // of the publisher's files, for links to them; "" where unknown
	Dirty   map[string]bool   // files that differ from the commit
	Preview bool              // the page of parts is planned too
	Static  []string          // paths of files copied beside the pages, which pages must not occupy
	Review  *oversight.Report // of the dataset; without one there is no integrity page
	Rules   []*finding.Rule   // all that is checked, for the catalogue; without any there is no such page
	Offers  func() []Offer    // the files for download; nil for a site without any
}

// Offer is a file for download as the build knows it.
type Offer struct {
	Path   string // below the site's root
	Format model.Format
	Table  string // "" where it holds more than one
	Note   finding.Text
	Rows   int
	Bytes  int64 // 0 where it was not made yet, as in a preview
	SHA256 string

	MediaType string
}

// Plan is every page of a site.
type Plan struct {
	Data  *model.Dataset
	Pages []Page // sorted by URL

	o        Options
	findings []finding.Finding // of the whole run, for the quality page
	static   map[string]bool
	index    *index
	around   sync.Map // navigation and foot, by Frame.Key
	lists    map[listKey][]table.Entity
	letters  map[listKey][]letter
}

// Page is one page of the plan.
type Page struct {
	URL    string // "projects/P001.html", "en/index.html"
	Layout string // "project" for layouts/project.html
	Lang   string
	Record bool // it is the first page of a record

	kind kind
	num  int32 // the record, table, year or note
	part int32 // of a paged list, from 1
	sort order // of a list
}

// kind is what a page is made of.
type kind uint8

const (
	kindHome kind = iota + 1
	kindList
	kindRecord
	kindYears
	kindYear
	kindState
	kindChanges
	kindNotes
	kindNote
	kindData
	kindQuality
	kindGlossary
	kindChecks
	kindNotFound
	kindSearch
	kindCompare
	kindIntegrity
	kindStyle
)

// order is how a list is sorted.
type order uint8

const (
	orderFirst   order = iota // by name, by date or as in the files: under the list's own address
	orderLargest              // by amount
)

// segment is the part of a list's address that tells its order.
func (o order) segment() string {
	if o == orderLargest {
		return "/largest"
	}
	return ""
}

// perPage is how many records a page of a list shows.
const perPage = 50

// New plans every page. What it finds wrong with notes and addresses goes to l,
// which holds the findings so far; the quality page shows them all.
func New(d *model.Dataset, o Options, l *finding.List) *Plan {
	p := &Plan{Data: d, o: o, static: map[string]bool{}, index: newIndex(d), lists: map[listKey][]table.Entity{}, letters: map[listKey][]letter{}}
	for _, s := range o.Static {
		p.static[s] = true
	}
	p.Pages = make([]Page, 0, len(d.Config.Languages)*p.index.pages())
	for _, lang := range d.Config.Languages {
		p.addPages(lang)
	}
	slices.SortFunc(p.Pages, func(a, b Page) int { return cmp.Compare(a.URL, b.URL) })
	p.collisions(l)
	p.checkNotes(l)
	p.findings = l.All()
	return p
}

// prefix is where a language's pages begin: "" for the first, "en/" for others.
func (p *Plan) prefix(lang string) string {
	if lang == p.Data.Config.Languages[0] {
		return ""
	}
	return lang + "/"
}

func (p *Plan) add(lang, tail string, page Page) {
	page.URL, page.Lang = p.prefix(lang)+tail, lang
	p.Pages = append(p.Pages, page)
}

// addPages plans one language's pages.
func (p *Plan) addPages(lang string) {
	p.add(lang, "index.html", Page{Layout: "home", kind: kindHome})
	p.add(lang, "quality.html", Page{Layout: "quality", kind: kindQuality})
	p.add(lang, "data/index.html", Page{Layout: "data", kind: kindData})
	p.add(lang, "404.html", Page{Layout: "404", kind: kindNotFound})
	p.add(lang, "search.html", Page{Layout: "search", kind: kindSearch})
	if p.o.Preview {
		p.add(lang, stylePath, Page{Layout: "style", kind: kindStyle})
	}
	if len(p.o.Rules) > 0 {
		p.add(lang, checksPath, Page{Layout: "checks", kind: kindChecks})
	}
	if p.o.Review != nil {
		p.add(lang, integrityPage, Page{Layout: "integrity", kind: kindIntegrity})
	}
	if p.index.hasChanges(p.Data) {
		p.add(lang, "changes.html", Page{Layout: "changes", kind: kindChanges})
	}
	if len(p.Data.Glossary) > 0 {
		p.add(lang, "glossary.html", Page{Layout: "glossary", kind: kindGlossary})
	}
	for i, t := range p.index.tables {
		if t.Len() == 0 {
			continue
		}
		p.sortLists(t, lang)
		for _, sorted := range orders(t.Schema().Info.Name) {
			p.addParts(lang, t.Schema().Info.Name+"/index", sorted, t.Len(), Page{Layout: "list", kind: kindList, num: int32(i)})
		}
	}
	if len(p.index.years) > 0 {
		p.add(lang, "years/index.html", Page{Layout: "list", kind: kindYears})
	}
	for _, y := range p.index.years {
		p.addGroup(lang, "years/"+strconv.Itoa(y), len(p.index.byYear[y]), Page{Layout: "group", kind: kindYear, num: int32(y), Record: true})
	}
	for i, s := range projectStates() {
		if n := len(p.index.byState[s]); n > 0 {
			p.addGroup(lang, statePath(s), n, Page{Layout: "group", kind: kindState, num: int32(i)})
		}
	}
	for n, e := range p.index.records {
		page := Page{Layout: layoutOf(e), kind: kindRecord, num: int32(n), Record: true}
		if page.Layout == "group" {
			p.addGroup(lang, p.index.paths[n], len(groupProjects(e)), page)
		} else {
			p.addParts(lang, p.index.paths[n], orderFirst, len(groupProjects(e)), page)
		}
	}
	if p.index.compares() {
		p.add(lang, comparePath, Page{Layout: "compare", kind: kindCompare})
	}
	p.addNotes(lang)
}

func (p *Plan) addNotes(lang string) {
	kinds := map[string]bool{}
	for i, n := range p.Data.Notes {
		if n.Kind == "pages" && n.Slug == "home" {
			continue // it is the home page's introduction
		}
		p.add(lang, notePath(n)+".html", Page{Layout: "note", kind: kindNote, num: int32(i)})
		if n.Kind != "pages" && !kinds[n.Kind] {
			kinds[n.Kind] = true
			p.add(lang, n.Kind+"/index.html", Page{Layout: "notes", kind: kindNotes, num: int32(i)})
		}
	}
}

// addParts plans a list of so many records: X.html, X/2.html, X/largest.html,
// X/largest/2.html.
func (p *Plan) addParts(lang, path string, sorted order, records int, page Page) {
	page.sort = sorted
	for part := 1; part == 1 || (part-1)*perPage < records; part++ {
		page.part = int32(part)
		p.add(lang, partPath(path, sorted, part), page)
		page.Record = false
	}
}

// addGroup plans the page of what projects are grouped by, with its list newest
// first, and the list of the largest where there is something to sort.
func (p *Plan) addGroup(lang, path string, projects int, page Page) {
	p.addParts(lang, path, orderFirst, projects, page)
	if projects > 1 {
		page.Record = false
		p.addParts(lang, path, orderLargest, min(projects, maxLargest), page)
	}
}

// maxLargest is how many projects a group's list of the largest has: whoever
// wants more wants all, which its own address and the downloads give. It keeps
// the pages of a large site to about what its records need.
const maxLargest = 10 * perPage

func partPath(path string, sorted order, part int) string {
	path += sorted.segment()
	if part > 1 {
		path += "/" + strconv.Itoa(part)
	}
	return path + ".html"
}

// orders are the ways a table's list is sorted, the first under its own
// address.
func orders(name string) []order {
	switch name {
	case "projects", "organizations", "agencies", "areas", "districts", "services", "programmes", "calls":
		return []order{orderFirst, orderLargest}
	}
	return []order{orderFirst}
}

// sortLists works out a table's lists in a language, once.
func (p *Plan) sortLists(t table.Table, lang string) {
	name := t.Schema().Info.Name
	set := func(sorted order, list []table.Entity) { p.lists[listKey{name, lang, sorted}] = list }
	switch {
	case name == "projects":
		set(orderFirst, entities(p.index.newest))
		set(orderLargest, entities(p.index.byAward))
		return
	case named[name]:
		sorted := byLabel(t, lang)
		set(orderFirst, sorted)
		p.letters[listKey{name, lang, orderFirst}] = newLetters(lang).index(t, sorted, lang)
	default:
		all := make([]table.Entity, t.Len())
		for i := range all {
			all[i] = t.At(i)
		}
		set(orderFirst, all)
	}
	if len(orders(name)) > 1 {
		set(orderLargest, p.index.largest(t))
	}
}

// named are the tables whose lists are sorted by name.
var named = map[string]bool{"agencies": true, "organizations": true, "venues": true}

// listKey names a list as it is sorted for a language.
type listKey struct {
	table, lang string
	sorted      order
}

func entities[T any, E interface {
	*T
	table.Entity
}](rows []E) []table.Entity {
	out := make([]table.Entity, len(rows))
	for i, r := range rows {
		out[i] = r
	}
	return out
}

// Find is the page at a URL.
func (p *Plan) Find(url string) (*Page, bool) {
	i, ok := slices.BinarySearchFunc(p.Pages, url, func(page Page, url string) int { return cmp.Compare(page.URL, url) })
	if !ok {
		return nil, false
	}
	return &p.Pages[i], true
}

// HasFolder reports whether a page stands somewhere below a folder.
func (p *Plan) HasFolder(name string) bool {
	i, _ := slices.BinarySearchFunc(p.Pages, name+"/", func(page Page, url string) int { return cmp.Compare(page.URL, url) })
	return i < len(p.Pages) && strings.HasPrefix(p.Pages[i].URL, name+"/")
}

// Entity is the record whose first page it is, nil for any other page.
func (p *Plan) Entity(page *Page) table.Entity {
	if page.kind != kindRecord || page.part > 1 || page.sort != orderFirst {
		return nil
	}
	return p.index.records[page.num]
}

// View makes the page's view. It is safe to call from several goroutines.
func (p *Plan) View(page *Page) any {
	c := newContext(p, page)
	switch page.kind {
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

// collisions reports what would occupy one address, also where only the case of
// letters differs: not every system tells them apart. It is said once for each
// of the publisher's files, however many languages it stands in.
func (p *Plan) collisions(l *finding.List) {
	static := make(map[string]string, len(p.static))
	for name := range p.static {
		static[strings.ToLower(name)] = name
	}
	taken := map[string]*Page{} // records have folders of their own
	said := map[finding.Pos]bool{}
	for i := range p.Pages {
		page := &p.Pages[i]
		fold := strings.ToLower(page.URL)
		other := taken[fold]
		if page.kind != kindRecord && other == nil {
			taken[fold] = page
		}
		if other == nil && i > 0 && strings.EqualFold(page.URL, p.Pages[i-1].URL) {
			other = &p.Pages[i-1]
		}
		pos := finding.Pos{File: "static/" + static[fold]}
		if static[fold] == "" {
			if other == nil {
				continue
			}
			if pos = p.origin(page); pos.File == "" {
				pos = p.origin(other)
			}
		}
		if said[pos] {
			continue
		}
		said[pos] = true
		l.Add(finding.Finding{
			Rule: samePageRule, Pos: pos, Value: page.URL,
			Message: finding.Textf("两样内容会占用同一地址 %q", "two things would stand at the address %q", page.URL),
			Hint:    finding.Textf("改一个编号或文件名", "rename one of them"),
		})
	}
}

// origin is the publisher's file that a page is made from, none where it is of
// the program's own.
func (p *Plan) origin(page *Page) finding.Pos {
	switch page.kind {
	case kindRecord:
		return p.index.records[page.num].Rec().Origin.Pos("id")
	case kindNote:
		return finding.Pos{File: p.Data.Notes[page.num].Texts[0].File}
	}
	return finding.Pos{}
}
