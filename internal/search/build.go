package search

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"io"
	"slices"
	"strings"
)

// Options of a build.
type Options struct {
	// Write takes a finished file by its path below the site's root; required. The
	// bytes are the writer's only until it returns.
	Write func(path string, data []byte) error
	// Spill makes a file for what does not fit into memory; the caller removes it
	// after Build. Required.
	Spill func() (io.ReadWriteSeeker, error)
	// Memory is about how many bytes of postings are held at a time; 0 is 64 MiB.
	Memory int
}

// Result is what a build wrote.
type Result struct {
	Documents int
	Files     int
	Bytes     int64
}

const (
	defaultMemory = 64 << 20
	valuesInRoot  = 40        // values of a facet that stand in the root
	slotsOfFacet  = 1<<16 - 1 // an index plus one has 16 bits
)

// Build writes the index of a source. The same source gives the same files.
func Build(src Source, o Options) (Result, error) {
	b := &builder{src: src, o: o, files: newFiles(o.Write)}
	b.root = rootJSON{Version: version, Documents: src.Len(), Languages: src.Languages()}
	b.root.Currency, b.root.Digits = src.Currency()
	for _, step := range []func() error{b.place, b.facets, b.documents, b.terms, b.finish} {
		if err := step(); err != nil {
			return Result{}, err
		}
	}
	return Result{src.Len(), b.files.count, b.files.bytes}, nil
}

type builder struct {
	src   Source
	o     Options
	files *files
	root  rootJSON

	order  []int32 // documents in the order of their numbers
	facts  facts
	values [facets]map[string]uint16 // index plus one by id
	parent [facets]map[string]string
	shown  *shown
	sorter *sorter
	sounds sounding
}

// place numbers the documents.
func (b *builder) place() error {
	n := b.src.Len()
	cells := make([]uint32, n)
	names := make([]string, n)
	for i := range n {
		cells[i], names[i] = b.src.Place(i)
	}
	numbers := place(cells, sizesOf(n).seats, func(i int) string { return names[i] })
	b.order = make([]int32, n)
	for i := range b.order {
		b.order[i] = int32(i)
	}
	slices.SortFunc(b.order, func(x, y int32) int { return cmp.Compare(numbers[x], numbers[y]) })
	b.facts.numbers = make([]number, n)
	for rank, i := range b.order {
		b.facts.numbers[rank] = numbers[i]
	}
	return nil
}

// facets gives every value of a facet its index: a slot of a table, as documents
// have, so that a new value moves no other.
func (b *builder) facets() error {
	for f := range facets {
		values := b.src.Values(f)
		slots := seats{roomy[:5], slotsOfFacet}.seat(len(values), func(i int) string { return values[i].ID })
		b.values[f], b.parent[f] = map[string]uint16{}, map[string]string{}
		b.facts.values[f] = make([]uint16, b.src.Len())
		for i, v := range values {
			b.values[f][v.ID] = uint16(slots[i] + 1)
			b.facts.width[f] = max(b.facts.width[f], int(slots[i])+1)
			b.parent[f][v.ID] = v.Parent
		}
		rows := func(first, second int) [][]any {
			out := make([][]any, len(values))
			for i, v := range values {
				l, other := cmp.Or(v.Label[first], v.Label[0]), v.Label[second]
				if other == l {
					other = ""
				}
				out[i] = []any{slots[i], v.ID, l, other, b.values[f][v.Parent]}
			}
			return out
		}
		facet := facetJSON{ID: facetNames[f]}
		if b.facts.late[f] = len(values) > valuesInRoot; !b.facts.late[f] {
			facet.Values = rows(0, 1)
		} else {
			for l := range b.root.Languages {
				data, err := json.Marshal(rows(l, l))
				if err != nil {
					return err
				}
				name, err := b.files.put(data)
				if err != nil {
					return err
				}
				facet.Files = append(facet.Files, hexName(name))
			}
		}
		b.root.Facets = append(b.root.Facets, facet)
	}
	b.facts.awarded = make([]int64, b.src.Len())
	for i := range b.facts.sums {
		b.facts.sums[i] = make([]int64, b.src.Len())
	}
	return nil
}

// documents takes every document once: what is shown of it is written, and its
// terms are collected.
func (b *builder) documents() error {
	b.shown = newShown(b.files, &b.facts)
	b.sorter = &sorter{limit: cmp.Or(b.o.Memory, defaultMemory), spill: b.o.Spill, terms: map[string]*postings{}}
	b.sounds = sounding{}
	bag := newBag()
	bag.heard = b.sounds
	for rank, i := range b.order {
		d := b.src.Document(int(i))
		b.note(rank, d)
		if err := b.shown.add(d); err != nil {
			return err
		}
		bag.reset()
		b.collect(bag, d)
		if err := b.sorter.add(uint32(rank), bag); err != nil {
			return err
		}
	}
	b.countAll()
	return b.shown.finish()
}

