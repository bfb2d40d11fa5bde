package serve

import (
	"bytes"
	"fmt"
	"net/http"

	"gongkai/internal/site"
)

// servePage renders a page as the site will have it, and adds what only a
// preview has: the script that reloads it, and last a comment that names its
// layout and whose file won.
func (s *Server) servePage(w http.ResponseWriter, now snapshot, page *site.Page, status int) {
	var buf bytes.Buffer
	if err := now.site.Render(&buf, page); err != nil {
		send(w, http.StatusInternalServerError, "problem.html", s.failurePage(err, now.number))
		return
	}
	html := buf.Bytes()
	if base := now.site.Data.Config.BaseURL; status == http.StatusNotFound && base != "" {
		html = bytes.ReplaceAll(html, []byte(base), []byte("/"))
	}
	comment := fmt.Sprintf("\n<!-- layout %s: %s -->\n", page.Layout, now.site.Layouts.Origin(page.Layout))
	html = append(withScript(html, now.number), comment...)
	send(w, status, "page.html", html)
}

// withScript puts the reloading script at the end of the body; a page need not
// write that end.
func withScript(html []byte, number int) []byte {
	script := fmt.Appendf(nil, `<script src="%s" data-generation="%d"></script>`, scriptPath, number)
	if i := bytes.LastIndex(html, []byte("</body>")); i >= 0 {
		return append(append(bytes.Clone(html[:i]), script...), html[i:]...)
	}
	return append(html, script...)
}
