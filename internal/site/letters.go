package site

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// A name's letter in a list sorted by name: that of its first character, of
// its pinyin where it is Chinese.
const (
	letterDigit = "digit"
	letterLatin = "latin" // of a list sorted by pinyin, in which such names stand apart
	letterOther = "other"
)

// letter is where in a sorted list the names of a letter begin.
type letter struct {
	name  string
	first int // place of its first record
}

// pinyinStarts are the first Chinese characters of each letter as the Unicode
// collation orders them by pinyin; no syllable begins with I, U or V.
var pinyinStarts = []struct{ letter, first string }{
	{"A", "阿"}, {"B", "八"}, {"C", "嚓"}, {"D", "咑"}, {"E", "妸"}, {"F", "发"}, {"G", "旮"}, {"H", "哈"}, {"J", "讥"}, {"K", "咔"},
	{"L", "垃"}, {"M", "妈"}, {"N", "拏"}, {"O", "噢"}, {"P", "妑"}, {"Q", "七"}, {"R", "呥"}, {"S", "仨"}, {"T", "他"},
	{"W", "穵"}, {"X", "夕"}, {"Y", "丫"}, {"Z", "帀"},
}

// letters finds the letters of names in a language.
type letters struct {
	pinyin *collate.Collator // nil for languages that Chinese is not sorted by sound in
}

func newLetters(lang string) letters {
	if lang != "zh" {
		return letters{}
	}
	return letters{collate.New(language.Chinese)}
}

// of is the letter that a name stands under.
func (l letters) of(name string) string {
	for _, r := range name {
		switch {
		case unicode.IsDigit(r):
			return letterDigit
		case unicode.Is(unicode.Latin, r):
			if l.pinyin != nil {
				return letterLatin
			}
			return string(unicode.ToUpper(base(r)))
		case unicode.Is(unicode.Han, r) && l.pinyin != nil:
			return l.han(string(r))
		case unicode.IsLetter(r):
			return letterOther
		}
	}
	return letterOther
}

// base is a Latin letter without its accent, where it has one.
func base(r rune) rune {
	if plain, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r))); plain < utf8.RuneSelf {
		return plain
	}
	return r
}

func (l letters) han(first string) string {
	i, found := slices.BinarySearchFunc(pinyinStarts, first, func(s struct{ letter, first string }, name string) int {
		return l.pinyin.CompareString(s.first, name)
	})
	if !found {
		i--
	}
	return pinyinStarts[max(i, 0)].letter
}

// index are the letters that a sorted list has, in the order in which they
// first come; none for a list that is short or has one letter only.
func (l letters) index(sorted ordered, lang string) []letter {
	if sorted.len() <= perPage {
		return nil
	}
	label := func(i int) string { return sorted.t.Schema().Label(sorted.at(i), lang) }
	// Names that all begin alike ("Sample …") differ after it. The first and the
	// last of a sorted list have no more in common than all.
	same := commonPrefix(label(0), label(sorted.len()-1))
	var out []letter
	seen := map[string]bool{}
	for i := range sorted.len() {
		if name := l.of(strings.TrimPrefix(label(i), same)); !seen[name] {
			seen[name] = true
			out = append(out, letter{name, i})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// commonPrefix is what two names begin with, in whole characters.
func commonPrefix(a, b string) string {
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			return a[:i]
		}
	}
	return a
}

// letterLinks lead to where the names of each letter begin.
func (c *context) letterLinks(path string, all []letter) []Link {
	links := make([]Link, len(all))
	for i, l := range all {
		links[i] = Link{Text: c.letterName(l.name), Href: c.href(partPath(path, orderFirst, l.first/perPage+1)) + "#" + l.id()}
	}
	return links
}

func (l letter) id() string { return "letter-" + l.name }

func (c *context) letterName(name string) string {
	switch name {
	case letterDigit:
		return "0–9"
	case letterLatin:
		return c.t("拉丁字母", "Latin")
	case letterOther:
		return c.t("其他", "other")
	}
	return name
}