// note keeps what is counted of a document.
func (b *builder) note(rank int, d *Document) {
	for f := range facets {
		b.facts.values[f][rank] = b.values[f][d.Values[f]]
	}
	if d.HasAwarded {
		b.facts.awarded[rank] = max(d.Awarded, 0) + 1
	}
	if d.Type != "projects" {
		return // what an organization was awarded is counted with its projects
	}
	b.facts.sums[0][rank] = b.facts.awarded[rank]
	if d.HasPaid {
		b.facts.sums[1][rank] = max(d.Paid, 0) + 1
	}
	b.facts.sums[2][rank] = max(d.Served, 0)
}

// maxNesting bounds the way up from a value of a facet.
const maxNesting = 32

func (b *builder) collect(bag *bag, d *Document) {
	for _, t := range d.Title {
		if d.Behind {
			bag.addWholeTitle(fold(t))
		} else {
			bag.addTitle(t)
		}
	}
	for _, t := range d.Names {
		bag.addTitle(t)
	}
	for _, id := range d.IDs {
		bag.addID(id)
	}
	for _, id := range d.Also {
		bag.addWhole(id)
	}
	for _, id := range d.About {
		bag.body[markID+strings.TrimSpace(fold(id))] = true
	}
	if d.Behind {
		d.Body = append(d.Body, d.Title[:]...)
	}
	for _, t := range d.Body {
		bag.addBody(t)
	}
	bag.title[markFacet] = true
	for f, v := range d.Values {
		for range maxNesting {
			if b.values[f][v] == 0 {
				break
			}
			bag.title[markFacet+facetNames[f]+"="+v] = true
			v = b.parent[f][v]
		}
	}
}

// terms writes the lists of every term, and the words for slips of the pen.
func (b *builder) terms() error {
	size := sizesOf(b.src.Len())
	terms, titles := newTree(b.files, termsFolder, size.terms), newTree(b.files, titlesFolder, size.titles)
	beside := asides{limit: cmp.Or(b.o.Memory, asidesHeld), spill: b.o.Spill}
	l := lists{b.files, size.head, size.block, size.whole}
	var h histogram
	var words lexicon
	var entry []byte
	err := b.sorter.each(func(term string, tiers *[2]hits) (err error) {
		words.add(term, len(tiers[0].ranks)+len(tiers[1].ranks))
		entry, err = l.entry(entry[:0], &b.facts, &h, tiers, func(facet int, counts []byte) { beside.add(h.least, facet, term, counts) })
		if err == nil {
			err = beside.err
		}
		if err != nil {
			return err
		}
		if n := len(tiers[0].ranks); size.amounts && term > markFacet && strings.HasPrefix(term, markFacet) && n >= topFrom && 2*n < b.src.Len() {
			if entry, err = appendAmounts(entry, b.files, &b.facts, tiers[0].ranks, amountsOfOne); err != nil {
				return err
			}
		}
		if strings.HasPrefix(term, markTitle) {
			return titles.add(term, entry)
		}
		return terms.add(term, entry)
	})
	if err != nil {
		return err
	}
	// One after another: the sum of the files is in the order in which they are written.
	b.root.Trees = map[string]string{}
	if err := b.finishTrees(terms, titles); err != nil {
		return err
	}
	tallies, err := beside.tree(b.files, size.aside)
	if err != nil {
		return err
	}
	return b.finishTrees(tallies, b.sounds.tree(b.files, size.words),
		words.tree(b.files, wordsFolder, size.words, func(w string) string { return w }),
		words.tree(b.files, turnedFolder, size.words, backwards))
}

func (b *builder) finishTrees(trees ...*treeWriter) (err error) {
	for _, t := range trees {
		if b.root.Trees[t.name], err = t.finish(); err != nil {
			return err
		}
	}
	return nil
}

// countAll puts the counts of all documents into the root.
func (b *builder) countAll() {
	var h histogram
	h.reset(&b.facts)
	all := make([]uint32, b.src.Len())
	for i := range all {
		all[i] = uint32(i)
	}
	h.add(&b.facts, all)
	counts := h.append(nil, &b.facts, func(int, []byte) {}) // they stand with the term of all
	b.root.All = base64.StdEncoding.EncodeToString(counts)
}

// finish writes the tables and the root.
func (b *builder) finish() (err error) {
	dated := slices.DeleteFunc(slices.Clone(b.facts.numbers), func(n number) bool { return n < firstDated || n >= afterDated })
	b.root.Newest = base64.StdEncoding.EncodeToString(appendNumbers(nil, dated[:min(len(dated), topShown)]))
	b.root.Shown, b.root.Values = b.shown.pieces, b.shown.values
	all := make([]uint32, b.src.Len())
	for i := range all {
		all[i] = uint32(i)
	}
	amounts, err := appendAmounts(nil, b.files, &b.facts, all, amountsOfAll)
	if err != nil {
		return err
	}
	name, err := b.files.put(amounts)
	if err != nil {
		return err
	}
	b.root.Amounts = hexName(name)
	name, err = b.files.put([]byte(foldedPairs))
	if err != nil {
		return err
	}
	b.root.Fold = hexName(name)
	b.root.Placed = hexName(b.files.sum[:nameBytes])
	data, err := json.Marshal(b.root)
	if err != nil {
		return err
	}
	return b.files.save(rootPath, data)
}
