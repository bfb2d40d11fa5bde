package search

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/binary"
	"io"
	"slices"
)

// postings are the documents of a term, by tier, as ranks in the order of
// numbers: each the distance from the one before, and of a triple its places in
// the document after it (appendPlaces).
type postings struct {
	code  uint64 // of the term
	tiers [2]tier
}

type tier struct {
	packed []byte
	last   uint32
	count  int
}

func (t *tier) add(rank uint32, places []uint32) {
	t.packed = binary.AppendUvarint(t.packed, uint64(rank-t.last))
	t.packed = appendPlaces(t.packed, places)
	t.last = rank
	t.count++
}

// hits are the documents of a term in one tier, as ranks in the order of numbers;
// of a triple also the places in each, one document after another.
type hits struct {
	ranks  []uint32
	places []byte
}

func (h *hits) reset() { h.ranks, h.places = h.ranks[:0], h.places[:0] }

// sorter collects postings within a limit of memory: what is over is written as
// a run, in the order of terms (byCode). Runs follow each other in the order of documents, so the
// postings of a term are those of its runs one after another, and the result is
// the same whatever the limit.
type sorter struct {
	limit int
	spill func() (io.ReadWriteSeeker, error)
	terms map[string]*postings
	used  int
	runs  []io.ReadWriteSeeker
}

// perTerm is about what a term takes in memory beside its text and postings.
const perTerm = 192

func (s *sorter) add(rank uint32, b *bag) error {
	for t := range b.title {
		s.at(t, 0, rank, b.places[t])
	}
	for t := range b.body {
		if !b.title[t] {
			s.at(t, 1, rank, b.places[t])
		}
	}
	if s.used < s.limit {
		return nil
	}
	return s.flush()
}

func (s *sorter) at(term string, tier int, rank uint32, places []uint32) {
	p := s.terms[term]
	if p == nil {
		p = &postings{code: codeOf(term)}
		s.terms[term] = p
		s.used += perTerm + len(term)
	}
	t := &p.tiers[tier]
	before := cap(t.packed)
	t.add(rank, places)
	s.used += cap(t.packed) - before
}

// flush writes what is collected as a run.
func (s *sorter) flush() error {
	var b []byte
	run, err := writeRun(s.spill, s.sorted(), func(c collected) []byte {
		b = binary.LittleEndian.AppendUint64(b[:0], c.code)
		b = appendText(b, c.term)
		for _, t := range c.tiers {
			b = binary.AppendUvarint(b, uint64(t.count))
			b = binary.AppendUvarint(b, uint64(t.last))
			b = binary.AppendUvarint(b, uint64(len(t.packed)))
			b = append(b, t.packed...)
		}
		return b
	})
	if err != nil {
		return err
	}
	s.runs = append(s.runs, run)
	s.terms, s.used = map[string]*postings{}, 0
	return nil
}

// writeRun writes what is in order, one after another, as a run to be read.
func writeRun[T any](spill func() (io.ReadWriteSeeker, error), all []T, encode func(T) []byte) (io.ReadWriteSeeker, error) {
	run, err := spill()
	if err != nil {
		return nil, err
	}
	w := bufio.NewWriterSize(run, 1<<18)
	for _, x := range all {
		if _, err := w.Write(encode(x)); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	_, err = run.Seek(0, io.SeekStart)
	return run, err
}

// readBytes reads so many bytes into the room of b, which may grow.
func readBytes(r io.Reader, b []byte, n uint64) ([]byte, error) {
	b = slices.Grow(b[:0], int(n))[:n]
	_, err := io.ReadFull(r, b)
	return b, err
}

// collected is a term with its postings.
type collected struct {
	term string
	*postings
}

// sorted are the terms that are held, in their order.
func (s *sorter) sorted() []collected {
	all := make([]collected, 0, len(s.terms))
	for term, p := range s.terms {
		all = append(all, collected{term, p})
	}
	slices.SortFunc(all, func(x, y collected) int { return byCode(x.code, x.term, y.code, y.term) })
	return all
}

func appendText(b []byte, s string) []byte {
	b = binary.AppendUvarint(b, uint64(len(s)))
	return append(b, s...)
}

// each calls do for every term in order, with its documents by tier, which are
// do's only until it returns.
func (s *sorter) each(do func(term string, tiers *[2]hits) error) error {
	if len(s.runs) == 0 {
		var tiers [2]hits
		for _, c := range s.sorted() {
			for i := range tiers {
				tiers[i].reset()
				c.tiers[i].unpack(&tiers[i], placed(c.term, i))
			}
			if err := do(c.term, &tiers); err != nil {
				return err
			}
		}
		return nil
	}
	if err := s.flush(); err != nil {
		return err
	}
	return s.merge(do)
}

// unpack appends what a tier holds.
func (t *tier) unpack(to *hits, placed bool) {
	r := uint32(0)
	for b := t.packed; len(b) > 0; {
		v, n := binary.Uvarint(b)
		b = b[n:]
		r += uint32(v)
		to.ranks = append(to.ranks, r)
		if placed {
			n := placesSize(b)
			to.places = append(to.places, b[:n]...)
			b = b[n:]
		}
	}
}

// run is a run being read: its next term.
type run struct {
	r     *bufio.Reader
	code  uint64
	term  []byte
	tiers [2]tier
	done  bool
}

func (r *run) next() error {
	var code [8]byte
	if _, err := io.ReadFull(r.r, code[:]); err == io.EOF {
		r.done = true
		return nil
	} else if err != nil {
		return err
	}
	r.code = binary.LittleEndian.Uint64(code[:])
	size, err := binary.ReadUvarint(r.r)
	if err != nil {
		return err
	}
	if r.term, err = readBytes(r.r, r.term, size); err != nil {
		return err
	}
	for i := range r.tiers {
		var v [3]uint64
		for j := range v {
			if v[j], err = binary.ReadUvarint(r.r); err != nil {
				return err
			}
		}
		t := &r.tiers[i]
		t.count, t.last = int(v[0]), uint32(v[1])
		if t.packed, err = readBytes(r.r, t.packed, v[2]); err != nil {
			return err
		}
	}
	return nil
}

// merge reads all runs side by side.
func (s *sorter) merge(do func(term string, tiers *[2]hits) error) error {
	runs := make([]*run, len(s.runs))
	for i, file := range s.runs {
		runs[i] = &run{r: bufio.NewReaderSize(file, 1<<16)}
		if err := runs[i].next(); err != nil {
			return err
		}
	}
	var tiers [2]hits
	for {
		var least *run
		for _, r := range runs {
			if !r.done && (least == nil || cmp.Or(cmp.Compare(r.code, least.code), bytes.Compare(r.term, least.term)) < 0) {
				least = r
			}
		}
		if least == nil {
			return nil
		}
		term := string(least.term)
		tiers[0].reset()
		tiers[1].reset()
		for _, r := range runs {
			if r.done || string(r.term) != term {
				continue
			}
			for i := range tiers {
				r.tiers[i].unpack(&tiers[i], placed(term, i))
			}
			if err := r.next(); err != nil {
				return err
			}
		}
		if err := do(term, &tiers); err != nil {
			return err
		}
	}
}
