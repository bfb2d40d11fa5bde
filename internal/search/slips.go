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

var initialsForm = regexp.MustCompile(`^[a-z]{3,12}$`)

// sounds are the terms of a word of pinyin: pairs of syllables, else triples of
// initials.
func sounds(word string) []string {
	var syllables, out []string
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
			out = append(out, markPinyin+syllables[i-1]+syllables[i])
		}
	} else if initialsForm.MatchString(word) {
		for i := 2; i < len(word); i++ {
			out = append(out, markInitials+word[i-2:i+1])
		}
	}
	return out
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
	for _, which := range []int{tableWords, tableBackwards} {
		if err := x.nearIn(which, word, limit, found); err != nil {
			return nil, err
		}
	}
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

func (x *Index) nearIn(which int, word string, limit int, found map[string]nearWord) error {
	w := word
	if which == tableBackwards {
		w = backwards(word)
	}
	rows, at, err := x.rowAndNext(which, func(r *row) bool { return r.key > w[:2] })
	if err != nil {
		return err
	}
	for i := at; i < min(at+2, len(rows)); i++ {
		if i > at && rows[i].key[:min(2, len(rows[i].key))] > w[:2] {
			break
		}
		data, err := x.file(rows[i].names[0])
		if err != nil {
			return err
		}
		d := decoder{b: data}
		last := ""
		for len(d.b) > 0 {
			last = d.shared(last)
			n := int(d.uint())
			if k := damerau(w, last, limit); k <= limit {
				s := last
				if which == tableBackwards {
					s = backwards(last)
				}
				found[s] = nearWord{s, k, n}
			}
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
