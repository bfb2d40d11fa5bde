package search

import (
	"cmp"
	"encoding/binary"
	"fmt"
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
		h.least = min(h.least, mix(f.numbers[r]))
	}
}

// append writes the counts to b: of each facet how many values follow, plus one,
// and for each the distance of its index from the one before and its count; then
// the sums of what was awarded, paid, and of the people served. Of a facet whose
// names are loaded late, more values than inlineValues go to aside in that form,
// after the facet's index, and b has a nought; the sums are then followed by where
// aside stands (least).
func (h *histogram) append(b, aside []byte, f *facts) (_, _ []byte) {
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
			aside = binary.AppendUvarint(aside, uint64(i))
			aside = binary.AppendUvarint(aside, uint64(n+1))
			aside = append(aside, bars...)
			continue
		}
		b = binary.AppendUvarint(b, uint64(n+1))
		b = append(b, bars...)
	}
	for _, s := range h.sums {
		b = binary.AppendUvarint(b, uint64(max(s, 0)))
	}
	if len(aside) > 0 {
		b = binary.AppendUvarint(b, uint64(h.least))
	}
	return b, aside
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
// late names go to aside.
func (l *lists) entry(b, aside []byte, f *facts, h *histogram, tiers *[2]hits) (_, _ []byte, err error) {
	n := 0
	for _, t := range tiers {
		list := make([]number, len(t.ranks))
		for i, r := range t.ranks {
			list[i] = f.numbers[r]
		}
		if b, err = l.append(b, list, t.places); err != nil {
			return nil, nil, err
		}
		n += len(list)
	}
	if n < histogramFrom {
		return b, aside, nil
	}
	h.reset(f)
	h.add(f, tiers[0].ranks)
	h.add(f, tiers[1].ranks)
	b, aside = h.append(b, aside, f)
	if n >= topFrom {
		b = appendLargest(b, f, slices.Concat(tiers[0].ranks, tiers[1].ranks))
	}
	return b, aside, nil
}

// asides are the counts that stand aside. What is in the same documents mostly has
// the least hash in common, so that it stands together and a document more or less
// touches few of their files.
type asides []keyed

type keyed struct{ key, counts string }

func (a *asides) add(least uint32, term string, counts []byte) {
	*a = append(*a, keyed{fmt.Sprintf("%08x%s", least, term), string(counts)})
}

func (a asides) write(f *files, c cut) (tableJSON, error) {
	slices.SortFunc(a, func(x, y keyed) int { return cmp.Compare(x.key, y.key) })
	w := shards{files: f, cut: c}
	for _, row := range a {
		if err := w.add(row.key, []byte(row.counts)); err != nil {
			return tableJSON{}, err
		}
	}
	return w.finish(asideInRoot, asidePart)
}
