package search

import (
	"slices"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// about adds what a district is called, and what a budget, a figure or a correction
// has of the records that it is about: their identifiers, their place among the
// facets, and the names by which such a record is asked for.
func (s *records) about(d *Document, it item) {
	switch e := it.entity.(type) {
	case *model.District:
		s.kind(d, it) // few have it in their name
	case *model.Budget:
		s.kind(d, it)
		s.budget(d, e)
	case *model.Figure:
		s.kind(d, it)
		s.subject(d, e.About())
		d.Body = append(d.Body, e.Value.String())
		if e.Value.Cmp(value.NewDecimal(LeastSum, 0)) >= 0 {
			d.Also = append(d.Also, e.Value.String())
		}
		d.Lead = inEach(s.langs, func(lang string) string {
			quote, _ := e.Quote.In(lang)
			return clip(said(s.plan.FigureValue(e, lang), value.Visible(quote)), leadShown)
		})
		d.Body = append(d.Body, d.Lead[:]...)
	case *model.Correction:
		s.kind(d, it)
		s.subject(d, e.About())
		d.Lead = inEach(s.langs, func(lang string) string {
			what, _ := e.What.In(lang)
			return clip(value.Visible(what), leadShown)
		})
	}
}

// kind adds what such a record is called, which is typed beside its name.
func (s *records) kind(d *Document, it item) {
	one, all := inEach(s.langs, it.schema.Info.One.In), inEach(s.langs, it.schema.Info.Title.In)
	d.Body = append(append(d.Body, one[:]...), all[:]...)
}

// said is a line of what there is of some texts.
func said(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), " · ")
}

// budget adds whose budget it is, and the names by which such a one is asked for.
func (s *records) budget(d *Document, b *model.Budget) {
	year := b.Year.String()
	of := []*model.Agency{b.Agency.To}
	var whose []table.Entity
	if g := b.Programme.To; g != nil {
		whose, of = append(whose, g), append(of, g.Agency.To)
	}
	for _, a := range of {
		if a != nil {
			whose = append(whose, a)
		}
	}
	for _, e := range whose {
		d.About = append(d.About, e.Rec().ID)
		for _, lang := range s.Languages() {
			if name := s.plan.Label(e, lang); lang == "zh" {
				d.Names = append(d.Names, name+"预算", name+year+"年预算")
			} else {
				d.Names = append(d.Names, name+" budget "+year)
			}
		}
		if a, ok := e.(*model.Agency); ok && d.Values[facetAgency] == "" {
			d.Values[facetAgency] = a.ID
		}
	}
	d.Lead = inEach(s.langs, func(lang string) string {
		return said(b.Final().Format(lang), b.FundSource.Label(lang))
	})
	d.Body = append(d.Body, d.Lead[:]...)
}

// subject adds the record that another is about. The words of one that does not
// stand before everything dated are left to it: it is what its name is typed for.
func (s *records) subject(d *Document, about table.Entity) {
	if about == nil {
		return
	}
	d.About = append(d.About, about.Rec().ID)
	kind := about.Table().Name
	d.Behind = !slices.Contains(ranks, kind)
	year := d.Values[facetYear]
	s.facetValues(d, item{schema: s.plan.Data.Table(kind).Schema(), entity: about})
	for _, f := range []int{facetMethod, facetState, facetKind} {
		d.Values[f] = "" // which tell of projects and organizations
	}
	d.Values[facetYear] = year
	for f, tables := range map[int]string{facetArea: "areas", facetDistrict: "districts", facetAgency: "agencies", facetProgramme: "programmes"} {
		if tables == kind {
			d.Values[f] = about.Rec().ID
		}
	}
}
