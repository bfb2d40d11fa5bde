package site

import (
	"slices"
	"strings"

	"gongkai/internal/value"
)

// frame is the part that every page has.
func (c *context) frame(title string, crumbs ...Link) Frame {
	cfg := &c.plan.Data.Config
	siteTitle, _ := c.text(cfg.Title)
	f := Frame{
		Lang: c.lang, Title: title, SiteTitle: siteTitle, Path: c.tail,
		Home: c.href("index.html"), Up: c.up, Root: c.root,
		Alternates: c.alternates(), Key: c.key(),
		Demo: cfg.Demonstration, Layout: c.page.Layout,
	}
	if cfg.HasFeeds() {
		f.Feed = c.root + "feed.xml"
	}
	f.Nav, f.Foot = c.plan.chrome(f.Key, c)
	f.Description = title + " — " + siteTitle
	f.Base = cfg.BaseURL
	if cfg.BaseURL != "" && c.page.kind != kindNotFound {
		f.Canonical = cfg.BaseURL + c.page.URL
	}
	if c.page.kind != kindHome {
		f.Crumbs = append([]Link{{Text: c.t("首页", "Home"), Href: f.Home}}, crumbs...)
	}
	return f
}

var languageNames = map[string]string{"zh": "中文", "en": "English"}

func (c *context) alternates() []Alternate {
	langs := c.plan.Data.Config.Languages
	if len(langs) < 2 {
		return nil
	}
	var alts []Alternate
	for _, lang := range langs {
		url := c.plan.prefix(lang) + c.tail
		a := Alternate{Lang: lang, Label: languageNames[lang], Href: c.root + url, URL: c.root + url, Self: lang == c.lang}
		if base := c.plan.Data.Config.BaseURL; base != "" {
			a.URL = base + url
		}
		alts = append(alts, a)
	}
	return alts
}

// key tells pages apart that differ in what is around them: by language, by
// depth and by section.
func (c *context) key() string {
	section := ""
	for _, name := range navTables {
		if strings.HasPrefix(c.tail, name+"/") {
			section = name
		}
	}
	for _, name := range []string{"years", "policies", "data"} {
		if strings.HasPrefix(c.tail, name+"/") {
			section = name
		}
	}
	return c.lang + " " + c.up + " " + section
}

// chrome is the navigation and the foot of the pages with a key, worked out for
// the first of them.
func (p *Plan) chrome(key string, c *context) ([]Link, Foot) {
	if got, ok := p.around.Load(key); ok {
		a := got.(around)
		return a.nav, a.foot
	}
	a := around{c.nav(), c.foot()}
	p.around.Store(key, a)
	return a.nav, a.foot
}

type around struct {
	nav  []Link
	foot Foot
}

// navTables are the tables of the main navigation.
var navTables = []string{"projects", "organizations", "agencies", "areas", "districts", "programmes", "calls"}

// nav leads to the main lists, those that have records.
func (c *context) nav() []Link {
	var nav []Link
	add := func(text, path string) {
		section, _, _ := strings.Cut(path, "/")
		nav = append(nav, Link{Text: text, Href: c.href(path), Current: c.tail == path || strings.HasPrefix(c.tail, section+"/")})
	}
	for _, name := range navTables {
		t := c.plan.index.tables[c.plan.index.byName[name]]
		if t.Len() > 0 {
			add(c.say(t.Schema().Info.Title), name+"/index.html")
		}
	}
	if len(c.plan.index.years) > 0 {
		add(c.t("年度", "Years"), "years/index.html")
	}
	if c.hasNotes("policies") {
		add(c.t("政策", "Policies"), "policies/index.html")
	}
	add(c.t("数据", "Data"), "data/index.html")
	return nav
}

func (c *context) hasNotes(kind string) bool {
	for _, n := range c.plan.Data.Notes {
		if n.Kind == kind {
			return true
		}
	}
	return false
}

func (c *context) foot() Foot {
	cfg := &c.plan.Data.Config
	name, _ := c.text(cfg.Publisher.Name)
	f := Foot{Publisher: name, Website: cfg.Publisher.Website, Email: cfg.Publisher.Email, Licence: cfg.Licence}
	if !cfg.AsOf.IsZero() {
		f.AsOf = cfg.AsOf.Format(c.lang)
	}
	add := func(text, path string) { f.Links = append(f.Links, Link{Text: text, Href: c.href(path)}) }
	for _, n := range c.plan.Data.Notes {
		if n.Kind == "pages" && n.Slug != "home" {
			t := n.In(c.lang)
			add(value.Visible(t.Title), notePath(n)+".html")
		}
	}
	if c.hasNotes("stories") {
		add(c.t("故事", "Stories"), "stories/index.html")
	}
	if c.hasNotes("handbook") {
		add(c.t("手册", "Handbook"), "handbook/index.html")
	}
	if len(c.plan.Data.Glossary) > 0 {
		add(c.t("术语", "Glossary"), "glossary.html")
	}
	add(c.t("搜索", "Search"), "search.html")
	if c.plan.index.compares() {
		add(c.t("比较", "Compare"), comparePath)
	}
	if c.plan.o.Review != nil {
		add(c.integrityTitle(), integrityPage)
	}
	if c.plan.index.hasChanges(c.plan.Data) {
		add(c.t("更新与更正", "Changes and corrections"), "changes.html")
	}
	add(c.t("数据质量", "Data quality"), "quality.html")
	add(c.t("下载与字段说明", "Downloads and dictionary"), "data/index.html")
	return f
}

// tableCrumb leads from a record to its table's list.
func (c *context) tableCrumb(name string) Link {
	t := c.plan.index.tables[c.plan.index.byName[name]]
	return Link{Text: c.say(t.Schema().Info.Title), Href: c.href(name + "/index.html")}
}

// otherNames are a text's other languages.
func (c *context) otherNames(t value.Text) []Link {
	shown, _ := t.In(c.lang)
	var links []Link
	for _, lang := range t.Langs() {
		if s := t.Exact(lang); s != shown && !slices.ContainsFunc(links, func(l Link) bool { return l.Text == s }) {
			links = append(links, Link{Text: value.Visible(s), Lang: lang})
		}
	}
	return links
}
