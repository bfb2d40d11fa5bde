package site

import (
	"slices"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// digestDays is how many of the latest days on which something happened the
// page of changes tells of.
const digestDays = 40

// day is what happened on a day, by what it was.
type day struct {
	date value.Date
	what [happenings]happening
}

// happening is one kind of thing that happened on a day.
type happening struct {
	count int
	sum   value.Totals
	first [namedOfADay]table.Entity // what the first of them are about
}

// namedOfADay is how many records a line about a day names.
const namedOfADay = 3

// What may happen, in the order in which a day tells it.
const (
	happenedCorrection = iota
	happenedCall
	happenedAward
	happenedContract
	happenedPayment
	happenedEvaluation
	happenedHonour
	happenedSubsidy
	happenings
)

// newDigest gathers the latest days, the last one first. What is dated to a
// month or a year only, or after the data's own date, is of no day. It looks at
// every record twice and keeps little, so that a million payments cost no more
// than their reading.
func newDigest(d *model.Dataset) []day {
	asOf := d.Config.AsOf
	counts := map[value.Date]int{}
	happened(d, func(_ int, date value.Date, _ value.Money, _ table.Entity) {
		if date.Precision() >= value.Day && (asOf.IsZero() || !asOf.Before(date)) {
			counts[date.Calendar()]++
		}
	})
	days := make([]day, 0, len(counts))
	for date := range counts {
		days = append(days, day{date: date})
	}
	slices.SortFunc(days, func(a, b day) int { return b.date.Compare(a.date) })
	days = slices.Clone(days[:min(len(days), digestDays)])
	at := make(map[value.Date]*day, len(days))
	for i := range days {
		at[days[i].date] = &days[i]
	}
	happened(d, func(what int, date value.Date, amount value.Money, about table.Entity) {
		if of := at[date.Calendar()]; of != nil && date.Precision() >= value.Day {
			h := &of.what[what]
			if h.count < namedOfADay {
				h.first[h.count] = about
			}
			h.count++
			h.sum.Add(amount)
		}
	})
	return days
}

// happened visits all that is dated, with the record that a reader would ask
// for; it may be nil.
func happened(d *model.Dataset, visit func(what int, date value.Date, amount value.Money, about table.Entity)) {
	for _, k := range d.Corrections.Rows {
		visit(happenedCorrection, k.Date, value.Money{}, k)
	}
	for _, k := range d.Calls.Rows {
		visit(happenedCall, k.Published, k.Budget, k)
	}
	for _, p := range d.Projects.Rows {
		if p.Awarded() {
			visit(happenedAward, p.Decided, p.AmountAwarded, p)
		}
		for k := range p.Contracts.All() {
			visit(happenedContract, k.Signed, k.Amount, p)
		}
		for m := range p.Payments.All() {
			visit(happenedPayment, m.Date, m.Amount, p)
		}
	}
	for _, e := range d.Evaluations.Rows {
		about := entity(e.Project.To)
		if about == nil {
			about = entity(e.Organization.To)
		}
		visit(happenedEvaluation, e.Date, value.Money{}, about)
	}
	for _, h := range d.Honours.Rows {
		visit(happenedHonour, h.Date, value.Money{}, h)
	}
	for _, s := range d.Subsidies.Rows {
		visit(happenedSubsidy, s.Date, s.Amount, s)
	}
}

// latestCorrections are the corrections, the latest first.
func latestCorrections(d *model.Dataset) []*model.Correction {
	all := slices.Clone(d.Corrections.Rows)
	slices.SortStableFunc(all, func(a, b *model.Correction) int { return b.Date.Compare(a.Date) })
	return all
}

// counted puts a number into a text at its "#".
func counted(text, n string) string { return strings.Replace(text, "#", n, 1) }
