package search

import (
	"cmp"
	"slices"
)

// part is a part of a list: the documents from the first on.
type part struct {
	first  number
	name   string
	docs   []number
	placed []byte     // places of a triple in those documents, as they are written
	places [][]uint32 // and as they are read
	ready  bool
}

// read takes what stands in the part.
func (p *part) read(data []byte, placed bool) {
	p.ready = true
	if placed {
		d := decoder{b: data}
		data = d.text()
		p.placed = d.b
	}
	p.docs = numbers(data)
}

// list is the documents of a term in one tier.
type list struct {
	n      int
	parts  []*part
	placed bool // whether the term has places in them
}

// stream is the union of some lists.
type stream struct {
	n     int
	lists []*list
	run   int  // the run that it is a triple of; 0 for none
	at    int  // how many characters from the beginning of the run
	title bool // whether titles alone count
}

// entry is a term's lists, and what follows them.
type entry struct {
	title, body *list
	n           int
	rest        []byte
}

func streamOf(lists ...*list) stream {
	var s stream
	for _, l := range lists {
		if l.n > 0 {
			s.lists = append(s.lists, l)
			s.n += l.n
		}
	}
	return s
}

func readEntry(b []byte, placed bool) *entry {
	d := decoder{b: b}
	e := &entry{title: d.list(placed), body: d.list(placed)}
	e.n, e.rest = e.title.n+e.body.n, d.b
	return e
}

func (d *decoder) list(placed bool) *list {
	l := &list{n: int(d.uint()), placed: placed}
	if l.n == 0 {
		return l
	}
	l.parts = []*part{{}}
	l.parts[0].read(d.text(), placed)
	var cell uint32
	for k := d.uint(); k > 0 && !d.bad; k-- {
		cell += uint32(d.uint())
		first := numberOf(cell, uint32(d.uint()))
		l.parts = append(l.parts, &part{first: first, name: d.name()})
	}
	return l
}

// at is the part that a number belongs to.
func (l *list) at(n number) *part {
	return l.parts[lastBefore(len(l.parts), func(i int) bool { return l.parts[i].first > n })]
}

func within(docs []number, from, to number) []number {
	i, _ := slices.BinarySearch(docs, from)
	j := i
	for j < len(docs) && docs[j] <= to {
		j++
	}
	return docs[i:j]
}

func union(lists [][]number) []number {
	if len(lists) == 1 {
		return lists[0]
	}
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}

func both(a, b []number) []number {
	var out []number
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c == 0:
			out = append(out, a[i])
			i, j = i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	return out
}

// walked are the documents that a walk met.
type walked struct {
	docs     []number
	complete bool
	share    float64 // of the way
}

type window struct{ from, to number }

// windows divide a span where any part of the streams begins.
func windows(streams []stream, lo, hi number, back bool) []window {
	from := []number{lo}
	for _, s := range streams {
		for _, l := range s.lists {
			for _, p := range l.parts {
				if p.first > lo && p.first <= hi {
					from = append(from, p.first)
				}
			}
		}
	}
	slices.Sort(from)
	from = slices.Compact(from)
	out := make([]window, len(from))
	for i, f := range from {
		out[i] = window{f, hi}
		if i+1 < len(from) {
			out[i].to = from[i+1] - 1
		}
	}
	if back {
		slices.Reverse(out)
	}
	return out
}

// walk meets the documents that are in every stream, in order, from the shortest
// stream on. It goes on until want are met, and then as far as what is loaded and
// spare bytes reach, so that small results are counted whole.
func (x *Index) walk(streams []stream, lo, hi number, want int, back bool, spare int) (walked, error) {
	streams = slices.Clone(streams)
	slices.SortStableFunc(streams, func(a, b stream) int { return cmp.Compare(a.n, b.n) })
	all := windows(streams, lo, hi, back)
	out := walked{docs: []number{}}
	seen, start := 0, x.Bytes
	for i, batch := 0, 2; i < len(all); {
		next := all[i:min(i+batch, len(all))]
		kept, loaded, stop, err := x.step(streams, next, len(out.docs) >= want, start+spare, &seen)
		if err != nil {
			return out, err
		}
		if stop {
			out.share = 1
			if streams[0].n > 0 {
				out.share = float64(seen) / float64(streams[0].n)
			}
			return out, nil
		}
		for _, docs := range kept {
			docs = standing(streams, docs)
			if back {
				docs = slices.Clone(docs)
				slices.Reverse(docs)
			}
			out.docs = append(out.docs, docs...)
		}
		i += batch
		if loaded {
			batch = min(batch*2, 8)
		}
	}
	out.complete, out.share = true, 1
	return out, nil
}

// How much longer a list is that is loaded later, and bytes of a block, about.
const long, blockBytes = 4, 3000

// missingPart is a part that is to be loaded.
type missingPart struct {
	part   *part
	placed bool
}

// missing are the parts of streams in some windows that are not loaded; windows in
// which nothing is left need none.
func missing(streams []stream, next []window, kept [][]number, first bool) []missingPart {
	var need []missingPart
	for _, s := range streams {
		for k, w := range next {
			if !first && len(kept[k]) == 0 {
				continue
			}
			for _, l := range s.lists {
				p := l.at(w.from)
				if !p.ready && !slices.ContainsFunc(need, func(m missingPart) bool { return m.part == p }) {
					need = append(need, missingPart{p, l.placed})
				}
			}
		}
	}
	return need
}

// step does some windows at once: their parts are loaded together.
func (x *Index) step(streams []stream, next []window, enough bool, spare int, seen *int) (kept [][]number, loaded, stop bool, err error) {
	kept = make([][]number, len(next))
	for s := range streams {
		group := streams[s : s+1]
		if s == 0 { // those about as long are loaded with the first, longer ones only where something is left
			n := len(streams)
			for n > 1 && streams[n-1].n > long*streams[0].n {
				n--
			}
			group = streams[:n]
		}
		need := missing(group, next, kept, s == 0)
		if len(need) > 0 {
			if enough && x.Bytes+len(need)*blockBytes > spare || x.Bytes > x.limit {
				return nil, loaded, true, nil
			}
			loaded = true
			for _, n := range need {
				data, err := x.file(n.part.name)
				if err != nil {
					return nil, loaded, false, err
				}
				n.part.read(data, n.placed)
			}
		}
		for k, w := range next {
			if s > 0 && len(kept[k]) == 0 {
				continue
			}
			var lists [][]number
			for _, l := range streams[s].lists {
				lists = append(lists, within(l.at(w.from).docs, w.from, w.to))
			}
			here := union(lists)
			if s == 0 {
				*seen += len(here)
				kept[k] = here
			} else {
				kept[k] = both(kept[k], here)
			}
		}
	}
	return kept, loaded, false, nil
}
