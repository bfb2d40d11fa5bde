package value

import (
	"cmp"
	"slices"
)

// Text is a text in several languages, or one whose language is not said. The
// zero value is missing. A Text may be copied: Set never changes a copy.
type Text struct {
	plain  string
	marked *[]translation // sorted by language, never changed in place
}

type translation struct{ lang, text string }

// NewText is a text whose language is not said.
func NewText(plain string) Text { return Text{plain: plain} }

// Plain is the text whose language is not said.
func (t Text) Plain() string { return t.plain }

// IsZero reports whether there is no text in any language.
func (t Text) IsZero() bool { return t.plain == "" && t.marked == nil }

// In is the text for a language: its own, else the unmarked one, else the first
// in the order of language tags. got is the language of what is returned, ""
// for the unmarked text.
func (t Text) In(lang string) (s, got string) {
	all := t.translations()
	for _, tr := range all {
		if tr.lang == lang {
			return tr.text, lang
		}
	}
	if t.plain != "" || len(all) == 0 {
		return t.plain, ""
	}
	return all[0].text, all[0].lang
}

// Exact is the text in a language itself, with no other in its stead; "" asks
// for the unmarked one.
func (t Text) Exact(lang string) string {
	if lang == "" {
		return t.plain
	}
	if s, got := t.In(lang); got == lang {
		return s
	}
	return ""
}

// Set sets the text of a language, "" for the unmarked one; an empty text
// removes it.
func (t *Text) Set(lang, s string) {
	if lang == "" {
		t.plain = s
		return
	}
	all := slices.Clone(t.translations())
	i, found := slices.BinarySearchFunc(all, lang, func(tr translation, l string) int { return cmp.Compare(tr.lang, l) })
	switch {
	case found && s == "":
		all = slices.Delete(all, i, i+1)
	case found:
		all[i].text = s
	case s != "":
		all = slices.Insert(all, i, translation{lang, s})
	}
	t.marked = nil
	if len(all) > 0 {
		t.marked = &all
	}
}

// Langs lists the languages that have a text of their own, sorted.
func (t Text) Langs() []string {
	var langs []string
	for _, tr := range t.translations() {
		langs = append(langs, tr.lang)
	}
	return langs
}

func (t Text) translations() []translation {
	if t.marked == nil {
		return nil
	}
	return *t.marked
}
