package search

import (
	"strconv"
	"strings"
	"unicode"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// project adds what is known of a project through its rows: who provides it, the
// amounts, and what its contracts, payments and evaluations say.
func (s *records) project(d *Document, p *model.Project) {
	if lead := p.LeadOrganization(); lead != nil {
		d.By = inEach(s.langs, func(lang string) string { return s.plan.Label(lead, lang) })
	}
	d.Also = append(d.Also, sumsOf(p)...)
	for c := range p.Contracts.All() {
		d.Also = append(d.Also, c.ID, c.Number)
		if strings.ContainsFunc(c.Number, func(r rune) bool { return joined(r) || unicode.IsSpace(r) }) {
			d.Body = append(d.Body, c.Number) // which no query has as one identifier
		}
		d.Body = append(append(d.Body, inAll(c.Requirements)...), inAll(c.ProviderDuties)...)
	}
	for m := range p.Payments.All() {
		d.Also = append(d.Also, m.ID)
	}
	for e := range p.Evaluations.All() {
		d.Also = append(d.Also, e.ID)
		d.Body = append(append(d.Body, inAll(e.Findings)...), e.Evaluator)
	}
	s.amounts(d, p.AmountAwarded, p.PaidTotal())
	if !p.PeopleServed.IsZero() {
		d.Served = p.PeopleServed.Int()
	}
}

// LeastSum is the least amount that is found by its digits. Fewer digits are those of
// a year, a telephone number or a count in a title.
const LeastSum = 10_000

// sumsOf are the amounts of a project, its contracts and payments, as they are
// written in the tables.
func sumsOf(p *model.Project) []string {
	sums := []value.Money{p.AmountAwarded}
	for c := range p.Contracts.All() {
		sums = append(sums, c.Amount)
	}
	for m := range p.Payments.All() {
		sums = append(sums, m.Amount)
	}
	return sumsIn(sums...)
}

// sumsIn are those of some amounts that are found by their digits.
func sumsIn(sums ...value.Money) []string {
	var out []string
	for _, m := range sums {
		if m.AtLeast(LeastSum) {
			out = append(out, m.Plain())
		}
	}
	return out
}

func (s *records) organization(d *Document, o *model.Organization) {
	var awarded, paid value.Totals
	for _, p := range o.Projects {
		if p.Awarded() {
			awarded.Add(p.AmountAwarded)
		}
		paid.Merge(p.PaidTotal())
	}
	s.amounts(d, awarded.In(s.currency), value.Totals{})
	if o.FormerNames == "" {
		return
	}
	// Who searched for a former name is shown why it was found.
	former := value.Visible(o.FormerNames)
	for i, lang := range s.Languages() {
		said := "Formerly " + former + ". "
		if lang == "zh" {
			said = "曾用名：" + strings.ReplaceAll(former, ";", "、") + "。"
		}
		d.Lead[i] = said + d.Lead[i]
	}
}

// amounts sets the amounts in the site's currency; one in another is shown and
// not compared.
func (s *records) amounts(d *Document, awarded value.Money, paid value.Totals) {
	switch {
	case awarded.IsZero():
	case awarded.Currency() == s.currency:
		d.Awarded, d.HasAwarded = awarded.Minor(), true
		d.Values[facetAmount] = strconv.FormatInt(bandOf(d.Awarded, s.currency.Digits()), 10)
	default:
		d.Money = awarded.Full("en")
	}
	if m := paid.In(s.currency); !m.IsZero() && !m.Large() {
		d.Paid, d.HasPaid = m.Minor(), true
	}
}
