package render

import (
	"strings"
	"testing"

	"gongkai/layouts"
)

var langs = []string{"zh", "en"}

func load(t testing.TB) *Layouts {
	t.Helper()
	l, err := Load(nil, langs)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestEveryViewHasALayoutAndEveryLayoutAView(t *testing.T) {
	files, err := readFiles(layouts.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	known := views()
	for name := range files.layouts {
		if known[name] == nil {
			t.Errorf("layouts/%s.html has no view", name)
		}
	}
	for name := range known {
		if files.layouts[name] == nil {
			t.Errorf("the view %T has no layouts/%s.html", known[name], name)
		}
	}
}

func TestPagesAreWhole(t *testing.T) {
	l := load(t)
	for name := range views() {
		for _, lang := range langs {
			t.Run(name+"/"+lang+"/filled", func(t *testing.T) {
				checkFrame(t, render(t, l, name, lang, filled(t, name, lang)), lang)
			})
			t.Run(name+"/"+lang+"/empty", func(t *testing.T) {
				checkFrame(t, render(t, l, name, lang, empty(name, lang)), lang)
			})
		}
	}
}

// checkFrame reports what every page must have.
func checkFrame(t *testing.T, text, lang string) {
	t.Helper()
	p := checkPage(t, text)
	for _, one := range []string{"h1", "main", "header", "footer", "title"} {
		if one == "header" { // an article has its own
			continue
		}
		if p.seen[one] != 1 {
			t.Errorf("the page has %d <%s>, want one", p.seen[one], one)
		}
	}
	for id := range p.named {
		if !p.ids[id] && strings.HasPrefix(id, "main") {
			t.Errorf("nothing has the id %q", id)
		}
	}
	for _, part := range []string{
		"<!DOCTYPE html>", `<html lang="` + lang + `"`, `<header class="masthead"`, `href="#main"`,
		"http-equiv=\"Content-Security-Policy\"", `charset="utf-8"`, `name="viewport"`,
	} {
		if !strings.Contains(text, part) {
			t.Errorf("the page has no %s", part)
		}
	}
	if strings.Contains(text, "ZgotmplZ") {
		t.Error("a link of the view was refused")
	}
	if strings.Contains(text, `href=""`) {
		t.Error("a link leads nowhere")
	}
}
