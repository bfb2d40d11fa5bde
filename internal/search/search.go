package search

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
)

// Query is a search, as the page's address has it.
type Query struct {
	Q       string
	Filters map[string][]string // any of the values, all of the facets
	Amount  [2]*float64         // least and most, in the main unit
	Date    [2]string           // first and last day, ISO; "" is open
	Sort    string              // relevance ("" too), newest, oldest, largest, smallest
	Offset  int
	Limit   int
}

// Answer is what a query found.
type Answer struct {
	Total     int
	Exact     bool
	Hits      []Hit
	Corrected []string
	Ignored   []string
	Parted    []string // what no record has as it stands; its parts were searched
}

// Hit is a document as it is shown.
type Hit struct {
	Type, ID, URL, Title, By, Lead, Date string
	Amount                               float64
	HasAmount                            bool
}

// found are the documents of a query, best first.
type found struct {
	docs  []number
	total int
	exact bool
}

const endOfNumbers = number(1<<53 - 1)

var (
	firstDated = numberOf(firstDay, 0)
	afterDated = numberOf(afterDays, 0)
)

// Search answers a query.
func (x *Index) Search(q Query) (Answer, error) {
	f, err := x.filters(q.Filters)
	if err != nil {
		return Answer{}, err
	}
	asked, got, parted, err := x.answers(q, f)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Total: got.total, Exact: got.exact, Corrected: asked.corrected, Ignored: asked.ignored}
	if got.total > 0 {
		a.Parted = parted
	}
	from := min(q.Offset, len(got.docs))
	for _, doc := range got.docs[from:min(from+q.Limit, len(got.docs))] {
		h, err := x.hit(doc)
		if err != nil {
			return a, err
		}
		a.Hits = append(a.Hits, h)
	}
	return a, nil
}

// answers is the answer to a query as it stands, else loosely, and the runs that were
// then searched in parts.
func (x *Index) answers(q Query, f filter) (asked *question, got found, parted []string, err error) {
	strict, got, err := x.answer(q, f, false)
	if err != nil || got.total > 0 || strings.TrimSpace(q.Q) == "" {
		return strict, got, nil, err
	}
	asked, got, err = x.answer(q, f, true)
	if err == nil && got.total == 0 {
		// What its pairs do not meet, since one of them is of two words, its triples may.
		for i := range strict.units {
			strict.units[i].any.run, strict.units[i].title.run = 0, 0
		}
		asked = strict
		got, err = x.find(asked, true, f, q)
	}
	got.exact = got.total == 0
	return asked, got, strict.runs, err
}

func (x *Index) answer(q Query, f filter, loose bool) (*question, found, error) {
	asked, err := x.ask(fold(q.Q), loose)
	if err != nil {
		return nil, found{}, err
	}
	got, err := x.find(asked, strings.TrimSpace(q.Q) != "", f, q)
	got.exact = got.exact && !asked.cut
	return asked, got, err
}

// filter are the filters as streams, and as a test of a document's values.
type filter struct {
	streams []stream
	entries []*entry
	fits    func(values []int) bool
	by      int    // which of the streams is walked by amount, -1 for none
	table   []byte // of its pieces by amount
}

func (x *Index) filters(asked map[string][]string) (filter, error) {
	f := filter{by: -1}
	var tests []func([]int) bool
	for i, name := range facetNames {
		if len(asked[name]) == 0 {
			continue
		}
		var terms []string
		for _, v := range asked[name] {
			terms = append(terms, markFacet+name+"="+v)
		}
		got, err := x.terms(terms)
		if err != nil {
			return f, err
		}
		f.entries = append(f.entries, got...)
		var lists []*list
		for _, e := range got {
			lists = append(lists, e.title)
		}
		f.streams = append(f.streams, streamOf(lists...))
		if len(got) == 1 && (f.by < 0 || got[0].title.n < f.streams[f.by].n) {
			if _, table := largest(got[0].rest); len(table) > 0 {
				f.by, f.table = len(f.streams)-1, table
			}
		}
		values, err := x.valuesOf(i)
		if err != nil {
			return f, err
		}
		tests = append(tests, func(v []int) bool {
			for at, k := v[i], 0; at != 0 && k < maxNesting; at, k = values[at].parent, k+1 {
				if slices.Contains(asked[name], values[at].id) {
					return true
				}
			}
			return false
		})
	}
	f.fits = func(v []int) bool {
		return !slices.ContainsFunc(tests, func(test func([]int) bool) bool { return !test(v) })
	}
	return f, nil
}

