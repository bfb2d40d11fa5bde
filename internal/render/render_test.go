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
			for state, view := range map[string]any{"filled": filled(t, name, lang), "empty": empty(name, lang)} {
				t.Run(name+"/"+lang+"/"+state, func(t *testing.T) {
					text := render(t, l, name, lang, view)
					doc := parsed(t, text)
					checkInert(t, doc)
					checkWhole(t, doc, lang)
					checkHead(t, text)
				})
			}
		}
	}
}

// checkHead reports what browsers and assistive technology need of a page.
func checkHead(t *testing.T, text string) {
	t.Helper()
	for _, part := range []string{
		"<!DOCTYPE html>", `charset="utf-8"`, `http-equiv="Content-Security-Policy"`, `name="viewport"`,
		`css/site.css"`, `class="skip" href="#main"`, `<header class="masthead"`,
	} {
		if !strings.Contains(text, part) {
			t.Errorf("the page has no %s", part)
		}
	}
}
