package export

import (
	"gongkai/internal/model"
	"gongkai/internal/table"
)

// referrers lists, for every record, the records that refer to it, in the order
// of the tables and of their rows. A row that names it twice stands once.
func referrers(d *model.Dataset) map[table.Entity][]table.Entity {
	all := map[table.Entity][]table.Entity{}
	add := func(to, from table.Entity) {
		if to == nil {
			return
		}
		list := all[to]
		if n := len(list); n == 0 || list[n-1] != from {
			all[to] = append(list, from)
		}
	}
	for _, t := range d.Tables() {
		refs, subjects := referring(t.Schema())
		for i := range t.Len() {
			e := t.At(i)
			for _, f := range refs {
				for _, to := range f.Links(e) {
					add(to, e)
				}
			}
			for _, f := range subjects {
				if name, id, ok := table.CutSubject(f.Plain(e)); ok {
					add(d.Find(name, id), e)
				}
			}
		}
	}
	return all
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
