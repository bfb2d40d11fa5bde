// Package model is the domain: what is published about purchased services, one
// file per table. Start with Dataset, which lists the tables, and Project,
// which the others stand around; Load reads a site's folder into a Dataset.
package model

import (
	"iter"
	"reflect"
	"slices"
	"sync"

	"gongkai/internal/table"
)

// Dataset is everything a site publishes. A table is declared by its line here.
type Dataset struct {
	Agencies      table.Of[Agency]
	Organizations table.Of[Organization]
	Areas         table.Of[Area]
	Districts     table.Of[District]
	Services      table.Of[Service]
	Programmes    table.Of[Programme]
	Budgets       table.Of[Budget]
	Calls         table.Of[Call]
	Projects      table.Of[Project]
	Contracts     table.Of[Contract]
	Payments      table.Of[Payment]
	Evaluations   table.Of[Evaluation]
	Honours       table.Of[Honour]
	Subsidies     table.Of[Subsidy]
	Venues        table.Of[Venue]
	Events        table.Of[Event]
	Trainings     table.Of[Training]
	Documents     table.Of[Document]
	Figures       table.Of[Figure]
	Corrections   table.Of[Correction]

	Config   Config     // of site.yaml, with what it leaves out filled in
	Notes    []*Note    // of content/
	Glossary []Term     // of content/glossary.yaml
	Shapes   []Shape    // of data/districts.geojson
	Personal []Sighting // personal data anywhere in the files, which no site may show

	numbered []table.Table // by which records are numbered
	first    []int32       // number of each of those tables' first record, and how many there are

	refs, subjects func() *Links
}

// Tables lists the tables in the order of Dataset's fields.
func (d *Dataset) Tables() []table.Table {
	var tables []table.Table
	v := reflect.ValueOf(d).Elem()
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			continue
		}
		if t, ok := v.Field(i).Addr().Interface().(table.Table); ok {
			tables = append(tables, t)
		}
	}
	return tables
}

// Table is the table of a name, nil where there is none.
func (d *Dataset) Table(name string) table.Table {
	for _, t := range d.Tables() {
		if t.Schema().Info.Name == name {
			return t
		}
	}
	return nil
}

// Find is the record of an id in the table of a name, nil where there is none.
func (d *Dataset) Find(tableName, id string) table.Entity {
	t := d.Table(tableName)
	if t == nil {
		return nil
	}
	return t.ByID(id)
}

// Len is how many records have a running number.
func (d *Dataset) Len() int {
	if len(d.first) == 0 {
		return 0
	}
	return int(d.first[len(d.numbered)])
}

// At is the record of a running number.
func (d *Dataset) At(n int32) table.Entity {
	i, _ := slices.BinarySearch(d.first, n+1)
	return d.numbered[i-1].At(int(n - d.first[i-1]))
}

// Each are the records of running numbers.
func (d *Dataset) Each(numbers []int32) iter.Seq[table.Entity] {
	return func(yield func(table.Entity) bool) {
		for _, n := range numbers {
			if !yield(d.At(n)) {
				return
			}
		}
	}
}

// number gives every record its running number. The records do not change after it.
func (d *Dataset) number() {
	d.numbered, d.first = d.Tables(), []int32{0}
	for _, t := range d.numbered {
		first := d.first[len(d.first)-1]
		for i := range t.Len() {
			t.At(i).Rec().Num = first + int32(i)
		}
		d.first = append(d.first, first+int32(t.Len()))
	}
	d.refs = sync.OnceValue(func() *Links { return newLinks(d.Len(), d.eachRef) })
	d.subjects = sync.OnceValue(func() *Links { return newLinks(d.Len(), d.eachSubject) })
}

// Schemas lists the declarations of all tables, in the order of Dataset's
// fields.
func Schemas() []*table.Schema {
	var schemas []*table.Schema
	for _, t := range new(Dataset).Tables() {
		schemas = append(schemas, t.Schema())
	}
	return schemas
}