// span are the numbers of the days that a query asks for.
func (q *Query) span() (lo, hi number, dated bool) {
	hi = endOfNumbers
	if dated = q.Date[0] != "" || q.Date[1] != ""; dated {
		lo, hi = firstDated, afterDated-1
	}
	if q.Date[1] != "" {
		lo = numberOf(cellOf(dayOf(q.Date[1])), 0)
	}
	if q.Date[0] != "" {
		hi = numberOf(cellOf(dayOf(q.Date[0]))+1, 0) - 1
	}
	return lo, hi, dated
}

// dayOf reads a year, month or day; the first day of what it may mean.
func dayOf(s string) int {
	for _, form := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(form, s); err == nil {
			return dayNumber(t.Year(), int(t.Month()), t.Day())
		}
	}
	return 0
}

// find meets the documents of a query and ranks them.
func (x *Index) find(asked *question, words bool, f filter, q Query) (found, error) {
	none := found{exact: true}
	if words && len(asked.units) == 0 || slices.ContainsFunc(f.streams, func(s stream) bool { return s.n == 0 }) ||
		slices.ContainsFunc(asked.units, func(u unit) bool { return u.any.n == 0 }) {
		return none, nil
	}
	lo, hi, dated := q.span()
	var any []stream
	var entries []*entry
	for _, u := range asked.units {
		any = append(any, u.any)
		entries = append(entries, u.entries...)
	}
	any = append(any, f.streams...)
	entries = append(entries, f.entries...)
	amounts := q.Amount[0] != nil || q.Amount[1] != nil
	known := -1 // the total, where an entry tells it
	if !dated && !amounts && len(entries) == 0 {
		known = x.root.Documents
	} else if !dated && !amounts && len(entries) == 1 && entries[0].n >= histogramFrom {
		known = entries[0].n
	}
	if amounts || q.Sort == "largest" || q.Sort == "smallest" {
		return x.findByAmount(asked, entries, f, q, known)
	}
	if known == x.root.Documents && len(any) == 0 && q.Sort != "oldest" && q.Offset+q.Limit <= len(x.newest) {
		return found{x.newest, known, true}, nil
	}
	if len(any) == 0 {
		all, err := x.term(markFacet)
		if err != nil || all == nil {
			return none, err
		}
		any = []stream{streamOf(all.title)}
	}
	end := q.Offset + q.Limit
	if q.Sort == "newest" || q.Sort == "oldest" || len(asked.units) == 0 {
		var spans []window
		for _, s := range []window{{max(lo, firstDated), min(hi, afterDated-1), q.Sort == "oldest"}, {lo, min(hi, firstDated-1), false}, {max(lo, afterDated), hi, false}} {
			if s.from <= s.to {
				spans = append(spans, s)
			}
		}
		return x.counted(any, spans, end, known)
	}
	return x.ranked(asked, any, f, []window{{from: lo, to: hi}}, end, known)
}

// counted are the documents that are in every stream, and how many there are.
func (x *Index) counted(streams []stream, spans []window, want, known int) (found, error) {
	w, err := x.walk(streams, spans, want, mostBlocks)
	if err != nil || known >= 0 {
		return found{w.docs, max(known, len(w.docs)), true}, err
	}
	err = w.finish(spare)
	total := int(math.Round(float64(len(w.docs)) / max(w.share, 0.001)))
	return found{w.docs, max(len(w.docs), total), w.complete}, err
}

