package export

import "gongkai/internal/table"

// referrers calls each with every record that refers to e, in the order of the
// tables and of their rows. A row that names it in two fields stands once.
func (r *Records) referrers(e table.Entity, each func(table.Entity)) {
	refs, subjects := r.data.Refs().To(e.Rec().Num), r.data.Subjects().To(e.Rec().Num)
	last := int32(-1)
	for len(refs)+len(subjects) > 0 {
		from := &refs
		if len(refs) == 0 || len(subjects) > 0 && subjects[0] < refs[0] {
			from = &subjects
		}
		if n := (*from)[0]; n != last {
			each(r.data.At(n))
			last = n
		}
		*from = (*from)[1:]
	}
}
