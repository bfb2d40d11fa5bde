package search

import (
	"math"
	"slices"
)

// findByAmount answers a query that is sorted by amount or has a range of them. A
// range keeps what has an amount; without one the others follow.
func (x *Index) findByAmount(asked *question, entries []*entry, f filter, q Query, known int) (found, error) {
	end := q.Offset + q.Limit
	lo, hi, _ := q.span()
	ranged := q.Amount[0] != nil || q.Amount[1] != nil
	if q.Sort == "largest" && known >= topFrom && len(entries) > 0 && end <= topShown {
		if docs, _ := largest(entries[0].rest); len(docs) >= end {
			return found{docs, known, true}, nil
		}
	}
	var asks []stream
	for _, u := range asked.units {
		asks = append(asks, u.any)
	}
	any := asks
	if !ranged {
		any = slices.Concat(asks, f.streams)
	}
	met := found{total: known, exact: true}
	var set map[number]bool
	if len(any) > 0 {
		want := max(wanted, end)
		if len(asks) > 0 {
			want = math.MaxInt32 // as many as a walk may meet
		}
		var err error
		if met, err = x.counted(any, []window{{from: lo, to: hi}}, want, known); err != nil {
			return found{}, err
		}
	}
	if len(asks) > 0 {
		set = map[number]bool{}
		for _, d := range met.docs {
			set[d] = true
		}
	}
	sorted := q.Sort == "largest" || q.Sort == "smallest"
	want := end
	if !sorted {
		want = max(wanted, end)
	}
	share := 1.0 // of all documents that fit, were nothing related
	if set != nil {
		share = float64(len(met.docs)) / float64(x.root.Documents)
	}
	if ranged || set == nil {
		for i, s := range f.streams {
			if i != f.by {
				share *= float64(s.n) / float64(x.root.Documents)
			}
		}
	}
	by, err := x.byAmount(q, f.table, want, share, func(d number, v []int) bool {
		return d >= lo && d <= hi && (set == nil || set[d]) && f.fits(v)
	})
	if err != nil {
		return found{}, err
	}
	if !ranged {
		out := found{by.docs, met.total, met.exact}
		if by.complete {
			out.docs = firstOfEach(by.docs, met.docs)
		}
		return out, nil
	}
	out := found{by.docs, len(by.docs), by.complete && met.exact}
	if !out.exact {
		share := by.share
		if share == 0 {
			share = 1
		}
		out.total = int(math.Round(float64(len(by.docs)) / share))
	}
	if !sorted {
		slices.Sort(out.docs)
		if q.Sort == "oldest" {
			slices.Reverse(out.docs)
		}
	}
	return out, nil
}

// largest are the documents with the largest amounts that an entry lists, and the
// table of its pieces by amount, if it has one.
func largest(rest []byte) (top []number, table []byte) {
	d := decoder{b: rest}
	for range facets {
		n := d.uint()
		if n == 0 {
			d.uint() // where they stand aside
		}
		for ; n > 1 && !d.bad; n-- {
			d.uint()
			d.uint()
		}
	}
	for range 3 {
		d.uint()
	}
	if len(d.b) == 0 {
		return nil, nil
	}
	for n := d.uint(); n > 0 && !d.bad; n-- {
		cell := uint32(d.uint())
		top = append(top, numberOf(cell, uint32(d.uint())))
	}
	return top, d.b
}

// amountRow is a piece of the documents by amount.
type amountRow struct {
	most float64
	n    int
	name string
}

// How many pieces a walk by amount loads at most, and at once.
const mostPieces, mostPiecesAhead = 32, 8

// byAmount walks the documents of a table of pieces, else all, by amount, whole pieces
// at a time; share is about what part of them fits.
func (x *Index) byAmount(q Query, table []byte, want int, share float64, fits func(number, []int) bool) (walked, error) {
	unit := math.Pow10(x.root.Digits)
	lo, hi := 0.0, float64(endOfNumbers)
	if q.Amount[0] != nil {
		lo = *q.Amount[0] * unit
	}
	if q.Amount[1] != nil {
		hi = *q.Amount[1] * unit
	}
	if table == nil {
		var err error
		if table, err = x.file(x.root.Amounts); err != nil {
			return walked{}, err
		}
	}
	var pieces, use []amountRow
	for d := (decoder{b: table}); len(d.b) > 0; {
		pieces = append(pieces, amountRow{float64(d.uint()), int(d.uint()), d.name()})
	}
	all := 0
	for i, p := range pieces {
		least := 0.0
		if i+1 < len(pieces) {
			least = pieces[i+1].most
		}
		if p.most >= lo && least <= hi {
			use = append(use, p)
			all += p.n
		}
	}
	up := q.Sort == "smallest"
	if up {
		slices.Reverse(use)
	}
	w := walked{docs: []number{}, complete: true, share: 1}
	seen := 0
	for done := 0; done < len(use); {
		if len(w.docs) >= want && done > 0 || done >= mostPieces {
			w.complete, w.share = false, float64(seen)/float64(all)
			break
		}
		batch := ahead(want, len(w.docs), done, mostPiecesAhead)
		if done == 0 {
			batch = ahead(want, int(share*float64(use[0].n)), 1, mostPiecesAhead)
		}
		for _, p := range use[done:min(done+batch, len(use))] {
			data, err := x.file(p.name)
			if err != nil {
				return w, err
			}
			docs := pieceDocs(data, lo, hi, fits)
			if up {
				slices.Reverse(docs)
			}
			w.docs = append(w.docs, docs...)
			seen += p.n
			done++
		}
	}
	return w, nil
}

// column reads what appendColumn writes.
func (d *decoder) column(n int) []int {
	values := make([]int, min(int(d.uint()), len(d.b)))
	for i := range values {
		values[i] = int(d.uint())
	}
	out := make([]int, n)
	for i := range out {
		if at := int(d.uint()); at < len(values) {
			out[i] = values[at]
		}
	}
	return out
}

// pieceDocs are the documents of a piece that lie within the amounts and fit.
func pieceDocs(data []byte, lo, hi float64, fits func(number, []int) bool) []number {
	d := decoder{b: data}
	n := min(int(d.uint()), len(data))
	amounts, ids, values := make([]float64, n), make([]number, n), make([][]int, n)
	for i := range n {
		v := float64(d.uint())
		if i > 0 {
			v = amounts[i-1] - v
		}
		amounts[i] = v
	}
	for i := range n {
		ids[i] = numberOf(uint32(d.uint()), 0)
	}
	for i := range n {
		ids[i] += number(d.uint())
		values[i] = make([]int, facets)
	}
	for f := range facets {
		for i, v := range d.column(n) {
			values[i][f] = v
		}
	}
	var out []number
	for i := range n {
		if amounts[i] >= lo && amounts[i] <= hi && fits(ids[i], values[i]) {
			out = append(out, ids[i])
		}
	}
	return out
}
