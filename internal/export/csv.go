package export

import (
	"bufio"
	"io"
	"strings"

	"gongkai/internal/table"
)

// csvType says that the first line holds headings.
const csvType = "text/csv; charset=utf-8; header=present"

// newCSV is a whole table as CSV. Reading the published tables as a new site
// gives the same records and the same bytes.
func newCSV(w *whole) *Download {
	return &Download{
		Path: "data/" + w.name + ".csv", MediaType: csvType,
		print: func(to io.Writer) error { return table.WriteCSV(to, w.Table, w.currency) },
	}
}

// spreadsheetRows is how many rows a sheet of today's spreadsheets has.
const spreadsheetRows = 1 << 20

// newExcelCSV are a table's rows as CSV that a spreadsheet opens by a double
// click: UTF-8 with a mark, lines that end as Windows does, and no cell that it
// would run as a formula.
func newExcelCSV(w *whole, from, to int) func(io.Writer) error {
	return func(out io.Writer) error {
		b := bufio.NewWriterSize(out, 64<<10)
		b.WriteString("\ufeff")
		cols := w.columns()
		for i := range cols {
			excelCell(b, i, neutral(cols[i].Heading))
		}
		b.WriteString("\r\n")
		for n := from; n < to; n++ {
			e := w.At(n)
			for i := range cols {
				text := w.cell(&cols[i], e)
				if !isNumber(cols[i].kind) {
					text = neutral(text)
				}
				excelCell(b, i, text)
			}
			b.WriteString("\r\n")
		}
		return b.Flush()
	}
}

func isNumber(k table.Kind) bool {
	switch k {
	case table.KindMoney, table.KindCount, table.KindYear, table.KindDecimal, table.KindShare:
		return true
	}
	return false
}

// neutral puts an apostrophe before what a spreadsheet would run: formulas, and
// what white space before them does not hide from it.
// https://owasp.org/www-community/attacks/CSV_Injection
func neutral(text string) string {
	if rest := strings.TrimLeft(text, " \u00a0\u3000"); rest != "" && strings.ContainsRune("=+-@\t\r\n|%＝＋－＠", firstRune(rest)) {
		return "'" + text
	}
	return text
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func excelCell(b *bufio.Writer, i int, text string) {
	if i > 0 {
		b.WriteByte(',')
	}
	if !strings.ContainsAny(text, ",;\t\"\r\n") && strings.TrimSpace(text) == text {
		b.WriteString(text)
		return
	}
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(text, `"`, `""`))
	b.WriteByte('"')
}
