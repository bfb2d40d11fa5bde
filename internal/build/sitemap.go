package build

import (
	"fmt"
	"io"
	"slices"
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
		s.addSitemapFiles(base, export.SplitSitemap(addresses(plan, base)))
	}
	if _, own := s.outputs.byPath[robotsPath]; !own {
		s.add(Output{robotsPath, func(w io.Writer) error { return export.WriteRobots(w, sitemap) }})
	}
}

func (s *Site) addSitemapFiles(base string, files [][]export.Address) {
	if len(files) == 1 {
		s.add(Output{sitemapPath, func(w io.Writer) error { return export.WriteSitemap(w, files[0]) }})
		return
	}
	var urls []string
	for i, part := range files {
		name := fmt.Sprintf("sitemap-%d.xml", i+1)
		urls = append(urls, base+name)
		s.add(Output{name, func(w io.Writer) error { return export.WriteSitemap(w, part) }})
	}
	s.add(Output{sitemapPath, func(w io.Writer) error { return export.WriteSitemapIndex(w, urls) }})
}

// addresses are the plan's pages for search engines, without the page for what
// is not there.
func addresses(plan *site.Plan, base string) []export.Address {
	langs := plan.Data.Config.Languages
	prefixes := make([]string, len(langs)) // the first language stands at the root
	for i, lang := range langs[1:] {
		prefixes[i+1] = lang + "/"
	}
	all := make([]export.Address, 0, len(plan.Pages))
	for i := range plan.Pages {
		page := &plan.Pages[i]
		tail := strings.TrimPrefix(page.URL, prefixes[slices.Index(langs, page.Lang)])
		if tail == "404.html" {
			continue
		}
		a := export.Address{URL: base + page.URL}
		for j, lang := range langs {
			if _, ok := plan.Find(prefixes[j] + tail); ok && len(langs) > 1 {
				a.Alternates = append(a.Alternates, export.Alternate{Lang: lang, URL: base + prefixes[j] + tail})
			}
		}
		all = append(all, a)
	}
	return all
}
