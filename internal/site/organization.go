package site

import (
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// organization makes an organization's page. What stands on it for comparison,
// such as the totals of its agencies, is of the plan's standings.
func (c *context) organization(o *model.Organization) Organization {
	v := Organization{Record: c.base(o), Pager: c.pager(c.plan.index.path(o), orderFirst, len(o.Projects))}
	projects := c.plan.index.list(o).newest
	if len(projects) > 0 {
		v.Projects = c.organizationProjects(o, projects, projects[v.Pager.From-1:v.Pager.To])
	}
	if c.page.part > 1 {
		return v
	}
	r := c.review(o, projects)
	v.Identity = c.identity(o)
	v.Status = c.statusChip(o)
	v.Sentence = c.organizationSentence(r)
	if v.Sentence != "" {
		v.Frame.Description = v.Sentence
	}
	if len(projects) > 0 {
		v.Headline = c.headline(r.totals)
		v.ChartYears, v.ChartAreas = c.chartYears(projects), c.chartAreas(r.awarded)
		v.Results = c.results(r)
		v.ResultsNote = c.resultsNote(r)
		v.Track = c.track(o, projects)
		v.Agencies = c.agenciesOf(o, r.awarded)
		v.Partners = c.partners(o, projects)
	}
	v.Evaluations = c.reviewTable(r)
	v.ChartEvaluations = c.chartEvaluations(o)
	v.Tables = c.withoutItself(o, c.referring(o, "projects", "documents", "evaluations"))
	v.Frame.About = c.thing(o, &v.Record)
	return v
}

// review is what an organization's page says in several places, worked out once
// for the page.
type review struct {
	o           *model.Organization
	projects    []*model.Project    // newest first
	awarded     []*model.Project    // those of them that were bought, newest first
	evaluations []*model.Evaluation // of the organization and its projects, newest first
	totals      totals
	own, peers  rate // in the rounds that say who was declined
	scores      map[model.EvaluationKind]value.Mean
}

func (c *context) review(o *model.Organization, projects []*model.Project) review {
	r := review{o: o, projects: projects, totals: sum(projects), scores: map[model.EvaluationKind]value.Mean{}}
	r.evaluations = slices.Clone(o.Evaluations.All())
	seen := map[int32]bool{}
	for _, p := range projects {
		if p.Awarded() {
			r.awarded = append(r.awarded, p)
		}
		for e := range p.Evaluations.All() {
			if e.Organization.To != o {
				r.evaluations = append(r.evaluations, e)
			}
		}
		round := roundOf(p)
		if round == nil || !c.plan.index.rounds[round.Rec().Num].tells() {
			continue
		}
		r.own.add(decision(p))
		if n := round.Rec().Num; !seen[n] {
			seen[n] = true
			r.peers.add(c.plan.index.rounds[n])
		}
	}
	slices.SortStableFunc(r.evaluations, func(a, b *model.Evaluation) int { return b.Date.Compare(a.Date) })
	for _, e := range r.evaluations {
		m := r.scores[e.Kind]
		m.Add(e.Score)
		r.scores[e.Kind] = m
	}
	return r
}

// identityFields are what tells an organization from others.
var identityFields = []string{"credit_code", "kind", "registered", "registrar", "status", "grade", "district", "former_names", "website", "summary"}

// identity is who the organization is. What it does not publish is said where
// other organizations of the site do.
func (c *context) identity(o *model.Organization) []Fact {
	s := c.plan.index.table(o).Schema()
	var facts []Fact
	for _, name := range identityFields {
		f := s.Field(name)
		optional := name == "former_names" || name == "website" || name == "summary"
		if !c.plan.index.used[name] || optional && f.IsZero(o) {
			continue
		}
		fact := c.fact(o, f)
		switch {
		case f.IsZero(o):
			fact.Values = nil
		case name == "credit_code":
			fact.Values = append(fact.Values, Link{Text: c.codeHolds(o.CreditCode)})
		case name == "grade":
			fact.Values = append(fact.Values, Link{Text: c.gradeTerm(o)})
		}
		facts = append(facts, fact)
	}
	if !slices.ContainsFunc(facts, func(f Fact) bool { return len(f.Values) > 0 }) {
		return nil
	}
	return facts
}

// codeHolds says whether a credit code's check character is right (GB 32100).
func (c *context) codeHolds(code string) string {
	if value.CreditCode(code) == nil {
		return c.t("校验位正确", "Its check character holds.")
	}
	return c.t("校验不符，可能抄写有误", "Its check character does not hold; it may be miscopied.")
}

// gradeTerm says from when and until when a grade is valid, and whether it is at
// the date of the data.
func (c *context) gradeTerm(o *model.Organization) string {
	if o.Graded.IsZero() {
		return c.t("评级日期未公布，有效期无从判断", "When it was graded is not published, so its validity cannot be told.")
	}
	from, ends := c.date(o.Graded), c.date(o.GradeEnds())
	if asOf := c.plan.Data.Config.AsOf; !asOf.IsZero() && !asOf.Before(o.GradeEnds()) {
		return c.t(from+"评定，五年有效，已于"+ends+"到期", "Graded "+from+", valid for five years; it expired on "+ends+".")
	}
	return c.t(from+"评定，五年有效，"+ends+"到期", "Graded "+from+", valid for five years; it expires on "+ends+".")
}

func (c *context) statusChip(o *model.Organization) Chip {
	if o.Status == 0 {
		return Chip{}
	}
	chip := Chip{Text: o.Status.Label(c.lang), Kind: "good"}
	if o.Status != model.StatusActive {
		chip.Kind = "bad"
	}
	return chip
}

// withoutItself drops the columns that only name the page's own record.
func (c *context) withoutItself(e table.Entity, tables []Table) []Table {
	own := c.to(e)
	for i := range tables {
		t := &tables[i]
		for col := len(t.Heads) - 1; col > 0; col-- {
			if slices.ContainsFunc(t.Rows, func(row []Cell) bool { return row[col].Href != own }) {
				continue
			}
			t.Heads = slices.Delete(t.Heads, col, col+1)
			for j := range t.Rows {
				t.Rows[j] = slices.Delete(t.Rows[j], col, col+1)
			}
		}
	}
	return tables
}
