package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
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

// PerSitemap is how many addresses one file of a sitemap may hold when none is
// longer than the longest.
func PerSitemap(longest Address) int {
	size := len(longest.append(nil))
	room := maxSitemapBytes - len(sitemapHead) - len(sitemapFoot)
	return max(1, min(maxSitemapURLs, room/size))
}

const (
	sitemapHead = xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n"
	sitemapFoot = "</urlset>\n"
	indexHead   = xml.Header + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n"
	indexFoot   = "</sitemapindex>\n"
)

// WriteSitemap prints one file of a sitemap.
func WriteSitemap(w io.Writer, addresses iter.Seq[Address]) error {
	b := bufio.NewWriter(w)
	b.WriteString(sitemapHead)
	var line []byte
	for a := range addresses {
		line = a.append(line[:0])
		b.Write(line)
	}
	b.WriteString(sitemapFoot)
	return b.Flush() // tells what any of the writes met
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

// append appends the address as a sitemap has it.
func (a Address) append(b []byte) []byte {
	b = append(b, "<url><loc>"...)
	b = append(b, escapeXML(a.URL)...)
	b = append(b, "</loc>"...)
	for _, other := range a.Alternates {
		b = fmt.Appendf(b, `<xhtml:link rel="alternate" hreflang="%s" href="%s"/>`, escapeXML(other.Lang), escapeXML(other.URL))
	}
	return append(b, "</url>\n"...)
}

func escapeXML(s string) string {
	if !strings.ContainsAny(s, `&<>"'`) {
		return s
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
