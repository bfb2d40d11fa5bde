package importer

import (
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// digitsKept is how many digits a spreadsheet keeps of a number.
const digitsKept = 15

// number is a cell that may be a number, as a table writes it: a yes or no, a
// day where the cell's format shows one, a number in full. A text stays.
func (g *grid) number(r, c int, text string) string {
	kind := g.kind(r, c)
	switch kind {
	case excelize.CellTypeBool:
		if text == "1" || text == "TRUE" {
			return "true"
		}
		return "false"
	case excelize.CellTypeUnset, excelize.CellTypeNumber, excelize.CellTypeFormula:
	case excelize.CellTypeDate: // ISO 8601 already
		return strings.TrimSuffix(text, "T00:00:00")
	default:
		return text
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return text
	}
	look := g.look(r, c)
	if layout := look.layout; layout != "" {
		if t, err := excelize.ExcelDateToTime(n, g.book.date04); err == nil && t.Year() < 10000 {
			if layout == "2006-01-02" && n != math.Trunc(n) {
				layout = "2006-01-02T15:04:05"
			}
			return t.Format(layout)
		}
	}
	full := inFull(n)
	if n == math.Trunc(n) && math.Abs(n) >= 1e15 && len(strings.TrimRight(full, "0")) > digitsKept-1 {
		g.book.batch.warn(at(g.sheet, r, c), "%s 超过 15 位，表格软件可能已改了末尾几位", "%s has more than 15 digits, and the spreadsheet may have changed the last of them", full)
	}
	if look.sign+look.unit != "" {
		if g.signed++; g.signed == 1 {
			g.firstSigned = at(g.sheet, r, c)
		}
	}
	return look.sign + full + look.unit
}

// inFull is a number as a person reads it in the sheet: without an exponent, to
// the digits that a spreadsheet keeps.
func inFull(n float64) string {
	short := strconv.FormatFloat(n, 'g', digitsKept, 64)
	kept, err := strconv.ParseFloat(short, 64)
	if err != nil || math.Abs(n) >= 1e15 {
		kept = n
	}
	return strconv.FormatFloat(kept, 'f', -1, 64)
}

// look is what a cell's format adds to its number.
type look struct {
	layout string // of a day; "" where it shows none
	unit   string // of an amount, as of 12.5 that is shown as 12.5万元
	sign   string // of an amount's currency, before the number
}

// look is how a cell's format shows its number.
func (g *grid) look(r, c int) look {
	cell, err := excelize.CoordinatesToCellName(c+1, r+1)
	if err != nil {
		return look{}
	}
	id, err := g.book.GetCellStyle(g.sheet, cell)
	if err != nil {
		return look{}
	}
	l, known := g.book.styles[id]
	if !known {
		if s, err := g.book.GetStyle(id); err == nil && s != nil {
			l.layout = layoutOf(s)
			if l.layout == "" && s.CustomNumFmt != nil {
				l.sign, l.unit = unitOfCode(*s.CustomNumFmt)
			}
		}
		g.book.styles[id] = l
	}
	return l
}

// layoutOf is the layout of a style's number format: days, or only months or
// years where the format shows no more.
func layoutOf(s *excelize.Style) string {
	if s.CustomNumFmt != nil {
		return layoutOfCode(*s.CustomNumFmt)
	}
	// ECMA-376 part 1, 18.8.30, with the East Asian ones
	switch n := s.NumFmt; {
	case n == 17, n == 55:
		return "2006-01"
	case n >= 14 && n <= 16, n == 22, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 54, n >= 56 && n <= 58:
		return "2006-01-02"
	case n >= 18 && n <= 21, n >= 32 && n <= 35, n >= 45 && n <= 47:
		return "15:04:05"
	}
	return ""
}

// layoutOfCode reads the first section of a number format, outside quotes,
// brackets and escapes.
func layoutOfCode(code string) string {
	var plain strings.Builder
	for i := 0; i < len(code) && code[i] != ';'; i++ {
		switch code[i] {
		case '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				i += end + 1
			}
		case '[':
			if end := strings.IndexByte(code[i:], ']'); end >= 0 {
				i += end
			}
		case '\\', '_', '*':
			i++
		default:
			plain.WriteByte(code[i] | 0x20)
		}
	}
	p := strings.ReplaceAll(plain.String(), "general", "")
	switch year, day := strings.ContainsAny(p, "ye"), strings.Contains(p, "d"); {
	case strings.ContainsAny(p, "0#?") && !strings.ContainsAny(p, "yd"):
		return ""
	case year && day, day:
		return "2006-01-02"
	case year && strings.Contains(p, "m"):
		return "2006-01"
	case year:
		return "2006"
	case strings.ContainsAny(p, "hs"):
		return "15:04:05"
	}
	return ""
}
