package output

import (
	"hash/maphash"
	"iter"
	"path"
)

// An entry is what is known of one file of the site.
type entry struct {
	sum    uint64 // the first 8 bytes of its SHA-256
	size   int64
	was    was
	staged bool // differs from what stands at the destination
}

// A book has the entries of all files by their paths. A large site has millions
// of files beside a dataset that fills the memory, so they stand side by side
// without a pointer, about 50 bytes each. The zero value is ready to use.
type book struct {
	folders map[string]uint32
	paths   []string // of the folders
	texts   texts    // names of files in their folders
	lines   [][]line // of linesHeld each
	n       uint32

	seed  maphash.Seed
	slots []uint32 // number of a file and one, near the hash of its path; 0 is free
}

// A line is a file in a book.
type line struct {
	sum  uint64
	size int64
	name textPlace
	bits uint32 // the folder's number, then was in two bits and staged in one
}

const (
	linesHeld  = 1 << 12
	slotsFirst = 1 << 10
	wasBit     = 1
	folderBit  = 3
)

// set enters a file or changes what is known of it.
func (b *book) set(name string, e entry) {
	if b.folders == nil {
		b.folders, b.seed = map[string]uint32{}, maphash.MakeSeed()
		b.slots = make([]uint32, slotsFirst)
	}
	slot, l := b.find(name)
	if l == nil {
		if int(b.n) >= len(b.slots)/5*4 {
			b.grow()
			slot, _ = b.find(name)
		}
		l = b.add(name)
		b.slots[slot] = b.n
	}
	l.sum, l.size = e.sum, e.size
	l.bits = l.bits>>folderBit<<folderBit | uint32(e.was)<<wasBit
	if e.staged {
		l.bits |= 1
	}
}

// get is what is known of a file; false where it is not one of the site.
func (b *book) get(name string) (entry, bool) {
	if b.n == 0 {
		return entry{}, false
	}
	_, l := b.find(name)
	if l == nil {
		return entry{}, false
	}
	return entry{l.sum, l.size, was(l.bits >> wasBit & (1<<(folderBit-wasBit) - 1)), l.bits&1 != 0}, true
}

// has reports whether a file is one of the site.
func (b *book) has(name string) bool {
	_, ok := b.get(name)
	return ok
}

// len is the number of files.
func (b *book) len() int { return int(b.n) }

// all are the paths of the files, in no order that means something.
func (b *book) all() iter.Seq[string] {
	return func(yield func(string) bool) {
		for n := range b.n {
			l := b.line(n)
			if !yield(b.path(l)) {
				return
			}
		}
	}
}

// path is the path of a line.
func (b *book) path(l *line) string { return b.paths[l.bits>>folderBit] + string(b.texts.at(l.name)) }

func (b *book) line(n uint32) *line { return &b.lines[n/linesHeld][n%linesHeld] }

// find is the line of a path, or the free slot where it is to be entered.
func (b *book) find(name string) (slot uint32, found *line) {
	dir, base := path.Split(name)
	folder, known := b.folders[dir]
	for slot = b.start(name); b.slots[slot] != 0; slot = b.after(slot) {
		l := b.line(b.slots[slot] - 1)
		if known && l.bits>>folderBit == folder && string(b.texts.at(l.name)) == base {
			return slot, l
		}
	}
	return slot, nil
}

// start is the slot where a path is looked for first, and after the next one.
func (b *book) start(name string) uint32 {
	return uint32(maphash.String(b.seed, name)) & uint32(len(b.slots)-1)
}
func (b *book) after(slot uint32) uint32 { return (slot + 1) & uint32(len(b.slots)-1) }

// add appends the line of a new path.
func (b *book) add(name string) *line {
	dir, base := path.Split(name)
	folder, known := b.folders[dir]
	if !known {
		folder = uint32(len(b.paths))
		b.folders[dir] = folder
		b.paths = append(b.paths, dir)
	}
	if b.n%linesHeld == 0 {
		b.lines = append(b.lines, make([]line, linesHeld))
	}
	b.n++
	l := b.line(b.n - 1)
	*l = line{name: b.texts.add(base), bits: folder << folderBit}
	return l
}

// grow doubles the slots.
func (b *book) grow() {
	b.slots = make([]uint32, 2*len(b.slots))
	for n := range b.n {
		slot := b.start(b.path(b.line(n)))
		for b.slots[slot] != 0 {
			slot = b.after(slot)
		}
		b.slots[slot] = n + 1
	}
}
