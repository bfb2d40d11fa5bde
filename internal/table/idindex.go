package table

import "hash/maphash"

// idIndex finds a table's rows by their ids. It holds row numbers alone and asks
// the rows for their ids, which takes a fifth of what a map of strings would. The
// zero value is ready to use.
type idIndex struct {
	slots []int32 // a power of two of them, half of them free at least; a row's number plus one, or 0
	seed  maphash.Seed
	held  int
}

// find is the row of an id; id gives that of a row.
func (x *idIndex) find(want string, id func(row int) string) (row int, ok bool) {
	if len(x.slots) == 0 {
		return 0, false
	}
	row = int(x.slots[x.slot(want, id)]) - 1
	return row, row >= 0
}

// slot is where an id stands, or the free slot where it would.
func (x *idIndex) slot(want string, id func(row int) string) int {
	last := uint64(len(x.slots) - 1)
	for i := maphash.String(x.seed, want) & last; ; i = (i + 1) & last {
		if x.slots[i] == 0 || id(int(x.slots[i])-1) == want {
			return int(i)
		}
	}
}

// set enters a row, in the place of another of the same id.
func (x *idIndex) set(row int, id func(row int) string) {
	if x.held++; 2*x.held > len(x.slots) {
		old := x.slots
		if old == nil {
			x.seed = maphash.MakeSeed()
		}
		x.slots = make([]int32, max(16, 2*len(old)))
		for _, slot := range old {
			if slot != 0 {
				x.slots[x.slot(id(int(slot)-1), id)] = slot
			}
		}
	}
	x.slots[x.slot(id(row), id)] = int32(row) + 1
}
