package search

import (
	"cmp"
	"math"
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
	run   int  // the run that it is a triple of; below 0 the row of words that it is a word of; 0 for none
	at    int  // how many characters, or words, from its beginning
	title bool // whether titles alone count
}

// entry is a term's lists, and what follows them.
type entry struct {
	term        string
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

func readEntry(term string, b []byte) *entry {
	d := decoder{b: b}
	e := &entry{term: term, title: d.list(placed(term, 0)), body: d.list(placed(term, 1))}
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

// window is a span of numbers; back: the last one first.
type window struct {
	from, to number
	back     bool
}

// windows divide a span where any part of the streams begins.
func (span window) windows(streams []stream) []window {
	from := []number{span.from}
	for _, s := range streams {
		for _, l := range s.lists {
			for _, p := range l.parts {
				if p.first > span.from && p.first <= span.to {
					from = append(from, p.first)
				}
			}
		}
	}
	slices.Sort(from)
	from = slices.Compact(from)
	out := make([]window, len(from))
	for i, f := range from {
		out[i] = window{f, span.to, span.back}
		if i+1 < len(from) {
			out[i].to = from[i+1] - 1
		}
	}
	if span.back {
		slices.Reverse(out)
	}
	return out
}

// How much longer a list is that is loaded later, and from how many blocks on; how
// many blocks a walk loads at most, and how many windows at once.
const long, fewBlocks, mostBlocks, mostWindows = 4, 6, 16, 32

// walker meets the documents that are in every stream, in order, from the shortest
// stream on.
type walker struct {
	walked
	x       *Index
	streams []stream
	left    []window       // of the way
	used    map[*part]bool // blocks
	done    int            // windows
	seen    int            // of the shortest stream
}

// walk goes over spans until want are met, or most blocks are used.
func (x *Index) walk(streams []stream, spans []window, want, most int) (*walker, error) {
	w := &walker{walked: walked{docs: []number{}}, x: x, streams: slices.Clone(streams), used: map[*part]bool{}}
	slices.SortStableFunc(w.streams, func(a, b stream) int { return cmp.Compare(a.n, b.n) })
	for _, s := range spans {
		w.left = append(w.left, s.windows(streams)...)
	}
	if err := w.until(want, most); err != nil {
		return w, err
	}
	_, err := w.step(w.left, 0)
	return w, err
}

// until goes on until want are met: first as far as what stands in the shards
// reaches, then over as many windows as those before let expect.
func (w *walker) until(want, most int) error {
	for batch := 1; len(w.left) > 0 && len(w.docs) < want; {
		batch = min(batch, len(w.left))
		met, err := w.step(w.left[:batch], most)
		if err != nil {
			return err
		}
		if met {
			batch = ahead(want, len(w.docs), w.done, mostWindows)
		} else if batch /= 4; batch == 0 {
			break
		}
	}
	return nil
}

// ahead is how many steps more are needed to meet want, where so many were met by
// those that are done; a quarter more, so that it seldom takes another turn.
func ahead(want, met, done, most int) int {
	steps := math.Ceil(float64(want-met) / float64(max(met, 1)) * float64(done) * 1.25)
	return int(max(1, min(float64(most), steps)))
}

// finish goes to the end where no more than so many blocks are needed for it, so
// that small results are counted whole; else as far as an estimate needs.
func (w *walker) finish(blocks int) error {
	met, err := w.step(w.left, blocks)
	if err == nil && !met {
		err = w.until(wanted, blocks)
	}
	if err != nil {
		return err
	}
	w.complete, w.share = len(w.left) == 0, 1
	if !w.complete && w.streams[0].n > 0 {
		w.share = float64(w.seen) / float64(w.streams[0].n)
	}
	return nil
}

// missing are the blocks of streams in some windows that were not used yet; windows
// in which nothing is left need none.
func (w *walker) missing(streams []stream, next []window, kept [][]number, first bool) map[*part]bool {
	need := map[*part]bool{}
	for _, s := range streams {
		for k, v := range next {
			if !first && len(kept[k]) == 0 {
				continue
			}
			for _, l := range s.lists {
				if p := l.at(v.from); p.name != "" && !w.used[p] {
					need[p] = l.placed
				}
			}
		}
	}
	return need
}

// step takes the next windows at once, their blocks together; where they are many,
// those about as long as the shortest stream with it, longer ones only where
// something is left. It reports whether the walk may use so many blocks.
func (w *walker) step(next []window, most int) (bool, error) {
	kept := make([][]number, len(next))
	seen := 0
	for s := range w.streams {
		group := w.streams[s:]
		if len(w.missing(group, next, kept, s == 0)) > fewBlocks {
			n := 1
			for s == 0 && n < len(group) && group[n].n <= long*group[0].n {
				n++
			}
			group = group[:n]
		}
		need := w.missing(group, next, kept, s == 0)
		if len(need) > 0 && len(w.used)+len(need) > most {
			return false, nil
		}
		for p, placed := range need {
			w.used[p] = true
			if p.ready {
				continue
			}
			data, err := w.x.file(p.name)
			if err != nil {
				return false, err
			}
			p.read(data, placed)
		}
		for k, v := range next {
			if s > 0 && len(kept[k]) == 0 {
				continue
			}
			var lists [][]number
			for _, l := range w.streams[s].lists {
				lists = append(lists, within(l.at(v.from).docs, v.from, v.to))
			}
			here := union(lists)
			if s == 0 {
				seen += len(here)
				kept[k] = here
			} else {
				kept[k] = both(kept[k], here)
			}
		}
	}
	for k, docs := range kept {
		docs = standing(w.streams, docs)
		if next[k].back {
			docs = slices.Clone(docs)
			slices.Reverse(docs)
		}
		w.docs = append(w.docs, docs...)
	}
	w.seen += seen
	w.done += len(next)
	w.left = w.left[len(next):]
	return true, nil
}
