package build_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"net/url"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"gongkai/internal/build"
	"gongkai/internal/export"
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/site"
	"gongkai/internal/table"
)

// crawl renders and checks every page of a site, then what pages say of each
// other. Pages are rendered and let go, so a large site needs little memory.
type crawl struct {
	t     *testing.T
	site  *build.Site
	words map[string]map[string]bool // nil where the publisher's texts may be in any language

	mu    sync.Mutex
	slips map[string][]string // by kind: "page: detail"
	pages map[string]*seen
	files map[string]bool // addresses beside the pages: whether one is a file

	records *export.Records
}

// seen is what is kept of a page.
type seen struct {
	lang      string
	ids       map[string]bool
	to        []string          // pages it links to, resolved
	fragments map[string]string // link as written, by "page#id"
	alternate map[string]string
}

// openSite opens a site that has no errors.
func openSite(t *testing.T, o build.Options) *build.Site {
	t.Helper()
	s, err := build.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, f := range s.Findings.All() {
		if f.Severity == finding.Error {
			t.Errorf("%s:%d: %s [%s]", f.Pos.File, f.Pos.Line, f.Message.EN, f.Rule.ID)
		}
	}
	if s.Plan == nil {
		t.Fatal("the site has errors, so it has no pages")
	}
	return s
}

// crawlSite checks a whole site.
func crawlSite(t *testing.T, s *build.Site, words map[string]map[string]bool) *crawl {
	t.Helper()
	c := &crawl{t: t, site: s, words: words, slips: map[string][]string{}, pages: map[string]*seen{}, files: map[string]bool{}}
	c.records = export.NewRecords(s.Data, func(path string) bool { _, ok := s.Plan.Find(path); return ok })
	for i := range c.records.Len() {
		if path, ok := c.records.Path(c.records.At(i)); ok {
			c.files[path] = true
		}
	}
	c.visitAll()
	c.checkFragments()
	c.checkAlternates()
	c.checkReach()
	c.checkRecords()
	c.report()
	return c
}

func (c *crawl) say(url, kind, detail string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.slips[kind] = append(c.slips[kind], url+": "+detail)
}

// report says each kind of slip once, with the first few pages that have it.
func (c *crawl) report() {
	c.t.Helper()
	kinds := make([]string, 0, len(c.slips))
	for k := range c.slips {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		list := c.slips[k]
		slices.Sort(list)
		c.t.Errorf("%s, %d times:\n\t%s", k, len(list), strings.Join(spread(list), "\n\t"))
	}
}

// spread is at most a dozen of a sorted list, one of each folder first.
func spread(list []string) []string {
	var out []string
	folder := ""
	for _, s := range list {
		url, _, _ := strings.Cut(s, ":")
		if f := path.Dir(url); f != folder && len(out) < 40 {
			folder = f
			out = append(out, s)
		}
	}
	if len(out) < 4 {
		return list[:min(6, len(list))]
	}
	return out
}

// visitAll renders the pages on every core.
func (c *crawl) visitAll() {
	plan := c.site.Plan
	next := make(chan *site.Page)
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			var buf bytes.Buffer
			for p := range next {
				buf.Reset()
				if err := c.site.Render(&buf, p); err != nil {
					c.say(p.URL, "cannot be rendered", err.Error())
					continue
				}
				c.visit(p, buf.Bytes())
			}
		})
	}
	for i := range plan.Len() {
		next <- plan.Page(i)
	}
	close(next)
	all.Wait()
}

