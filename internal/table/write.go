package table

import (
	"encoding/csv"
	"io"
	"maps"
	"slices"

	"gongkai/internal/value"
)

// Output is one column of a published table.
type Output struct {
	Heading string
	Field   *Field // nil for a column that no field claims
	Lang    string
}

// Columns are the columns of a published table: the fields that a file of the
// table has or a record fills, then the columns that no field claims.
func Columns(t Table) []Output {
	st := t.store()
	var out []Output
	for _, f := range t.Schema().Fields {
		langs := map[string]bool{}
		used := st.claimed[f.Name] || f.Name == "id"
		if f.Localised() {
			used = used || anyPlain(t, f)
			collectLangs(t, f, langs)
		} else {
			used = used || anyValue(t, f)
		}
		if used {
			out = append(out, Output{Heading: f.Name, Field: f})
		}
		for _, lang := range slices.Sorted(maps.Keys(langs)) {
			out = append(out, Output{Heading: f.Name + "_" + lang, Field: f, Lang: lang})
		}
	}
	for _, h := range st.headings {
		out = append(out, Output{Heading: h})
	}
	return out
}

// Cell is a record's text in a column of a published table. Currency is that
// of amounts which name none.
func (o Output) Cell(e Entity, currency value.Currency) string {
	if o.Field == nil {
		for _, x := range e.Rec().More() {
			if x.Heading == o.Heading {
				return x.Value
			}
		}
		return ""
	}
	switch p := o.Field.Of(e).(type) {
	case *value.Text:
		return p.Exact(o.Lang)
	case *value.Money:
		if !p.IsZero() && p.Currency() != currency {
			return p.Currency().String() + " " + p.Plain()
		}
	}
	return o.Field.Plain(e)
}

// WriteCSV prints a table so that decoding it gives the same records and the
// same bytes again. Currency is that of amounts which name none.
func WriteCSV(w io.Writer, t Table, currency value.Currency) error {
	cols := Columns(t)
	row := make([]string, len(cols))
	for i, c := range cols {
		row[i] = c.Heading
	}
	cw := csv.NewWriter(w)
	if err := cw.Write(row); err != nil {
		return err
	}
	own := t.Schema().Field("currency")
	for i := range t.Len() {
		e := t.At(i)
		cur := currency
		if own != nil {
			if c, ok := own.Of(e).(*value.Currency); ok && *c != 0 {
				cur = *c
			}
		}
		for j, c := range cols {
			row[j] = c.Cell(e, cur)
		}
		if err := cw.Write(row); err != nil {
			return err
		}
	}
	cw.Flush()
	return cw.Error()
}

func anyValue(t Table, f *Field) bool {
	for i := range t.Len() {
		if !f.IsZero(t.At(i)) {
			return true
		}
	}
	return false
}

func anyPlain(t Table, f *Field) bool {
	for i := range t.Len() {
		if f.Of(t.At(i)).(*value.Text).Plain() != "" {
			return true
		}
	}
	return false
}

func collectLangs(t Table, f *Field, into map[string]bool) {
	for i := range t.Len() {
		for _, lang := range f.Of(t.At(i)).(*value.Text).Langs() {
			into[lang] = true
		}
	}
}
