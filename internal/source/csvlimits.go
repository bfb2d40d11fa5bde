package source

import (
	"bytes"

	"gongkai/internal/finding"
)

// withinLimits measures the rows of a table before they are read, at the speed
// of memory: a line end stands outside quotation marks where an even number of
// marks precede it. Only rows long enough to break a limit are walked.
func withinLimits(name string, text []byte, off int, delim byte, l *finding.List) bool {
	rows, start, odd := 0, off, false
	for off < len(text) {
		end := len(text)
		if n := bytes.IndexByte(text[off:], '\n'); n >= 0 {
			end = off + n + 1
		}
		if bytes.Count(text[off:end], []byte{'"'})%2 == 1 {
			odd = !odd
		}
		off = end
		if odd && off < len(text) && off-start <= MaxRow {
			continue
		}
		if off-start > MaxCell || bytes.Count(text[start:off], []byte{delim}) >= MaxColumns {
			if f, bad := rowLimit(name, text, start, off, delim); bad {
				l.Add(f)
				return false
			}
		}
		if off-start > 1 {
			rows++
		}
		start, odd = off, false
	}
	// The heading row is no row of the table.
	if rows-1 > MaxRows {
		l.Add(finding.Finding{
			Rule: ruleTooManyRows, Pos: at(name, 0, 0),
			Message: finding.Textf("有 %d 行，上限为 %d 行", "there are %d rows; the limit is %d", rows-1, MaxRows),
		})
		return false
	}
	return true
}

// rowLimit tells which limit a long row breaks. A row that is long because a
// quotation mark was left open is told as that.
func rowLimit(name string, text []byte, start, end int, delim byte) (finding.Finding, bool) {
	r := scanRecord(text[:min(len(text), start+MaxRow+MaxCell)], start, delim)
	line, _ := place(text, start)
	f := finding.Finding{Pos: at(name, line, 0)}
	if len(r.cells) > MaxColumns {
		f.Rule = ruleTooManyColumns
		f.Message = finding.Textf("这一行的单元格超过 %d 个", "the row has more than %d cells", MaxColumns)
		return f, true
	}
	for _, c := range r.cells {
		if c.end-c.start <= MaxCell {
			continue
		}
		if r.trap >= 0 && c.quoted && bytes.Count(text[c.start:], []byte{'"'}) == 1 {
			r.open = true
			return quoteFinding(name, text, r), true
		}
		f.Rule = ruleCellTooLarge
		f.Pos.Line, f.Pos.Col = place(text, c.start)
		f.Value = excerpt(string(text[c.start:min(c.start+4*excerptRunes, c.end)]))
		f.Message = finding.Textf("单元格 %q 超过 1 MiB", "the cell %q is longer than 1 MiB", f.Value)
		f.Hint = finding.Text{ZH: "检查该格的引号是否闭合", EN: "see that the cell's quotation mark is closed"}
		return f, true
	}
	if r.trap >= 0 {
		return quoteFinding(name, text, r), true
	}
	if r.end-start <= MaxRow {
		return f, false
	}
	f.Rule = ruleRowTooLarge
	f.Message = say("这一行超过 4 MiB", "the row is longer than 4 MiB")
	return f, true
}
