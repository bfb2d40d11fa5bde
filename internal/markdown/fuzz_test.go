package markdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzHTML holds whatever a note says against the list of what may come out.
func FuzzHTML(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range strings.Split(string(text), "\n=== ") {
			f.Add([]byte(c))
		}
	}
	for _, src := range hostile(300) {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		doc := Parse(src)
		html, problems := doc.HTML(testSite{})
		if fault := audit(string(html)); fault != "" {
			t.Errorf("%s in %s", fault, html)
		}
		if !utf8.ValidString(string(html)) {
			t.Error("the HTML is not UTF-8")
		}
		for _, p := range problems {
			if p.Line < 1 || p.Col < 1 || p.Message == "" || p.MessageZH == "" {
				t.Errorf("problem without place or words: %+v", p)
			}
		}
		if n := utf8.RuneCountInString(doc.Plain(20)); n > 20 {
			t.Errorf("Plain(20) has %d characters", n)
		}
	})
}
