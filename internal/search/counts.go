package search

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// facts are what is kept of every document while the lists are written, by its
// rank in the order of numbers.
type facts struct {
	numbers []number
	values  [facets][]uint16 // index of the value plus one; 0 for none
	awarded []int64          // minor units plus one; 0 where none is published
	sums    [3][]int64       // of projects alone: awarded and paid, plus one, and people served
	width   [facets]int      // values of a facet's table
	late    [facets]bool     // whether its names are in a file, loaded when they are shown
}

// histogram counts documents by facet and adds up their amounts.
type histogram struct {
	counts [facets][]uint32
	sums   [3]int64
	least  uint32 // of the hashes of the documents' numbers
}

func (h *histogram) reset(f *facts) {
	for i := range h.counts {
		if len(h.counts[i]) != f.width[i]+1 {
			h.counts[i] = make([]uint32, f.width[i]+1)
		}
		clear(h.counts[i])
	}
	h.sums = [3]int64{}
	h.least = math.MaxUint32
}

func (h *histogram) add(f *facts, ranks []uint32) {
	for i := range h.counts {
		counts, values := h.counts[i], f.values[i]
		for _, r := range ranks {
			counts[values[r]]++
		}
	}
	for _, r := range ranks {
		h.sums[0] += max(f.sums[0][r]-1, 0)
		h.sums[1] += max(f.sums[1][r]-1, 0)
		h.sums[2] += f.sums[2][r]
		h.least = min(h.least, mix(f.numbers[r])|1<<31) // ten digits
	}
}

// append writes the counts to b: of each facet how many values follow, plus one,
// and for each the distance of its index from the one before and its count; then
// the sums of what was awarded, paid, and of the people served. Of a facet whose
// names are loaded late, more values than inlineValues go aside in that form, and b
// has a nought and where they stand (least).
func (h *histogram) append(b []byte, f *facts, aside func(facet int, counts []byte)) []byte {
	for i, counts := range h.counts {
		var bars []byte
		n, last := 0, 0
		for v, count := range counts[1:] {
			if count > 0 {
				bars = binary.AppendUvarint(bars, uint64(v-last))
				bars = binary.AppendUvarint(bars, uint64(count))
				last = v
				n++
			}
		}
		if f.late[i] && n > inlineValues {
			b = binary.AppendUvarint(b, 0)
			b = binary.AppendUvarint(b, uint64(h.least))
			aside(i, append(binary.AppendUvarint(nil, uint64(n+1)), bars...))
			continue
		}
		b = binary.AppendUvarint(b, uint64(n+1))
		b = append(b, bars...)
	}
	for _, s := range h.sums {
		b = binary.AppendUvarint(b, uint64(max(s, 0)))
	}
	return b
}

// appendLargest writes the numbers of the documents with the largest amounts,
// largest first: how many, and each one's cell and slot.
func appendLargest(b []byte, f *facts, ranks []uint32) []byte {
	top := make([]uint32, 0, topShown+1)
	larger := func(a, c uint32) int {
		return cmp.Or(cmp.Compare(f.awarded[c], f.awarded[a]), cmp.Compare(a, c))
	}
	for _, r := range ranks {
		if f.awarded[r] == 0 || len(top) == topShown && larger(top[topShown-1], r) < 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(top, r, larger)
		top = slices.Insert(top, at, r)
		top = top[:min(len(top), topShown)]
	}
	b = binary.AppendUvarint(b, uint64(len(top)))
	for _, r := range top {
		b = binary.AppendUvarint(b, uint64(f.numbers[r].cell()))
		b = binary.AppendUvarint(b, uint64(f.numbers[r].slot()))
	}
	return b
}

// entry writes to b what a shard has of a term: its lists by tier; then, where
// many documents have it, their counts by facet and the largest of them. Those of
// late names go aside.
func (l *lists) entry(b []byte, f *facts, h *histogram, tiers *[2]hits, aside func(facet int, counts []byte)) (_ []byte, err error) {
	n := 0
	for _, t := range tiers {
		list := make([]number, len(t.ranks))
		for i, r := range t.ranks {
			list[i] = f.numbers[r]
		}
		if b, err = l.append(b, list, t.places); err != nil {
			return nil, err
		}
		n += len(list)
	}
	if n < histogramFrom {
		return b, nil
	}
	h.reset(f)
	h.add(f, tiers[0].ranks)
	h.add(f, tiers[1].ranks)
	b = h.append(b, f, aside)
	if n >= topFrom {
		b = appendLargest(b, f, slices.Concat(tiers[0].ranks, tiers[1].ranks))
	}
	return b, nil
}
