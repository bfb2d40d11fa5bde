package value

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// Text is a text in several languages, or one whose language is not said. The
// zero value is missing. A Text may be copied: Set never changes a copy.
//
// A large site has a million, nearly all of them in two languages, so that all
// the languages of one are held in a single string: packedMark, then, sorted by
// language, for each the length of its tag, the tag, the length of the text and
// the text, the lengths as unsigned varints. A text whose language is not said is
// held as it is, where it does not begin with that mark, as no UTF-8 does.
type Text struct{ held string }

const packedMark = 0xFF

type translation struct{ lang, text string }

// NewText is a text whose language is not said.
func NewText(plain string) Text {
	var t Text
	t.Set("", plain)
	return t
}

// Plain is the text whose language is not said.
func (t Text) Plain() string { return t.Exact("") }

// IsZero reports whether there is no text in any language.
func (t Text) IsZero() bool { return t.held == "" }

// packed reports whether the languages are marked; rest is what follows the mark.
func (t Text) packed() (rest string, ok bool) {
	if t.held == "" || t.held[0] != packedMark {
		return "", false
	}
	return t.held[1:], true
}

// next cuts the first translation off what packed gives.
func next(rest string) (tr translation, after string) {
	tr.lang, rest = cutHeld(rest)
	tr.text, rest = cutHeld(rest)
	return tr, rest
}

// cutHeld cuts a string off that stands behind its length.
func cutHeld(s string) (held, after string) {
	n, shift := 0, 0
	for i := range len(s) {
		n |= int(s[i]&0x7F) << shift
		if shift += 7; s[i] < 0x80 {
			return s[i+1 : i+1+n], s[i+1+n:]
		}
	}
	return "", ""
}

// In is the text for a language: its own, else the unmarked one, else the first
// in the order of language tags. got is the language of what is returned, ""
// for the unmarked text.
func (t Text) In(lang string) (s, got string) {
	rest, ok := t.packed()
	if !ok {
		return t.held, ""
	}
	// The unmarked text has the least tag, so that it comes first.
	first, rest := next(rest)
	for tr := first; ; tr, rest = next(rest) {
		if tr.lang == lang {
			return tr.text, lang
		}
		if rest == "" {
			return first.text, first.lang
		}
	}
}

// Exact is the text in a language itself, with no other in its stead; "" asks
// for the unmarked one.
func (t Text) Exact(lang string) string {
	if s, got := t.In(lang); got == lang {
		return s
	}
	return ""
}

// Set sets the text of a language, "" for the unmarked one; an empty text
// removes it.
func (t *Text) Set(lang, s string) {
	var room [4]translation
	all := t.translations(room[:0])
	i, found := slices.BinarySearchFunc(all, lang, func(tr translation, l string) int { return cmp.Compare(tr.lang, l) })
	switch {
	case found && s == "":
		all = slices.Delete(all, i, i+1)
	case found:
		all[i].text = s
	case s != "":
		all = slices.Insert(all, i, translation{lang, s})
	}
	t.held = pack(all)
}

func pack(all []translation) string {
	if len(all) == 0 {
		return ""
	}
	if one := all[0]; len(all) == 1 && one.lang == "" && one.text[0] != packedMark {
		return one.text
	}
	var room [512]byte
	b := append(room[:0], packedMark)
	for _, tr := range all {
		for _, s := range [...]string{tr.lang, tr.text} {
			b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
		}
	}
	return string(b)
}

// Langs lists the languages that have a text of their own, sorted.
func (t Text) Langs() []string {
	var langs []string
	for rest, _ := t.packed(); rest != ""; {
		var tr translation
		if tr, rest = next(rest); tr.lang != "" {
			langs = append(langs, tr.lang)
		}
	}
	return langs
}

// translations adds every text, sorted by language.
func (t Text) translations(all []translation) []translation {
	rest, ok := t.packed()
	if !ok && t.held != "" {
		return append(all, translation{text: t.held})
	}
	for rest != "" {
		var tr translation
		tr, rest = next(rest)
		all = append(all, tr)
	}
	return all
}

// Keep lets a text share the memory of others: keep gives a copy of a string,
// which may be one that it gave before.
func (t *Text) Keep(keep func(string) string) {
	if t.held != "" {
		t.held = keep(t.held)
	}
}
