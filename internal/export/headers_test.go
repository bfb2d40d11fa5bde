package export

import (
	"strings"
	"testing"
)

func hostFile(t *testing.T, path string) string {
	t.Helper()
	for _, f := range HostFiles() {
		if f.Path == path {
			var b strings.Builder
			if err := f.Write(&b); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
	}
	t.Fatalf("there is no %s", path)
	return ""
}

func TestHostFilesSendTheSameHeaders(t *testing.T) {
	for _, path := range []string{"_headers", "headers/Caddyfile", "headers/nginx.conf"} {
		text := hostFile(t, path)
		for _, want := range []string{
			Policy + "; frame-ancestors 'none'", "Cross-Origin-Opener-Policy", "Referrer-Policy", "X-Content-Type-Options",
			"immutable", "Access-Control-Allow-Origin",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not have %q", path, want)
			}
		}
	}
}
