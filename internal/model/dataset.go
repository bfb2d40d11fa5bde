// Package model is the domain: what is published about purchased services, one
// file per table. Start with Dataset, which lists the tables, and Project,
// which the others stand around; Load reads a site's folder into a Dataset.
package model

import (
	"reflect"

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
}

// Tables lists the tables in the order of Dataset's fields.
func (d *Dataset) Tables() []table.Table {
	var tables []table.Table
	v := reflect.ValueOf(d).Elem()
	for i := range v.NumField() {
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

// Schemas lists the declarations of all tables, in the order of Dataset's
// fields.
func Schemas() []*table.Schema {
	var schemas []*table.Schema
	for _, t := range new(Dataset).Tables() {
		schemas = append(schemas, t.Schema())
	}
	return schemas
}
