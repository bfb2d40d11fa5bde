package export

import (
	"fmt"
	"io"
	"strings"
)

// Policy is the content security policy of every page: it loads from its own
// site and runs nothing that stands in the page itself.
const Policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"

// A header is one line of a host's answer.
type header struct{ name, value string }

// A rule is a folder of the site and the headers of its files; "" is the whole
// site. The rules are those of the OWASP Secure Headers Project for a site that
// nobody frames and that asks for nothing elsewhere.
type rule struct {
	folder  string
	headers []header
}

func hostRules() []rule {
	return []rule{
		{"", []header{
			{"Content-Security-Policy", Policy + "; frame-ancestors 'none'"},
			{"Cross-Origin-Opener-Policy", "same-origin"},
			{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"},
			{"Referrer-Policy", "strict-origin-when-cross-origin"},
			{"X-Content-Type-Options", "nosniff"},
		}},
		// Open data may be read by the pages and notebooks of others.
		{"data/", []header{{"Access-Control-Allow-Origin", "*"}}},
		// Their names are the hashes of their content.
		{HashedFolder, []header{{"Cache-Control", "public, max-age=31536000, immutable"}}},
	}
}

// HashedFolder holds the files that are named by the hash of their content, so
// that a browser need never ask for one again.
const HashedFolder = "search/parts/"

// HostFile is a file that tells a host which headers to send.
type HostFile struct {
	Path  string
	Write func(io.Writer) error
}

// HostFiles are the settings of hosts: of Netlify and Cloudflare Pages, which
// read theirs at the root of the site, and for nginx and Caddy, whose
// administrators include them.
func HostFiles() []HostFile {
	return []HostFile{
		{"_headers", writeHostFile(netlify)},
		{"headers/Caddyfile", writeHostFile(caddy)},
		{"headers/nginx.conf", writeHostFile(nginx)},
	}
}

func writeHostFile(text func() string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text())
		return err
	}
}

// netlify is https://docs.netlify.com/routing/headers/, which Cloudflare Pages
// reads too. All rules that match hold.
func netlify() string {
	var b strings.Builder
	for _, r := range hostRules() {
		fmt.Fprintf(&b, "/%s*\n", r.folder)
		for _, h := range r.headers {
			fmt.Fprintf(&b, "  %s: %s\n", h.name, h.value)
		}
	}
	return b.String()
}

func caddy() string {
	var b strings.Builder
	b.WriteString("# Import this file in the block of the site whose root is this folder.\n")
	for i, r := range hostRules() {
		matcher := ""
		if r.folder != "" {
			matcher = fmt.Sprintf("@gongkai%d ", i)
			fmt.Fprintf(&b, "%spath */%s*\n", matcher, r.folder)
		}
		fmt.Fprintf(&b, "header %s{\n", matcher)
		for _, h := range r.headers {
			fmt.Fprintf(&b, "\t%s %q\n", h.name, h.value)
		}
		b.WriteString("}\n")
	}
	return b.String()
}

// nginx repeats the headers of the whole site in each location, since a location
// with headers of its own inherits none.
func nginx() string {
	var b strings.Builder
	b.WriteString("# Include this file in the server block of the site whose root is this folder.\n")
	rules := hostRules()
	for _, r := range rules {
		indent := ""
		if r.folder != "" {
			fmt.Fprintf(&b, "location ~ /%s {\n", strings.ReplaceAll(r.folder, ".", `\.`))
			indent = "\t"
			for _, h := range rules[0].headers {
				fmt.Fprintf(&b, "%sadd_header %s %q always;\n", indent, h.name, h.value)
			}
		}
		for _, h := range r.headers {
			fmt.Fprintf(&b, "%sadd_header %s %q always;\n", indent, h.name, h.value)
		}
		if indent != "" {
			b.WriteString("}\n")
		}
	}
	return b.String()
}
