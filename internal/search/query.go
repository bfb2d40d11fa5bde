package search

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of a query, as static/search/engine.js has them.
const (
	wanted = 50 // documents that are met before they are ranked by their words, or their number is estimated
	units  = 8  // of a query
	runOf  = 36 // characters of a run
	spare  = 6  // blocks to count on

	titleBlocks = 8  // that a walk of titles loads at most
	expands     = 16 // terms that a beginning stands for

	beginningFiles = 4 // of those in which what begins alike stands
)

// unit is one thing that a query asks for.
type unit struct {
	entries    []*entry
	title, any stream
}

// question is a query taken apart.
type question struct {
	cut       bool // more was asked than is met
	loose     bool // what is asked for whole is asked for in parts
	units     []unit
	runs      []string // asked for whole: runs of three characters and more
	first     []*entry // whose titles stand first, one after another: the query as a whole title; of a single word, itself before what begins so
	corrected []string // words that were searched instead
	ignored   []string // what is in no document
}

func (q *question) add(entries ...*entry) {
	u := unit{entries: entries}
	var titles, all []*list
	for _, e := range entries {
		titles = append(titles, e.title)
		all = append(all, e.title, e.body)
	}
	u.title, u.any = streamOf(titles...), streamOf(all...)
	u.title.title = true
	q.units = append(q.units, u)
}

// addPlaced adds what stands in a run at so many characters from its beginning; e is
// nil where no document has it.
func (q *question) addPlaced(e *entry, run, at int) {
	if e == nil {
		q.units = append(q.units, unit{})
		return
	}
	q.add(e)
	u := &q.units[len(q.units)-1]
	u.title.run, u.title.at = run, at
	u.any.run, u.any.at = run, at
}

func (x *Index) term(term string) (*entry, error) { return x.termIn(termsFolder, term) }

func (x *Index) termIn(table, term string) (*entry, error) {
	data, err := x.entryOf(table, term)
	if err != nil || data == nil {
		return nil, err
	}
	return readEntry(term, data), nil
}

// termEntry is a term and what a file has of it.
type termEntry struct {
	term string
	data []byte
}

