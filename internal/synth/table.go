package synth

import (
	"encoding/csv"
	"io"
	"iter"
	"strconv"
	"strings"
)

// text is a text in the two languages of a generated site.
type text struct{ zh, en string }

// yes marks a generated row in the demonstration column.
const yes = "true"

// writeTable makes one CSV file; headings are comma-separated field names.
func writeTable(create Create, path, headings string, rows iter.Seq[[]string]) error {
	return create(path, func(w io.Writer) error {
		out := csv.NewWriter(w)
		if err := out.Write(strings.Split(headings, ",")); err != nil {
			return err
		}
		for row := range rows {
			if err := out.Write(row); err != nil {
				return err
			}
		}
		out.Flush()
		return out.Error()
	})
}

// count yields the rows of the numbers from 0 to n-1; a nil row is left out.
func count(n int, row func(i int) []string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for i := range n {
			if cells := row(i); cells != nil && !yield(cells) {
				return
			}
		}
	}
}

// joined yields the rows of one table after those of another.
func joined(first, second iter.Seq[[]string]) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for row := range first {
			if !yield(row) {
				return
			}
		}
		for row := range second {
			if !yield(row) {
				return
			}
		}
	}
}

// number writes a count or an amount in whole yuan; zero is left blank, since
// no generated value means zero.
func number(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// padded is a number with leading zeros to the given width.
func padded(n, width int) string {
	s := strconv.Itoa(n)
	if len(s) >= width {
		return s
	}
	return strings.Repeat("0", width-len(s)) + s
}
