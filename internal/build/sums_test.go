package build

import (
	"encoding/csv"
	"encoding/json"
	"math/big"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/site"
	"gongkai/internal/synth"
)

// sums are exact amounts by what they are sums of, in the site's one currency.
type sums map[string]*big.Rat

func (s sums) add(what, amount string) {
	if amount == "" {
		return
	}
	n, ok := new(big.Rat).SetString(amount)
	if !ok {
		n = new(big.Rat).SetInt64(-1 << 62) // no sum comes out right
	}
	if s[what] == nil {
		s[what] = new(big.Rat)
	}
	s[what].Add(s[what], n)
}

func (s sums) of(what string) string {
	if s[what] == nil {
		return "nothing"
	}
	return s[what].FloatString(4)
}

// csvOf reads a table as published.
func csvOf(t *testing.T, text string) []map[string]string {
	t.Helper()
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, heading := range lines[0] {
			row[heading] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// TestEveryStandardAddsUpToTheTablesAndThePages adds up awards, contracts and
// payments again from CSV, OCDS and 360Giving: they agree to the cent with each
// other, with the totals and with what the front page says in full.
func TestEveryStandardAddsUpToTheTablesAndThePages(t *testing.T) {
	dir := t.TempDir()
	if err := synth.WriteDir(dir, synth.Options{Projects: 60}); err != nil {
		t.Fatal(err)
	}
	for name, folder := range map[string]string{"generated": dir, "the demonstration": filepath.Join("..", "..")} {
		s := openDir(t, Options{Source: folder})
		tree := exports(t, s)
		want, got := sums{}, sums{}
		bought := []string{"approved", "contracted", "in_progress", "completed", "terminated"}
		awards := map[string]string{}
		for _, row := range csvOf(t, get(t, tree, "data/projects.csv")) {
			if slices.Contains(bought, row["state"]) {
				want.add("awards", row["amount_awarded"])
				awards["projects-"+row["id"]] = row["amount_awarded"]
			}
		}
		for _, table := range []string{"contracts", "payments"} {
			for _, row := range csvOf(t, get(t, tree, "data/"+table+".csv")) {
				want.add(table, row["amount"])
			}
		}
		for _, row := range csvOf(t, get(t, tree, "data/totals-by-year.csv")) {
			got.add("awards by year", row["amount_awarded"])
		}
		addReleases(t, got, get(t, tree, "data/ocds/releases.json"))
		for _, what := range []string{"awards", "contracts", "payments"} {
			if want[what] == nil || want[what].Sign() <= 0 || want.of(what) != got.of(what) {
				t.Errorf("%s: %s of %s in CSV, %s in OCDS", name, what, want.of(what), got.of(what))
			}
		}
		if got.of("awards by year") != want.of("awards") {
			t.Errorf("%s: awards of %s, by year %s", name, want.of("awards"), got.of("awards by year"))
		}
		home, _ := s.Plan.Find("index.html")
		full := s.Plan.View(home).(site.Home).Headline[0].Full
		digits := strings.ReplaceAll(strings.TrimLeft(full, "CNY \u00a0¥"), ",", "")
		if n, ok := new(big.Rat).SetString(strings.TrimSuffix(digits, "元")); !ok || n.Cmp(want["awards"]) != 0 {
			t.Errorf("%s: the front page says %q, the awards are %s", name, full, want.of("awards"))
		}
		checkGrants(t, name, get(t, tree, "data/360giving.json"), awards)
	}
}

func addReleases(t *testing.T, s sums, text string) {
	t.Helper()
	type valued struct{ Value struct{ Amount json.Number } }
	var p struct {
		Releases []struct {
			Awards    []valued
			Contracts []struct {
				valued
				Implementation struct{ Transactions []valued }
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Releases {
		for _, a := range r.Awards {
			s.add("awards", a.Value.Amount.String())
		}
		for _, c := range r.Contracts {
			s.add("contracts", c.Value.Amount.String())
			for _, m := range c.Implementation.Transactions {
				s.add("payments", m.Value.Amount.String())
			}
		}
	}
}

// checkGrants holds the grants of projects against the amounts in the table: each
// is one of them, and those left out have no amount or no day.
func checkGrants(t *testing.T, name, text string, awards map[string]string) {
	t.Helper()
	var p struct {
		Grants []struct {
			ID            string
			AmountAwarded json.Number
		}
	}
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		t.Fatal(err)
	}
	all := sums{}
	for _, g := range p.Grants {
		if strings.HasPrefix(g.ID, "projects-") {
			all.add("grants", g.AmountAwarded.String())
			all.add("rows", awards[g.ID])
		}
	}
	if all.of("grants") == "nothing" || all.of("grants") != all.of("rows") {
		t.Errorf("%s: grants of %s, their rows of %s", name, all.of("grants"), all.of("rows"))
	}
}
