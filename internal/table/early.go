package table

import "sync"

// Early joins references while tables are read, each as soon as its record and the
// row that names it by id are there. Of what rows write, which Link needs for the
// other references, a large site would hold hundreds of megabytes. The zero value is
// ready to use.
type Early struct {
	mu   sync.Mutex
	read []Table
}

// Read says that a table has been read to its end. It may be called from several
// goroutines; nothing else may use the tables that were named before.
func (x *Early) Read(t Table) {
	x.mu.Lock()
	defer x.mu.Unlock()
	joinByID(t, t)
	for _, other := range x.read {
		joinByID(t, other)
		joinByID(other, t)
	}
	x.read = append(x.read, t)
}

// Find is a table that has been read, nil where it has not.
func (x *Early) Find(name string) Table {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, t := range x.read {
		if t.Schema().Info.Name == name {
			return t
		}
	}
	return nil
}

// joinByID joins the references from one table to the records of another.
func joinByID(from, to Table) {
	if to.Len() == 0 {
		return
	}
	for _, f := range from.Schema().Fields {
		if f.Kind != KindRef || f.Target != to.Schema().Info.Name {
			continue
		}
		for i := range from.Len() {
			for _, s := range f.Of(from.At(i)).(reference).slots() {
				if s.entity() != nil {
					continue
				}
				if e := to.ByID(s.written()); e != nil {
					s.bind(e)
				}
			}
		}
	}
}
