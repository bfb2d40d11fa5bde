package serve

import (
	"net/http"
	"net/url"
	"testing"
)

func TestForeignHostsAreRefused(t *testing.T) {
	p := newPreview(t, smallSite())
	_, port, _ := cutPort(p.host)
	for _, host := range []string{"localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port, "LOCALHOST:" + port} {
		if r := p.do("GET", "/", "Host", host); r.StatusCode != http.StatusOK {
			t.Errorf("Host %q: %s", host, r.Status)
		}
	}
	for _, host := range []string{
		"evil.example", "evil.example:" + port, "localhost", "127.0.0.1", "localhost.evil.example:" + port,
		"127.0.0.1.nip.io:" + port, "localhost:1", "0.0.0.0:" + port, "localhost:" + port + ".evil.example",
	} {
		for _, path := range []string{"/", eventsPath, scriptPath, "/data/projects.csv"} {
			if r := p.do("GET", path, "Host", host); r.StatusCode != http.StatusMisdirectedRequest {
				t.Errorf("Host %q, %s: %s", host, path, r.Status)
			}
		}
	}
}

func cutPort(host string) (name, port string, ok bool) {
	u, err := url.Parse("http://" + host)
	if err != nil {
		return "", "", false
	}
	return u.Hostname(), u.Port(), true
}

func TestForeignOriginsAreRefused(t *testing.T) {
	p := newPreview(t, smallSite())
	for origin, want := range map[string]int{
		"http://" + p.host: http.StatusOK, "https://" + p.host: http.StatusForbidden, "null": http.StatusForbidden,
		"http://evil.example": http.StatusForbidden, "file://": http.StatusForbidden,
	} {
		if r := p.do("GET", "/", "Origin", origin); r.StatusCode != want {
			t.Errorf("Origin %q: %s, want %d", origin, r.Status, want)
		}
	}
}

func TestOnlyReadingMethods(t *testing.T) {
	p := newPreview(t, smallSite())
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"} {
		if r := p.do(method, "/"); r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %s", method, r.Status)
		}
	}
}

func TestPathsThatLeadAwayAreRefused(t *testing.T) {
	files := smallSite()
	files[".env"] = "SECRET"
	files["static/.hidden"] = "SECRET"
	p := newPreview(t, files)
	for _, path := range []string{
		"/../data/site.yaml", "/..%2fdata%2fsite.yaml", "/%2e%2e/data/site.yaml", "/%2E%2E%2Fdata/site.yaml", "/..%5cdata",
		"/..\\data\\site.yaml", "/data\\projects.csv", "/%5c%5cserver%5cshare", "/.env", "/.git/config", "/static/.hidden", "/.hidden",
		"/projects/./P1.html", "/projects/../index.html", "//evil.example/", "/projects//P1.html", "/a%00b", "/a%0d%0ab", "/%252e%252e/data/site.yaml",
		"/data/site.yaml", "/layouts/base.html", "/data/", "/css/", "/_gongkai/", "/_gongkai/other", "/C:/data", "/public/index.html",
	} {
		r := p.do("GET", path)
		if path == "/data/" && r.StatusCode == http.StatusOK { // the page of downloads, no listing
			continue
		}
		if r.StatusCode < 400 || r.StatusCode >= 500 {
			t.Errorf("%s: %s", path, r.Status)
		}
	}
}

func TestPanicsAreAnswered(t *testing.T) {
	p := newPreview(t, smallSite())
	p.now.site.Plan = nil // a page cannot be found in it
	if r := p.do("GET", "/"); r.StatusCode != http.StatusInternalServerError {
		t.Errorf("a panic was answered by %s", r.Status)
	}
	if r := p.do("GET", scriptPath); r.StatusCode != http.StatusOK {
		t.Errorf("the request after it: %s", r.Status)
	}
}
