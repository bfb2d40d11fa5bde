package table

import "sort"

// ColumnAt is the column of the cell that a place of the file stands in, counted
// from 1; false where it stands in no record's cell, or in a line that a cell
// goes on to.
func (f *File) ColumnAt(line, col int) (Column, bool) {
	row := sort.Search(len(f.lines), func(i int) bool { return int(f.lines[i]) > line }) - 1
	if row < 0 {
		return Column{}, false
	}
	found, begins := -1, 0
	for i := range f.Columns {
		p := f.cellPos(row, i)
		if p.Line == line && p.Col <= col && p.Col > begins {
			found, begins = i, p.Col
		}
	}
	if found < 0 {
		return Column{}, false
	}
	return f.Columns[found], true
}
