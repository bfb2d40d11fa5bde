package synth

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the generated tables of the demonstration site")

// root is the repository, whose data/ is the demonstration site's.
const root = "../.."

func demonstrated(t *testing.T) site {
	t.Helper()
	s := site{}
	if err := Demonstration(s.create); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCommittedTablesAreTheGeneratedOnes(t *testing.T) {
	for path, want := range demonstrated(t) {
		name := filepath.Join(root, path)
		if *update {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s differs from what is generated; go test ./internal/synth -update rewrites it", path)
		}
	}
}

// whole is the demonstration with the tables written by hand.
func whole(t *testing.T) site {
	t.Helper()
	s := demonstrated(t)
	for _, path := range []string{"data/programmes.csv", "data/figures.csv", "data/subsidies.csv", "data/trainings/published.csv"} {
		data, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			t.Fatal(err)
		}
		s[path] = data
	}
	return s
}

func TestDemonstrationIsConsistent(t *testing.T) { checkSite(t, whole(t)) }

func TestDemonstrationIsSmall(t *testing.T) {
	size := 0
	for data := range maps.Values(whole(t)) {
		size += len(data)
	}
	if size > 4<<20 {
		t.Errorf("%d bytes, want less than 4 MiB", size)
	}
}

func TestBeijingReachesItsFigures(t *testing.T) {
	s := demonstrated(t)
	applicants, tops, purchased := map[string]bool{}, map[string]bool{}, 0
	var funds, served, mobilised int64
	rows := tableOf(t, s, "data/projects/beijing-2010.csv")
	lists := newLists(nil)
	for _, p := range rows {
		applicants[p["organization"]] = true
		tops[lists.topArea(p["area"])] = true
		if p["amount_awarded"] != "" {
			purchased++
			if a := p.positive(t, "amount_awarded"); a < 30_000 || a > 300_000 {
				t.Errorf("%s: award of %d", p["id"], a)
			}
		}
		funds += p.positive(t, "social_funds")
		served += p.positive(t, "people_served")
		mobilised += p.positive(t, "staff") + p.positive(t, "volunteers")
	}
	honoured := map[string]bool{}
	for _, h := range rowsOf(t, s, "honours") {
		honoured[h["organization"]] = true
	}
	for _, c := range []struct {
		what      string
		got, want int64
	}{
		{"projects", int64(len(rows)), 2706}, {"organizations", int64(len(applicants)), 1846},
		{"areas", int64(len(tops)), 10}, {"purchased", int64(purchased), 300},
		{"social funds", funds, 2_298_000_000}, {"people served", served, 9_980_000},
		{"mobilised", mobilised, 499_860}, {"honoured", int64(len(honoured)), 11},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
}

func TestPudongReachesItsFigures(t *testing.T) {
	s := demonstrated(t)
	for _, c := range []struct {
		path                       string
		projects, agencies, bodies int
		awarded                    int64
	}{
		{"data/projects/pudong-2006.csv", 16, 8, 13, 59_860_000},
		{"data/projects/pudong-2007.csv", 34, 8, 100, 29_870_000},
	} {
		var awarded int64
		agencies, bodies := map[string]bool{}, map[string]bool{}
		rows := tableOf(t, s, c.path)
		for _, p := range rows {
			awarded += p.positive(t, "amount_awarded")
			agencies[p["agency"]] = true
			for id := range strings.SplitSeq(p["organization"], ";") {
				bodies[id] = true
			}
		}
		if len(rows) != c.projects || len(agencies) != c.agencies || len(bodies) != c.bodies || awarded != c.awarded {
			t.Errorf("%s: %d projects, %d agencies, %d organizations, %d yuan", c.path, len(rows), len(agencies), len(bodies), awarded)
		}
	}
	members, visitors := map[string]bool{}, int64(0)
	events := rowsOf(t, s, "events")
	for _, e := range events {
		members[e["organization"]] = true
		visitors += e.positive(t, "participants")
	}
	if len(events) != 528 || len(members) != 115 || visitors != 40_260 {
		t.Errorf("%d events of %d organizations with %d participants", len(events), len(members), visitors)
	}
	if n := len(rowsOf(t, s, "trainings")); n != 49 {
		t.Errorf("%d rounds of training institutions, want 49", n)
	}
	var tiers []string
	for _, v := range rowsOf(t, s, "venues") {
		tiers = append(tiers, v["tier"])
	}
	slices.Sort(tiers)
	if got := strings.Join(slices.Compact(slices.Clone(tiers)), "+"); len(tiers) != 30 || got != "1+23+6" {
		t.Errorf("%d venues in tiers %s", len(tiers), got)
	}
}

func TestPartsAddUp(t *testing.T) {
	for _, c := range []struct {
		total   int64
		weights []int
	}{{100, []int{1, 1, 1}}, {9_980_000, []int{7, 0, 13, 1}}, {1 << 60, []int{3, 5, 9}}, {2, []int{1, 1, 1, 1, 1}}} {
		var sum int64
		for _, part := range distribute(c.total, c.weights) {
			if part < 0 {
				t.Errorf("%d split by %v has a part of %d", c.total, c.weights, part)
			}
			sum += part
		}
		if sum != c.total {
			t.Errorf("%d split by %v adds up to %d", c.total, c.weights, sum)
		}
	}
}
