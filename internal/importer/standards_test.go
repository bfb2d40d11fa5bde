package importer

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/model"
	"gongkai/internal/synth"
	"gongkai/internal/value"

	"github.com/google/go-cmp/cmp"
)

// sites are a generated one, which fills every table, and the demonstration, by
// their folders.
func sites(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	if err := synth.WriteDir(dir, synth.Options{Projects: 40}); err != nil {
		t.Fatal(err)
	}
	return map[string]string{"generated": dir, "the demonstration": filepath.Join("..", "..")}
}

// What the packages of the standards say of a site is said again after an import,
// byte for byte.
func TestWholeSitesReadBackFromThePackagesOfTheStandards(t *testing.T) {
	for name, dir := range sites(t) {
		settings, err := os.ReadFile(filepath.Join(dir, "data", "site.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		first := load(t, dir)
		before := exported(t, first, model.FormatOCDS, model.Format360)
		for path, format := range map[string]model.Format{"data/ocds/releases.json": model.FormatOCDS, "data/360giving.json": model.Format360} {
			next, b := again(t, string(settings), filepath.Base(path), before[path])
			second := load(t, next)
			after := strings.Split(exported(t, second, format)[path], "\n")
			lines := strings.Split(before[path], "\n")
			if len(lines) < 20 || len(lines) != len(after) {
				t.Fatalf("%s: %s: %d lines before, %d after", name, path, len(lines), len(after))
			}
			for i, line := range lines {
				if line != after[i] {
					t.Fatalf("%s: %s:%d: %s\n%s", name, path, i+1, line, after[i])
				}
			}
			for _, m := range b.Messages {
				if m.Warning || strings.Contains(m.Text.EN, "have no column") {
					t.Errorf("%s: %s: %s %s", name, path, m.Place, m.Text.EN)
				}
			}
			if format == model.FormatOCDS {
				sameRows(t, name, first, second)
			}
		}
	}
}

// A row of a package has one amount with a currency; the row's others need not be
// in that one.
func TestAmountsKeepTheirCurrenciesThroughThePackagesOfTheStandards(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"data/site.yaml": awkward,
		"data/projects.csv": "id,title,agency,organization,decided,amount_requested,amount_awarded,amount_contracted,amount_paid,social_funds,currency\n" +
			"P1,一,A,O,2010-05-06,900,JPY 500,600,USD 7,200,\n" +
			"P2,二,A,O,2010-05-06,CNY 900,500,CNY 600,7,KWD 0.200,JPY\n" +
			"P3,三,A,O,2010-05-06,900,500,600,7,200,\n",
	})
	amounts := func(d *model.Dataset) map[string]string {
		all := map[string]string{}
		for i := range d.Projects.Len() {
			p := d.Projects.At(i).(*model.Project)
			for field, m := range map[string]value.Money{
				"requested": p.AmountRequested, "awarded": p.AmountAwarded, "contracted": p.AmountContracted, "paid": p.AmountPaid, "social": p.SocialFunds,
			} {
				all[p.ID+" "+field] = m.Currency().String() + " " + m.Plain()
			}
		}
		return all
	}
	first := load(t, dir)
	for path, format := range map[string]model.Format{"data/ocds/releases.json": model.FormatOCDS, "data/360giving.json": model.Format360} {
		before := exported(t, first, format)[path]
		next, _ := again(t, awkward, filepath.Base(path), before)
		second := load(t, next)
		if diff := cmp.Diff(amounts(first), amounts(second)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", path, diff)
		}
		if diff := cmp.Diff(before, exported(t, second, format)[path]); diff != "" {
			t.Errorf("%s again (-want +got)\n%s", path, diff)
		}
	}
}

// sameRows holds the records of two sites against each other, table by table:
// those of the second are among the first's and say the same, but for notes, and
// for currencies that the first leaves to its settings. Projects and what belongs
// to them are all there.
func sameRows(t *testing.T, name string, first, second *model.Dataset) {
	t.Helper()
	all := map[string]bool{"projects": true, "contracts": true, "payments": true, "budgets": true, "programmes": true, "agencies": true, "calls": true}
	for _, table := range []string{"agencies", "organizations", "programmes", "budgets", "calls", "projects", "contracts", "payments", "evaluations", "honours"} {
		want, got := tableRows(t, first, table), tableRows(t, second, table)
		if len(got) == 0 || all[table] && len(got) != len(want) {
			t.Errorf("%s: %s: %d rows of %d came back", name, table, len(got), len(want))
		}
		for id, row := range got {
			if diff := cmp.Diff(want[id], row); diff != "" {
				t.Fatalf("%s: %s %s (-want +got)\n%s", name, table, id, diff)
			}
		}
	}
}

func tableRows(t *testing.T, d *model.Dataset, table string) map[string]map[string]string {
	t.Helper()
	text := exported(t, d, model.FormatCSV)["data/"+table+".csv"]
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(all) == 0 {
		t.Fatalf("%s: %v", table, err)
	}
	rows := map[string]map[string]string{}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, heading := range all[0] {
			ownCurrency := heading == "currency" && cells[i] == d.Config.Currency.String()
			if cells[i] != "" && heading != "policy" && !ownCurrency {
				row[heading] = cells[i]
			}
		}
		rows[cells[slices.Index(all[0], "id")]] = row
	}
	return rows
}
