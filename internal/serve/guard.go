package serve

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// hostNames are the names, with the port, by which a browser on this machine
// reaches the server. Any other name in a request was pointed here by somebody
// else.
func hostNames(addr net.Addr) map[string]bool {
	own, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return nil
	}
	names := map[string]bool{}
	for _, host := range []string{own, "localhost", "127.0.0.1", "::1"} {
		names[net.JoinHostPort(host, port)] = true
		if port == "80" { // which browsers leave out
			names[host] = true
			names["["+host+"]"] = true
		}
	}
	return names
}

// refusal is why a request is not answered: a status and a sentence; 0 for one
// that is.
func (s *Server) refusal(r *http.Request) (status int, why string) {
	switch {
	case !s.hosts[strings.ToLower(r.Host)]:
		return http.StatusMisdirectedRequest, "the preview answers to localhost only"
	case !s.sameOrigin(r.Header.Get("Origin")):
		return http.StatusForbidden, "the preview answers to its own pages only"
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return http.StatusMethodNotAllowed, "the preview answers GET and HEAD"
	case !plainPath(r.URL):
		return http.StatusBadRequest, "no page has such an address"
	}
	return 0, ""
}

// sameOrigin allows requests without an Origin, as following a link makes, and
// those of the preview's own pages.
func (s *Server) sameOrigin(origin string) bool {
	if origin == "" {
		return true
	}
	host, ok := strings.CutPrefix(strings.ToLower(origin), "http://")
	return ok && s.hosts[host]
}

// plainPath reports whether a path can be that of a file of a site. Files are
// looked up in lists and never on the disk, so nothing else could be reached;
// what tries to is told so all the same.
func plainPath(u *url.URL) bool {
	if !strings.HasPrefix(u.Path, "/") {
		return false
	}
	written := strings.ToLower(u.EscapedPath())
	for _, hidden := range []string{"%2e", "%2f", "%5c", "//"} {
		if strings.Contains(written, hidden) {
			return false
		}
	}
	for _, r := range u.Path {
		if r < ' ' || r == 0x7f || r == '\\' {
			return false
		}
	}
	return !strings.Contains(u.Path, "/.")
}
