package source

import "bytes"

// A cellSpan is where one cell of a record stands in the text, quotation marks
// included.
type cellSpan struct {
	start, end int
	quoted     bool
}

// A recordScan is one record walked by hand, by the rules that encoding/csv
// applies. It is used where that reader cannot help: to say where the quotation
// mark of a broken cell was opened, and to measure a record without copying it.
type recordScan struct {
	cells []cellSpan
	end   int  // offset behind the record's line end
	trap  int  // offset of what breaks the record, -1 where it is whole
	open  bool // the trap is the end of the text inside quotation marks
}

// scanRecord walks the record at an offset of the text.
func scanRecord(text []byte, off int, delim byte) recordScan {
	r := recordScan{trap: -1}
	for {
		c := cellSpan{start: off, quoted: off < len(text) && text[off] == '"'}
		if c.quoted {
			off = r.quotedEnd(text, off+1)
		} else {
			off = r.plainEnd(text, off, delim)
		}
		c.end = off
		r.cells = append(r.cells, c)
		if r.trap >= 0 || off >= len(text) {
			r.end = len(text)
			return r
		}
		if text[off] == '\n' {
			r.end = off + 1
			return r
		}
		if text[off] != delim {
			r.trap, r.end = off-1, len(text)
			return r
		}
		off++
	}
}

// quotedEnd is the offset behind the closing mark of a cell whose text starts at
// off.
func (r *recordScan) quotedEnd(text []byte, off int) int {
	for {
		n := bytes.IndexByte(text[off:], '"')
		if n < 0 {
			r.trap, r.open = len(text), true
			return len(text)
		}
		off += n + 1
		if off >= len(text) || text[off] != '"' {
			return off
		}
		off++
	}
}

// plainEnd is the end of a cell without quotation marks; one inside it is a trap.
func (r *recordScan) plainEnd(text []byte, off int, delim byte) int {
	for ; off < len(text) && text[off] != delim && text[off] != '\n'; off++ {
		if text[off] == '"' {
			r.trap = off
			return off
		}
	}
	return off
}

// unquote is the text a cell holds.
func unquote(text []byte, c cellSpan) string {
	b := text[c.start:c.end]
	if !c.quoted {
		return string(b)
	}
	b = bytes.TrimSuffix(b[1:], []byte{'"'})
	return string(bytes.ReplaceAll(b, []byte(`""`), []byte(`"`)))
}
