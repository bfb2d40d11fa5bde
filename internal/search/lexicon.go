package search

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// lexicon lists the words of letters with about how many documents have them, in
// powers of two, so that one document more seldom changes it; sorted as they are
// read and once more as they are read backwards: of a word with one slip either the
// beginning or the end is right.
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

func (l *lexicon) write(f *files) (forwards, backwards tableJSON, err error) {
	if forwards, err = writeWords(f, l.words); err != nil {
		return
	}
	for i, e := range l.words {
		b := []byte(e.word)
		slices.Reverse(b)
		l.words[i].word = string(b)
	}
	slices.SortFunc(l.words, func(a, b entryOfLexicon) int {
		if a.word < b.word {
			return -1
		}
		return 1
	})
	backwards, err = writeWords(f, l.words)
	return
}

// writeWords writes words, each with the bits of its count.
func writeWords(f *files, words []entryOfLexicon) (tableJSON, error) {
	w := shards{files: f, cut: cut{least: 5000, spread: 5000, most: 20000}}
	for _, e := range words {
		if err := w.add(e.word, binary.AppendUvarint(nil, uint64(e.bits))); err != nil {
			return tableJSON{}, err
		}
	}
	return w.finish(64, leastPart)
}
