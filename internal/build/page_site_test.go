package build_test

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongkai/internal/export"

	"golang.org/x/net/html"
)

// page is a rendered page, parsed once for every check.
type page struct {
	url, lang string
	raw       []byte
	root      *html.Node
	all       []*html.Node // every element, in document order
	ids       map[string]bool
	title     string
	alternate map[string]string // address in other languages, by hreflang
}

// tell reports what is wrong with a page: the kind of slip and where.
type tell func(kind, detail string)

// parsePage parses a page. What the parser had to mend is a slip: the elements
// written must be the elements of the tree.
func parsePage(url, lang string, raw []byte, say tell) *page {
	p := &page{url: url, lang: lang, raw: raw, ids: map[string]bool{}, alternate: map[string]string{}}
	root, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		say("does not parse", err.Error())
		return p
	}
	p.root = root
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			p.all = append(p.all, n)
		}
	}
	p.checkForm(say)
	return p
}

var voidElements = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// checkForm compares the tags as written with the tree: none unclosed, crossed
// over, implied or moved, no attribute twice.
func (p *page) checkForm(say tell) {
	if !bytes.HasPrefix(p.raw, []byte("<!DOCTYPE html>")) && !bytes.HasPrefix(p.raw, []byte("<!doctype html>")) {
		say("begins with no doctype", string(p.raw[:min(40, len(p.raw))]))
	}
	z := html.NewTokenizer(bytes.NewReader(p.raw))
	var open []string
	at := 0
	foreign := 0 // depth within svg, where a tag may close itself
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				say("an element is not closed", open[len(open)-1])
			}
			if at != len(p.all) {
				say("the parser had to mend the page", "elements were implied at its end")
			}
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			twice(tok, say)
			if at >= len(p.all) || !strings.EqualFold(p.all[at].Data, tok.Data) {
				say("the parser had to mend the page", "at <"+tok.Data+"> after "+strings.Join(open, " "))
				return
			}
			at++
			if tok.Data == "svg" {
				foreign++
			}
			if slices.Contains(voidElements, tok.Data) || foreign > 0 && tok.Type == html.SelfClosingTagToken {
				continue
			}
			open = append(open, tok.Data)
		case html.EndTagToken:
			name := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				say("an end tag closes nothing", "</"+name+"> within "+strings.Join(open, " "))
				return
			}
			if name == "svg" {
				foreign--
			}
			open = open[:len(open)-1]
		}
	}
}

func twice(tok html.Token, say tell) {
	seen := map[string]bool{}
	for _, a := range tok.Attr {
		if seen[a.Key] {
			say("an attribute stands twice", tok.Data+" "+a.Key)
		}
		seen[a.Key] = true
	}
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func attrOf(n *html.Node, key string) string { s, _ := attr(n, key); return s }

// text is the text within a node, white space collapsed.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// checkPage runs every check that needs no other page.
func (p *page) check(base string, say tell) {
	p.checkHead(base, say)
	p.checkActive(say)
	p.checkLinked(base, say)
	p.checkStructure(say)
	p.checkLanguages(say)
	for _, s := range []string{"&lt;no value", "<no value", "ZgotmplZ", "%!", "\x00"} {
		if bytes.Contains(p.raw, []byte(s)) {
			i := bytes.Index(p.raw, []byte(s))
			say("a template failed", string(p.raw[max(0, i-60):min(len(p.raw), i+40)]))
		}
	}
}

// checkHead looks at what stands in the head: title, description, policy,
// canonical address, other languages.
func (p *page) checkHead(base string, say tell) {
	var policy, description, canonical string
	titles := 0
	for _, n := range p.all {
		switch n.Data {
		case "html":
			if got := attrOf(n, "lang"); got != p.lang {
				say("the lang of html is wrong", got)
			}
		case "title":
			if n.Parent.Data == "head" {
				titles++
				p.title = text(n)
			}
		case "meta":
			switch {
			case strings.EqualFold(attrOf(n, "http-equiv"), "Content-Security-Policy"):
				policy = attrOf(n, "content")
			case attrOf(n, "name") == "description":
				description = attrOf(n, "content")
			}
		case "link":
			switch attrOf(n, "rel") {
			case "canonical":
				canonical = attrOf(n, "href")
			case "alternate":
				if l := attrOf(n, "hreflang"); l != "" {
					p.alternate[l] = attrOf(n, "href")
				}
			}
		}
	}
	if titles != 1 || p.title == "" {
		say("there is not one title", p.title)
	}
	if strings.TrimSpace(description) == "" {
		say("there is no description", "")
	}
	if policy != export.Policy {
		say("the policy is not the one that hosts send", policy)
	}
	if want := base + p.url; base != "" && path.Base(p.url) != "404.html" && canonical != want {
		say("the canonical address is wrong", canonical+", want "+want)
	}
}

// checkActive finds what could run or style within the page.
func (p *page) checkActive(say tell) {
	for _, n := range p.all {
		switch n.Data {
		case "script":
			kind := attrOf(n, "type")
			_, outside := attr(n, "src")
			if !outside && kind != "application/ld+json" {
				say("a script stands in the page", text(n))
			}
		case "style", "iframe", "object", "embed", "base":
			say("an element that no page has", n.Data)
		case "form":
			if attrOf(n, "method") != "" || !slices.Contains([]string{"search.html", "compare.html"}, path.Base(attrOf(n, "action"))) {
				say("a form that neither searches nor compares", attrOf(n, "action"))
			}
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
				say("an active attribute", n.Data+" "+a.Key)
			}
			if a.Key != "content" && strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
				say("an active address", a.Val)
			}
		}
	}
}

