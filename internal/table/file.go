package table

import (
	"encoding/binary"
	"slices"
	"strings"

	"gongkai/internal/finding"
)

// File is one file of a table with the place of every cell, packed: a byte for
// nearly every cell, so that a million rows stay small.
type File struct {
	Name    string // as in finding.Pos
	Columns []Column

	lines []int32                // first line of each row
	rows  []uint32               // where each row's cells begin in cells
	cells []byte                 // see addCell
	last  finding.Pos            // of the cell that was added last
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
	f.lines, f.rows, f.cells = slices.Clone(f.lines), slices.Clone(f.rows), slices.Clone(f.cells)
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

// addRow appends a row's place and gives its index.
func (f *File) addRow(line int) int {
	f.lines, f.rows = append(f.lines, int32(line)), append(f.rows, uint32(len(f.cells)))
	f.last = finding.Pos{Line: line}
	return len(f.lines) - 1
}

// addCell notes where the next cell of the last row begins: one more than the
// columns since the cell before where it follows on the same line, else 0, the
// lines below the row's first, and the column. Columns are characters.
func (f *File) addCell(line, col int) {
	if line == f.last.Line && col >= f.last.Col {
		f.cells = binary.AppendUvarint(f.cells, uint64(col-f.last.Col+1))
	} else {
		below := line - int(f.lines[len(f.lines)-1])
		f.cells = binary.AppendUvarint(binary.AppendVarint(append(f.cells, 0), int64(below)), uint64(col))
	}
	f.last.Line, f.last.Col = line, col
}

// dropLast takes back the row that addRow added last.
func (f *File) dropLast() {
	n := len(f.lines) - 1
	f.cells = f.cells[:f.rows[n]]
	f.lines, f.rows = f.lines[:n], f.rows[:n]
}

// cellPos is the place of a cell; of its row where the row ends before it.
func (f *File) cellPos(row, column int) finding.Pos {
	p := finding.Pos{File: f.Name, Line: int(f.lines[row])}
	cells := f.cells[f.rows[row]:]
	if row+1 < len(f.rows) {
		cells = cells[:f.rows[row+1]-f.rows[row]]
	}
	for range column + 1 {
		step, n := binary.Uvarint(cells)
		if n <= 0 {
			return finding.Pos{File: f.Name, Line: int(f.lines[row])}
		}
		cells = cells[n:]
		if step > 0 {
			p.Col += int(step) - 1
			continue
		}
		below, n := binary.Varint(cells)
		col, m := binary.Uvarint(cells[n:])
		cells = cells[n+m:]
		p.Line, p.Col = int(f.lines[row])+int(below), int(col)
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
