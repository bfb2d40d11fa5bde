package model

import (
	"testing"

	"gongkai/internal/finding"
)

func TestAReportAddressLeadsNobodyElsewhere(t *testing.T) {
	for text, ok := range map[string]bool{
		"https://example.org/new?title={record}&body={url}%20{place}": true,
		"https://example.org/new":                                     true,
		"https://example.org":                                         true,
		"http://example.org/{record}#{place}":                         true,
		"mailto:open@example.org":                                     true,
		"mailto:open@example.org?subject={record}&body={url}":         true,
		"https://{record}.example.org/":                               false,
		"https://example.org{record}":                                 false,
		"https://example.org:{record}/":                               false,
		"mailto:{record}@example.org":                                 false,
		"mailto:open@example.org{record}":                             false,
		"mailto:nobody":                                               false,
		"javascript:alert('{record}')":                                false,
		"data:text/html,{record}":                                     false,
		"//example.org/{record}":                                      false,
		"issues/new":                                                  false,
		"https://example.org/{id}":                                    false,
		"https://example.org/{record":                                 false,
		"https://example.org/ {record}":                               false,
		`https://example.org/"{record}`:                               false,
	} {
		l := &finding.List{}
		c := readConfig([]byte("report: \""+escapeYAML(text)+"\"\n"), l)
		if got := c.Report != ""; got != ok || ok != (len(l.All()) == 0) {
			t.Errorf("report: %s is read as %q with %d findings", text, c.Report, len(l.All()))
		}
		for _, f := range l.All() {
			if f.Hint.EN == "" || f.Hint.ZH == "" || f.Pos.Line != 1 {
				t.Errorf("report: %s: the finding is %+v", text, f)
			}
		}
	}
}

// escapeYAML makes a text one that may stand in double quotes.
func escapeYAML(s string) string {
	out := ""
	for _, r := range s {
		if r == '"' || r == '\\' {
			out += `\`
		}
		out += string(r)
	}
	return out
}
