package serve

import (
	_ "embed"
	"fmt"
	"net/http"
	"strings"
)

// The addresses of the preview's own files. No page of a site has an underscore
// first in its path.
const (
	eventsPath = "/_gongkai/events"
	scriptPath = "/_gongkai/reload.js"
	stylePath  = "/_gongkai/preview.css"
)

var (
	//go:embed assets/reload.js
	reloadScript []byte
	//go:embed assets/preview.css
	previewStyle []byte
)

// ServeHTTP answers one request: it refuses what is not meant for a preview,
// waits for a change that is being read, and serves the page or file.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer survive(w)
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if status, why := s.refusal(r); status != 0 {
		if status == http.StatusMethodNotAllowed {
			h.Set("Allow", "GET, HEAD")
		}
		http.Error(w, why, status)
		return
	}
	switch r.URL.Path {
	case eventsPath:
		s.serveEvents(w, r)
		return
	case scriptPath:
		send(w, http.StatusOK, "reload.js", reloadScript)
		return
	case stylePath:
		send(w, http.StatusOK, "preview.css", previewStyle)
		return
	}
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
	case <-r.Context().Done():
		return
	}
	s.await(r.Context())
	now := s.take()
	defer now.site.release()
	s.serveFile(w, r, now)
}

// survive answers a panic by a status: a preview outlives its pages' mistakes.
func survive(w http.ResponseWriter) {
	switch p := recover(); p {
	case nil:
	case http.ErrAbortHandler:
		panic(p)
	default:
		http.Error(w, fmt.Sprintf("this page could not be made: %v", p), http.StatusInternalServerError)
	}
}

// serveFile answers from one state of the site.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request, now snapshot) {
	path := strings.TrimPrefix(r.URL.Path, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	// Style and pictures of the last good site stay while its pages are broken.
	if now.problem != nil && (now.site == nil || isPage(path)) {
		send(w, http.StatusServiceUnavailable, "problem.html", now.problem)
		return
	}
	if page, ok := now.site.Plan.Find(path); ok {
		s.servePage(w, now, page, http.StatusOK)
		return
	}
	if out, ok := now.site.Output(path); ok {
		w.Header().Set("Content-Type", contentType(path))
		if r.Method == http.MethodHead {
			return
		}
		if err := out.Write(w); err != nil {
			panic(http.ErrAbortHandler) // the browser must not take a part for the whole
		}
		return
	}
	if _, ok := now.site.Plan.Find(path + "/index.html"); ok {
		http.Redirect(w, r, r.URL.EscapedPath()+"/", http.StatusFound)
		return
	}
	s.serveNotFound(w, now, path)
}

// isPage reports whether a path is one that people look at.
func isPage(path string) bool {
	return strings.HasSuffix(path, ".html") || !strings.Contains(path, ".")
}

// serveNotFound shows the site's own page for it, in the language of the path.
// Its links lead to the site's base_url, which here is the preview.
func (s *Server) serveNotFound(w http.ResponseWriter, now snapshot, path string) {
	names := []string{"404.html"}
	if lang, _, ok := strings.Cut(path, "/"); ok {
		names = []string{lang + "/404.html", "404.html"}
	}
	for _, name := range names {
		if page, ok := now.site.Plan.Find(name); ok {
			s.servePage(w, now, page, http.StatusNotFound)
			return
		}
	}
	http.Error(w, "there is no such page", http.StatusNotFound)
}

// send writes a file that is whole in memory.
func send(w http.ResponseWriter, status int, name string, data []byte) {
	w.Header().Set("Content-Type", contentType(name))
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	w.WriteHeader(status)
	w.Write(data) // an error is a browser that went away
}

// contentType tells a file's type by its name, the same on every machine.
func contentType(name string) string {
	types := map[string]string{
		"html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
		"mjs": "text/javascript; charset=utf-8", "txt": "text/plain; charset=utf-8", "md": "text/plain; charset=utf-8",
		"csv": "text/csv; charset=utf-8", "json": "application/json", "geojson": "application/geo+json",
		"ndjson": "application/x-ndjson", "xml": "application/xml", "svg": "image/svg+xml", "png": "image/png",
		"jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "ico": "image/x-icon",
		"woff2": "font/woff2", "woff": "font/woff", "pdf": "application/pdf", "gz": "application/gzip",
		"zip": "application/zip", "wasm": "application/wasm",
	}
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		if t, ok := types[strings.ToLower(name[i+1:])]; ok {
			return t
		}
	}
	return "application/octet-stream"
}
