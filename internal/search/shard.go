package search

import (
	"encoding/binary"
)

// Sizes of what is cut, in bytes before packing, and what a term has besides.
const (
	histogramFrom     = 17      // documents from which a term has counts
	topFrom, topShown = 257, 40 // documents from which it lists the largest
	inlineValues      = 24      // values of a facet of late names that stand in a shard
)

// sizes are how large the pieces of an index are: those of a small one are small,
// so that its first query is light; a large one would have too many.
type sizes struct {
	terms  int   // of a file of terms
	titles int   // of whole titles, of which a query needs one
	aside  int   // of counts of facets with late names
	words  int   // of words, and of sounds
	head   cut   // of a list's beginning, in the shard
	whole  int   // up to which size a list stands there whole
	block  cut   // of a list's further parts, in files
	seats  seats // of a cell

	amounts bool // whether values of facets have pieces by amount of their own
}

// Sizes of tables of slots. A roomy one takes more bytes in every list, and a name
// more or less seldom moves another or comes to another size.
var (
	roomy = []int{1 << 5, 1 << 8, 1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20}
	dense = []int{2, 4, 8, 16, 32, 64, 128, 256, 512, 1 << 10, 1 << 11, 1 << 12, 1 << 13}
)

func sizesOf(documents int) sizes {
	if documents < 12_000 {
		return sizes{
			terms: 20500, titles: 6000, aside: 48000, words: 14000,
			head: cut{least: 3000, spread: 2000, most: 8000}, whole: 6000,
			block: cut{least: 7000, spread: 7000, most: 20000},
			seats: seats{dense, 1 << slotBits},
		}
	}
	return sizes{
		terms: 16000, titles: 4200, aside: 48000, words: 14000,
		head: cut{least: 2000, spread: 1500, most: 5000}, whole: 6000,
		block:   cut{least: 8000, spread: 8000, most: 24000},
		seats:   seats{roomy, 1 << slotBits},
		amounts: true,
	}
}

// lists writes the documents of terms.
type lists struct {
	files       *files
	head, block cut
	whole       int
}

// append writes a list: how many, its beginning, and the table of its
// further blocks. Where there are places they follow the numbers of each part.
func (l *lists) append(b []byte, list []number, places []byte) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(len(list)))
	if len(list) == 0 {
		return b, nil
	}
	c := l.head
	if size := listSize(list) + len(places); size <= l.whole {
		c.least, c.most = size, size // it is not cut
	}
	var blocks []byte
	n, from := 0, 0
	var cell uint32
	begin, end := 0, 0 // of the places of a part
	for i := range len(list) + 1 {
		size := 0
		if i < len(list) {
			size = placesSize(places[end:])
			if !c.before(mix(list[i]), postingSize(list, i)+size) {
				end += size
				continue
			}
		}
		data := appendNumbers(nil, list[from:i])
		if len(places) > 0 {
			data = append(appendText(nil, string(data)), places[begin:end]...)
		}
		if from == 0 {
			b = appendText(b, string(data))
			next := l.block
			c.least, c.spread, c.most = next.least, next.spread, next.most
		} else {
			name, err := l.files.put(data)
			if err != nil {
				return nil, err
			}
			blocks = binary.AppendUvarint(blocks, uint64(list[from].cell()-cell))
			blocks = binary.AppendUvarint(blocks, uint64(list[from].slot()))
			blocks = append(blocks, name...)
			cell = list[from].cell()
			n++
		}
		from, begin = i, end
		end += size
	}
	b = binary.AppendUvarint(b, uint64(n))
	return append(b, blocks...), nil
}

// listSize is about what a list takes.
func listSize(list []number) int {
	n := 0
	for i := range list {
		n += postingSize(list, i)
	}
	return n
}

// postingSize is about what a number takes after the one before it.
func postingSize(list []number, i int) int {
	if i > 0 && list[i].cell() == list[i-1].cell() {
		return 1 + int((list[i].slot()-list[i-1].slot())>>7&1)
	}
	return 3
}
