package search

import (
	"encoding/base64"
	"encoding/binary"
)

// A table tells which file has a term or number. Its entries are sorted; the one
// sought is the last that is not after it. A small table stands in the root; a
// large one is divided into files, and the root has a table of those.
type tableJSON struct {
	Level int    `json:"l"` // 0: the entries name the files; 1: they name files with entries
	Data  string `json:"d"` // base64
}

// leastPart is how many entries of a table a file has at least, about.
const leastPart = 32

// tableWriter collects the entries of a table.
type tableWriter struct {
	entries [][]byte // without what they share with the one before
	keys    []string // of a table of terms
	numbers []number // of one of numbers
	counts  []int
}

// addTerm enters a file by its first term.
func (t *tableWriter) addTerm(first string, name []byte) {
	t.keys = append(t.keys, first)
	t.entries = append(t.entries, append([]byte(nil), name...))
}

// addNumber enters a file by the number of its first document and how many it
// has; some have two names.
func (t *tableWriter) addNumber(first number, n int, names ...[]byte) {
	t.numbers = append(t.numbers, first)
	t.counts = append(t.counts, n)
	var entry []byte
	for _, name := range names {
		entry = append(entry, name...)
	}
	t.entries = append(t.entries, entry)
}

func (t *tableWriter) part(from, to int) []byte {
	var b []byte
	last := ""
	var cell uint32
	for i := from; i < to; i++ {
		if t.numbers == nil {
			b = appendShared(b, last, t.keys[i])
			last = t.keys[i]
		} else {
			n := t.numbers[i]
			b = binary.AppendUvarint(b, uint64(n.cell()-cell))
			b = binary.AppendUvarint(b, uint64(n.slot()))
			b = binary.AppendUvarint(b, uint64(t.counts[i]))
			cell = n.cell()
		}
		b = append(b, t.entries[i]...)
	}
	return b
}

// appendShared writes a text as the length of what it shares with the one before,
// the length of the rest, and the rest.
func appendShared(b []byte, last, s string) []byte {
	n := 0
	for n < len(last) && n < len(s) && last[n] == s[n] {
		n++
	}
	b = binary.AppendUvarint(b, uint64(n))
	return appendText(b, s[n:])
}

// finish writes the table: into the root where it has no more entries than inline, else in as many
// parts as each has entries, so that root and part together are smallest; but in parts of no fewer
// than least, where a document touches many entries and so all parts there are.
func (t *tableWriter) finish(f *files, inline, least int) (tableJSON, error) {
	if len(t.entries) <= inline {
		return tableJSON{Data: base64.StdEncoding.EncodeToString(t.part(0, len(t.entries)))}, nil
	}
	var top tableWriter
	part := least // a power of two, which one entry more seldom changes
	for part*part < len(t.entries) {
		part *= 2
	}
	c := cut{least: part / 2, spread: part / 2, most: part * 2}
	from := 0
	for i := 0; i <= len(t.entries); i++ {
		if i < len(t.entries) && !c.before(t.hash(i), 1) || i == 0 {
			continue
		}
		name, err := f.put(t.part(from, i))
		if err != nil {
			return tableJSON{}, err
		}
		if t.numbers == nil {
			top.addTerm(t.keys[from], name)
		} else {
			n := 0
			for _, c := range t.counts[from:i] {
				n += c
			}
			top.addNumber(t.numbers[from], n, name)
		}
		from = i
	}
	return tableJSON{1, base64.StdEncoding.EncodeToString(top.part(0, len(top.entries)))}, nil
}

func (t *tableWriter) hash(i int) uint32 {
	if t.numbers == nil {
		return hash(t.keys[i])
	}
	return mix(t.numbers[i])
}

// mix is a hash of a number.
func mix(n number) uint32 {
	x := uint64(n) * 0x9e3779b97f4a7c15
	return uint32(x >> 32)
}
