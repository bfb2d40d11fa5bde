package browser

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/build"
	"gongkai/layouts"
)

// npm holds what .ci/tools installs with node.
const npm = "../../.ci/npm/node_modules/"

// node gives the path of node, or skips the test where there is none or the
// packages of .ci/npm are missing.
func node(t *testing.T) string {
	t.Helper()
	binary, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: make tools sets it up where it can")
	}
	if found, _ := filepath.Glob(npm + "axe-core/axe.min.js"); found == nil {
		t.Skip("the packages of .ci/npm are not installed: make tools sets them up")
	}
	return binary
}

// demonstration opens the demonstration site, as a preview does.
func demonstration(t *testing.T) *build.Site {
	t.Helper()
	s, err := build.Open(build.Options{Source: "../..", Preview: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if s.Plan == nil {
		t.Fatal("the demonstration site has errors")
	}
	return s
}

// kinds are one page of each kind that the site's plan has, by their path below
// a language's root: those of pages, and the first of every layout that is not
// among them. A layout that the demonstration has no page of is reported, since
// nothing here would look at it.
func kinds(t *testing.T, s *build.Site) []string {
	t.Helper()
	tails := slices.Clone(pages)
	seen := map[string]bool{}
	for _, tail := range pages {
		p, ok := s.Plan.Find(tail)
		if !ok {
			t.Fatalf("the demonstration site has no page %s", tail)
		}
		seen[p.Layout] = true
	}
	for i := range s.Plan.Len() {
		if p := s.Plan.Page(i); p.Lang == s.Data.Config.Languages[0] && !seen[p.Layout] {
			seen[p.Layout] = true
			tails = append(tails, p.URL)
		}
	}
	files, err := layouts.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name, isLayout := strings.CutSuffix(f.Name(), ".html")
		if isLayout && name != "base" && !seen[name] {
			t.Errorf("no page of the demonstration site has the layout %s: no browser looks at it", f.Name())
		}
	}
	return tails
}

// host serves the site as a host does that compresses, pages made on request.
func host(t *testing.T, s *build.Site) *httptest.Server {
	t.Helper()
	types := map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
		".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json", ".json": "application/json",
	}
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		body, ok := bodyOf(t, s, name)
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Cache-Control", "no-store") // every visit is a first one
		if kind := types[path.Ext(name)]; kind != "" {
			w.Header().Set("Content-Type", kind)
			w.Header().Set("Content-Encoding", "gzip")
			body = packed(body)
		}
		_, _ = w.Write(body)
	}))
	t.Cleanup(h.Close)
	return h
}

// bodyOf makes a page or a file of the site. What a host serves at any depth has
// its links to the site's address turned to this host.
func bodyOf(t *testing.T, s *build.Site, name string) ([]byte, bool) {
	var buf bytes.Buffer
	if p, ok := s.Plan.Find(name); ok {
		if err := s.Render(&buf, p); err != nil {
			t.Errorf("%s: %v", name, err)
			return nil, false
		}
		if base := s.Data.Config.BaseURL; base != "" {
			return bytes.ReplaceAll(buf.Bytes(), []byte(`href="`+base), []byte(`href="/`)), true
		}
		return buf.Bytes(), true
	}
	out, ok := s.Output(name)
	if !ok {
		return nil, false
	}
	if err := out.Write(&buf); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return buf.Bytes(), true
}

func packed(b []byte) []byte {
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	_, _ = w.Write(b) // a buffer takes all
	_ = w.Close()
	return buf.Bytes()
}
