package search

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkai/internal/value"
)

// The first character of a term that is no word or pair of characters.
const (
	markFacet    = "\x01" // a facet's value: "\x01area=elderly"; all documents: "\x01"
	markOnly     = "\x02" // before a word, pair or triple: it is a whole title; stands in its file
	markTitle    = "\x03" // a whole title
	markTriple   = "\x04" // three characters of a run, with their places
	markID       = "#"    // an identifier, whole
	markInitials = "!"    // three adjacent initials
)

// bag collects a document's terms: of the first tier those that stand in its
// title, of the second those that stand in its body alone.
type bag struct {
	title, body map[string]bool
	places      map[string][]uint32 // of triples, and of words of titles: where each begins, in order
	next        uint32              // place of the next character of a run, or word
	heard       sounding            // of the pairs of all titles
}

// bodyFrom is the place from which the characters of the second tier are counted.
const bodyFrom = 1024

func newBag() *bag {
	return &bag{title: map[string]bool{}, body: map[string]bool{}, places: map[string][]uint32{}}
}

func (b *bag) reset() {
	clear(b.title)
	clear(b.body)
	clear(b.places)
	b.next = 0
}

// addTitle enters a title or name with what only titles have: the places of words,
// pinyin and initials.
func (b *bag) addTitle(s string) {
	s = fold(s)
	b.addWholeTitle(s)
	b.addWords(s, b.addPinyin)
}

// addWholeTitle enters a folded title as it is sought whole. One that a single term
// asks for stands also beside that term, where it is met without a file more.
func (b *bag) addWholeTitle(s string) {
	if s == "" {
		return
	}
	b.title[titleTerm(s)] = true
	if all := tokens(s, true); len(all) == 1 {
		text := all[0].text
		switch n := utf8.RuneCountInString(text); {
		case !all[0].han || n < 3:
			b.title[markOnly+text] = true
		case n == 3:
			b.title[markOnly+markTriple+text] = true
		}
	}
}

// addWords enters the runs and words of a text of the first tier, with their
// places. No place follows the last one, so that nothing stands side by side in two
// texts.
func (b *bag) addWords(s string, run func(string)) {
	for _, t := range tokens(s, true) {
		if t.han {
			b.addRun(b.title, t.text)
			run(t.text)
		} else {
			b.addPlaced(t.text)
		}
	}
	b.next++
	if typed := withoutApostrophes(s); typed != s {
		for _, t := range tokens(typed, true) {
			if t.han {
				b.next++ // so that the words beside a run do not stand side by side
			} else {
				b.addPlaced(t.text)
			}
		}
		b.next++
	}
}

// addPlaced enters a word of the first tier.
func (b *bag) addPlaced(word string) {
	b.title[word] = true
	b.places[word] = append(b.places[word], b.next)
	b.next++
}

// apostrophe is one within a word, which is also typed without.
var apostrophe = regexp.MustCompile(`([a-z])['’]([a-z])`)

// withoutApostrophes is a folded text as who types "womens" for "women's" has it.
func withoutApostrophes(s string) string {
	if !strings.ContainsAny(s, "'’") {
		return s
	}
	return apostrophe.ReplaceAllString(s, "$1$2")
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
	b.next = max(b.next, bodyFrom)
	s = fold(s)
	for _, t := range tokens(s, true) {
		if t.han {
			b.addRun(b.body, t.text)
		} else {
			b.body[t.text] = true
		}
	}
	if typed := withoutApostrophes(s); typed != s {
		for _, t := range tokens(typed, true) {
			if !t.han {
				b.body[t.text] = true
			}
		}
	}
}

// addID enters an identifier whole, and its parts as words.
func (b *bag) addID(id string) {
	b.addWords(b.addWhole(id), func(string) {})
}

// addWhole enters an identifier whole and gives it folded.
func (b *bag) addWhole(id string) string {
	s := strings.TrimSpace(fold(id))
	if s != "" {
		b.title[markID+s] = true
	}
	return s
}

// addRun enters the pairs of a run, its triples with their places, and its last
// character alone, so that every character begins some term. No place follows the
// last one of a run, so that nothing is found across two.
func (b *bag) addRun(set map[string]bool, run string) {
	var starts [3]int // of the last three characters
	n := 0
	for i, r := range run {
		starts[0], starts[1], starts[2] = starts[1], starts[2], i
		end := i + utf8.RuneLen(r)
		if n++; n > 1 {
			set[run[starts[1]:end]] = true
		}
		if n > 2 {
			triple := markTriple + run[starts[0]:end]
			set[triple] = true
			b.places[triple] = append(b.places[triple], b.next+uint32(n-3))
		}
	}
	set[run[starts[2]:]] = true
	b.next += uint32(n + 1)
}

// addPinyin enters the initials of a run, and how its pairs sound.
func (b *bag) addPinyin(run string) {
	chars := []rune(run)
	var initials string
	var last string
	for i, r := range chars {
		s := value.Syllable(r)
		if s == "" {
			last, initials = "", ""
			continue
		}
		if last != "" {
			b.heard.add(last+s, string(chars[i-1:i+1]))
		}
		last = s
		if initials += s[:1]; len(initials) > 2 {
			initials = initials[len(initials)-3:]
			b.title[markInitials+initials] = true
		}
	}
}
