package render

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"gongkai/internal/site"
)

// nasty are texts that mean something to a browser, to a URL or to a decoder.
func nasty() []string {
	return []string{
		"", " ", "a", "0", `"`, `'`, "`", "<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, `' onclick='x`, "</title><b>", "<!--", "]]>",
		"&", "&amp;", "&#34;", "&lt", "+1", "a+b=c", "{{.Title}}", "$1", "\\",
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:x", "\x01javascript:x", "javascript&colon;x",
		"javascript%3Aalert(1)", "/javascript:x", "./a:b", "x/y:z", "a?b:c", "#a:b", "//host/x", "data:text/html,<b>", "vbscript:x", "http:", "HTTPS://A", "http\u017f://x", "\u212a:x",
		"mailto:a@example.org", "MAILTO:a b", "tel:1", ":", "::", "a:", "file:///etc",
		"%", "%4", "%41", "%4g", "%zz", "%%41", "%c3%28", "a b", "a\tb\nc\rd\fe\vf", "中文/路径?查=询#段", "é", "!#$&*+,/:;=?@[]", "-._~", "(){}|^<>",
		"\x00", "a\x00b", "\x7f", "\x80", "\xff\xfe", "\xc3", "\xe4\xb8", "\xf0\x9f\x92", "\xed\xa0\x80", "\xc0\xbc", "\ufeff", "\ufffd", "\uffff", "\ufdd0", "\u2028\u2029", "\u202eabc", "\u200b", "😀",
		strings.Repeat("long <&> ", 2000),
	}
}

// mixed fills views with chance texts, lists of chance length, and chance
// numbers and booleans, so that layouts take every way.
func mixed(seed uint64) *filler {
	r := rand.New(rand.NewPCG(seed, 1))
	texts := nasty()
	texts = texts[:len(texts)-1] // not the long one
	f := &filler{chance: r}
	f.text = func(string) string {
		if r.IntN(3) == 0 {
			return ""
		}
		return texts[r.IntN(len(texts))]
	}
	return f
}

// slowly is the page as html/template renders it.
func slowly(t testing.TB, l *Layouts, layout, lang string, view any) (string, error) {
	t.Helper()
	var b bytes.Buffer
	err := l.sets[lang][layout].template.Execute(&b, view)
	return b.String(), err
}

// checkSame renders a view both ways, the program behind a text that is already
// in the buffer. It reports whether there is a program and it rendered.
func checkSame(t testing.TB, l *Layouts, layout, lang string, view any) bool {
	t.Helper()
	b := bytes.NewBufferString("before")
	if !l.sets[lang][layout].program().render(b, view) {
		if b.String() != "before" {
			t.Errorf("%s/%s: a program that gave up left %q", lang, layout, b)
		}
		return false
	}
	want, err := slowly(t, l, layout, lang, view)
	if err != nil {
		t.Errorf("%s/%s: html/template fails where the program does not: %v", lang, layout, err)
		return true
	}
	if got := strings.TrimPrefix(b.String(), "before"); got != want {
		i := 0
		for i < min(len(got), len(want)) && got[i] == want[i] {
			i++
		}
		from := max(0, i-60)
		t.Errorf("%s/%s differs at byte %d:\nprogram       %.120q\nhtml/template %.120q", lang, layout, i, got[from:], want[from:])
	}
	return true
}

func TestEveryBuiltInLayoutIsCompiled(t *testing.T) {
	l := load(t)
	for _, lang := range langs {
		for name, zero := range views() {
			if _, err := compile(l.sets[lang][name].template, &parts{}, zero); err != nil {
				t.Errorf("layouts/%s.html in %s: %v", name, lang, err)
			}
		}
	}
}

func TestProgramsRenderTheSameBytes(t *testing.T) {
	l := load(t)
	for _, lang := range langs {
		for name, zero := range views() {
			same := []any{zero, empty(name, lang), filled(t, name, lang)}
			for _, text := range nasty() {
				same = append(same, (&filler{text: func(string) string { return text }}).filled(zero))
			}
			for seed := range uint64(60) {
				same = append(same, mixed(seed).filled(zero))
			}
			for _, view := range same {
				if !checkSame(t, l, name, lang, view) {
					t.Fatalf("%s/%s: the program gave up", lang, name)
				}
			}
		}
	}
}

