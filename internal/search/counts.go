package search

import (
	"cmp"
	"encoding/binary"
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
}

// histogram counts documents by facet and adds up their amounts.
type histogram struct {
	counts [facets][]uint32
	sums   [3]int64
}

func (h *histogram) reset(f *facts) {
	for i := range h.counts {
		if len(h.counts[i]) != f.width[i]+1 {
			h.counts[i] = make([]uint32, f.width[i]+1)
		}
		clear(h.counts[i])
	}
	h.sums = [3]int64{}
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
	}
}

// append writes the counts: of each facet how many values follow, and for each
// the distance of its index from the one before and its count; then the sums of
// what was awarded, paid, and of the people served. A facet of many values gives
// the most frequent alone.
func (h *histogram) append(b []byte, shown int) []byte {
	type bar struct {
		value int
		count uint32
	}
	for _, counts := range h.counts {
		var bars []bar
		for v, n := range counts[1:] {
			if n > 0 {
				bars = append(bars, bar{v, n})
			}
		}
		if len(bars) > shown {
			slices.SortFunc(bars, func(a, b bar) int { return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.value, b.value)) })
			bars = bars[:shown]
			slices.SortFunc(bars, func(a, b bar) int { return cmp.Compare(a.value, b.value) })
		}
		b = binary.AppendUvarint(b, uint64(len(bars)))
		last := 0
		for _, r := range bars {
			b = binary.AppendUvarint(b, uint64(r.value-last))
			b = binary.AppendUvarint(b, uint64(r.count))
			last = r.value
		}
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

// entry is what a shard has of a term: its lists by tier; then, where many
// documents have it, their counts by facet and the largest of them.
func (s *shards) entry(b []byte, f *facts, h *histogram, title, body []uint32) ([]byte, error) {
	var err error
	list := make([]number, 0, len(title)+len(body))
	for _, ranks := range [2][]uint32{title, body} {
		list = list[:0]
		for _, r := range ranks {
			list = append(list, f.numbers[r])
		}
		if b, err = s.appendList(b, list); err != nil {
			return nil, err
		}
	}
	n := len(title) + len(body)
	if n < histogramFrom {
		return b, nil
	}
	h.reset(f)
	h.add(f, title)
	h.add(f, body)
	b = h.append(b, histogramShown)
	if n >= topFrom {
		b = appendLargest(b, f, slices.Concat(title, body))
	}
	return b, nil
}
