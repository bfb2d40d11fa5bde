package search

import (
	"fmt"
	"strings"
	"unicode"

	"gongkai/internal/value"
)

// The first character of a term that is no word or pair of characters.
const (
	markFacet    = "\x01" // a facet's value: "\x01area=elderly"; all documents: "\x01"
	markLink     = "\x02" // two adjacent words of a title
	markTitle    = "\x03" // a whole title
	markID       = "#"    // an identifier, whole
	markPinyin   = "~"    // two adjacent syllables
	markInitials = "!"    // three adjacent initials
)

// bag collects a document's terms: of the first tier those that stand in its
// title, of the second those that stand in its body alone.
type bag struct {
	title, body map[string]bool
}

func newBag() *bag { return &bag{map[string]bool{}, map[string]bool{}} }

func (b *bag) reset() {
	clear(b.title)
	clear(b.body)
}

// addTitle enters a title or name with what only titles have: adjacent words,
// pinyin and initials.
func (b *bag) addTitle(s string) {
	s = fold(s)
	if s != "" {
		b.title[titleTerm(s)] = true
	}
	last := ""
	for _, t := range tokens(s, true) {
		if t.han {
			addRun(b.title, t.text)
			b.addPinyin(t.text)
			last = ""
			continue
		}
		b.title[t.text] = true
		if last != "" {
			b.title[markLink+last+" "+t.text] = true
		}
		last = t.text
	}
}

// titleTerm is the term of a folded text as a whole title: the hash of its letters
// and digits.
func titleTerm(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.N) {
			return r
		}
		return -1
	}, s)
	return fmt.Sprintf("%s%08x", markTitle, hash(s))
}

func (b *bag) addBody(s string) {
	for _, t := range tokens(fold(s), true) {
		if t.han {
			addRun(b.body, t.text)
		} else {
			b.body[t.text] = true
		}
	}
}

// addID enters an identifier whole, and its parts as words.
func (b *bag) addID(id string) {
	s := b.addWhole(id)
	for _, t := range tokens(s, true) {
		if t.han {
			addRun(b.title, t.text)
		} else {
			b.title[t.text] = true
		}
	}
}

// addWhole enters an identifier whole and gives it folded.
func (b *bag) addWhole(id string) string {
	s := strings.TrimSpace(fold(id))
	if s != "" {
		b.title[markID+s] = true
	}
	return s
}

// addRun enters the pairs of a run, and its last character alone, so that every
// character begins some term.
func addRun(set map[string]bool, run string) {
	prev := -1
	last := 0
	for i := range run {
		if prev >= 0 {
			set[run[prev:i+size(run[i:])]] = true
		}
		prev, last = i, i
	}
	set[run[last:]] = true
}

// size is the length of the first character.
func size(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}

func (b *bag) addPinyin(run string) {
	var syllables []string
	for _, r := range run {
		if s := value.Syllable(r); s != "" {
			syllables = append(syllables, s)
		}
	}
	for i := 1; i < len(syllables); i++ {
		b.title[markPinyin+syllables[i-1]+syllables[i]] = true
		if i > 1 {
			b.title[markInitials+syllables[i-2][:1]+syllables[i-1][:1]+syllables[i][:1]] = true
		}
	}
}
