package site

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// similars are the projects that were bought, in orders in which similar ones
// are neighbours: those with the same key beside each other, by amount. A page
// asks only for a project's neighbours, so it costs about the same among a
// hundred as among a million.
type similars [similarKinds][]*model.Project

// The orders, the most telling first.
const (
	sameServiceHere = iota // service or area, and district
	sameOrganization
	sameService
	similarKinds
)

// maxSimilar is how many similar projects a page shows; maxNeighbours how far
// it looks for them in each order and direction.
const (
	maxSimilar    = 6
	maxNeighbours = 8
)

func newSimilars(rows []*model.Project) *similars {
	var bought []*model.Project
	for _, p := range rows {
		if p.Awarded() {
			bought = append(bought, p)
		}
	}
	s := &similars{}
	for kind := range similarKinds {
		s[kind] = slices.Clone(bought)
		slices.SortFunc(s[kind], func(a, b *model.Project) int { return compareSimilar(a, b, kind) })
	}
	return s
}

func compareSimilar(a, b *model.Project, kind int) int {
	return cmp.Or(cmp.Compare(similarKey(a, kind), similarKey(b, kind)),
		compareAmounts(amountOf(a), amountOf(b)), cmp.Compare(a.Num, b.Num))
}

// similarKey is what similar projects have in common; 0 where there is nothing.
func similarKey(p *model.Project, kind int) uint64 {
	if kind == sameOrganization {
		if o := p.LeadOrganization(); o != nil {
			return uint64(o.Num) + 1
		}
		return 0
	}
	what := uint64(0)
	switch {
	case p.Service.To != nil:
		what = uint64(p.Service.To.Num) + 1
	case p.Area.To != nil:
		what = uint64(p.Area.To.Num) + 1
	}
	if kind == sameService || what == 0 {
		return what
	}
	if p.District.To == nil {
		return 0
	}
	return what<<32 | (uint64(p.District.To.Num) + 1)
}

// amountOf is what a project is compared by: awarded, else requested.
func amountOf(p *model.Project) value.Money {
	if p.AmountAwarded.IsZero() {
		return p.AmountRequested
	}
	return p.AmountAwarded
}

func compareAmounts(a, b value.Money) int {
	return cmp.Or(cmp.Compare(a.Currency(), b.Currency()), cmp.Compare(a.Minor(), b.Minor()))
}

// near lists the projects that were bought and are nearest in amount to one,
// among those with the same key.
func (s *similars) near(p *model.Project, kind int) []*model.Project {
	key := similarKey(p, kind)
	if key == 0 {
		return nil
	}
	order := s[kind]
	at, _ := slices.BinarySearchFunc(order, p, func(a, b *model.Project) int { return compareSimilar(a, b, kind) })
	var found []*model.Project
	for i := max(at-maxNeighbours, 0); i < min(at+maxNeighbours+1, len(order)); i++ {
		if order[i] != p && similarKey(order[i], kind) == key {
			found = append(found, order[i])
		}
	}
	slices.SortFunc(found, func(a, b *model.Project) int {
		return cmp.Or(cmp.Compare(distance(p, a), distance(p, b)), cmp.Compare(a.Num, b.Num))
	})
	return found
}

// distance is how far two projects' amounts are from each other, as a share of the
// first; more than any where they cannot be compared.
func distance(p, o *model.Project) float64 {
	a, b := amountOf(p), amountOf(o)
	if _, ok := a.Cmp(b); !ok || a.Sign() <= 0 {
		return math.MaxFloat64
	}
	return math.Abs(float64(b.Minor())-float64(a.Minor())) / float64(a.Minor())
}

// nearAmount is how far apart amounts may be to be called near, a quarter.
const nearAmount = 0.25

// alike are the projects most like one: the same service in the same district,
// others of the same organization, the same service elsewhere.
func (s *similars) alike(p *model.Project) []*model.Project {
	var out []*model.Project
	add := func(list []*model.Project, most int) {
		for _, o := range list {
			if len(out) < most && !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	here, own := s.near(p, sameServiceHere), s.near(p, sameOrganization)
	add(here, 3)
	add(own, 5)
	add(s.near(p, sameService), maxSimilar)
	add(here, maxSimilar)
	add(own, maxSimilar)
	return out
}

// whySimilar says what two projects have in common.
func (c *context) whySimilar(p, o *model.Project) string {
	var why []string
	if lead := p.LeadOrganization(); lead != nil && lead == o.LeadOrganization() {
		why = append(why, c.t("同一承接主体", "same organization"))
	}
	switch {
	case p.Service.To != nil && p.Service.To == o.Service.To:
		why = append(why, c.t("同类服务", "same service"))
	case p.Area.To != nil && p.Area.To == o.Area.To:
		why = append(why, c.t("同一领域", "same area"))
	}
	if p.District.To != nil && p.District.To == o.District.To {
		why = append(why, c.t("同一区域", "same district"))
	}
	if distance(p, o) <= nearAmount {
		why = append(why, c.t("金额相近", "near in amount"))
	}
	return strings.Join(why, c.t("、", ", "))
}

// similar sets the projects most like one beside each other, so that a reader
// can compare what they cost, whom they reached and how they were judged.
func (c *context) similar(p *model.Project) Table {
	list := c.plan.index.similar.alike(p)
	if len(list) == 0 {
		return Table{}
	}
	served, judged, years := false, false, false
	for _, o := range list {
		served = served || !o.PeopleServed.IsZero()
		judged = judged || judgement(o) != nil
		years = years || o.CalendarYear() != 0
	}
	t := Table{ID: "similar", Caption: c.t("类似项目", "Similar projects")}
	t.Heads = heads(c.t("项目", "Project"), c.t("承接主体", "Organization"))
	if years {
		t.Heads = append(t.Heads, heads(c.t("年度", "Year"))...)
	}
	t.Heads = append(t.Heads, heads("#"+c.t("立项金额", "Awarded"))...)
	if served {
		t.Heads = append(t.Heads, heads("#"+c.t("服务人数", "People served"))...)
	}
	if judged {
		t.Heads = append(t.Heads, heads(c.t("评估", "Judged"))...)
	}
	t.Heads = append(t.Heads, heads(c.t("相似之处", "Why similar"))...)
	for _, o := range list {
		row := []Cell{c.cellLink(o), c.cellOrg(o)}
		if years {
			row = append(row, c.cellYear(o))
		}
		row = append(row, c.awarded(o))
		if served {
			row = append(row, number(o.PeopleServed.Format(c.lang)))
		}
		if judged {
			row = append(row, cellText(c.keyJudged(o).Value))
		}
		t.Rows = append(t.Rows, append(row, Cell{Text: c.whySimilar(p, o)}))
	}
	return t
}