// beginning is what begins so in a table of terms: of some files, that of what is
// just so first.
func (x *Index) beginning(table, start string) ([]termEntry, error) {
	code, known := codeOfBeginning(start)
	paths := x.leaves(table, code, codeBits)
	for _, path := range x.leaves(table, code, known) {
		if len(paths) < beginningFiles && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	var found []termEntry
	for _, path := range paths {
		entries, order, err := x.shard(path)
		if err != nil {
			return nil, err
		}
		for _, t := range order {
			if strings.HasPrefix(t, start) {
				found = append(found, termEntry{t, entries[t]})
			}
		}
	}
	return found, nil
}

// begins are the term itself and the most frequent of those that begin so.
func (x *Index) begins(start string) ([]*entry, error) {
	found, err := x.beginning(termsFolder, start)
	if err != nil {
		return nil, err
	}
	var exact *entry
	var out []*entry
	for _, t := range found {
		out = append(out, readEntry(t.term, t.data))
		if t.term == start {
			exact = out[len(out)-1]
		}
	}
	slices.SortStableFunc(out, func(a, b *entry) int { return b.n - a.n })
	if e := exact; e != nil { // the word itself is always among them
		out = slices.Insert(slices.DeleteFunc(out, func(f *entry) bool { return f == e }), 0, e)
	}
	return out[:min(len(out), expands)], nil
}

// likeID reports a chunk that may be an identifier.
var likeID = regexp.MustCompile(`[a-z0-9][^\pL\pN\s][a-z0-9]|^[a-z]*[0-9]{3,}[a-z0-9]*$`)

// ask takes a folded query apart.
func (x *Index) ask(text string, loose bool) (*question, error) {
	q := &question{loose: loose}
	if all := tokens(text, false); len(all) > 1 || len(all) == 1 && all[0].han && utf8.RuneCountInString(all[0].text) > 3 {
		whole, err := x.termIn(titlesFolder, titleTerm(text))
		if err != nil {
			return nil, err
		}
		if whole != nil {
			q.first = append(q.first, whole)
		}
	}
	var asked []token
	for _, chunk := range strings.FieldsFunc(text, unicode.IsSpace) {
		if !loose && likeID.MatchString(chunk) {
			e, err := x.term(markID + chunk)
			if err != nil {
				return nil, err
			}
			if e != nil {
				found := []*entry{e}
				if !strings.ContainsFunc(chunk, unicode.IsLetter) { // digits may be an amount, and a word of a title
					word, err := x.terms([]string{chunk})
					if err != nil {
						return nil, err
					}
					found = append(found, word...)
				}
				q.add(found...)
				continue
			}
		}
		asked = append(asked, tokens(chunk, false)...)
	}
	alone := !slices.ContainsFunc(asked, func(t token) bool { return !t.han || utf8.RuneCountInString(t.text) > 1 })
	kept := telling(asked)
	for i, t := range asked {
		if !slices.Contains(kept, i) {
			q.cut = true
			continue
		}
		var err error
		switch {
		case t.han && utf8.RuneCountInString(t.text) == 1:
			if alone {
				err = x.askCharacter(q, t.text)
			}
		case t.han && !loose:
			err = x.askWhole(q, []rune(t.text))
		case t.han:
			err = x.askParts(q, []rune(t.text))
		default:
			err = x.askWord(q, asked, i)
		}
		if err != nil {
			return nil, err
		}
	}
	if len(q.units) > units {
		q.cut = true
		slices.SortStableFunc(q.units, func(a, b unit) int { return cmp.Compare(a.any.n, b.any.n) })
		q.units = q.units[:units]
	}
	if len(q.units) == 1 && len(q.units[0].entries) > 0 {
		first := q.units[0].entries[0]
		whole, err := x.terms([]string{markOnly + first.term})
		if err != nil {
			return nil, err
		}
		q.first = append(whole, first)
	}
	return q, nil
}

// telling are which of many words tell most: digits and long ones, and runs.
func telling(asked []token) []int {
	order := make([]int, len(asked))
	weight := make([]int, len(asked))
	for i, t := range asked {
		order[i] = i
		switch weight[i] = utf8.RuneCountInString(t.text); {
		case t.han:
			weight[i] = 99
		case strings.ContainsFunc(t.text, func(r rune) bool { return r >= '0' && r <= '9' }):
			weight[i] += 9
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return weight[b] - weight[a] })
	return order[:min(len(order), units)]
}

func (x *Index) askCharacter(q *question, c string) error {
	found, err := x.begins(c)
	if len(found) > 0 {
		q.add(found...)
	} else {
		q.ignored = append(q.ignored, c)
	}
	return err
}

// askWhole asks for a run as it stands: for its pair, or the fewest triples that
// cover it.
func (x *Index) askWhole(q *question, run []rune) error {
	size, mark, number := 3, markTriple, 0
	if len(run) == 2 {
		size, mark = 2, ""
	} else {
		q.runs = append(q.runs, string(run))
		number = len(q.runs)
	}
	last := min(len(run), runOf) - size
	for i := 0; i <= last; i = min(i+size, max(last, i+1)) {
		e, err := x.term(mark + string(run[i:i+size]))
		if err != nil {
			return err
		}
		q.addPlaced(e, number, i)
	}
	return nil
}

// askParts asks for the fewest pairs that cover a run; those that are in no document
// are left out, and the run is where they are more than half.
func (x *Index) askParts(q *question, run []rune) error {
	last := min(len(run), runOf) - 2
	var found []*entry
	pairs := 0
	for i := 0; i <= last; i = min(i+2, max(last, i+1)) {
		e, err := x.term(string(run[i : i+2]))
		if err != nil {
			return err
		}
		if pairs++; e != nil {
			found = append(found, e)
		}
	}
	if 2*len(found) < pairs {
		q.ignored = append(q.ignored, string(run))
		return nil
	}
	for _, e := range found {
		q.add(e)
	}
	return nil
}

// askWord asks for a word; the last one also for those that begin with it; one
// that is in no title, also for what sounds so; one that there is not, for what
// is written nearly so.
func (x *Index) askWord(q *question, asked []token, i int) error {
	word := asked[i].text
	var found []*entry
	var err error
	if i == len(asked)-1 && utf8.RuneCountInString(word) > 1 {
		found, err = x.begins(word)
	} else {
		found, err = x.terms([]string{word})
	}
	if err != nil {
		return err
	}
	if !titled(found) {
		heard, err := x.hear(word)
		if err != nil {
			return err
		}
		if len(found) == 0 && len(heard) > 0 {
			for _, entries := range heard {
				q.add(entries...)
			}
			return nil
		}
		if len(heard) == 1 {
			found = append(found, heard[0]...)
		}
	}
	if q.loose || len(found) == 0 {
		near, err := x.near(word)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			q.corrected = append(q.corrected, near...)
		}
		more, err := x.terms(near)
		if err != nil {
			return err
		}
		found = append(found, more...)
	}
	if len(found) == 0 {
		q.ignored = append(q.ignored, word)
		return nil
	}
	q.add(found...)
	t := &q.units[len(q.units)-1].title
	t.run, t.at = -1, i
	for _, before := range asked[:i] {
		if before.han {
			t.run--
		}
	}
	return nil
}

// titled reports whether any of some terms is in a title.
func titled(entries []*entry) bool {
	return slices.ContainsFunc(entries, func(e *entry) bool { return e.title.n > 0 })
}

// terms are the entries of those terms that there are.
func (x *Index) terms(terms []string) ([]*entry, error) {
	var out []*entry
	for _, t := range terms {
		e, err := x.term(t)
		if err != nil {
			return nil, err
		}
		if e != nil {
			out = append(out, e)
		}
	}
	return out, nil
}