func (c *crawl) visit(planned *site.Page, raw []byte) {
	say := func(kind, detail string) { c.say(planned.URL, kind, detail) }
	p := parsePage(planned.URL, planned.Lang, raw, say)
	if p.root == nil {
		return
	}
	p.check(c.site.Data.Config.BaseURL, say)
	if c.words != nil {
		p.checkWords(c.words, say)
	}
	s := &seen{lang: p.lang, ids: p.ids, fragments: map[string]string{}, alternate: p.alternate}
	for _, n := range p.all {
		for _, key := range []string{"href", "src"} {
			if to, ok := attr(n, key); ok {
				c.link(p, s, n.Data, to, say)
			}
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pages[p.url] = s
}

// link checks one address and remembers where it leads.
func (c *crawl) link(p *page, s *seen, element, to string, say tell) {
	u, err := url.Parse(to)
	base := c.site.Data.Config.BaseURL
	notFound := path.Base(p.url) == "404.html"
	switch {
	case to == "" || err != nil:
		say("an address that leads nowhere", element+" "+to)
		return
	case notFound && strings.HasPrefix(to, cmp.Or(base, "/")):
		u, _ = url.Parse(strings.TrimPrefix(to, cmp.Or(base, "/")))
	case u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "mailto":
		if element != "a" && element != "link" {
			say("a third party is asked", element+" "+to)
		}
		return
	case u.Scheme != "" || strings.HasPrefix(to, "/"):
		say("an address that is not relative", element+" "+to)
		return
	case notFound && !strings.HasPrefix(to, "#"):
		say("the page for what is not there has a relative address", to)
		return
	}
	target := p.url
	if u.Path != "" {
		target = path.Join(path.Dir(p.url), u.Path)
		if notFound {
			target = path.Clean(u.Path)
		}
	}
	if !c.exists(target) {
		say("a dead link", to)
		return
	}
	if strings.HasSuffix(target, ".html") && target != p.url {
		s.to = append(s.to, target)
	}
	if u.Fragment != "" {
		s.fragments[target+"#"+u.Fragment] = to
	}
}

// exists reports whether the built tree has a file of the path.
func (c *crawl) exists(path string) bool {
	if _, ok := c.site.Plan.Find(path); ok {
		return true
	}
	c.mu.Lock()
	known, asked := c.files[path]
	c.mu.Unlock()
	if asked {
		return known
	}
	_, ok := c.site.Output(path)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files[path] = ok
	return ok
}

func (c *crawl) checkFragments() {
	for from, s := range c.pages {
		for target, written := range s.fragments {
			file, id, _ := strings.Cut(target, "#")
			if to := c.pages[file]; to != nil && !to.ids[id] {
				c.say(from, "a link to a part of a page that is not there", written)
			}
		}
	}
}

// checkAlternates holds pairs of languages against each other: each page names
// all its languages, and they name it.
func (c *crawl) checkAlternates() {
	cfg := &c.site.Data.Config
	if len(cfg.Languages) < 2 {
		return
	}
	for from, s := range c.pages {
		for _, lang := range cfg.Languages {
			to, ok := c.resolve(from, s.alternate[lang])
			other := c.pages[to]
			if !ok || other == nil || other.lang != lang {
				c.say(from, "a language has no page", lang+" "+s.alternate[lang])
				continue
			}
			if back, _ := c.resolve(to, other.alternate[s.lang]); back != from {
				c.say(from, "a page of another language does not name this one", to)
			}
		}
	}
}

func (c *crawl) resolve(from, href string) (string, bool) {
	if href == "" {
		return "", false
	}
	if base := c.site.Data.Config.BaseURL; base != "" {
		return strings.CutPrefix(href, base)
	}
	if rooted, ok := strings.CutPrefix(href, "/"); ok {
		return rooted, true // only the page for what is not there has such
	}
	return path.Join(path.Dir(from), href), true
}

// checkReach follows links from each language's first page, within the
// language: every page must be met.
func (c *crawl) checkReach() {
	cfg := &c.site.Data.Config
	for i, lang := range cfg.Languages {
		start := "index.html"
		if i > 0 {
			start = lang + "/index.html"
		}
		met := map[string]bool{start: true}
		queue := []string{start}
		for len(queue) > 0 {
			at := c.pages[queue[0]]
			queue = queue[1:]
			if at == nil {
				continue
			}
			for _, to := range at.to {
				if next := c.pages[to]; next != nil && next.lang == lang && !met[to] {
					met[to] = true
					queue = append(queue, to)
				}
			}
		}
		for url, s := range c.pages {
			if s.lang == lang && !met[url] && path.Base(url) != "404.html" {
				c.say(url, "no link leads here from the first page", "")
			}
		}
	}
}

// checkRecords looks for every record's page in every language and its JSON.
func (c *crawl) checkRecords() {
	cfg := &c.site.Data.Config
	for _, t := range c.site.Data.Tables() {
		for i := range t.Len() {
			e := t.At(i)
			address := model.Path(e)
			for j, lang := range cfg.Languages {
				url := address + ".html"
				if j > 0 {
					url = lang + "/" + url
				}
				if c.pages[url] == nil {
					c.say(url, "a record has no page", e.Rec().ID)
				}
			}
			if err := c.checkJSON(address, e); err != nil {
				c.say(address+".json", "the JSON of a record", err.Error())
			}
		}
	}
}

func (c *crawl) checkJSON(address string, e table.Entity) error {
	if !c.files[address+".json"] {
		return fmt.Errorf("is not there")
	}
	var buf bytes.Buffer
	if err := c.records.Write(&buf, e); err != nil {
		return err
	}
	var record struct {
		ID   string `json:"id"`
		Type string `json:"type"`
		URL  string `json:"url"`
	}
	if err := json.Unmarshal(buf.Bytes(), &record); err != nil {
		return err
	}
	id, name := e.Rec().ID, e.Table().Name
	if record.ID != id || record.Type != name || !strings.HasSuffix(record.URL, address+".html") {
		return fmt.Errorf("names itself %q %q %q, the record is %s:%s", record.Type, record.ID, record.URL, name, id)
	}
	return nil
}

func TestEveryPageOfTheDemonstrationSite(t *testing.T) {
	c := crawlSite(t, openSite(t, build.Options{Source: "../.."}), interfaceWords(t))
	if len(c.pages) < 10_000 {
		t.Errorf("the demonstration site has %d pages only", len(c.pages))
	}
}
