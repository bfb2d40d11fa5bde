package search

import (
	"cmp"
	"hash/fnv"
	"slices"
)

// A number is a document's place in the order of all: its cell, then its slot
// there. A cell is a day, newest first; what has no date stands in cells by
// kind, some before all days and the others after. A slot is the hash of the
// document's name in a table that is roomy, so that a number depends on the
// documents of its own day alone, and seldom on more than its own name.
type number uint64

const slotBits = 22

func numberOf(cell, slot uint32) number { return number(cell)<<slotBits | number(slot) }
func (n number) cell() uint32           { return uint32(n >> slotBits) }
func (n number) slot() uint32           { return uint32(n & (1<<slotBits - 1)) }

const (
	firstDay  = 64     // cells before it are of kinds that lead
	lastDay   = 109572 // 2199-12-31, in days since 1900-01-01
	afterDays = firstDay + lastDay + 1
)

// cellOf is the cell of a day, counted since 1900-01-01.
func cellOf(day int) uint32 { return uint32(firstDay + lastDay - min(max(day, 0), lastDay)) }

// dayNumber is the number of days since 1900-01-01 of a date of the proleptic
// Gregorian calendar.
func dayNumber(year, month, day int) int {
	y, m := year, month
	if m <= 2 {
		y--
		m += 12
	}
	julian := 365*y + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) + (153*(m-3)+2)/5 + day - 1
	return julian - 693901
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// place gives every document its number: those of one cell, in the order of
// their names, are seated.
func place(cells []uint32, in seats, name func(i int) string) []number {
	order := make([]int32, len(cells))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(cells[a], cells[b]), cmp.Compare(name(int(a)), name(int(b))))
	})
	out := make([]number, len(cells))
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && cells[order[to]] == cells[order[from]] {
			to++
		}
		slots := in.seat(to-from, func(i int) string { return name(int(order[from+i])) })
		for i, slot := range slots {
			out[order[from+i]] = numberOf(cells[order[from]], slot)
		}
		from = to
	}
	return out
}

// seats are the slots that names may have: tables of one of some sizes, all powers of
// two, one after another, below room.
type seats struct {
	sizes []int
	room  int
}

// seat gives n names, sorted, a slot each: that of the name's hash or, where another
// has it, the same place of the next table after it. So a name moves only those that
// meet it and come later, and pushes nobody along.
func (s seats) seat(n int, name func(i int) string) []uint32 {
	size := s.table(n)
	taken := make([]bool, size)
	out := make([]uint32, n)
	for i := range out {
		slot := int(hash(name(i))) & (size - 1)
		for slot < len(taken) && taken[slot] {
			if slot += size; slot >= s.room {
				slot = (slot + 1) & (size - 1)
			}
		}
		if slot >= len(taken) {
			taken = append(taken, make([]bool, min(size, s.room-len(taken)))...)
		}
		taken[slot] = true
		out[i] = uint32(slot)
	}
	return out
}

// table is how many slots a table for n names has: as few as leave a third free.
// Another size moves every name, so there are few.
func (s seats) table(n int) int {
	for _, size := range s.sizes {
		if size*2 >= n*3 {
			return size
		}
	}
	return s.sizes[len(s.sizes)-1]
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	x := h.Sum32()
	// FNV's low bits of short names differ little.
	x ^= x >> 16
	x *= 0x85ebca6b
	x ^= x >> 13
	return x
}

// mix is a hash of a number.
func mix(n number) uint32 {
	x := uint64(n) * 0x9e3779b97f4a7c15
	return uint32(x >> 32)
}
