package search

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// placed reports a term whose documents in a tier are listed with the places of the
// term in each: triples are in both, words of letters or digits in titles.
func placed(term string, tier int) bool {
	first, _ := utf8.DecodeRuneInString(term)
	return strings.HasPrefix(term, markTriple) || tier == 0 && unicode.In(first, unicode.L, unicode.N) && !joined(first)
}

// appendPlaces writes where a term begins in a document: each place as twice the
// distance from the one before, plus one where another follows.
func appendPlaces(b []byte, places []uint32) []byte {
	last := uint32(0)
	for i, p := range places {
		v := uint64(p-last) << 1
		if i+1 < len(places) {
			v |= 1
		}
		b = binary.AppendUvarint(b, v)
		last = p
	}
	return b
}

// placesSize is how many bytes the places of the first document take.
func placesSize(b []byte) int {
	at := 0
	for at < len(b) {
		v, n := binary.Uvarint(b[at:])
		if n <= 0 {
			return len(b)
		}
		at += n
		if v&1 == 0 {
			break
		}
	}
	return at
}

// places reads those of n documents, one after another.
func (d *decoder) places(n int) [][]uint32 {
	out := make([][]uint32, 0, min(n, len(d.b)))
	for range n {
		var of []uint32
		last := uint32(0)
		for more := true; more && !d.bad; {
			v := d.uint()
			last += uint32(v >> 1)
			of = append(of, last)
			more = v&1 == 1
		}
		if d.bad {
			break
		}
		out = append(out, of)
	}
	return out
}

// of are the places of a stream's term in a document that it has.
func (s *stream) of(doc number) []uint32 {
	for _, l := range s.lists {
		p := l.at(doc)
		i, ok := slices.BinarySearch(p.docs, doc)
		if !ok {
			continue
		}
		if p.places == nil {
			d := decoder{b: p.placed}
			p.places = d.places(len(p.docs))
		}
		if i < len(p.places) {
			return p.places[i]
		}
	}
	return nil
}

// standing keeps the documents in which the triples of each run stand as they do in
// the run.
func standing(streams []stream, docs []number) []number { return standingIn(streams, docs, 1) }

// beside keeps those in which the words of each row stand side by side.
func beside(streams []stream, docs []number) []number { return standingIn(streams, docs, -1) }

// standingIn does it for the runs of one sign.
func standingIn(streams []stream, docs []number, sign int) []number {
	runs := map[int][]stream{}
	for _, s := range streams {
		if s.run*sign > 0 {
			runs[s.run] = append(runs[s.run], s)
		}
	}
	var out []number
	for _, doc := range docs {
		fits := true
		for _, run := range runs {
			fits = fits && stands(run, doc)
		}
		if fits {
			out = append(out, doc)
		}
	}
	return out
}

// stands reports whether a run stands somewhere in a document.
func stands(run []stream, doc number) bool {
	var begins []uint32
	for i, s := range run {
		var here []uint32
		for _, p := range s.of(doc) {
			begin := p - uint32(s.at) // wraps where there is no such place
			if (!s.title || p < bodyFrom) && (i == 0 || slices.Contains(begins, begin)) {
				here = append(here, begin)
			}
		}
		begins = here
	}
	return len(begins) > 0
}
