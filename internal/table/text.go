package table

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"gongkai/internal/value"
)

// cleanText is value.Clean with a short way for the characters that nearly all
// cells consist of, which are in normal form already.
func cleanText(s string) string {
	for _, r := range s {
		switch {
		case r < 0x80 && r != '\r', r >= 0x4E00 && r <= 0x9FFF, r >= 0x3000 && r < 0x302A, r >= 0xFF01 && r <= 0xFF5E:
		default:
			return value.Clean(s)
		}
	}
	return strings.TrimSpace(s)
}

// cloneText copies a text out of the row it was cut from.
func cloneText(s string) string { return strings.Clone(s) }

// withoutHidden leaves out characters that cannot be seen.
func withoutHidden(s string) string {
	_, at, found := value.Invisible(s)
	if !found {
		return s
	}
	var b strings.Builder
	for found {
		b.WriteString(s[:at])
		_, size := utf8.DecodeRuneInString(s[at:])
		s = s[at+size:]
		_, at, found = value.Invisible(s)
	}
	b.WriteString(s)
	return b.String()
}

// safeLink allows http, https and mailto addresses and relative paths that
// stay inside the site.
func safeLink(s string) bool {
	if strings.ContainsAny(s, "\\<>\"`\n\t ") {
		return false
	}
	if _, _, found := value.Invisible(s); found {
		return false
	}
	u, err := url.Parse(s)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return u.Opaque != ""
	case "":
		return u.Host == "" && !strings.HasPrefix(s, "/") && !strings.Contains("/"+u.Path+"/", "/../")
	}
	return false
}

// isPoint reads two decimals within the globe.
func isPoint(s string) bool {
	lat, lon, ok := strings.Cut(s, ",")
	return ok && within(lat, 90) && within(lon, 180)
}

func within(s string, limit int64) bool {
	d, p := value.ParseDecimal(strings.TrimSpace(s))
	return p == nil && !d.IsZero() && d.Cmp(value.NewDecimal(limit, 0)) <= 0 && d.Cmp(value.NewDecimal(-limit, 0)) >= 0
}
