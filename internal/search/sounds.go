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

// tree has the syllables, each with its pairs one after another.
func (s sounding) tree(f *files, limit int) *treeWriter {
	var all []leaf
	for syllables, of := range s {
		all = append(all, leaf{term: syllables, entry: []byte(strings.Join(slices.Sorted(maps.Keys(of)), ""))})
	}
	return newTree(f, soundsFolder, limit).fill(all)
}
