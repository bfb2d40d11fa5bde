package site

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"
)

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

// entry is a page as the plan holds it. A large site has millions: its address
// and layout are worked out when somebody asks.
type entry struct {
	num, part int32
	kind      kind
	sort      order
	lang      uint8 // among the site's languages
}

// pageKinds has what the pages of a kind have in common: the layout, "" where it
// is the record's own, and the address below the language's root where there is
// only one such page.
var pageKinds = [...]struct{ layout, tail string }{
	kindHome:      {"home", "index.html"},
	kindList:      {"list", ""},
	kindRecord:    {"", ""},
	kindYears:     {"list", "years/index.html"},
	kindYear:      {"group", ""},
	kindState:     {"group", ""},
	kindChanges:   {"changes", "changes.html"},
	kindNotes:     {"notes", ""},
	kindNote:      {"note", ""},
	kindData:      {"data", "data/index.html"},
	kindQuality:   {"quality", "quality.html"},
	kindGlossary:  {"glossary", "glossary.html"},
	kindChecks:    {"checks", checksPath},
	kindNotFound:  {"404", "404.html"},
	kindSearch:    {"search", "search.html"},
	kindCompare:   {"compare", comparePath},
	kindIntegrity: {"integrity", integrityPage},
	kindStyle:     {"style", stylePath},
}

// run is a stretch of one language's pages among those of all in the order of URLs.
type run struct {
	at   int // place of its first page
	from int // number of that page in its language
	lang uint8
}

// Len is the number of pages.
func (p *Plan) Len() int { return len(p.entries) * len(p.Data.Config.Languages) }

// Page is a page by its place in the order of URLs.
func (p *Plan) Page(i int) *Page { return p.page(p.entry(i)) }

// entry is what is held of the page at a place in the order of URLs.
func (p *Plan) entry(i int) entry {
	next := sort.Search(len(p.runs), func(r int) bool { return p.runs[r].at > i })
	r := p.runs[next-1]
	e := p.entries[r.from+i-r.at]
	e.lang = r.lang
	return e
}

func (p *Plan) page(e entry) *Page {
	page := &Page{
		URL: string(p.appendURL(nil, e)), Layout: pageKinds[e.kind].layout, Lang: p.Data.Config.Languages[e.lang],
		kind: e.kind, num: e.num, part: e.part, sort: e.sort,
	}
	first := e.part <= 1 && e.sort == orderFirst
	page.Record = first && (e.kind == kindRecord || e.kind == kindYear)
	if e.kind == kindRecord {
		page.Layout = layoutOf(p.index.record(e.num))
	}
	return page
}

// appendURL adds a page's address below the site's root.
func (p *Plan) appendURL(b []byte, e entry) []byte {
	if e.lang > 0 {
		b = append(append(b, p.Data.Config.Languages[e.lang]...), '/')
	}
	return p.appendTail(b, e)
}

// appendTail adds a page's address below the root of its language.
func (p *Plan) appendTail(b []byte, e entry) []byte {
	switch e.kind {
	case kindList:
		b = append(append(b, p.index.tables[e.num].Schema().Info.Name...), "/index"...)
	case kindRecord:
		b = p.index.appendPath(b, e.num)
	case kindYear:
		b = strconv.AppendInt(append(b, "years/"...), int64(e.num), 10)
	case kindState:
		b = append(b, statePath(projectStates()[e.num])...)
	case kindNotes:
		return append(append(b, p.Data.Notes[e.num].Kind...), "/index.html"...)
	case kindNote:
		return append(append(b, notePath(p.Data.Notes[e.num])...), ".html"...)
	default:
		return append(b, pageKinds[e.kind].tail...)
	}
	b = append(b, e.sort.segment()...)
	if e.part > 1 {
		b = strconv.AppendInt(append(b, '/'), int64(e.part), 10)
	}
	return append(b, ".html"...)
}

// arrange puts the pages of one language in the order of their addresses, and
// finds in which stretches they follow one another when those of all languages
// do: each language has the same.
func (p *Plan) arrange(pages []entry) {
	var a, b []byte
	slices.SortFunc(pages, func(x, y entry) int {
		a, b = p.appendTail(a[:0], x), p.appendTail(b[:0], y)
		return cmp.Or(bytes.Compare(a, b), cmp.Compare(x.kind, y.kind), cmp.Compare(x.num, y.num))
	})
	p.entries = pages
	next := make([]int, len(p.Data.Config.Languages))
	heads := make([][]byte, len(next))
	for lang := range next {
		heads[lang] = p.head(heads[lang], lang, 0)
	}
	for at := 0; at < p.Len(); {
		lang, rival := foremost(heads)
		from := next[lang]
		for heads[lang] != nil && (rival == nil || bytes.Compare(heads[lang], rival) <= 0) {
			next[lang]++
			heads[lang] = p.head(heads[lang], lang, next[lang])
		}
		p.runs = append(p.runs, run{at, from, uint8(lang)})
		at += next[lang] - from
	}
}

// head is the address of a language's page by its number there, in b's room; nil
// after the last.
func (p *Plan) head(b []byte, lang, n int) []byte {
	if n == len(p.entries) {
		return nil
	}
	e := p.entries[n]
	e.lang = uint8(lang)
	return p.appendURL(b[:0], e)
}

// foremost is the language with the first address, and the next one after it, nil
// where there is none.
func foremost(heads [][]byte) (lang int, rival []byte) {
	lang = -1
	for i, head := range heads {
		switch {
		case head == nil:
		case lang < 0:
			lang = i
		case bytes.Compare(head, heads[lang]) < 0:
			lang, rival = i, heads[lang]
		case rival == nil || bytes.Compare(head, rival) < 0:
			rival = head
		}
	}
	return lang, rival
}

// find is the place of the first page whose URL is not less than one.
func (p *Plan) find(url string) (i int, found bool) {
	var room [256]byte
	want := []byte(url)
	return sort.Find(p.Len(), func(i int) int {
		return bytes.Compare(want, p.appendURL(room[:0], p.entry(i)))
	})
}

// Find is the page at a URL.
func (p *Plan) Find(url string) (*Page, bool) {
	i, ok := p.find(url)
	if !ok {
		return nil, false
	}
	return p.Page(i), true
}

// Has reports whether there is a page at a URL.
func (p *Plan) Has(url string) bool {
	_, ok := p.find(url)
	return ok
}

// HasFolder reports whether a page stands somewhere below a folder.
func (p *Plan) HasFolder(name string) bool {
	i, _ := p.find(name + "/")
	return i < p.Len() && strings.HasPrefix(string(p.appendURL(nil, p.entry(i))), name+"/")
}
