package importer

import (
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/model"

	"github.com/google/go-cmp/cmp"
)

func TestGrantsReadBackToTheSamePackage(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"data/site.yaml":         awkward,
		"data/agencies.csv":      "id,name,credit_code\nA1,民政局,11310115MB2F30117E\nA2,Fund,\n",
		"data/organizations.csv": "id,name\nO1,示例一\nO2,\"示例\n二\"\n",
		"data/programmes.csv":    "id,title,agency\nG1,公益创投,A1\n",
		"data/projects.csv": "id,title,summary,organization,agency,programme,decided,amount_requested,amount_awarded,amount_paid,currency,start,end\n" +
			"P1,\"送<餐>\n\"\"热\"\"\",=SUM(A1),O1,A1,G1,2010-05-06,2000,1500.50,600,CNY,2010-06-01,2010-12-31\n" +
			"projects-2,😀,,O2,A2,,2010-05-07,,0.01,,USD,,\n" +
			"360G-x_1-7,Visits,,O2,A2,,2010-05,,7,,,,\n360G-x_1-8,Visits,,O2,A2,,2010-05-08,,7,,,,2011\n",
	})
	before := exported(t, load(t, dir), model.Format360)
	next, _ := again(t, awkward, "360giving.json", before["data/360giving.json"])
	after := exported(t, load(t, next), model.Format360)
	if len(before) != 1 || strings.Count(before["data/360giving.json"], "awardDate") != 3 || !strings.Contains(before["data/360giving.json"], `"id":"360G-x_1-8"`) {
		t.Fatalf("got %q", before)
	}
	// The id of an organization with a credit code is not in the standard's file,
	// which names it by the code; everything else is.
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestGrantsOfOthers(t *testing.T) {
	dir, b := again(t, "currency: GBP\n", "grants.json", `{"grants": [
		{"id": "360G-x-1", "title": "Meals", "description": "Hot", "currency": "GBP", "amountAwarded": 1.5e3, "awardDate": "2015-06-10T00:00:00+00:00",
		 "recipientOrganization": [{"id": "GB-CHC-1", "name": "One", "postalCode": "LE1"}, {"id": "GB-CHC-2", "name": "Two"}],
		 "fundingOrganization": [{"id": "GB-CHC-9", "name": "Fund"}], "grantProgramme": [{"title": "Invest"}],
		 "plannedDates": [{"startDate": "2015-07-01", "duration": 12}], "title_": "x", "additional": {"ward": "W05", "list": [1, "<a>"]}},
		{"id": "360G-x-2", "title": "More", "currency": "GBP", "amountAwarded": 7, "awardDate": "2015-06-11",
		 "recipientOrganization": [{"id": "GB-CHC-1", "name": "One Ltd"}], "fundingOrganization": [{"id": "GB-CHC-9", "name": "Fund"}]},
		{"title": "no id"}]}`)
	want := map[string]string{
		"projects.csv": "id,title,programme,agency,organization,decided,amount_awarded,currency,start,summary,360giving/additional/list,360giving/additional/ward,360giving/plannedDates,360giving/title_\n" +
			"360G-x-1,Meals,Invest,GB-CHC-9,GB-CHC-1;GB-CHC-2,2015-06-10,1500,GBP,2015-07-01,Hot,\"[1,\"\"<a>\"\"]\",W05,\"[{\"\"duration\"\":12}]\",x\n" +
			"360G-x-2,More,,GB-CHC-9,GB-CHC-1,2015-06-11,7,GBP,,,,,,\n",
		"organizations.csv": "id,name,360giving/postalCode\nGB-CHC-1,One,LE1\nGB-CHC-2,Two,\n",
		"agencies.csv":      "id,name\nGB-CHC-9,Fund\n",
		"programmes.csv":    "id,title\nInvest,Invest\n",
	}
	for name, text := range want {
		got, err := os.ReadFile(filepath.Join(dir, "data", name))
		if diff := cmp.Diff(text, string(got)); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got)\n%s", name, err, diff)
		}
	}
	said := ""
	for _, m := range b.Messages {
		said += m.Text.EN + "\n"
	}
	for _, want := range []string{"1 grants have no id", `1 values of records that come again differ from before; the first was kept each time, beginning with "GB-CHC-1"`, "4 columns have no column"} {
		if !strings.Contains(said, want) {
			t.Errorf("nothing says %q in\n%s", want, said)
		}
	}
	if p := load(t, dir).Projects.Rows[0]; len(p.More()) != 4 {
		t.Errorf("more is %+v", p.More())
	}
}

func TestRealGrants(t *testing.T) {
	for name, rows := range map[string]int{
		"wolfson-foundation.json": 379, "lloyds-bank-foundation.json.gz": 4116, "wolfson-foundation.csv": 0, "lloyds-bank-foundation.csv": 0,
	} {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "uk-360giving", name))
		if err != nil {
			t.Skip("the shared data is not here")
		}
		dir, b := again(t, "currency: GBP\ntitle: Grants\n", name, string(data))
		if !strings.HasPrefix(name, "lloyds") { // days before months, as the file itself shows
			write(t, dir, map[string]string{"data/columns.yaml": "projects: {dates: D/M/Y}\n"})
		}
		d := load(t, dir)
		if n := d.Projects.Len(); n != rows && rows > 0 || n == 0 {
			t.Errorf("%s: %d projects, want %d; %+v", name, n, rows, b.Messages)
		}
		for _, p := range d.Projects.Rows {
			if p.AmountAwarded.IsZero() || p.Agency.To == nil || p.LeadOrganization() == nil || p.Decided.IsZero() {
				t.Fatalf("%s: %s lacks a part", name, p.ID)
			}
		}
		if strings.Contains(name, ".json") {
			sameGrants(t, name, data, exported(t, d, model.Format360)["data/360giving.json"])
		}
		t.Logf("%s: %d projects, %d organizations, %d programmes; %d messages", name, d.Projects.Len(), d.Organizations.Len(), d.Programmes.Len(), len(b.Messages))
	}
}

// sameGrants holds grants that were imported and published again against those that
// they came from: the same identifiers, each with its amount.
func sameGrants(t *testing.T, name string, source []byte, published string) {
	t.Helper()
	read := func(text []byte) map[string]string {
		var p struct {
			Grants []struct {
				ID            string
				AmountAwarded json.Number
			}
		}
		if err := json.Unmarshal(text, &p); err != nil {
			t.Fatal(err)
		}
		all := map[string]string{}
		for _, g := range p.Grants {
			amount, ok := new(big.Rat).SetString(g.AmountAwarded.String())
			if !ok {
				t.Fatalf("%s: the amount is %q", g.ID, g.AmountAwarded)
			}
			all[g.ID] = amount.FloatString(4)
		}
		return all
	}
	if strings.HasSuffix(name, ".gz") {
		var err error
		if source, err = unpack(name, source); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(read(source), read([]byte(published))); diff != "" {
		t.Errorf("%s (-source +published)\n%.2000s", name, diff)
	}
}
