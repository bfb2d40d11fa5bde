package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gongkai/internal/build"
)

// realFiles holds published files of several countries, which are not part of
// the project.
const realFiles = "../../../shared/data"

// realSite is a site of files as they were published, and of a mapping of their
// headings.
type realSite struct{ name, files, mapping string }

var realSites = []realSite{
	{"Philadelphia", "us-philadelphia/*.csv", "philadelphia"},
	{"Japan", "jp-jnpo/*.csv", "jnpo"},
	{"Zhongshan", "cn-zhongshan-service-notices/*.csv", "zhongshan"},
}

func (r realSite) open(t *testing.T) *build.Site {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(realFiles, r.files))
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Skipf("the published files are not in %s", realFiles)
	}
	data := filepath.Join(t.TempDir(), "data")
	if err := os.Mkdir(data, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range append(names, "../model/testdata/real/"+r.mapping+"/columns.yaml") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(data, filepath.Base(name)), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, err := build.Open(build.Options{Source: filepath.Dir(data), Preview: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if s.Plan == nil {
		t.Fatal("the site has errors")
	}
	return s
}

// onePerLayout are the first page of every layout in each language.
func onePerLayout(s *build.Site) []string {
	seen := map[string]bool{}
	var urls []string
	for i := range s.Plan.Len() {
		p := s.Plan.Page(i)
		if kind := p.Lang + " " + p.Layout; !seen[kind] {
			seen[kind] = true
			urls = append(urls, p.URL)
		}
	}
	return urls
}

// TestRealSites holds pages of published data, whose texts nobody here chose, to
// what axe and html-validate ask of the demonstration's.
func TestRealSites(t *testing.T) {
	node(t)
	axe, err := os.ReadFile(npm + "axe-core/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	ctx := start(t)
	views := []axeView{{view{1280, "light", ""}, axeAll}, {view{390, "dark", ""}, axeSome}}
	for _, r := range realSites {
		t.Run(r.name, func(t *testing.T) {
			s := r.open(t)
			at, dir := host(t, s).URL+"/", t.TempDir()
			tab, done := chromedp.NewContext(ctx)
			defer done()
			var files []string
			for _, url := range onePerLayout(s) {
				if err := chromedp.Do(tab, chromedp.Navigate(at+url)); err != nil {
					t.Fatalf("%s: %v", url, err)
				}
				if _, err := chromedp.Run(tab, chromedp.Evaluate[bool](string(axe)+";true")); err != nil {
					t.Fatalf("%s: axe does not start: %v", url, err)
				}
				axePage(t, tab, url, views)
				files = append(files, savePage(t, s, dir, url))
			}
			reportMarkup(t, validate(t, files...))
		})
	}
}

// savePage writes a page into the folder dir and gives its path.
func savePage(t *testing.T, s *build.Site, dir, url string) string {
	t.Helper()
	body, ok := bodyOf(t, s, url)
	if !ok {
		t.Fatalf("there is no page %s", url)
	}
	file := filepath.Join(dir, strings.ReplaceAll(url, "/", "_"))
	if err := os.WriteFile(file, body, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}
