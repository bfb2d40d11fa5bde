package build

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"gongkai/internal/export"
	"gongkai/internal/site"
)

const (
	robotsPath  = "robots.txt"
	sitemapPath = "sitemap.xml"
)

// isSitemap reports a path that a sitemap may take.
func isSitemap(path string) bool {
	return strings.HasPrefix(path, "sitemap") && strings.HasSuffix(path, ".xml") && !strings.Contains(path, "/")
}

// addSitemap lists what search engines read. A sitemap has absolute addresses
// only: a site that does not know its own has none.
func (s *Site) addSitemap(plan *site.Plan) {
	base, sitemap := s.Data.Config.BaseURL, ""
	if base != "" {
		sitemap = base + sitemapPath
		a := addresser{plan: plan, base: base}
		s.addSitemapFiles(a, export.PerSitemap(a.longest()))
	}
	if _, own := s.outputs.byPath[robotsPath]; !own {
		s.add(Output{robotsPath, func(w io.Writer) error { return export.WriteRobots(w, sitemap) }})
	}
}

// addSitemapFiles divides the plan's pages among files of so many pages.
func (s *Site) addSitemapFiles(a addresser, pages int) {
	n := a.plan.Len()
	if n <= pages {
		s.add(Output{sitemapPath, func(w io.Writer) error { return export.WriteSitemap(w, a.pages(0, n)) }})
		return
	}
	var urls []string
	for from := 0; from < n; from += pages {
		name := fmt.Sprintf("sitemap-%d.xml", len(urls)+1)
		urls = append(urls, a.base+name)
		s.add(Output{name, func(w io.Writer) error { return export.WriteSitemap(w, a.pages(from, min(from+pages, n))) }})
	}
	s.add(Output{sitemapPath, func(w io.Writer) error { return export.WriteSitemapIndex(w, urls) }})
}

// addresser makes the addresses of a plan's pages when they are written: held
// all together they would be the largest part of a large plan.
type addresser struct {
	plan *site.Plan
	base string
}

// pages are the addresses of some of the plan's pages, without the page for
// what is not there.
func (a addresser) pages(from, to int) iter.Seq[export.Address] {
	return func(yield func(export.Address) bool) {
		for i := from; i < to; i++ {
			page := a.plan.Page(i)
			if tail := a.tail(page); tail != "404.html" && !yield(a.address(page, tail)) {
				return
			}
		}
	}
}

// tail is a page's path below the root of its language.
func (a addresser) tail(page *site.Page) string {
	return strings.TrimPrefix(page.URL, a.prefix(page.Lang))
}

// prefix is where the pages of a language begin: the first stands at the root.
func (a addresser) prefix(lang string) string {
	if lang == a.plan.Data.Config.Languages[0] {
		return ""
	}
	return lang + "/"
}

// address is a page with its counterparts in all languages.
func (a addresser) address(page *site.Page, tail string) export.Address {
	out := export.Address{URL: a.base + page.URL}
	langs := a.plan.Data.Config.Languages
	if len(langs) == 1 {
		return out
	}
	for _, lang := range langs {
		url := a.prefix(lang) + tail
		if a.plan.Has(url) {
			out.Alternates = append(out.Alternates, export.Alternate{Lang: lang, URL: a.base + url})
		}
	}
	return out
}

// longest is an address at least as long as that of any page.
func (a addresser) longest() export.Address {
	url := ""
	for i := range a.plan.Len() {
		if page := a.plan.Page(i).URL; len(page) > len(url) {
			url = page
		}
	}
	// Counterparts are pages of the plan too: none is longer.
	out := export.Address{URL: a.base + url}
	for _, lang := range a.plan.Data.Config.Languages {
		out.Alternates = append(out.Alternates, export.Alternate{Lang: lang, URL: out.URL})
	}
	return out
}
