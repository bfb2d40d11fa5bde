package build

import "testing"

func TestALayoutWithActiveOrForeignPartsIsRefused(t *testing.T) {
	for text, line := range map[string]int{
		"<p>{{.Title}}</p>\n<script>x()</script>":                              2,
		"<p\nonclick=\"x()\">a</p>":                                            1,
		"<p style=\"color:red\">a</p>":                                         1,
		"<style>p{}</style>":                                                   1,
		"<img src=\"https://example.org/x.png\" alt=\"\">":                     1,
		"<img src=\"//example.org/x.png\" alt=\"\">":                           1,
		"<link rel=\"stylesheet\" href=\"https://example.org/x.css\">":         1,
		"\n\n<a href=\" java\tscript:x()\">a</a>":                              3,
		"<iframe src=\"x\"></iframe>":                                          1,
		"<base href=\"/\">":                                                    1,
		"<p>\n\xB1\xEA</p>":                                                    2,
		"<a href=\"https://example.org/\">a</a>":                               0,
		"<a href=\"{{.Home}}\" title=\"{{if eq .Lang \"zh\"}}a{{end}}\">a</a>": 0,
		"<link rel=\"license\" href=\"https://example.org/\">":                 0,
		"<img src=\"logo.svg\" alt=\"\"><script src=\"x.js\"></script>":        0,
		"<script type=\"application/ld+json\">{}</script>":                     0,
	} {
		got, what, bad := refusedInLayout([]byte(text))
		if got != line || bad != (line > 0) || bad == (what.EN == "") || bad == (what.ZH == "") {
			t.Errorf("%q: refused at line %d for %q, want line %d", text, got, what.EN, line)
		}
	}
}

func TestAFolderInPlaceOfALayoutIsAFinding(t *testing.T) {
	files := small()
	files["layouts/404.html/x"] = "text"
	if got := errorsOf(open(t, files)); got != "layouts/404.html: bad-layout" {
		t.Errorf("got %q", got)
	}
}
