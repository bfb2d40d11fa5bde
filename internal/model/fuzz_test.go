package model

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// FuzzSettings reads any text as site.yaml: every slip has its place, and what
// is kept can be shown.
func FuzzSettings(f *testing.F) {
	for _, seed := range []string{
		"title: {zh: 公开, en: Open}\npublisher: {name: x, email: a@example.org}\nlanguages: [zh, en]\n",
		"base_url: https://example.org/\nreport: 'mailto:a@example.org?subject={record}'\nrepository: {url: https://example.org, path: '{file}'}\n",
		"checks: {contract-long: {limit: 3, accept: [{record: 'projects:P1', reason: {zh: x}}]}}\nformats: {parquet: no}\n",
		"as_of: 2010-13-01\ncurrency: XYZ\ntimezone: Nowhere\nintegrity: {concentration: {hhi: 1800}}\nocid_prefix: ocds-abc123\n",
		"title: [", "a: &a [*a]\n", "\ttitle: x\n", "title: \"\\u202e\"\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.Contains(text, "\x00") {
			return // which reading refuses before
		}
		var l finding.List
		c := readConfig([]byte(text), &l)
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1 // YAML ends a line with either
		for _, fd := range l.All() {
			if fd.Rule == nil || fd.Pos.Line < 1 || fd.Pos.Line > lines+1 || fd.Message.IsZero() {
				t.Fatalf("%+v", fd)
			}
		}
		for _, s := range []string{c.Licence, c.Publisher.Email, c.BaseURL, c.Report, c.Timezone, c.Publisher.Name.Exact("zh"), c.Title.Plain()} {
			if _, _, hidden := value.Invisible(s); hidden {
				t.Fatalf("%q is kept", s)
			}
		}
	})
}
