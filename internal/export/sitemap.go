package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// The limits of the sitemap protocol for one file.
const (
	maxSitemapURLs  = 50_000
	maxSitemapBytes = 50 << 20
)

// Address is a page for search engines, with the same page in every language,
// itself among them; none where the site has one language.
type Address struct {
	URL        string // absolute
	Alternates []Alternate
}

// Alternate is a page in one language.
type Alternate struct{ Lang, URL string }

// SplitSitemap divides addresses into the files of a sitemap.
func SplitSitemap(all []Address) [][]Address {
	return splitSitemap(all, maxSitemapURLs, maxSitemapBytes)
}

func splitSitemap(all []Address, urls, bytes int) [][]Address {
	var files [][]Address
	const empty = len(sitemapHead) + len(sitemapFoot)
	size, from := empty, 0
	for i, a := range all {
		n := a.size()
		if i > from && (i-from == urls || size+n > bytes) {
			files = append(files, all[from:i])
			size, from = empty, i
		}
		size += n
	}
	if from < len(all) {
		files = append(files, all[from:])
	}
	return files
}

const (
	sitemapHead = xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n"
	sitemapFoot = "</urlset>\n"
	indexHead   = xml.Header + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n"
	indexFoot   = "</sitemapindex>\n"
)

// WriteSitemap prints one file of a sitemap.
func WriteSitemap(w io.Writer, addresses []Address) error {
	var b strings.Builder
	b.WriteString(sitemapHead)
	for _, a := range addresses {
		a.write(&b)
	}
	b.WriteString(sitemapFoot)
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteSitemapIndex prints the list of a sitemap's files, by absolute address.
func WriteSitemapIndex(w io.Writer, urls []string) error {
	var b strings.Builder
	b.WriteString(indexHead)
	for _, url := range urls {
		fmt.Fprintf(&b, "<sitemap><loc>%s</loc></sitemap>\n", escapeXML(url))
	}
	b.WriteString(indexFoot)
	_, err := io.WriteString(w, b.String())
	return err
}

func (a Address) write(b *strings.Builder) {
	b.WriteString("<url><loc>" + escapeXML(a.URL) + "</loc>")
	for _, other := range a.Alternates {
		b.WriteString(`<xhtml:link rel="alternate" hreflang="` + escapeXML(other.Lang) + `" href="` + escapeXML(other.URL) + `"/>`)
	}
	b.WriteString("</url>\n")
}

// size is how many bytes write takes.
func (a Address) size() int {
	var b strings.Builder
	a.write(&b)
	return b.Len()
}

func escapeXML(s string) string {
	if !strings.ContainsAny(s, `&<>"'`) {
		return s
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
