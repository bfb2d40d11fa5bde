package search

import (
	"encoding/binary"
	"math/bits"
)

// lexicon lists the words of letters with about how many documents have them, in
// powers of two, so that one document more seldom changes it; as they are read and
// once more as they are read backwards: of a word with one slip either the beginning
// or the end is right.
type lexicon struct {
	words []entryOfLexicon
}

type entryOfLexicon struct {
	word string
	bits int // of the number of its documents
}

const shortestWord, longestWord = 3, 24

func (l *lexicon) add(term string, n int) {
	if len(term) < shortestWord || len(term) > longestWord {
		return
	}
	for i := range len(term) {
		if term[i] < 'a' || term[i] > 'z' {
			return
		}
	}
	l.words = append(l.words, entryOfLexicon{term, bits.Len(uint(n))})
}

// tree has the words as they are read in some direction, each with the bits of its
// count.
func (l *lexicon) tree(f *files, name string, limit int, read func(string) string) *treeWriter {
	all := make([]leaf, len(l.words))
	for i, e := range l.words {
		all[i] = leaf{term: read(e.word), entry: binary.AppendUvarint(nil, uint64(e.bits))}
	}
	return newTree(f, name, limit).fill(all)
}
