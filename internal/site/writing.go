package site

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// writing is the language of a text whose publisher did not say, as far as its
// characters tell, where that is not the page's. A browser chooses fonts and a
// screen reader its voice by it. Kana are Japanese; Han alone are the first of
// the site's languages that is written in them.
func (c *context) writing(s string) string {
	han := false
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			return c.other("ja")
		case unicode.Is(unicode.Hangul, r):
			return c.other("ko")
		case unicode.Is(unicode.Han, r):
			han = true
		}
	}
	if !han || inHan(c.lang) {
		return ""
	}
	langs := c.plan.Data.Config.Languages
	if i := slices.IndexFunc(langs, inHan); i >= 0 {
		return langs[i]
	}
	return ""
}

// inHan reports whether a language is written in Han characters.
func inHan(lang string) bool { return lang == "zh" || lang == "ja" }

// runs cuts a sentence of the program's own where it quotes Chinese, so that the
// words are marked as such: a browser and a screen reader go by it.
func (c *context) runs(s string) []Link {
	if inHan(c.lang) {
		return []Link{{Text: s}}
	}
	var runs []Link
	start, lang := 0, ""
	for i, r := range s {
		now := ""
		if unicode.Is(unicode.Han, r) {
			now = "zh"
		}
		if now == lang || now == "" && r >= utf8.RuneSelf { // its brackets go with it
			continue
		}
		if i > start {
			runs = append(runs, Link{Text: s[start:i], Lang: lang})
		}
		start, lang = i, now
	}
	return append(runs, Link{Text: s[start:], Lang: lang})
}
