package export

import (
	"io"
	"sync"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Table is a whole table as CSV. Reading the published tables as a new site
// gives the same records and the same bytes.
type Table struct {
	t        table.Table
	currency value.Currency

	mu   sync.Mutex
	file *File // once it was written
}

// Tables lists the tables that have records, in the order of the dataset.
func Tables(d *model.Dataset) []*Table {
	var all []*Table
	for _, t := range d.Tables() {
		if t.Len() > 0 {
			all = append(all, &Table{t: t, currency: d.Config.Currency})
		}
	}
	return all
}

// Path is where the table stands on the site: "data/projects.csv".
func (t *Table) Path() string { return "data/" + t.name() + ".csv" }

func (t *Table) name() string { return t.t.Schema().Info.Name }

// Write prints the table.
func (t *Table) Write(w io.Writer) error {
	s := newSum(w)
	if err := table.WriteCSV(s, t.t, t.currency); err != nil {
		return err
	}
	file := s.file(t.Path(), "text/csv; charset=utf-8; header=present")
	file.Table, file.Rows, file.Columns = t.name(), t.t.Len(), len(table.Columns(t.t))
	t.mu.Lock()
	defer t.mu.Unlock()
	t.file = &file
	return nil
}

// File describes the table as Write prints it. Where nothing was written yet,
// it is printed once into nothing.
func (t *Table) File() (File, error) {
	t.mu.Lock()
	known := t.file
	t.mu.Unlock()
	if known == nil {
		if err := t.Write(io.Discard); err != nil {
			return File{}, err
		}
		return t.File()
	}
	return *known, nil
}
