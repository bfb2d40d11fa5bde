package search

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// syllable is how a syllable of pinyin may be written; RE2 has no look-ahead, so
// the end is looked at by cutSyllable.
var syllable = regexp.MustCompile(`^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}`)

// cutSyllable is the first syllable of a word, "" where it begins with none.
func cutSyllable(s string) string {
	m := syllable.FindString(s)
	if m == "" {
		return ""
	}
	for _, end := range []string{"ng", "n", "r"} {
		if rest, ok := strings.CutPrefix(s[len(m):], end); ok && (rest == "" || !strings.ContainsRune("aeiou", rune(rest[0]))) {
			return m + end
		}
	}
	return m
}

// initialsForm is how initials may be written: no syllable begins with i, u or v.
var initialsForm = regexp.MustCompile(`^[a-hj-tw-z]{3,12}$`)

// sounds are what a word of pinyin asks for: pairs of syllables, else the terms of
// triples of initials.
func sounds(word string) (pairs, initials []string) {
	var syllables []string
	for rest := word; rest != ""; {
		s := cutSyllable(rest)
		if s == "" {
			syllables = nil
			break
		}
		syllables = append(syllables, s)
		rest = rest[len(s):]
	}
	if len(syllables) > 1 {
		for i := 1; i < len(syllables); i++ {
			pairs = append(pairs, syllables[i-1]+syllables[i])
		}
	} else if initialsForm.MatchString(word) {
		for i := 2; i < len(word); i++ {
			initials = append(initials, markInitials+word[i-2:i+1])
		}
	}
	return pairs, initials
}

// mostHeard is how many of a word's pairs of syllables are asked for, and mostPairs
// how many pairs of characters two syllables stand for.
const mostHeard, mostPairs = 4, 8

// hear gives what a word of pinyin sounds like: of each pair of syllables, or
// triple of initials, what has it; none where one of them is nowhere.
func (x *Index) hear(word string) ([][]*entry, error) {
	syllables, initials := sounds(word)
	var heard [][]*entry
	for _, s := range syllables[:min(len(syllables), mostHeard)] {
		all, err := x.entryOf(soundsFolder, s)
		if err != nil {
			return nil, err
		}
		var pairs []string
		for chars := []rune(string(all)); len(chars) > 1; chars = chars[2:] {
			pairs = append(pairs, string(chars[:2]))
		}
		got, err := x.terms(pairs[:min(len(pairs), mostPairs)])
		if err != nil || len(got) == 0 {
			return nil, err
		}
		heard = append(heard, got)
	}
	for _, t := range initials[:min(len(initials), mostHeard)] {
		got, err := x.terms([]string{t})
		if err != nil || len(got) == 0 {
			return nil, err
		}
		heard = append(heard, got)
	}
	return heard, nil
}

var plainWord = regexp.MustCompile(`^[a-z]{4,24}$`)

type nearWord struct {
	word            string
	distance, count int
}

// near are the words that differ from one by a slip of the pen.
func (x *Index) near(word string) ([]string, error) {
	if !plainWord.MatchString(word) {
		return nil, nil
	}
	limit := 1
	if len(word) > 7 {
		limit = 2
	}
	found := map[string]nearWord{}
	for _, which := range []string{wordsFolder, turnedFolder} {
		if err := x.nearIn(which, word, limit, found); err != nil {
			return nil, err
		}
	}
	delete(found, word) // it may be one itself
	var all []nearWord
	for _, w := range found {
		all = append(all, w)
	}
	slices.SortFunc(all, func(a, b nearWord) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word))
	})
	var out []string
	for _, w := range all {
		if w.distance == all[0].distance && len(out) < 3 {
			out = append(out, w.word)
		}
	}
	return out, nil
}

func (x *Index) nearIn(which, word string, limit int, found map[string]nearWord) error {
	turn := func(s string) string { return s }
	if which == turnedFolder {
		turn = backwards
	}
	w := turn(word)
	words, err := x.beginning(which, w[:2])
	if err != nil {
		return err
	}
	for _, t := range words {
		if k := damerau(w, t.term, limit); k <= limit {
			d := decoder{b: t.data}
			found[turn(t.term)] = nearWord{turn(t.term), k, int(d.uint())}
		}
	}
	return nil
}

func backwards(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

// damerau is the number of letters added, left out, changed or exchanged with
// their neighbour, at most limit + 1 where lengths tell.
func damerau(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	older, old, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range old {
		old[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			same := 1
			if a[i-1] == b[j-1] {
				same = 0
			}
			row[j] = min(old[j]+1, row[j-1]+1, old[j-1]+same)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
		older, old, row = old, row, older
	}
	return old[len(b)]
}
