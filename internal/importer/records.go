package importer

import (
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// cells are a record's fields by name.
type cells map[string]string

// records are the tables that a JSON document becomes, on their way.
type records struct {
	batch  *Batch
	prefix string // of the headings of what has no column
	tables map[string]*recordTable
	schema map[string]*table.Schema
	differ map[string]int // values that a record has otherwise already, by table
	first  map[string]string
	made   int // ids of records that came without
	failed error
}

type recordTable struct {
	extra []string
	rows  []cells
	byID  map[string]cells
}

func newRecords(b *Batch, prefix string) *records {
	r := &records{
		batch: b, prefix: prefix,
		tables: map[string]*recordTable{}, schema: map[string]*table.Schema{}, differ: map[string]int{}, first: map[string]string{},
	}
	for _, s := range model.Schemas() {
		r.schema[s.Info.Name] = s
	}
	return r
}

// table is a table on its way, begun where nothing was put into it yet.
func (r *records) table(name string) *recordTable {
	t := r.tables[name]
	if t == nil {
		t = &recordTable{byID: map[string]cells{}}
		r.tables[name] = t
	}
	return t
}

// put adds a record, or adds to one of the same id what that has not got. Rest is
// what was not understood of its source.
func (r *records) put(name, id string, c cells, rest object) {
	t := r.table(name)
	if id == "" {
		id = name + "-" + strconv.Itoa(len(t.rows)+1)
		r.made++
	}
	row := t.byID[id]
	if row == nil {
		row = cells{"id": id}
		t.byID[id] = row
		t.rows = append(t.rows, row)
	}
	give := func(heading, text string) {
		if len(text) > maxCell {
			r.failed = failf("%q 的一个值超过 1 MiB", "%q has a value of more than 1 MiB", r.batch.file)
		}
		switch old := row[heading]; {
		case text == "" || old == text:
		case old == "":
			row[heading] = text
		default:
			if r.differ[name]++; r.differ[name] == 1 {
				r.first[name] = id
			}
		}
	}
	for field, text := range c {
		give(field, text)
	}
	rest.flatten(r.prefix, func(heading, text string) {
		r.column(t, heading)
		give(heading, text)
	})
}

// column makes a column for what has none of gongkai's.
func (r *records) column(t *recordTable, heading string) {
	switch {
	case slices.Contains(t.extra, heading):
	case len(t.extra) < maxColumns/2:
		t.extra = append(t.extra, heading)
	default:
		r.failed = failf("%q 中没有对应列的内容超过 %d 种", "%q has more than %d kinds of values without a column", r.batch.file, maxColumns/2)
	}
}

// done hands the tables on, their columns in the order of the dictionary, and
// tells what was kept in columns of its own and what was not kept.
func (r *records) done() error {
	if r.failed != nil {
		return r.failed
	}
	if r.made > 0 {
		r.batch.warn("", "%d 条记录没有编号，按次序编了号", "%d records have no id and were numbered in order", r.made)
	}
	for _, s := range model.Schemas() {
		name := s.Info.Name
		t := r.tables[name]
		if t == nil {
			continue
		}
		var heads []string
		for _, f := range s.Fields {
			for _, heading := range []string{f.Name, f.Name + "_en", f.Name + "_zh"} {
				if slices.ContainsFunc(t.rows, func(row cells) bool { return row[heading] != "" }) {
					heads = append(heads, heading)
				}
			}
		}
		heads = append(heads, t.extra...)
		table := &Table{Name: name, Headings: heads}
		for _, row := range t.rows {
			texts := make([]string, len(heads))
			for i, h := range heads {
				texts[i] = row[h]
			}
			table.Rows = append(table.Rows, texts)
		}
		r.batch.add(table)
		foreign := 0
		for _, heading := range t.extra {
			if strings.HasPrefix(heading, r.prefix+"/") {
				foreign++
			}
		}
		if foreign > 0 {
			r.batch.info(name, "%d 列没有对应的列，原样保留，表头以 %q 开头", "%d columns have no column of gongkai's and were kept as they are, under headings that begin with %q", foreign, r.prefix)
		}
		if n := r.differ[name]; n > 0 {
			r.batch.warn(name, "同一编号的记录有 %d 个值前后不同，留用先出现的；第一个是 %q", "%d values of records that come again differ from before; the first was kept each time, beginning with %q", n, r.first[name])
		}
	}
	return nil
}
