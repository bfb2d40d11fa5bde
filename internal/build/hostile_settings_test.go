package build_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gongkai/internal/build"
	"gongkai/internal/finding"
	"gongkai/internal/render"
)

// settings are the keys of site.yaml that take a text, each on a line; %s is it.
var settings = []string{
	"title: {zh: %[1]s, en: %[1]s}",
	"publisher:",
	"  name: {zh: %[1]s, en: %[1]s}",
	"  credit_code: %s",
	"  email: %s",
	"  website: %s",
	"base_url: %s",
	"currency: %s",
	"timezone: %s",
	"licence: %s",
	"as_of: %s",
	"report: %s",
	"ocid_prefix: %s",
	"languages: [zh, en, %s]",
	"repository:",
	"  url: https://example.org/repository",
	"  path: %s",
	"  history: %s",
	"checks:",
	"  payments-above-award: {accept: [{record: projects:P1, reason: %s}]}",
}

// TestHostileSettingsStayText puts hostile texts into each setting that
// takes one. A setting that is refused is taken out, and the rest is looked at.
func TestHostileSettingsStayText(t *testing.T) {
	reused := openSite(t, build.Options{Source: siteWith(t, nil)}).Layouts
	learned := &look{t: t, shapes: map[string]bool{}, hosts: map[string]string{}, learning: true}
	seen := &look{t: t, shapes: learned.shapes, hosts: learned.hosts, slips: map[string][]string{}}
	plain := map[int]string{6: "https://example.org/open/", 7: "CNY", 10: "2011-06-30", 11: "https://example.org/report?of={record}", 12: "ocds-abc123", 5: "https://example.org/", 4: "office@example.org"}
	lookAtSettings(t, learned, reused, func(line int) string {
		if s := plain[line]; s != "" {
			return s
		}
		return "word"
	})
	lookAtSettings(t, learned, reused, func(line int) string { return map[int]string{0: "word"}[line] })
	for i, text := range hostileTexts(t) {
		if os.Getenv(long) == "" && i%6 != 0 {
			continue
		}
		lookAtSettings(t, seen, reused, func(int) string { return text })
	}
	seen.report()
}

func lookAtSettings(t *testing.T, k *look, layouts *render.Layouts, text func(line int) string) {
	t.Helper()
	lines := make([]string, len(settings))
	for i, form := range settings {
		if lines[i] = form; strings.Contains(form, "%") {
			lines[i] = fmt.Sprintf(form, strconv.QuoteToASCII(text(i)))
		}
	}
	s := openWithout(t, layouts, lines)
	defer s.Close()
	for _, tail := range []string{"index.html", "404.html", "about.html", "data/index.html", "quality.html", "projects/P1.html", "projects/index.html"} {
		for _, url := range []string{tail, "en/" + tail} {
			page, ok := s.Plan.Find(url)
			if !ok {
				continue
			}
			var buf bytes.Buffer
			if err := s.Render(&buf, page); err != nil {
				t.Fatal(err)
			}
			k.page(url, buf.Bytes())
		}
	}
	for _, path := range []string{"site.webmanifest", "_headers", "headers/nginx.conf", "headers/Caddyfile", "feed.xml", "feed.json", "sitemap.xml", "robots.txt",
		"data/catalog.jsonld", "data/datapackage.json", "data/ocds/releases.json", "data/360giving.json", "projects/P1.json", "data/projects-excel.csv"} {
		out, ok := s.Output(path)
		if !ok {
			continue
		}
		var buf bytes.Buffer
		if err := out.Write(&buf); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if path != "robots.txt" { // which names the site's address
			k.file(path, buf.Bytes())
		}
	}
}

// siteWith lays out a small site with the lines as its site.yaml.
func siteWith(t *testing.T, lines []string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	lay(t, dir, map[string]string{
		"data/site.yaml":         strings.Join(lines, "\n") + "\n",
		"data/projects.csv":      "id,title,organization,year,amount_awarded,amount_paid\nP1,送餐,示例社,2010,1500,1600\n",
		"content/pages/about.md": "# About\n\nText.\n",
	})
	return dir
}

// openWithout opens a small site, without the lines of site.yaml that are
// refused.
func openWithout(t *testing.T, layouts *render.Layouts, lines []string) *build.Site {
	t.Helper()
	for range len(lines) {
		s, err := build.Open(build.Options{Source: siteWith(t, lines), Layouts: layouts})
		if err != nil {
			t.Fatal(err)
		}
		checkPrinted(t, s.Findings.All())
		if !s.Findings.HasErrors() {
			return s
		}
		s.Close()
		for _, f := range s.Findings.All() {
			if f.Severity == finding.Error && (f.Pos.File != "data/site.yaml" || f.Pos.Line == 0) {
				t.Fatalf("%s:%d: %s [%s]", f.Pos.File, f.Pos.Line, f.Message.EN, f.Rule.ID)
			}
			if f.Severity == finding.Error {
				lines[f.Pos.Line-1] = ""
			}
		}
	}
	t.Fatal("there are always more errors")
	return nil
}
