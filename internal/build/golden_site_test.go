package build_test

import (
	"bytes"
	"flag"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/build"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
)

var update = flag.Bool("update", false, "write what the pages say to the golden files")

// TestWhatPagesSay keeps the words of a small site's pages, in both languages,
// line by line as a reader meets them. Classes and boxes may change freely; what
// is said changes only with -update.
func TestWhatPagesSay(t *testing.T) {
	const golden = "testdata/golden"
	in, err := txtar.ParseFile(golden + "/small.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range in.Files {
		lay(t, dir, map[string]string{f.Name: string(f.Data)})
	}
	site := openSite(t, build.Options{Source: dir})
	crawlSite(t, site, interfaceWords(t))
	for _, tail := range []string{"index", "projects/P1", "projects/P2", "projects/P3", "organizations/O1", "programmes/G1", "payments/Y2", "contracts/C1", "quality", "integrity"} {
		var got strings.Builder
		for _, url := range []string{tail + ".html", "en/" + tail + ".html"} {
			got.WriteString("== " + url + "\n" + said(t, site, url))
		}
		name := path.Join(golden, strings.ReplaceAll(tail, "/", "-")+".txt")
		if *update {
			if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if all, err := filepath.Glob(golden + "/*.txt"); err != nil || len(all) != 10 {
		t.Errorf("there are golden files that no page has, or too few: %v, %v", all, err)
	}
}

// said is what a page's main part says: a line for each block, with the cells
// of a row beside each other.
func said(t *testing.T, s *build.Site, url string) string {
	t.Helper()
	p, ok := s.Plan.Find(url)
	if !ok {
		t.Fatalf("there is no page %s", url)
	}
	var buf bytes.Buffer
	if err := s.Render(&buf, p); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&buf)
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Data == "main" {
			var b strings.Builder
			tellNode(n, &b)
			return tidy(b.String())
		}
	}
	t.Fatalf("%s has no main part", url)
	return ""
}

// blocks are the elements that stand on lines of their own, with their marks.
var blocks = map[string]string{
	"h1": "# ", "h2": "## ", "h3": "### ", "p": "", "li": "- ", "tr": "", "div": "", "section": "", "summary": "", "header": "", "dl": "", "ul": "", "ol": "", "nav": "", "details": "",
}

// tellNode writes a node with a line break around each block.
func tellNode(n *html.Node, b *strings.Builder) {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
		return
	}
	mark, block := blocks[n.Data]
	switch {
	case block:
		b.WriteString("\n" + mark)
	case n.Data == "td" || n.Data == "th":
		b.WriteString(" | ")
	case n.Data == "dd":
		b.WriteString(": ")
	case n.Data == "span":
		b.WriteString(" ")
	}
	for c := range n.ChildNodes() {
		tellNode(c, b)
	}
	if block {
		b.WriteString("\n")
	}
}

// tidy leaves one space between words and no empty line.
func tidy(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.Join(strings.Fields(line), " "); line != "" && line != "-" {
			lines = append(lines, line)
		}
	}
	return strings.Join(slices.Compact(lines), "\n") + "\n"
}
