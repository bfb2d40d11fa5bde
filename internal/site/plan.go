// Package site decides every page of a site before a byte is rendered: its
// address, its layout and its typed view. A page is a pure function of the
// dataset and its address, so pages can be rendered in any order, on many
// cores, or one at a time for a preview. Start with New and Plan.View.
package site

import (
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
	Data *model.Dataset

	entries  []entry // of one language's pages, sorted by their addresses there
	runs     []run   // of all languages, in the order of URLs
	o        Options
	findings []finding.Finding // of the whole run, for the quality page
	static   map[string]bool
	index    *index
	around   sync.Map            // navigation and foot, by Frame.Key
	large    sync.Mutex          // held while a page sums over very many projects
	lists    map[listKey][]int32 // rows of tables, in an order that is not theirs
	letters  map[listKey][]letter
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
	p := &Plan{Data: d, o: o, static: map[string]bool{}, index: newIndex(d), lists: map[listKey][]int32{}, letters: map[listKey][]letter{}}
	for _, s := range o.Static {
		p.static[s] = true
	}
	p.sortLists()
	p.arrange(p.pages())
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

// pages lists one language's pages.
func (p *Plan) pages() []entry {
	x := p.index
	pages := make([]entry, 0, x.pages())
	add := func(when bool, kinds ...kind) {
		for _, k := range kinds {
			if when {
				pages = append(pages, entry{kind: k})
			}
		}
	}
	add(true, kindHome, kindQuality, kindData, kindNotFound, kindSearch)
	add(p.o.Preview, kindStyle)
	add(len(p.o.Rules) > 0, kindChecks)
	add(p.o.Review != nil, kindIntegrity)
	add(x.hasChanges(p.Data), kindChanges)
	add(len(p.Data.Glossary) > 0, kindGlossary)
	add(len(x.years) > 0, kindYears)
	add(x.compares(), kindCompare)
	for i, t := range x.tables {
		if t.Len() == 0 {
			continue
		}
		for _, sorted := range p.orders(t) {
			pages = addParts(pages, p.listLen(t, sorted), entry{kind: kindList, num: int32(i), sort: sorted})
		}
	}
	for _, y := range x.years {
		pages = addGroup(pages, len(x.byYear[y]), entry{kind: kindYear, num: int32(y)})
	}
	for i, s := range projectStates() {
		if n := len(x.byState[s]); n > 0 {
			pages = addGroup(pages, n, entry{kind: kindState, num: int32(i)})
		}
	}
	for n := range int32(x.len()) {
		e := x.record(n)
		page := entry{kind: kindRecord, num: n}
		if layoutOf(e) == "group" {
			pages = addGroup(pages, len(model.ProjectsOf(e)), page)
		} else {
			pages = addParts(pages, len(model.ProjectsOf(e)), page)
		}
	}
	return p.addNotes(pages)
}

func (p *Plan) addNotes(pages []entry) []entry {
	kinds := map[string]bool{}
	for i, n := range p.Data.Notes {
		if n.Kind == "pages" && n.Slug == "home" {
			continue // it is the home page's introduction
		}
		pages = append(pages, entry{kind: kindNote, num: int32(i)})
		if n.Kind != "pages" && !kinds[n.Kind] {
			kinds[n.Kind] = true
			pages = append(pages, entry{kind: kindNotes, num: int32(i)})
		}
	}
	return pages
}

// addParts plans a list of so many records: X.html, X/2.html, X/largest.html,
// X/largest/2.html.
func addParts(pages []entry, records int, page entry) []entry {
	for part := 1; part == 1 || (part-1)*perPage < records; part++ {
		page.part = int32(part)
		pages = append(pages, page)
	}
	return pages
}

// addGroup plans the page of what projects are grouped by, with its list newest
// first, and the list of the largest where there is something to sort.
func addGroup(pages []entry, projects int, page entry) []entry {
	pages = addParts(pages, projects, page)
	if projects > 1 {
		page.sort = orderLargest
		pages = addParts(pages, min(projects, maxLargest), page)
	}
	return pages
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

// Entity is the record whose first page it is, nil for any other page.
func (p *Plan) Entity(page *Page) table.Entity {
	if page.kind != kindRecord || page.part > 1 || page.sort != orderFirst {
		return nil
	}
	return p.index.record(page.num)
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
	var page, before *Page
	for i := range p.Len() {
		page, before = p.Page(i), page
		fold := strings.ToLower(page.URL)
		other := taken[fold]
		if page.kind != kindRecord && other == nil {
			taken[fold] = page
		}
		if other == nil && before != nil && strings.EqualFold(page.URL, before.URL) {
			other = before
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
		return p.index.record(page.num).Rec().Origin.Pos("id")
	case kindNote:
		return finding.Pos{File: p.Data.Notes[page.num].Texts[0].File}
	}
	return finding.Pos{}
}
