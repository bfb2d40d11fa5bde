package search

// pieces tell in which of many files a document stands: a file has the documents of
// some days or, of a day with many, those that are left over when their slots are
// divided by the number of its files. So it is found without a table that grows with
// the documents.
type pieces struct {
	Cells []uint32 `json:"cells"` // at which a file begins, each as the distance from the one before
	Parts []uint32 `json:"parts"` // in how many files the documents from there on are; more than one only of one cell

	most int // documents of a file; of a cell that is divided, on average
	cut  cut
	cell uint32 // the last one of Cells
}

// enter goes on with the n documents of a cell, and reports whether other files begin
// with it.
func (p *pieces) enter(cell uint32, n int) bool {
	parts := 1
	for n > parts*p.most {
		parts *= 2
	}
	cut := p.cut.before(mix(numberOf(cell, 0)), n)
	if !cut && parts == 1 && len(p.Parts) > 0 && p.Parts[len(p.Parts)-1] == 1 {
		return false
	}
	p.Cells = append(p.Cells, cell-p.cell)
	p.Parts = append(p.Parts, uint32(parts))
	p.cell, p.cut.size = cell, n
	return true
}

// part is in which file from the last cell on a number belongs.
func (p *pieces) part(n number) int { return int(n.slot() % p.Parts[len(p.Parts)-1]) }

// places are pieces as they are read: their cells.
type places struct {
	cells, parts []uint32
}

func (p *pieces) places() places {
	out := places{parts: p.Parts}
	cell := uint32(0)
	for _, distance := range p.Cells {
		cell += distance
		out.cells = append(out.cells, cell)
	}
	return out
}

// of is where a number's document stands; false where that is nowhere.
func (p places) of(n number) (cell uint32, part int, ok bool) {
	at := lastBefore(len(p.cells), func(i int) bool { return p.cells[i] > n.cell() })
	if at >= len(p.cells) || at >= len(p.parts) || p.parts[at] == 0 {
		return 0, 0, false
	}
	return p.cells[at], int(n.slot() % p.parts[at]), true
}
