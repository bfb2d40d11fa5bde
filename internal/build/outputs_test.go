package build

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryFileCanBeMadeOnRequest(t *testing.T) {
	s := open(t, small())
	whole := s.inMemory(t, 2)
	for _, path := range whole.Paths() {
		if page, ok := s.Plan.Find(path); ok {
			var b bytes.Buffer
			if err := s.Render(&b, page); err != nil || b.String() != get(t, whole, path) {
				t.Errorf("%s is another page on request: %v", path, err)
			}
			continue
		}
		out, ok := s.Output(path)
		if !ok {
			t.Errorf("%s is no output", path)
			continue
		}
		var b bytes.Buffer
		if err := out.Write(&b); err != nil || b.String() != get(t, whole, path) {
			t.Errorf("%s is another file on request: %v", path, err)
		}
	}
	for _, path := range []string{"", "nothing", "projects/P9.json", "projects/P1", "data/P1.json", "../data/site.yaml"} {
		if _, ok := s.Output(path); ok {
			t.Errorf("there is an output at %q", path)
		}
	}
}

func TestARecordsJSONStandsBesideItsPage(t *testing.T) {
	files := small()
	files["data/projects.csv"] = "id,title\n示例 1,送餐\nCON,探访\nP.1,Plain\n"
	s := open(t, files)
	tree := s.inMemory(t, 1)
	n := 0
	for _, path := range tree.Paths() {
		tail, ok := strings.CutPrefix(path, "projects/")
		if !ok || !strings.HasSuffix(tail, ".json") {
			continue
		}
		n++
		get(t, tree, strings.TrimSuffix(path, ".json")+".html")
		if _, ok := s.Output(path); !ok {
			t.Errorf("%s is not found on request", path)
		}
	}
	if n != 3 {
		t.Errorf("%d records have JSON, want 3", n)
	}
}

func TestTheSitesOwnAssetsWin(t *testing.T) {
	files := small()
	files["static/favicon.svg"] = "<svg/>"
	files["static/robots.txt"] = "User-agent: *\nDisallow: /\n"
	files["static/tools.go"] = "package static\n"
	tree := open(t, files).inMemory(t, 1)
	for path, want := range map[string]string{
		"documents/report.pdf": "report", "favicon.svg": "<svg/>", "robots.txt": files["static/robots.txt"],
	} {
		if got := get(t, tree, path); got != want {
			t.Errorf("%s is %q", path, got)
		}
	}
	get(t, tree, "css/site.css")
	if _, ok := tree.Get("tools.go"); ok {
		t.Error("the Go file that embeds assets was published")
	}
}

func TestTheStyleSheetIsJoinedFromPartsOfWhichAnyMayBeTheSites(t *testing.T) {
	files := small()
	files["static/css/tokens.css"] = ":root { --paper: #123456; }\n"
	tree := open(t, files).inMemory(t, 1)
	if sheet := get(t, tree, "css/site.css"); !strings.Contains(sheet, "--paper:#123456") || !strings.Contains(sheet, ".chip{") {
		t.Errorf("the style sheet lacks the site's part or a built-in one: %q", sheet)
	}
	if _, ok := tree.Get("css/tokens.css"); ok {
		t.Error("a part of the style sheet was published by itself")
	}
	files["static/css/site.css"] = "p { color: red; }\n"
	if sheet := get(t, open(t, files).inMemory(t, 1), "css/site.css"); sheet != files["static/css/site.css"] {
		t.Errorf("the site's own style sheet became %q", sheet)
	}
}

