package model

import (
	"gongkai/internal/table"
)

// subject is the record that a figure or correction is about, by which it is named.
type subject struct {
	entity table.Entity
	schema *table.Schema
}

// subjectOf is the record of "table:id", none where there is no such record.
func (d *Dataset) subjectOf(text string) subject {
	name, id, ok := table.CutSubject(text)
	t := d.Table(name)
	if !ok || t == nil {
		return subject{}
	}
	e := t.ByID(id)
	if e == nil {
		return subject{}
	}
	return subject{e, t.Schema()}
}

// label is the record's name, or what was written of it. A correction may be of
// another, or of itself, so that it does not name by such a one.
func (s subject) label(written, lang string) string {
	switch s.entity.(type) {
	case nil, *Correction, *Figure:
		return written
	}
	return s.schema.Label(s.entity, lang)
}

// joinSubjects finds what figures and corrections are about.
func (d *Dataset) joinSubjects() {
	for _, f := range d.Figures.Rows {
		f.about = d.subjectOf(f.Subject)
	}
	for _, k := range d.Corrections.Rows {
		k.about = d.subjectOf(k.Subject())
	}
}