// checkStructure looks at headings, ids, tables, pictures and controls.
func (p *page) checkStructure(say tell) {
	headings, last := 0, 0
	for _, n := range p.all {
		if id, ok := attr(n, "id"); ok {
			if id == "" || strings.ContainsAny(id, " \t\n") {
				say("an id that cannot be linked to", n.Data+" "+id)
			}
			if p.ids[id] {
				say("an id stands twice", id)
			}
			p.ids[id] = true
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			level := int(n.Data[1] - '0')
			if level == 1 {
				headings++
			}
			if level > last+1 {
				say("a heading skips a level", n.Data+" "+text(n))
			}
			if text(n) == "" {
				say("a heading is empty", n.Data)
			}
			last = level
		}
		p.checkElement(n, say)
	}
	if headings != 1 {
		say("there is not one h1", p.title)
	}
	for _, n := range p.all {
		for _, key := range []string{"aria-labelledby", "aria-describedby", "for"} {
			for _, id := range strings.Fields(attrOf(n, key)) {
				if !p.ids[id] {
					say("an attribute names an id that is not there", key+" "+id)
				}
			}
		}
	}
}

func (p *page) checkElement(n *html.Node, say tell) {
	switch n.Data {
	case "img":
		if _, ok := attr(n, "alt"); !ok {
			say("a picture has no alternative text", attrOf(n, "src"))
		}
	case "th":
		if s := attrOf(n, "scope"); s != "col" && s != "row" {
			say("a heading of a table has no scope", text(n))
		}
		if text(n) == "" {
			say("a heading of a table is empty", "")
		}
	case "table":
		checkTable(n, say)
	case "input", "select", "textarea":
		if attrOf(n, "aria-label") == "" && attrOf(n, "id") == "" && attrOf(n, "type") != "hidden" {
			say("a control has no label", n.Data)
		}
	case "a", "button", "summary":
		if text(n) == "" && attrOf(n, "aria-label") == "" {
			say("a link has no text", attrOf(n, "href"))
		}
	case "nav":
		if attrOf(n, "aria-label") == "" && attrOf(n, "aria-labelledby") == "" {
			say("a nav has no name", "")
		}
	}
}

// checkTable holds every row against the headings.
func checkTable(table *html.Node, say tell) {
	width := -1
	for n := range table.Descendants() {
		if n.Type != html.ElementNode || n.Data != "tr" {
			continue
		}
		cells := 0
		for c := range n.ChildNodes() {
			if c.Type == html.ElementNode {
				cells++
			}
		}
		if width < 0 {
			width = cells
		}
		if cells != width {
			say("a row has more or fewer cells than the first", text(n))
		}
	}
}

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// checkLanguages looks at every lang: a tag, and not at odds with the writing.
func (p *page) checkLanguages(say tell) {
	for _, n := range p.all {
		lang, ok := attr(n, "lang")
		if !ok {
			continue
		}
		if !languageTag.MatchString(lang) {
			say("a lang that is no tag", n.Data+" "+lang)
		}
		if n.Data != "html" && n.Data != "div" && lang == "en" && hasHan(text(n)) && !hasLatin(text(n)) {
			say("Chinese text is marked as English", text(n))
		}
		if n.Data != "html" && lang == "zh" && !hasHan(text(n)) && hasLatin(text(n)) {
			say("text without a Chinese character is marked as Chinese", text(n))
		}
	}
}
