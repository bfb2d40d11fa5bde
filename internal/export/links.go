package export

import (
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// links are the references of a dataset turned round: who refers to whom. It
// holds four bytes a reference, since a large site has millions of them.
type links struct {
	d     *model.Dataset
	start []int32 // of a record's referrers, by its number, and one more
	from  []int32 // numbers of the records that refer, in the dataset's order
}

func newLinks(d *model.Dataset) *links {
	x := &links{d: d, start: make([]int32, d.Len()+1)}
	references(d, func(to, _ table.Entity) { x.start[to.Rec().Num+1]++ })
	for i := range d.Len() {
		x.start[i+1] += x.start[i]
	}
	x.from = make([]int32, x.start[d.Len()])
	next := slices.Clone(x.start)
	references(d, func(to, from table.Entity) {
		n := to.Rec().Num
		x.from[next[n]] = from.Rec().Num
		next[n]++
	})
	return x
}

// to calls each with every record that refers to e, in the order of the tables
// and of their rows. A row that names it in two fields stands once.
func (x *links) to(e table.Entity, each func(table.Entity)) {
	n, last := e.Rec().Num, int32(-1)
	for _, from := range x.from[x.start[n]:x.start[n+1]] {
		if from != last {
			each(x.d.At(from))
		}
		last = from
	}
}

// references calls each for every reference and subject of the dataset.
func references(d *model.Dataset, each func(to, from table.Entity)) {
	for _, t := range d.Tables() {
		refs, subjects := referring(t.Schema())
		for i := range t.Len() {
			e := t.At(i)
			for _, f := range refs {
				for _, to := range f.Links(e) {
					each(to, e)
				}
			}
			for _, f := range subjects {
				name, id, _ := table.CutSubject(f.Plain(e))
				if to := d.Find(name, id); to != nil {
					each(to, e)
				}
			}
		}
	}
}

// referring are the fields of a table that name other records.
func referring(s *table.Schema) (refs, subjects []*table.Field) {
	for _, f := range s.Fields {
		switch f.Kind {
		case table.KindRef:
			refs = append(refs, f)
		case table.KindSubject:
			subjects = append(subjects, f)
		}
	}
	return refs, subjects
}
