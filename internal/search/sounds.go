package search

import (
	"maps"
	"slices"
	"strings"
)

// sounding tells which pairs of characters of titles two syllables may be.
type sounding map[string]map[string]bool

func (s sounding) add(syllables, pair string) {
	if s == nil {
		return
	}
	if s[syllables] == nil {
		s[syllables] = map[string]bool{}
	}
	s[syllables][pair] = true
}

// write writes the syllables in order, each with its pairs one after another.
func (s sounding) write(f *files, c cut) (tableJSON, error) {
	w := shards{files: f, cut: c}
	for _, syllables := range slices.Sorted(maps.Keys(s)) {
		pairs := slices.Sorted(maps.Keys(s[syllables]))
		if err := w.add(syllables, []byte(strings.Join(pairs, ""))); err != nil {
			return tableJSON{}, err
		}
	}
	return w.finish(64, leastPart)
}
