package integrity

import (
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// What indicators are and say is of the package oversight, which pages read too.
type (
	Cell      = oversight.Cell
	Column    = oversight.Column
	Limit     = oversight.Limit
	Row       = oversight.Row
	Share     = oversight.Share
	Source    = oversight.Source
	Threshold = oversight.Threshold

	Amount  = oversight.Amount
	Day     = oversight.Day
	Figure  = oversight.Figure
	Measure = oversight.Measure
	Record  = oversight.Record
	Whole   = oversight.Whole
	Words   = oversight.Words
	Written = oversight.Written
	Year    = oversight.Year
)

// indicator is one with the work that it does.
type indicator struct {
	oversight.Indicator
	run func(*input) Result
}

// Result is what an indicator found, as oversight.Result has it.
type Result struct {
	Things  finding.Text
	Looked  int
	Of      int
	Marked  int
	Missing finding.Text
	Lists   []List
}

// List is a list with its rows.
type List struct {
	Name    string
	Title   finding.Text
	Columns []Column
	Rows    []Row
}

// report is what a reader is told of an indicator.
func (n indicator) report(in *input) oversight.Result {
	found := n.run(in)
	r := oversight.Result{
		Indicator: n.Indicator, Limits: in.limits,
		Things: found.Things, Looked: found.Looked, Of: found.Of, Marked: found.Marked, Missing: found.Missing,
	}
	for i, l := range found.Lists {
		r.Lists = append(r.Lists, oversight.List{
			Name: l.Name, Title: l.Title, Columns: l.Columns, Len: len(l.Rows),
			Rows: func() []Row { return n.run(in).Lists[i].Rows },
		})
	}
	return r
}

// input is what one indicator is told.
type input struct {
	*oversight.Report
	data   *model.Dataset
	limits []Limit
}

// limit is a threshold as it stands.
func (in *input) limit(name string) int64 {
	for _, l := range in.limits {
		if l.Name == name {
			return l.Value
		}
	}
	panic("integrity: no threshold " + name)
}

// share is a threshold that is a share.
func (in *input) share(name string) Share { return Share(in.limit(name)) }

func say(zh, en string) finding.Text { return finding.Text{ZH: zh, EN: en} }

// column is a column of text, number one of figures.
func column(name, zh, en string) Column { return Column{Name: name, Title: say(zh, en)} }

func number(name, zh, en string) Column { return Column{Name: name, Title: say(zh, en), Numeric: true} }

// nothing is a result that could look at nothing.
func nothing(of int, things, why finding.Text) Result {
	return Result{Of: of, Things: things, Missing: why}
}

// count sets how many rows of the first list are marked, and puts them first.
func count(r *Result) {
	rows := r.Lists[0].Rows
	r.Marked = 0
	for _, row := range rows {
		if row.Marked {
			r.Marked++
		}
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		switch {
		case a.Marked == b.Marked:
			return 0
		case a.Marked:
			return -1
		}
		return 1
	})
}

// ofAny is a cell of a record that may be none.
func ofAny(e table.Entity) Cell {
	if e == nil {
		return nil
	}
	return Record{Entity: e}
}

// linked is a cell of a record that is there.
func linked(e table.Entity) Cell { return Record{Entity: e} }

func words(t finding.Text) Cell { return Words{Text: t} }

func figure(d value.Decimal, unit string) Cell { return Figure{Decimal: d, Unit: unit} }

// day is a cell of a date, none where it is not known.
func day(d value.Date) Cell {
	if d.IsZero() {
		return nil
	}
	return Day{Date: d}
}

func cite(text finding.Text, url string) Source { return Source{Text: text, URL: url} }
