package build

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/value"
	"gongkai/layouts"
)

// maxLayout is the largest layout that is looked through; what is larger is
// refused when the layouts are loaded.
const maxLayout = 1 << 20

// vetLayouts looks through the site's own layouts before they are parsed: the
// pages carry no active code and fetch nothing from elsewhere, whoever wrote
// the layout. False where one of them cannot be used.
func vetLayouts(src *source.Site, names []string, l *finding.List) bool {
	ok := true
	for _, name := range names {
		if dir := path.Dir(name); strings.HasSuffix(dir, ".html") || path.Base(dir) == "words.yaml" {
			l.Add(badLayout(dir, 0, say("这是文件夹，不是布局文件", "this is a folder, not a layout")))
			ok = false
			continue
		}
		if f, stray := strayLayout(name); stray {
			l.Add(f)
		}
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		text, err := src.Read(name, maxLayout)
		if err != nil {
			continue // loading the layouts says why
		}
		if line, what, bad := refusedInLayout(text); bad {
			l.Add(badLayout(name, line, what))
			ok = false
		}
	}
	return ok
}

// strayLayout tells of a file beside the layouts that stands in the place of none
// of the built-in ones, so that no page uses it. Parts may have any name.
func strayLayout(name string) (finding.Finding, bool) {
	rest := strings.TrimPrefix(name, "layouts/")
	if strings.HasPrefix(rest, "_partials/") || path.Ext(rest) != ".html" && path.Ext(rest) != ".yaml" {
		return finding.Finding{}, false
	}
	known, _ := fs.Glob(layouts.Files, "*.*")
	if slices.Contains(known, rest) {
		return finding.Finding{}, false
	}
	f := finding.Finding{
		Rule: strayLayoutRule, Pos: finding.Pos{File: name}, Value: name,
		Message: finding.Textf("%q 不是任何页面的布局", "%q is the layout of no page", name),
		Hint:    finding.Textf("可用的名称：%s；共用的部分放在 layouts/_partials/", "known are %s; shared parts belong in layouts/_partials/", strings.Join(known, ", ")),
	}
	if near, ok := value.Nearest(rest, known); ok {
		f.Hint = finding.Textf("是否指 %q？", "did you mean %q?", "layouts/"+near)
	}
	return f, true
}

func badLayout(file string, line int, what finding.Text) finding.Finding {
	return finding.Finding{Rule: layoutRule, Pos: finding.Pos{File: file, Line: line}, Message: what, Hint: layoutRule.Hint()}
}

// refusedInLayout finds the first thing in a layout that no page may hold.
func refusedInLayout(text []byte) (line int, what finding.Text, bad bool) {
	if !utf8.Valid(text) {
		off := 0
		for r, n := utf8.DecodeRune(text); r != utf8.RuneError || n != 1; r, n = utf8.DecodeRune(text[off:]) {
			off += n
		}
		return 1 + bytes.Count(text[:off], []byte{'\n'}), say("布局不是 UTF-8", "the layout is not UTF-8"), true
	}
	z := html.NewTokenizer(bytes.NewReader(withoutActions(text)))
	line = 1
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return 0, finding.Text{}, false
		}
		here := line
		line += bytes.Count(z.Raw(), []byte{'\n'})
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		if what, bad := refusedTag(z.Token()); bad {
			return here, what, true
		}
	}
}

var action = regexp.MustCompile(`(?s)\{\{.*?\}\}`)

// withoutActions blanks the template's actions, whose quotation marks are not
// those of the HTML around them. Lines stay where they are.
func withoutActions(text []byte) []byte {
	return action.ReplaceAllFunc(text, func(b []byte) []byte {
		return bytes.Map(func(r rune) rune {
			if r == '\n' {
				return r
			}
			return ' '
		}, b)
	})
}

// refusedTag reports a tag that is active, or that fetches from elsewhere.
func refusedTag(t html.Token) (finding.Text, bool) {
	src, hasSrc := "", false // hasSrc: nothing within the element runs
	for _, a := range t.Attr {
		switch {
		case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc":
			return finding.Textf("布局不得有属性 %q", "a layout may not have the attribute %q", a.Key), true
		case a.Key == "type" && t.Data == "script" && strings.HasSuffix(strings.ToLower(a.Val), "json"):
			hasSrc = true // data for other programs: nothing runs
		case a.Key == "src", a.Key == "srcset", a.Key == "poster", a.Key == "data":
			src, hasSrc = a.Val, true
		case a.Key == "href" && t.Data != "a" && t.Data != "area":
			src = a.Val
			if t.Data == "link" && !fetches(t) {
				src = ""
			}
		}
		if scheme, ok := schemeOf(a.Val); ok && a.Key == "href" && scheme != "http" && scheme != "https" && scheme != "mailto" {
			return finding.Textf("布局不得有这样的链接：%q", "a layout may not link to %q", a.Val), true
		}
	}
	if _, ok := schemeOf(src); (ok && !imageData(t, src)) || strings.HasPrefix(strings.TrimSpace(src), "//") {
		return finding.Textf("布局不得从别处取文件：%q", "a layout may not fetch from elsewhere: %q", src), true
	}
	switch t.Data {
	case "script":
		if !hasSrc {
			return say("布局不得有行内脚本；脚本放到 static/ 再引用", "a layout may not have script in it; put it into static/ and refer to it"), true
		}
	case "style":
		return say("布局不得有行内样式；样式放到 static/ 再引用", "a layout may not have style in it; put it into static/ and refer to it"), true
	case "iframe", "frame", "object", "embed", "applet", "base":
		return finding.Textf("布局不得有 <%s>", "a layout may not have <%s>", t.Data), true
	}
	return finding.Text{}, false
}

// fetches reports a link element whose address is loaded with the page.
func fetches(t html.Token) bool {
	for _, a := range t.Attr {
		if a.Key == "rel" {
			rel := strings.ToLower(a.Val)
			return strings.Contains(rel, "stylesheet") || strings.Contains(rel, "icon") || strings.Contains(rel, "load") || strings.Contains(rel, "fetch")
		}
	}
	return false
}

// imageData reports an image that is in its own address: it fetches nothing.
func imageData(t html.Token, src string) bool {
	return t.Data == "img" && strings.HasPrefix(strings.ToLower(strings.TrimSpace(src)), "data:image/")
}

// schemeOf is the scheme of an address as a browser reads it, which passes over
// white space and control characters.
func schemeOf(address string) (string, bool) {
	plain := strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, address)
	scheme, _, ok := strings.Cut(plain, ":")
	if !ok || scheme == "" || strings.ContainsAny(scheme, "/?#.") {
		return "", false
	}
	return strings.ToLower(scheme), true
}
