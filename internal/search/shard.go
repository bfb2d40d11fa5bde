package search

import (
	"encoding/binary"
	"strings"
)

// Sizes of what is cut, in bytes before packing.
const (
	headLeast, headSpread, headMost    = 500, 400, 1600    // of a list's beginning, in the shard
	blockLeast, blockSpread, blockMost = 3000, 3000, 10000 // of a list's further parts, in files
	histogramFrom                      = 17                // documents from which a term has counts
	topFrom, topShown                  = 257, 40           // documents from which it lists the largest
	histogramShown                     = 24                // values of a facet in a term's counts
	titleWeight                        = 3                 // of a whole title's term among those of a shard
)

// shardSize is how large the shards of an index are: of a small one they are
// small, so that its first query is light; a large one would have too many.
func shardSize(documents int) cut {
	if documents < 8000 {
		return cut{least: 3500, spread: 3000, most: 14000}
	}
	return cut{least: 5500, spread: 4500, most: 20000}
}

// shards writes the terms with their lists.
type shards struct {
	files *files
	cut   cut
	table tableWriter
	first string // term of the shard that is being filled
	last  string
	data  []byte
	n     int
}

// add enters a term's entry.
func (s *shards) add(term string, entry []byte) error {
	// Of whole titles a query needs one: their shards are small.
	title := strings.HasPrefix(term, markTitle)
	size := len(entry) + len(term)/2 + 3
	if title {
		size *= titleWeight
	}
	if s.cut.before(hash(term), size) || title != strings.HasPrefix(s.last, markTitle) {
		s.cut.size = size
		if err := s.flush(); err != nil {
			return err
		}
	}
	if len(s.data) == 0 {
		s.first, s.last = term, ""
	}
	s.data = appendShared(s.data, s.last, term)
	s.data = binary.AppendUvarint(s.data, uint64(len(entry)))
	s.data = append(s.data, entry...)
	s.last = term
	return nil
}

func (s *shards) flush() error {
	if len(s.data) == 0 {
		return nil
	}
	name, err := s.files.put(s.data)
	if err != nil {
		return err
	}
	s.table.addTerm(s.first, name)
	s.data = s.data[:0]
	s.n++
	return nil
}

// appendList writes a list: how many, its beginning, and the table of its
// further blocks.
func (s *shards) appendList(b []byte, list []number) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(len(list)))
	if len(list) == 0 {
		return b, nil
	}
	c := cut{headLeast, headSpread, headMost, 0}
	var blocks []byte
	n, from := 0, 0
	var cell uint32
	for i := range len(list) + 1 {
		if i < len(list) && !c.before(mix(list[i]), postingSize(list, i)) {
			continue
		}
		if i == 0 {
			continue
		}
		data := appendNumbers(nil, list[from:i])
		if from == 0 {
			b = binary.AppendUvarint(b, uint64(len(data)))
			b = append(b, data...)
			c.least, c.spread, c.most = blockLeast, blockSpread, blockMost
		} else {
			name, err := s.files.put(data)
			if err != nil {
				return nil, err
			}
			blocks = binary.AppendUvarint(blocks, uint64(list[from].cell()-cell))
			blocks = binary.AppendUvarint(blocks, uint64(list[from].slot()))
			blocks = append(blocks, name...)
			cell = list[from].cell()
			n++
		}
		from = i
	}
	b = binary.AppendUvarint(b, uint64(n))
	return append(b, blocks...), nil
}

// postingSize is about what a number takes after the one before it.
func postingSize(list []number, i int) int {
	if i > 0 && list[i].cell() == list[i-1].cell() {
		return 1 + int((list[i].slot()-list[i-1].slot())>>7&1)
	}
	return 3
}
