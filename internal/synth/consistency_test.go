package synth

import (
	"bytes"
	"strings"
	"testing"
)

// references are the fields that name a row of another table.
func references() map[string]map[string]string {
	return map[string]map[string]string{
		"agencies":      {"district": "districts", "parent": "agencies"},
		"organizations": {"district": "districts"},
		"programmes":    {"agency": "agencies"},
		"budgets":       {"agency": "agencies", "programme": "programmes"},
		"calls":         {"agency": "agencies", "programme": "programmes"},
		"projects": {"programme": "programmes", "call": "calls", "agency": "agencies", "organization": "organizations",
			"area": "areas", "district": "districts", "service": "services"},
		"contracts":   {"project": "projects", "amends": "contracts"},
		"payments":    {"contract": "contracts", "evaluation": "evaluations"},
		"evaluations": {"project": "projects", "organization": "organizations"},
		"honours":     {"organization": "organizations", "project": "projects"},
		"venues":      {"operator": "organizations", "district": "districts"},
		"events":      {"venue": "venues", "organization": "organizations"},
		"trainings":   {"organization": "organizations", "programme": "programmes"},
		"corrections": {"record": "projects"},
		"areas":       {"parent": "areas"},
		"districts":   {"parent": "districts"},
		"services":    {"parent": "services", "area": "areas"},
		"subsidies":   {"organization": "organizations", "agency": "agencies"},
		"documents":   {"subject": ""},
		"figures":     {"subject": ""},
	}
}

// checkSite holds the site's tables against each other.
func checkSite(t *testing.T, s site) {
	t.Helper()
	tables := map[string]map[string]row{}
	for table := range references() {
		tables[table] = byID(t, rowsOf(t, s, table))
	}
	for table, fields := range references() {
		for id, r := range tables[table] {
			for field, to := range fields {
				checkReference(t, tables, table+" "+id, to, r[field])
			}
		}
	}
	checkMoney(t, tables)
	checkDates(t, tables)
	for _, table := range []string{"agencies", "organizations"} {
		for id, r := range tables[table] {
			if !codeIsRight(r["credit_code"]) {
				t.Errorf("%s: credit code %q", id, r["credit_code"])
			}
		}
	}
}

func checkReference(t *testing.T, tables map[string]map[string]row, from, to, value string) {
	t.Helper()
	if to == "" {
		to, value, _ = strings.Cut(value, ":")
	}
	if value == "" {
		return
	}
	for id := range strings.SplitSeq(value, ";") {
		if tables[to][id] == nil {
			t.Errorf("%s refers to %q, which is in no row of %s", from, id, to)
		}
	}
}

// checkMoney: payments within contracts, contracts within awards, awards
// within requests and budgets.
func checkMoney(t *testing.T, tables map[string]map[string]row) {
	t.Helper()
	contracted, paid, awarded := map[string]int64{}, map[string]int64{}, map[string]int64{}
	for _, c := range tables["contracts"] {
		contracted[c["project"]] += c.positive(t, "amount")
	}
	for _, p := range tables["payments"] {
		paid[p["contract"]] += p.positive(t, "amount")
	}
	for id, c := range tables["contracts"] {
		if amount := c.positive(t, "amount"); paid[id] > amount {
			t.Errorf("%s: %d paid of %d", id, paid[id], amount)
		}
	}
	for id, p := range tables["projects"] {
		award := p.positive(t, "amount_awarded")
		awarded[p["programme"]] += award
		if contracted[id] > award {
			t.Errorf("%s: contracts of %d above the award of %d", id, contracted[id], award)
		}
		if asked := p.positive(t, "amount_requested"); asked < award {
			t.Errorf("%s: %d awarded of %d requested", id, award, asked)
		}
		if (p["decided"] == "") != (award == 0) {
			t.Errorf("%s: decided %q, awarded %d", id, p["decided"], award)
		}
	}
	for id, b := range tables["budgets"] {
		if awarded[b["programme"]] > b.positive(t, "amount") {
			t.Errorf("%s: awards of %d above the budget", id, awarded[b["programme"]])
		}
	}
}

func checkDates(t *testing.T, tables map[string]map[string]row) {
	t.Helper()
	for id, p := range tables["projects"] {
		call := tables["calls"][p["call"]]
		inOrder(t, id, call["published"], p["applied"], call["closes"])
		inOrder(t, id, p["applied"], p["decided"], p["start"], p["end"])
	}
	for id, c := range tables["contracts"] {
		if c["amends"] == "" {
			inOrder(t, id, tables["projects"][c["project"]]["decided"], c["signed"], c["start"], c["end"])
		} else {
			inOrder(t, id, tables["contracts"][c["amends"]]["signed"], c["signed"], c["end"])
		}
	}
	for id, pay := range tables["payments"] {
		e := tables["evaluations"][pay["evaluation"]]
		inOrder(t, id, e["date"], pay["date"])
		inOrder(t, id, tables["contracts"][pay["contract"]]["signed"], pay["date"])
		if e["project"] != tables["contracts"][pay["contract"]]["project"] {
			t.Errorf("%s rests on the evaluation of another project", id)
		}
	}
	for id, e := range tables["evaluations"] {
		p := tables["projects"][e["project"]]
		switch e["kind"] {
		case "qualification":
			inOrder(t, id, p["applied"], e["date"], p["decided"])
		case "follow_up":
			inOrder(t, id, p["start"], e["date"], p["end"])
		case "performance":
			inOrder(t, id, p["end"], e["date"])
		}
	}
}

func TestGeneratedSiteIsConsistent(t *testing.T) {
	for _, seed := range []uint64{1, 7} {
		checkSite(t, generated(t, Options{Projects: 500, Seed: seed}))
	}
}

func TestRowsPerProject(t *testing.T) {
	const projects = 2000
	rows := 0
	for path, data := range generated(t, Options{Projects: projects}) {
		if strings.HasSuffix(path, ".csv") {
			rows += bytes.Count(data, []byte("\n")) - 1
		}
	}
	if rows < 6*projects || rows > 8*projects {
		t.Errorf("%d rows for %d projects, want about 7 each", rows, projects)
	}
}
