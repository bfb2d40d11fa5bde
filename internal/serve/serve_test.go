package serve

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/build"
)

// preview is a server of a small site whose files a test can change. Its
// requests go to the handler; changes are read when the test says so.
type preview struct {
	*Server
	t    *testing.T
	dir  string
	host string
}

func newPreview(t *testing.T, files map[string]string) *preview {
	t.Helper()
	p := &preview{t: t, dir: t.TempDir()}
	for name, text := range files {
		p.write(name, text)
	}
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	if p.Server, err = New(Options{Build: build.Options{Source: p.dir}, Lang: "en"}, l); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.watcher.Close() })
	p.host = l.Addr().String()
	return p
}

func smallSite() map[string]string {
	return map[string]string{
		"data/site.yaml":    "title: Sample\nas_of: 2026-01-01\nlanguages: [en]\nbase_url: https://open.example.org/site/\n",
		"data/projects.csv": "id,title\nP1,Meals\n",
	}
}

func (p *preview) write(name, text string) {
	p.t.Helper()
	path := filepath.Join(p.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// do sends a request made by hand, as a hostile client writes it.
func (p *preview) do(method, target string, header ...string) *http.Response {
	p.t.Helper()
	r := httptest.NewRequest(method, "/", nil)
	u, err := url.ParseRequestURI(target) // as the server reads it
	if err != nil {
		p.t.Fatal(err)
	}
	r.URL, r.Host = u, p.host
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	if h := r.Header.Get("Host"); h != "" {
		r.Host = h
	}
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPagesComeFromMemory(t *testing.T) {
	p := newPreview(t, smallSite())
	for _, path := range []string{"/", "/index.html", "/projects/", "/projects/P1.html"} {
		r := p.do("GET", path)
		text := body(t, r)
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "text/html; charset=utf-8" {
			t.Errorf("%s: %s, %q", path, r.Status, r.Header.Get("Content-Type"))
		}
		if !strings.Contains(text, `<script src="/_gongkai/reload.js"`) {
			t.Errorf("%s has no script that reloads it", path)
		}
		if !strings.HasSuffix(text, ": built-in -->\n") {
			t.Errorf("%s ends %q, not by its layout", path, text[max(0, len(text)-60):])
		}
	}
	r := p.do("GET", "/data/projects.csv")
	if text := body(t, r); !strings.Contains(text, "P1") || r.Header.Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Errorf("the table: %s %q", r.Header.Get("Content-Type"), text)
	}
	if r := p.do("GET", "/projects"); r.StatusCode != http.StatusFound || r.Header.Get("Location") != "/projects/" {
		t.Errorf("a folder without its slash: %s to %q", r.Status, r.Header.Get("Location"))
	}
	if _, err := os.Stat(filepath.Join(p.dir, "public")); !os.IsNotExist(err) {
		t.Errorf("a preview wrote files: %v", err)
	}
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	p := newPreview(t, smallSite())
	for _, path := range []string{"/", "/projects/P1.html", "/data/projects.csv", scriptPath, "/nothing", "/.git"} {
		h := p.do("GET", path).Header
		if h.Get("Cache-Control") != "no-store" || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: headers %v", path, h)
		}
	}
}

func TestHeadHasNoBody(t *testing.T) {
	p := newPreview(t, smallSite())
	server := httptest.NewServer(p.Server)
	defer server.Close()
	for _, path := range []string{"/", "/data/projects.csv", scriptPath, eventsPath} {
		r, err := http.NewRequest("HEAD", server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = p.host
		answer, err := server.Client().Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if text := body(t, answer); answer.StatusCode != http.StatusOK || text != "" {
			t.Errorf("HEAD %s: %s, %q", path, answer.Status, text)
		}
	}
}

func TestMissingPageIsTheSitesOwn(t *testing.T) {
	p := newPreview(t, smallSite())
	r := p.do("GET", "/projects/deep/none.html")
	text := body(t, r)
	if r.StatusCode != http.StatusNotFound || !strings.Contains(text, "layout 404") {
		t.Errorf("%s:\n%s", r.Status, text)
	}
	if strings.Contains(text, "https://open.example.org/site/") {
		t.Errorf("it leads to the published site:\n%s", text)
	}
}

func TestOwnLayoutIsNamed(t *testing.T) {
	files := smallSite()
	files["layouts/404.html"] = "<h1>Own</h1>\n"
	p := newPreview(t, files)
	if text := body(t, p.do("GET", "/none.html")); !strings.HasSuffix(text, "<!-- layout 404: layouts/404.html -->\n") {
		t.Errorf("the page ends %q", text[max(0, len(text)-80):])
	}
}

func TestListenTakesThisMachineOnly(t *testing.T) {
	for _, addr := range []string{"127.0.0.1:0", "localhost:0"} {
		l, err := Listen(addr)
		if err != nil {
			t.Errorf("%s: %v", addr, err)
			continue
		}
		l.Close()
	}
	for _, addr := range []string{"0.0.0.0:0", "[::]:0", ":0", "192.0.2.1:80", "example.org:80", "127.0.0.1", "", "127.0.0.1:port"} {
		if l, err := Listen(addr); err == nil {
			l.Close()
			t.Errorf("%q was taken", addr)
		}
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, err := Listen(l.Addr().String()); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("an address in use: %v", err)
	}
}
