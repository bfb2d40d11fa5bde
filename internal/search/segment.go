package search

import "encoding/binary"

// appendNumbers writes sorted numbers as groups by cell: twice the distance from
// the cell before, plus one where more than one number follows; then, if so, how
// many more than two; then the slots, each after the first as the distance less
// one.
func appendNumbers(b []byte, list []number) []byte {
	var cell uint32
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].cell() == list[from].cell() {
			to++
		}
		head := uint64(list[from].cell()-cell) << 1
		if to-from > 1 {
			b = binary.AppendUvarint(b, head|1)
			b = binary.AppendUvarint(b, uint64(to-from-2))
		} else {
			b = binary.AppendUvarint(b, head)
		}
		b = binary.AppendUvarint(b, uint64(list[from].slot()))
		for i := from + 1; i < to; i++ {
			b = binary.AppendUvarint(b, uint64(list[i].slot()-list[i-1].slot()-1))
		}
		cell, from = list[from].cell(), to
	}
	return b
}

// decoder reads what the builder wrote. A short or wrong file gives zeros and
// sets bad.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) uint() uint64 {
	v, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.b, d.bad = nil, true
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) bytes(n int) []byte {
	if n < 0 || n > len(d.b) {
		d.b, d.bad = nil, true
		return nil
	}
	out := d.b[:n]
	d.b = d.b[n:]
	return out
}

// numbers reads a whole segment.
func numbers(b []byte) []number {
	d := decoder{b: b}
	var out []number
	var cell uint32
	for len(d.b) > 0 {
		head := d.uint()
		cell += uint32(head >> 1)
		n := 1
		if head&1 == 1 {
			n = int(d.uint()) + 2
		}
		slot := uint32(d.uint())
		out = append(out, numberOf(cell, slot))
		for i := 1; i < n && !d.bad; i++ {
			slot += uint32(d.uint()) + 1
			out = append(out, numberOf(cell, slot))
		}
	}
	return out
}
