package table

import "gongkai/internal/finding"

// File is one file of a table with the place of every cell, packed: four bytes
// a cell, so that a million rows stay small.
type File struct {
	Name    string // as in finding.Pos
	Columns []Column

	lines []int32  // first line of each row
	cells []uint32 // rows × columns: line below the row's first <<20 | column in characters
}

// Column is one heading of a file.
type Column struct {
	Heading string // as written, trimmed
	Field   string // "amount_awarded", "title_en", "organization.kind"; "" where no field claims it
	Line    int    // place of the heading
	Col     int
}

const colBits = 20

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
	below := min(line-int(f.lines[row]), 1<<(32-colBits)-1)
	f.cells[row*len(f.Columns)+column] = uint32(below)<<colBits | uint32(min(col, 1<<colBits-1))
}

// dropLast takes back the row that addRow added last.
func (f *File) dropLast() {
	f.lines = f.lines[:len(f.lines)-1]
	f.cells = f.cells[:len(f.cells)-len(f.Columns)]
}

// cellPos is the place of a cell.
func (f *File) cellPos(row, column int) finding.Pos {
	p := finding.Pos{File: f.Name, Line: int(f.lines[row])}
	if c := f.cells[row*len(f.Columns)+column]; c != 0 {
		p.Line += int(c >> colBits)
		p.Col = int(c & (1<<colBits - 1))
	}
	return p
}

// Pos is the place of a field's value in a row; of the row where the file has
// no column for the field. A localised field answers with its first column.
func (f *File) Pos(row int, field string) finding.Pos {
	if row < 0 || row >= len(f.lines) {
		return finding.Pos{File: f.Name}
	}
	if field != "" {
		for i, c := range f.Columns {
			if c.Field == field || baseField(c.Field) == field {
				return f.cellPos(row, i)
			}
		}
	}
	return finding.Pos{File: f.Name, Line: int(f.lines[row])}
}

// Rows is the number of records read from the file.
func (f *File) Rows() int { return len(f.lines) }

// HeadingPos is the place of a row's cell under a heading.
func (f *File) HeadingPos(row int, heading string) finding.Pos {
	if row >= 0 && row < len(f.lines) {
		for i, c := range f.Columns {
			if c.Heading == heading {
				return f.cellPos(row, i)
			}
		}
	}
	return f.Pos(row, "")
}