// ranked puts first what has the query as its whole title, of a query of one word then
// what has just that in its title, then what has the words
// in its title side by side, then what has them in its title, then the others.
func (x *Index) ranked(asked *question, any []stream, f filter, spans []window, end, known int) (found, error) {
	got, err := x.counted(any, spans, end, known)
	if err != nil {
		return got, err
	}
	var titles []stream
	for _, u := range asked.units {
		titles = append(titles, u.title)
	}
	titles = append(titles, f.streams...)
	var first []number
	for _, e := range asked.first {
		if e.title.n == 0 {
			continue
		}
		w, err := x.walk(append([]stream{streamOf(e.title)}, f.streams...), spans, end, titleBlocks)
		if err != nil {
			return got, err
		}
		first = append(first, w.docs...)
	}
	var inTitle []number
	if !slices.ContainsFunc(titles, func(s stream) bool { return s.n == 0 }) {
		want := end
		if len(asked.units) > 1 && titles[0].run < 0 {
			want = max(want, wanted) // of which some may stand side by side
		}
		w, err := x.walk(titles, spans, want, titleBlocks)
		if err != nil {
			return got, err
		}
		inTitle = w.docs
	}
	got.docs = firstOfEach(first, beside(titles, inTitle), inTitle, got.docs)
	if !got.exact {
		got.total = max(got.total, len(got.docs))
	}
	return got, nil
}

// firstOfEach are lists one after another, each document where it stands first.
func firstOfEach(lists ...[]number) []number {
	seen := map[number]bool{}
	var docs []number
	for _, d := range slices.Concat(lists...) {
		if !seen[d] {
			seen[d] = true
			docs = append(docs, d)
		}
	}
	return docs
}

// hit reads a document as it is shown.
func (x *Index) hit(doc number) (Hit, error) {
	cell, part, ok := x.shown.of(doc)
	if !ok {
		return Hit{}, errNotWhole
	}
	path := piecePath(shownFolder, cell, part)
	data, err := x.open(path)
	if err != nil {
		return Hit{}, err
	}
	var all [][]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return Hit{}, fmt.Errorf("reading %s: %w", path, err)
	}
	for _, r := range all {
		if len(r) == rowFields && string(r[0]) == fmt.Sprint(doc.cell()) && string(r[1]) == fmt.Sprint(doc.slot()) {
			return x.hitOf(r)
		}
	}
	return Hit{}, errNotWhole
}

var errNotWhole = errors.New("the index is not whole")

// rowFields is how many fields shown.row has.
const rowFields = 13

func (x *Index) hitOf(r []json.RawMessage) (Hit, error) {
	var h Hit
	var path string
	var amount float64
	var values []int
	err := errors.Join(json.Unmarshal(r[2], &h.ID), json.Unmarshal(r[3], &path), json.Unmarshal(r[7], &h.Date),
		json.Unmarshal(r[8], &amount), json.Unmarshal(r[12], &values))
	if err != nil || len(values) != int(facets) {
		return h, errors.Join(err, errors.New("the index is not whole"))
	}
	h.Title, h.By, h.Lead = x.pick(r[4]), x.pick(r[5]), x.pick(r[6])
	types, err := x.valuesOf(facetType)
	if err != nil {
		return h, err
	}
	h.Type = types[values[facetType]].id
	if path == "" {
		path = h.Type + "/" + h.ID + ".html"
	}
	if x.lang > 0 {
		path = x.root.Languages[x.lang] + "/" + path
	}
	h.URL = path
	if h.HasAmount = amount > 0; h.HasAmount {
		h.Amount = (amount - 1) / math.Pow10(x.root.Digits)
	}
	return h, nil
}

// pick is a text, or that of the language of a pair.
func (x *Index) pick(raw json.RawMessage) string {
	var one string
	if json.Unmarshal(raw, &one) == nil {
		return one
	}
	var pair [2]string
	_ = json.Unmarshal(raw, &pair)
	if x.lang < 2 && pair[x.lang] != "" {
		return pair[x.lang]
	}
	return pair[0]
}
