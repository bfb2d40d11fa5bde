package export

import (
	"encoding/csv"
	"io"
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// totalKinds are what projects are summed by, and what a file of it is called.
var totalKinds = []struct{ kind, name string }{
	{"organizations", "organization"}, {"agencies", "agency"}, {"areas", "area"}, {"districts", "district"},
	{"programmes", "programme"}, {"years", "year"},
}

// totals are the sums over each group's projects, a file for each kind. A group
// with amounts in several currencies has a row for each.
func totals(d *model.Dataset, _ []*whole, _ []*Download) []*Download {
	byKind := map[string][]group{}
	for _, g := range groups(d) {
		kind := g.kind(d)
		byKind[kind] = append(byKind[kind], g)
	}
	var all []*Download
	for _, k := range totalKinds {
		if some := byKind[k.kind]; len(some) > 0 {
			all = append(all, &Download{
				Path: "data/totals-by-" + k.name + ".csv", MediaType: csvType, Table: k.kind,
				print: func(w io.Writer) error { return writeTotals(w, d, k.kind, some) },
			})
		}
	}
	return all
}

// groupTotals are the sums over a group's projects, as its page has them: awards
// of what was bought, contracts and payments as their rows say, else as declared.
type groupTotals struct {
	projects, awarded, served          int64
	requested, award, contracted, paid value.Totals
}

func sumOf(projects []*model.Project) groupTotals {
	t := groupTotals{projects: int64(len(projects))}
	for _, p := range projects {
		t.requested.Add(p.AmountRequested)
		if p.Awarded() {
			t.awarded++
			t.award.Add(p.AmountAwarded)
		}
		t.contracted.Merge(p.ContractedTotal())
		t.paid.Merge(p.PaidTotal())
		t.served += p.PeopleServed.Int()
	}
	return t
}

func writeTotals(w io.Writer, d *model.Dataset, kind string, groups []group) error {
	out := csv.NewWriter(w)
	names := d.Config.Languages
	head := []string{"id"}
	for _, lang := range names {
		head = append(head, "name_"+lang)
	}
	head = append(head, "projects", "projects_awarded", "people_served", "currency", "amount_requested", "amount_awarded", "amount_contracted", "amount_paid")
	if err := out.Write(head); err != nil {
		return err
	}
	of := d.Table(kind) // nil of years
	for _, g := range groups {
		id, e, t := strconv.Itoa(int(g.num)), g.entity(d), sumOf(g.projects(d))
		if e != nil {
			id = e.Rec().ID
		}
		for _, cur := range t.currencies(d.Config.Currency) {
			row := []string{id}
			for _, lang := range names {
				name := id
				if e != nil {
					name = of.Schema().Label(e, lang)
				}
				row = append(row, name)
			}
			row = append(row, strconv.FormatInt(t.projects, 10), strconv.FormatInt(t.awarded, 10), strconv.FormatInt(t.served, 10), cur.String(),
				t.requested.In(cur).Plain(), t.award.In(cur).Plain(), t.contracted.In(cur).Plain(), t.paid.In(cur).Plain())
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// currencies are those of the sums, in the order of their codes; the site's own
// where there is no amount.
func (t *groupTotals) currencies(own value.Currency) []value.Currency {
	var all value.Totals
	for _, sum := range []value.Totals{t.requested, t.award, t.contracted, t.paid} {
		all.Merge(sum)
	}
	var out []value.Currency
	for _, m := range all.All() {
		out = append(out, m.Currency())
	}
	if len(out) == 0 {
		out = append(out, own)
	}
	return out
}
