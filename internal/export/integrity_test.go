package export

import (
	"bytes"
	"encoding/json"
	"testing"

	"gongkai/internal/oversight"
)

// largestWrite is a writer that knows the most it was given at once.
type largestWrite struct {
	bytes.Buffer
	most int
}

func (w *largestWrite) Write(p []byte) (int, error) {
	w.most = max(w.most, len(p))
	return w.Buffer.Write(p)
}

func TestIntegrityOfManyRowsIsWrittenInParts(t *testing.T) {
	const many = 20_000
	d := load(t, small())
	row := oversight.Row{Marked: true, Cells: []oversight.Cell{oversight.Of(d.Projects.Rows[0]), oversight.Whole(7)}}
	list := oversight.List{
		Columns: []oversight.Column{{Name: "project"}, {Name: "count", Numeric: true}}, Len: many,
		Rows: func() []oversight.Row {
			rows := make([]oversight.Row, many)
			for i := range rows {
				rows[i] = row
			}
			return rows
		},
	}
	result := oversight.Result{Indicator: oversight.Indicator{Name: "sample"}, Lists: []oversight.List{list, {}, list}}
	var w largestWrite
	if err := NewIntegrity(d, &oversight.Report{Results: []oversight.Result{result, result}}, NewRecords(d, everyPage)).Write(&w); err != nil {
		t.Fatal(err)
	}
	if w.most > 2*drained {
		t.Errorf("%d bytes of %d are written at once", w.most, w.Len())
	}
	var got struct {
		Indicators []struct {
			Lists []struct{ Rows []struct{ Count int } }
		}
	}
	if err := json.Unmarshal(w.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, i := range got.Indicators {
		for _, l := range i.Lists {
			for _, r := range l.Rows {
				rows += r.Count / 7
			}
		}
	}
	if rows != 4*many {
		t.Errorf("%d rows were written, want %d", rows, 4*many)
	}
}
