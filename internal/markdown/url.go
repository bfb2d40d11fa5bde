package markdown

import (
	"net/url"
	"strings"
	"unicode"
)

// target says what an address is to a page.
type target uint8

const (
	unsafe   target = iota // outside the allow-list; never written
	external               // http or https on a host
	mail                   // mailto
	fragment               // a place on the page itself
	relative               // within the site
)

// classify is the allow-list for addresses. It works on the decoded text of the
// destination, refuses what browsers drop or read as something else before they
// look for a scheme (control characters, spaces at the ends, backslashes), and
// takes no scheme that it does not know.
func classify(dest string) target {
	if dest != strings.TrimSpace(dest) || strings.ContainsFunc(dest, deceptive) {
		return unsafe
	}
	if unescaped, err := url.PathUnescape(dest); err == nil && strings.ContainsFunc(unescaped, unicode.IsControl) {
		return unsafe
	}
	if strings.HasPrefix(dest, "#") {
		return fragment
	}
	end := strings.IndexAny(dest, ":/?#")
	if end < 0 || dest[end] != ':' {
		return classifyRelative(dest)
	}
	switch strings.ToLower(dest[:end]) {
	case "http", "https":
		u, err := url.Parse(dest)
		if err != nil || u.Hostname() == "" || u.User != nil || strings.ContainsAny(u.Host, quoted) {
			return unsafe // a name before @ makes one host look like another
		}
		return external
	case "mailto":
		return mail
	}
	return unsafe
}

// classifyRelative refuses what leaves the site without a scheme, and a scheme
// behind percent signs: browsers do not decode it, others on the way might.
func classifyRelative(dest string) target {
	if strings.HasPrefix(dest, "//") {
		return unsafe
	}
	for range 4 {
		decoded, err := url.PathUnescape(dest)
		if err != nil || decoded == dest {
			break
		}
		dest = decoded
	}
	if end := strings.IndexAny(dest, ":/?#\\"); end >= 0 && dest[end] == ':' {
		return unsafe
	}
	if strings.HasPrefix(dest, "//") || strings.Contains(dest, "\\") {
		return unsafe
	}
	return relative
}

// deceptive are characters that no address needs and that hide what it is.
func deceptive(r rune) bool {
	return r == '\\' || r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// quoted are characters of ASCII that an address has behind percent signs only, and
// a host not at all.
const quoted = "\"'<>`{}|^\\"

// attribute writes an address for an HTML attribute: characters outside the ASCII
// of addresses as percent signs, those already there kept.
func attribute(dest string) string {
	var b strings.Builder
	for _, c := range []byte(dest) {
		if c > ' ' && c < 0x7F && !strings.ContainsRune(quoted, rune(c)) {
			b.WriteByte(c)
			continue
		}
		const hex = "0123456789ABCDEF"
		b.Write([]byte{'%', hex[c>>4], hex[c&15]})
	}
	return escape(b.String())
}
