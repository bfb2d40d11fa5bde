package render

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongkai/layouts"
)

// TestWordsAreUsedAndInBothLanguages keeps words.yaml and the layouts in step.
// A word that a layout uses and that is absent already fails every Load.
func TestWordsAreUsedAndInBothLanguages(t *testing.T) {
	words, err := readWords(layouts.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	files, err := readFiles(layouts.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	used := usedWords(files)
	for key, langs := range words {
		if !used[key] {
			t.Errorf("no layout uses the word %q", key)
		}
		for _, lang := range []string{"zh", "en"} {
			if langs[lang] == "" {
				t.Errorf("the word %q has no %s", key, lang)
			}
		}
	}
}

func usedWords(all *files) map[string]bool {
	used := map[string]bool{}
	note := func(f *file) {
		for _, m := range wordForm.FindAllStringSubmatch(f.text, -1) {
			used[m[1]] = true
		}
	}
	note(all.base)
	for _, f := range all.partials {
		note(f)
	}
	for _, f := range all.layouts {
		note(f)
	}
	return used
}

// TestPartialsAreUsed finds a partial that nothing calls any more.
func TestPartialsAreUsed(t *testing.T) {
	files, err := readFiles(layouts.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	all.WriteString(files.base.text)
	for _, f := range files.partials {
		all.WriteString(f.text)
	}
	for _, f := range files.layouts {
		all.WriteString(f.text)
	}
	for name := range files.partials {
		if !strings.Contains(all.String(), `{{template "`+name+`"`) && !strings.Contains(all.String(), `{{part "`+name+`"`) {
			t.Errorf("nothing calls _partials/%s.html", name)
		}
	}
}

func TestSiteWordsAreLaidOverOurs(t *testing.T) {
	own := fstest.MapFS{"words.yaml": {Data: []byte("browse: {en: 'Look <around>', fr: Parcourir}\n")}}
	l, err := Load(own, []string{"en", "fr", "zh"})
	if err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string]string{
		"en": "Look &lt;around", // escaped
		"fr": "Parcourir",       // a language that only the site speaks
		"zh": "浏览",              // as it was
	} {
		text := render(t, l, "home", lang, filled(t, "home", lang))
		if !strings.Contains(text, want) {
			t.Errorf("the %s home page has no %q", lang, want)
		}
	}
	if text := render(t, l, "home", "fr", filled(t, "home", "fr")); !strings.Contains(text, "Policies") {
		t.Error("a word that the site does not give in French is not in English")
	}
}

func TestWordsInAnyLayoutAreFound(t *testing.T) {
	for _, form := range []string{`{{t "a"}}`, `{{ t "a" }}`, `{{- t "a" -}}`} {
		if !slices.Equal(wordForm.FindStringSubmatch(form), []string{form, "a"}) {
			t.Errorf("%s is not seen as a word", form)
		}
	}
}
