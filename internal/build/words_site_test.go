package build_test

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"gongkai/internal/build"
	"gongkai/internal/finding"
	"gongkai/internal/model"

	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"
)

// interfaceWords are the words of the interface: those of the layouts, the
// names of tables and fields, the labels of codes and the titles of rules. A
// word of one language has no place on a page of the other.
func interfaceWords(t *testing.T) map[string]map[string]bool {
	t.Helper()
	raw, err := os.ReadFile("../../layouts/words.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var layouts map[string]map[string]string
	if err := yaml.Unmarshal(raw, &layouts); err != nil {
		t.Fatal(err)
	}
	words := map[string]map[string]bool{"zh": {}, "en": {}}
	add := func(zh, en string) {
		if zh != en {
			words["zh"][zh], words["en"][en] = true, true
		}
	}
	for _, w := range layouts {
		add(w["zh"], w["en"])
	}
	text := func(t finding.Text) { add(t.ZH, t.EN) }
	for _, s := range model.Schemas() {
		text(s.Info.Title)
		text(s.Info.One)
		text(s.Info.About)
		for _, f := range s.Fields {
			text(f.Title)
			text(f.About)
			if f.Enum != nil {
				for _, e := range f.Enum.Values {
					text(e.Title)
				}
			}
		}
	}
	for _, r := range build.Rules() {
		text(r.Title)
		text(r.Why)
		text(r.Fix)
	}
	for lang := range words {
		delete(words[lang], "")
	}
	return words
}

// checkWords finds words of the interface in the other language. What stands
// under a lang of its own, or in code, is the publisher's; a page's title cannot
// tell the languages within it apart.
func (p *page) checkWords(words map[string]map[string]bool, say tell) {
	other := "zh"
	if p.lang == "zh" {
		other = "en"
	}
	see := func(s, where string) {
		s = strings.TrimRight(strings.Join(strings.Fields(s), " "), "。.：: ")
		if words[other][s] && !words[p.lang][s] && where != "a code" {
			say("a word of the interface is in the other language", where+": "+s)
		}
		if p.lang == "en" && hasHan(s) && where != "a code" && where != "title" {
			say("Chinese text is not marked as such", where+": "+s)
		}
	}
	walk(p.root, p.lang, func(n *html.Node, lang string) {
		switch {
		case n.Type == html.TextNode && lang == p.lang && n.Parent != nil && n.Parent.Data != "script":
			where := n.Parent.Data
			if within(n, "code") || inProse(n) || hasClass(n.Parent, "id") || hasClass(n.Parent, "place") {
				where = "a code"
			}
			see(n.Data, where)
		case n.Type == html.ElementNode && lang == p.lang:
			for _, key := range []string{"aria-label", "title", "alt", "placeholder"} {
				if s := attrOf(n, key); s != "" {
					see(s, key)
				}
			}
		}
	})
}

// walk visits every node with the language that it inherits.
func walk(n *html.Node, lang string, visit func(*html.Node, string)) {
	if l, ok := attr(n, "lang"); ok {
		lang = l
	}
	visit(n, lang)
	for c := range n.ChildNodes() {
		walk(c, lang, visit)
	}
}

func within(n *html.Node, element string) bool {
	for a := range n.Ancestors() {
		if a.Data == element {
			return true
		}
	}
	return false
}

// inProse reports whether the text is a sentence, which may name a word of
// another language.
func inProse(n *html.Node) bool {
	for a := range n.Ancestors() {
		if hasClass(a, "prose") || hasClass(a, "sentence") || hasClass(a, "found") {
			return true
		}
	}
	return false
}

func hasClass(n *html.Node, class string) bool {
	for _, c := range strings.Fields(attrOf(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func hasLatin(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}
