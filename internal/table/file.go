package table

import (
	"strings"

	"gongkai/internal/finding"
)

// File is one file of a table with the place of every cell, packed: two bytes
// for nearly every cell, so that a million rows stay small.
type File struct {
	Name    string // as in finding.Pos
	Columns []Column

	lines []int32                // first line of each row
	cells []uint16               // rows × columns: the column in characters, or far
	wide  map[int]uint32         // of cells that are far: line below the row's first <<20 | column
	fixed map[string]finding.Pos // where the mapping gives fields that no column does
}

// fix notes where the value of a field stands that the mapping gives every row.
func (f *File) fix(field string, pos finding.Pos) {
	if f.fixed == nil {
		f.fixed = map[string]finding.Pos{}
	}
	f.fixed[field] = pos
}

// trim gives back the room that growing took.
func (f *File) trim() {
	f.lines, f.cells = append(make([]int32, 0, len(f.lines)), f.lines...), append(make([]uint16, 0, len(f.cells)), f.cells...)
}

// Column is one heading of a file.
type Column struct {
	Heading string // as written, trimmed; with an ordinal where it repeats
	Field   string // "amount_awarded", "title_en", "organization.kind"; "" where no field claims it
	Line    int    // place of the heading
	Col     int

	written string // the heading without an ordinal
}

// pos is the place of the heading.
func (c Column) pos(file string) finding.Pos {
	return finding.Pos{File: file, Line: c.Line, Col: c.Col}
}

// far marks a cell that stands on another line than its row begins on, or a
// long way to the right.
const (
	far     = 1<<16 - 1
	colBits = 20
)

// addRow appends a row's place and gives its index.
func (f *File) addRow(line int) int {
	f.lines = append(f.lines, int32(line))
	n := len(f.cells) + len(f.Columns)
	for len(f.cells) < n {
		f.cells = append(f.cells, 0)
	}
	return len(f.lines) - 1
}

// setCell notes where a cell of a row begins.
func (f *File) setCell(row, column, line, col int) {
	i, below := row*len(f.Columns)+column, line-int(f.lines[row])
	if below == 0 && col < far {
		f.cells[i] = uint16(col)
		return
	}
	if f.wide == nil {
		f.wide = map[int]uint32{}
	}
	f.cells[i] = far
	f.wide[i] = uint32(min(below, 1<<(32-colBits)-1))<<colBits | uint32(min(col, 1<<colBits-1))
}

// dropLast takes back the row that addRow added last.
func (f *File) dropLast() {
	f.lines = f.lines[:len(f.lines)-1]
	f.cells = f.cells[:len(f.cells)-len(f.Columns)]
}

// cellPos is the place of a cell.
func (f *File) cellPos(row, column int) finding.Pos {
	p := finding.Pos{File: f.Name, Line: int(f.lines[row])}
	i := row*len(f.Columns) + column
	p.Col = int(f.cells[i])
	if p.Col == far {
		p.Line += int(f.wide[i] >> colBits)
		p.Col = int(f.wide[i] & (1<<colBits - 1))
	}
	return p
}

// Pos is the place of a field's value in a row; of the row where the file has
// no column for the field and the mapping no constant. A localised field
// answers with its first column.
func (f *File) Pos(row int, field string) finding.Pos {
	if row < 0 || row >= len(f.lines) {
		return finding.Pos{File: f.Name}
	}
	if field != "" {
		for i, c := range f.Columns {
			if c.Field == field || inLanguage(c.Field, field) {
				return f.cellPos(row, i)
			}
		}
		for i, c := range f.Columns { // a field of the referred record
			if strings.HasPrefix(c.Field, field+".") {
				return f.cellPos(row, i)
			}
		}
		if p, ok := f.fixed[field]; ok {
			return p
		}
	}
	return finding.Pos{File: f.Name, Line: int(f.lines[row])}
}

// Rows is the number of records read from the file.
func (f *File) Rows() int { return len(f.lines) }

// asWritten marks a heading in the downloads whose cells a field reads and that
// are kept as they stand as well.
const asWritten = " (as written)"

// HeadingPos is the place of a row's cell under a heading.
func (f *File) HeadingPos(row int, heading string) finding.Pos {
	if row >= 0 && row < len(f.lines) {
		for i, c := range f.Columns {
			if c.Heading == heading || c.Heading+asWritten == heading {
				return f.cellPos(row, i)
			}
		}
	}
	return f.Pos(row, "")
}
