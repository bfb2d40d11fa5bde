package export

import (
	"io"
	"strconv"
	"sync"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

// Integrity is what a second look at the data says, to be taken along.
type Integrity struct {
	d       *model.Dataset
	report  *oversight.Report
	records *Records

	one sync.Mutex // held for the rows of a list, of which there may be very many
}

// NewIntegrity prepares a report on the dataset of the records.
func NewIntegrity(d *model.Dataset, report *oversight.Report, r *Records) *Integrity {
	return &Integrity{d: d, report: report, records: r}
}

// Write prints what the indicators say, with every row of every list:
// amounts as numbers with their currency, shares as fractions of one, records
// with the address of their page.
func (r *Integrity) Write(w io.Writer) error {
	var out encoder
	out.open('{')
	out.key("demonstration")
	out.raw(boolean(r.d.Config.Demonstration))
	out.member("as_of", r.d.Config.AsOf.String())
	out.key("note")
	out.both(finding.Text{ZH: "标记只说明值得再看，不是结论。", EN: "A mark is a reason to look, not a verdict."})
	out.key("indicators")
	out.open('[')
	for _, result := range r.report.Results {
		out.next()
		if err := r.indicator(w, &out, result); err != nil {
			return err
		}
	}
	out.close(']')
	out.b = append(out.b, '\n')
	out.close('}')
	out.b = append(out.b, '\n')
	_, err := w.Write(out.b)
	return err
}

// Downloads are all that it offers: everything for programs, and each list as a
// table.
func (r *Integrity) Downloads() []*Download {
	all := []*Download{{Path: oversight.JSONPath, MediaType: "application/json", print: r.Write}}
	for _, result := range r.report.Results {
		for _, l := range result.Lists {
			if l.Len > 0 {
				all = append(all, &Download{
					Path: result.Path(l), MediaType: csvType, Rows: l.Len,
					print: func(w io.Writer) error { return r.WriteList(w, l) },
				})
			}
		}
	}
	return all
}

// both writes a text of the program's own.
func (e *encoder) both(t finding.Text) {
	if t.IsZero() {
		e.raw("null")
		return
	}
	e.open('{')
	e.member("zh", t.ZH)
	e.member("en", t.EN)
	e.close('}')
}

func (e *encoder) number(name string, n int) {
	e.key(name)
	e.raw(strconv.Itoa(n))
}

func (r *Integrity) indicator(w io.Writer, out *encoder, result oversight.Result) error {
	out.open('{')
	out.member("name", result.Name)
	for _, t := range []struct {
		name string
		text finding.Text
	}{{"title", result.Title}, {"why", result.Why}, {"method", result.Method}, {"things", result.Things}, {"missing", result.Missing}} {
		out.key(t.name)
		out.both(t.text)
	}
	out.number("looked", result.Looked)
	out.number("of", result.Of)
	out.number("marked", result.Marked)
	limits(out, result.Limits)
	sources(out, result.Sources)
	out.key("lists")
	out.open('[')
	for _, l := range result.Lists {
		if l.Len > 0 {
			out.next()
			if err := r.list(w, out, result, l); err != nil {
				return err
			}
		}
	}
	out.close(']')
	out.close('}')
	return nil
}

func limits(out *encoder, all []oversight.Limit) {
	out.key("thresholds")
	out.open('[')
	for _, l := range all {
		out.next()
		out.open('{')
		out.member("name", l.Name)
		out.key("means")
		out.both(l.Sentence())
		out.member("value", l.Text())
		out.key("set")
		out.raw(boolean(l.Set))
		out.close('}')
	}
	out.close(']')
}

func sources(out *encoder, all []oversight.Source) {
	out.key("sources")
	out.open('[')
	for _, s := range all {
		out.next()
		out.open('{')
		out.key("text")
		out.both(s.Text)
		out.member("url", s.URL)
		out.close('}')
	}
	out.close(']')
}

func (r *Integrity) list(w io.Writer, out *encoder, result oversight.Result, l oversight.List) error {
	r.one.Lock()
	defer r.one.Unlock()
	out.open('{')
	out.member("path", result.Path(l))
	out.key("rows")
	out.open('[')
	for _, row := range l.Rows() {
		out.next()
		out.open('{')
		for i, c := range l.Columns {
			out.key(c.Name)
			r.cell(out, row.Cells[i])
		}
		out.key("marked")
		out.raw(boolean(row.Marked))
		out.close('}')
		if err := out.drain(w); err != nil {
			return err
		}
	}
	out.close(']')
	out.close('}')
	return nil
}

func (r *Integrity) cell(out *encoder, cell oversight.Cell) {
	switch v := cell.(type) {
	case oversight.Record:
		r.records.reference(out, v.Entity)
	case oversight.Amount:
		out.open('{')
		out.key("amount")
		out.raw(v.Plain())
		out.member("currency", v.Currency().String())
		out.close('}')
	case oversight.Figure:
		out.open('{')
		out.key("value")
		out.raw(v.Decimal.String())
		out.member("unit", v.Unit)
		out.close('}')
	case oversight.Words:
		out.both(v.Text)
	case oversight.Share:
		out.raw(value.NewDecimal(int64(v), 3).String())
	case oversight.Whole, oversight.Year:
		out.raw(plainCell(v))
	default:
		out.orNull(plainCell(v))
	}
}
