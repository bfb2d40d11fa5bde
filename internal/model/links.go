package model

import (
	"slices"

	"gongkai/internal/table"
)

// Links are references of a dataset turned round: who refers to whom. It holds
// four bytes a reference, since a large site has millions of them.
type Links struct {
	start []int32 // of a record's referrers, by its number, and one more
	from  []int32 // numbers of the records that refer, in the dataset's order
}

// Refs are the references in columns of references, Subjects those in columns
// that name a table and an identifier: "projects:P001". They are worked out when
// somebody first asks.
func (d *Dataset) Refs() *Links     { return d.refs() }
func (d *Dataset) Subjects() *Links { return d.subjects() }

// To are the numbers of the records that refer to a record, in the order of the
// tables and of their rows. A row that names it in two columns stands twice.
func (x *Links) To(n int32) []int32 { return x.from[x.start[n]:x.start[n+1]] }

func newLinks(n int, references func(each func(to, from int32))) *Links {
	x := &Links{start: make([]int32, n+1)}
	references(func(to, _ int32) { x.start[to+1]++ })
	for i := range n {
		x.start[i+1] += x.start[i]
	}
	x.from = make([]int32, x.start[n])
	next := slices.Clone(x.start)
	references(func(to, from int32) {
		x.from[next[to]] = from
		next[to]++
	})
	return x
}

func (d *Dataset) eachRef(each func(to, from int32)) {
	d.eachOf(table.KindRef, func(f *table.Field, e table.Entity) {
		for _, to := range f.Links(e) {
			each(to.Rec().Num, e.Rec().Num)
		}
	})
}

func (d *Dataset) eachSubject(each func(to, from int32)) {
	d.eachOf(table.KindSubject, func(f *table.Field, e table.Entity) {
		name, id, _ := table.CutSubject(f.Plain(e))
		if to := d.Find(name, id); to != nil {
			each(to.Rec().Num, e.Rec().Num)
		}
	})
}

// eachOf visits the columns of a kind, row by row.
func (d *Dataset) eachOf(kind table.Kind, visit func(f *table.Field, e table.Entity)) {
	for _, t := range d.Tables() {
		var fields []*table.Field
		for _, f := range t.Schema().Fields {
			if f.Kind == kind {
				fields = append(fields, f)
			}
		}
		for i := range t.Len() {
			for _, f := range fields {
				visit(f, t.At(i))
			}
		}
	}
}