func TestAssetsThatCannotStandWhereTheyWouldAreFindings(t *testing.T) {
	for name, want := range map[string]string{
		"static/documents/con.pdf":   "static/documents/con.pdf: asset-name",
		"static/documents/a:b.pdf":   "static/documents/a:b.pdf: asset-name",
		`static/a\b.pdf`:             `static/a\b.pdf: asset-name`,
		"static/LPT1/x.pdf":          "static/LPT1/x.pdf: asset-name",
		"static/end. /x.pdf":         "static/end. /x.pdf: asset-name",
		"static/data/projects.csv":   "static/data/projects.csv: occupied-address",
		"static/data/index.json":     "static/data/index.json: occupied-address",
		"static/projects/P1.json":    "static/projects/P1.json: occupied-address",
		"static/sitemap.xml":         "static/sitemap.xml: occupied-address",
		"static/projects":            "static/projects: occupied-address",
		"static/index.html/x":        "static/index.html/x: occupied-address",
		"static/data/payments.csv":   "",
		"static/documents/data.json": "",
	} {
		files := small()
		files[name] = "text"
		if got := errorsOf(open(t, files)); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	// Where a page stands, which the plan says; also where only the case differs.
	for _, name := range []string{"static/index.html", "static/Index.html", "static/projects/P1.html"} {
		files := small()
		files[name] = "text"
		if got := errorsOf(open(t, files)); got != name+": same-address" {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestALinkInStaticIsNotFollowed(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	secret := filepath.Join(t.TempDir(), "secret")
	write(t, filepath.Dir(secret), map[string]string{"secret": "secret"})
	if err := os.Symlink(secret, filepath.Join(dir, "static", "documents", "link.pdf")); err != nil {
		t.Skip(err)
	}
	s := openDir(t, Options{Source: dir})
	if got := errorsOf(s); !strings.HasPrefix(got, "static/documents/link.pdf: ") {
		t.Errorf("got %q", got)
	}
}

func TestTheSitemapHasEveryPageButTheMissingOne(t *testing.T) {
	s := open(t, small())
	tree := s.inMemory(t, 1)
	text := get(t, tree, "sitemap.xml")
	for i := range s.Plan.Len() {
		url := s.Plan.Page(i).URL
		listed := strings.Contains(text, "<loc>https://example.org/open/"+url+"</loc>")
		if missing := strings.HasSuffix(url, "404.html"); listed == missing {
			t.Errorf("%s: listed is %v", url, listed)
		}
	}
	pair := `hreflang="en" href="https://example.org/open/en/projects/P1.html"`
	if strings.Count(text, pair) != 2 {
		t.Errorf("the two pages of P1 do not both name %s", pair)
	}
	if got := get(t, tree, "robots.txt"); !strings.Contains(got, "\nSitemap: https://example.org/open/sitemap.xml\n") {
		t.Errorf("robots.txt is %q", got)
	}
	files := small()
	files["data/site.yaml"] = "languages: [en]\n"
	if _, ok := open(t, files).inMemory(t, 1).Get("sitemap.xml"); ok {
		t.Error("a site that does not know its address has a sitemap")
	}
}

func TestALargeSitemapIsDividedWithoutLoss(t *testing.T) {
	s := open(t, small())
	whole := get(t, s.inMemory(t, 1), "sitemap.xml")
	n := s.Plan.Len()
	parts := &Site{outputs: outputs{byPath: map[string]Output{}}}
	parts.addSitemapFiles(addresser{plan: s.Plan, base: "https://example.org/open/"}, 3)
	var entries, index strings.Builder
	for _, out := range parts.outputs.last {
		var b strings.Builder
		if err := out.Write(&b); err != nil {
			t.Fatal(err)
		}
		if out.Path == "sitemap.xml" {
			index.WriteString(b.String())
			continue
		}
		for line := range strings.Lines(b.String()) {
			if strings.HasPrefix(line, "<url>") {
				entries.WriteString(line)
			}
		}
	}
	if !strings.Contains(whole, ">\n"+entries.String()+"</urlset>") {
		t.Errorf("the parts hold\n%s\nthe whole is\n%s", entries.String(), whole)
	}
	if got := strings.Count(index.String(), "<loc>https://example.org/open/sitemap-"); got != (n+2)/3 {
		t.Errorf("%d parts are listed of %d pages:\n%s", got, n, index.String())
	}
}

func TestTheIndexListsTheTablesAndPatterns(t *testing.T) {
	var got struct {
		Files    []struct{ Path string }
		Patterns []struct {
			Path  string
			Files int
		}
	}
	tree := open(t, small()).inMemory(t, 2)
	if err := json.Unmarshal([]byte(get(t, tree, "data/index.json")), &got); err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, f := range got.Files {
		listed[f.Path] = true
		get(t, tree, f.Path)
	}
	n := 0
	for _, path := range tree.Paths() {
		switch {
		case path == "data/index.json" || listed[path] || strings.HasSuffix(path, ".html"):
		case strings.HasPrefix(path, "data/slices/") || strings.HasPrefix(path, "data/ocds/projects/"):
			n++
		case strings.HasPrefix(path, "feeds/") || path == "feed.xml":
			n++
		case strings.HasPrefix(path, "data/"), strings.HasPrefix(path, "integrity"):
			t.Errorf("%s is not listed", path)
		case strings.HasSuffix(path, ".json"):
			n++
		}
	}
	records := 0
	for _, p := range got.Patterns {
		records += p.Files
	}
	if n != records || n == 0 {
		t.Errorf("the patterns stand for %d files, there are %d", records, n)
	}
}