// TestOwnLayoutsRenderTheSameBytes has what sites may write. A layout that is
// left to html/template is as good; none may render other bytes.
func TestOwnLayoutsRenderTheSameBytes(t *testing.T) {
	for _, c := range []struct {
		text     string
		compiled bool
	}{
		{`{{$x := .Title}}{{if .Demo}}{{$x := .Lang}}{{$x}}{{end}}{{$x}}`, true},
		{`{{$all := .Nav}}{{range $i, $x := .Crumbs}}{{$i}}{{$x.Text}}{{range $x := $all}}{{$i}}{{$x.Href}}{{$.Title}}{{end}}{{$x.Text}}{{end}}`, true},
		{`{{range .Nav}}{{.Text}}{{else}}{{.Title}}{{end}}{{with .Title}}{{.}}{{else}}{{.Lang}}{{end}}{{with .Foot}}{{.Email}}{{end}}`, true},
		{`{{if and .Nav (or .Title .Lang) (not .Demo)}}a{{else if or .Demo (and .Nav .Title)}}b{{end}}`, true},
		{`{{if eq .Title "a"}}a{{end}}{{if lt (len .Nav) 2}}b{{end}}{{if ge (len .Title) 1}}c{{end}}{{if ne .Lang .Title}}d{{end}}{{len .Nav}}`, true},
		{`{{if le .Title .Lang}}a{{end}}{{if gt .Title "m"}}b{{end}}{{if eq (len .Nav) 1}}c{{end}}`, true},
		{`{{if .Nav}}{{(index .Nav 0).Text}}{{end}}<a href="x?q={{.Title}}#{{.Lang}}" title='{{.Title}}'>x</a>`, true},
		{`{{define "tree"}}{{if .Nav}}<i>{{template "one" .Foot}}</i>{{end}}{{end}}{{define "one"}}{{range .Links}}{{.Text}}{{end}}{{end}}{{template "tree" .}}`, true},
		{`{{part "foot" .}}{{part "sections" .}}<title>{{.Title}}</title><textarea>{{.Title}}</textarea>`, true},
		{`{{(index .Nav 3).Text}}`, true}, // fails as html/template does

		{`{{printf "%q" .Title}}{{.Title | printf "%s-%s" .Lang}}{{html .Title}}{{.Title | urlquery}}{{.Title | html}}`, false},
		{`{{range $i, $x := .Nav}}{{if $i}}{{break}}{{end}}{{$x.Text}}{{continue}}{{end}}`, false},
		{`{{$x := ""}}{{range .Nav}}{{$x = .Text}}{{end}}{{$x}}`, false},
		{`{{range $x := .Nav}}{{else}}{{len $x}}{{end}}`, false},
		{`{{if $x := .Title}}{{$x}}{{end}}{{with $y := .Lang}}{{$y}}{{end}}`, false},
		{`<p class={{.Title}} {{.Lang}}="x"></p>`, false},
		{`<p title="{{template "tip" .}}">{{template "tip" .}}</p>{{define "tip"}}{{.Title}}{{end}}`, false},
		{`<script>var x = {{.Title}}, y = "{{.Title}}";</script><style>p{color:{{.Lang}}}</style><img srcset="{{.Title}}">`, false},
		{`{{.Demo}}{{.Foot}}{{.Nav}}{{or .Title .Lang}}{{and .Title .Lang}}{{not .Title}}`, false},
		{`{{range 3}}{{.}}{{end}}{{slice .Title 0 0}}{{eq .Title .Lang "a"}}{{with 'x'}}{{.}}{{end}}{{0x10}}`, false},
		{`{{template "null"}}{{define "null"}}{{.}}{{if .}}x{{end}}{{end}}`, false},
	} {
		l, err := Load(fstest.MapFS{"404.html": {Data: []byte(c.text)}}, []string{"en"})
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if got := l.sets["en"]["404"].program() != nil; got != c.compiled {
			t.Errorf("%s: compiled is %v, want %v", c.text, got, c.compiled)
		}
		for seed := range uint64(40) {
			checkOwn(t, l, c.text, mixed(seed).filled(site.NotFound{}))
		}
	}
}

// checkOwn compares what Render gives, be it a page or an error.
func checkOwn(t *testing.T, l *Layouts, text string, view any) {
	t.Helper()
	var b bytes.Buffer
	err := l.Render(&b, &site.Page{URL: "404.html", Layout: "404", Lang: "en"}, view)
	want, wantErr := slowly(t, l, "404", "en", view)
	if (err == nil) != (wantErr == nil) || err != nil && !strings.HasSuffix(err.Error(), wantErr.Error()) {
		t.Fatalf("%s: the error is %v, want %v", text, err, wantErr)
	}
	if err == nil && b.String() != want {
		t.Fatalf("%s:\ngot  %q\nwant %q", text, b.String(), want)
	}
}

// TestRenderFromManyGoroutines is for the race detector, and for the first
// pages of a layout, which arrive while it is being compiled.
func TestRenderFromManyGoroutines(t *testing.T) {
	l := load(t)
	view := sampleProject()
	want, err := slowly(t, load(t), "project", "en", view)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			var b bytes.Buffer
			for range 20 {
				b.Reset()
				if err := l.Render(&b, &site.Page{Layout: "project", Lang: "en"}, view); err != nil || b.String() != want {
					t.Errorf("the page differs: %v", err)
				}
			}
		})
	}
	all.Wait()
}
