package site

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// standings is what one organization's page sets beside its own figures: those
// of all recipients of an agency, of all applicants of a round, of all reviews
// of a kind. All of it is worked out once.
type standings struct {
	agencies map[*model.Agency]*spending
	ranks    map[pair]int // of a recipient among those of an agency, from 1
	rounds   map[int32]rate
	scores   map[model.EvaluationKind]value.Mean
	used     map[string]bool // fields of organizations that some organization has
}

// spending is what an agency has awarded.
type spending struct {
	award      value.Totals
	recipients int
}

// pair is an agency and a recipient, by their running numbers.
type pair struct{ agency, organization int32 }

// rate counts applications that were decided, and those of them that were
// awarded. One that was withdrawn or is under review is not decided.
type rate struct{ awarded, decided int }

func (r *rate) add(o rate) {
	r.awarded += o.awarded
	r.decided += o.decided
}

// tells reports whether the round's publisher also says who was declined: where
// only awards are published every applicant would seem to succeed.
func (r rate) tells() bool { return r.awarded < r.decided }

// decision is what a project adds to a rate.
func decision(p *model.Project) rate {
	switch {
	case p.Awarded():
		return rate{1, 1}
	case p.State == model.StateDeclined:
		return rate{0, 1}
	}
	return rate{}
}

// roundOf is what applicants compete in: the programme, else the call, else what
// the agency buys; nil where none is published.
func roundOf(p *model.Project) table.Entity {
	switch {
	case p.Programme.To != nil:
		return p.Programme.To
	case p.Call.To != nil:
		return p.Call.To
	case p.Agency.To != nil:
		return p.Agency.To
	}
	return nil
}

func newStandings(d *model.Dataset) standings {
	s := standings{
		agencies: map[*model.Agency]*spending{}, ranks: map[pair]int{}, rounds: map[int32]rate{},
		scores: map[model.EvaluationKind]value.Mean{}, used: map[string]bool{},
	}
	for _, a := range d.Agencies.Rows {
		s.rankRecipients(a)
	}
	for _, p := range d.Projects.Rows {
		if round := roundOf(p); round != nil {
			n := round.Rec().Num
			r := s.rounds[n]
			r.add(decision(p))
			s.rounds[n] = r
		}
	}
	for _, e := range d.Evaluations.Rows {
		m := s.scores[e.Kind]
		m.Add(e.Score)
		s.scores[e.Kind] = m
	}
	schema := d.Organizations.Schema()
	for _, f := range schema.Fields {
		s.used[f.Name] = slices.ContainsFunc(d.Organizations.Rows, func(o *model.Organization) bool { return !f.IsZero(o) })
	}
	return s
}

// rankRecipients adds up what an agency awarded and ranks its recipients by it;
// equal amounts share a rank. Amounts of several currencies have no order, so
// none of their recipients has a rank.
func (s *standings) rankRecipients(a *model.Agency) {
	type recipient struct {
		num   int32
		award value.Totals
	}
	var list []recipient
	place := map[int32]int{}
	all := &spending{}
	for _, p := range a.Projects {
		if !p.Awarded() {
			continue
		}
		all.award.Add(p.AmountAwarded)
		for _, o := range organizationsOf(p) {
			i, known := place[o.Num]
			if !known {
				i = len(list)
				place[o.Num] = i
				list = append(list, recipient{num: o.Num})
			}
			list[i].award.Add(p.AmountAwarded)
		}
	}
	all.recipients = len(list)
	s.agencies[a] = all
	if len(all.award.All()) != 1 {
		return
	}
	slices.SortStableFunc(list, func(a, b recipient) int {
		return cmp.Or(b.award.Compare(a.award), cmp.Compare(a.num, b.num))
	})
	for i, r := range list {
		rank := i + 1
		if i > 0 && r.award.Compare(list[i-1].award) == 0 {
			rank = s.ranks[pair{a.Num, list[i-1].num}]
		}
		if !r.award.Empty() {
			s.ranks[pair{a.Num, r.num}] = rank
		}
	}
}
