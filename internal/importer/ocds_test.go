package importer

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/model"

	"github.com/google/go-cmp/cmp"
)

// ocdsSite is a site whose projects have what the standard has no place for, and
// texts, dates and numbers that are easily changed on the way.
func ocdsSite() map[string]string {
	return map[string]string{
		"data/site.yaml":         awkward + "ocid_prefix: ocds-213czf\n",
		"data/agencies.csv":      "id,name,credit_code\nA1,民政局,11310115MB2F30117E\n",
		"data/organizations.csv": "id,name,name_zh,name_en,name_fr,grade,graded,Remark\nO1,,示例一,Sample one,,5A,2009-03,0012\nO2,\"示例\n二\",,,Deux,,,=1+1\n",
		"data/programmes.csv":    "id,title,budget\nG1,公益创投,CNY 90000\nG2,微项目,\n",
		"data/budgets.csv":       "id,programme,amount\nB1,G2,CNY 500.5\n",
		"data/calls.csv": "id,title,title_en,agency,method,published,closes,budget,state,bidders\nC1,,Notice,,competitive_negotiation,2010-03-01T09:30,2010-04,CNY 5000,closed,3\n" +
			"C2,招标,,A1,open_tender,2011-04-01,2011-05-01,CNY 700,open,\nP2,询价,Quotes,,inquiry,,,,planned,\n",
		"data/projects.csv": "id,title,title_en,summary,organization,agency,programme,call,state,year,area,district,applied,decided,amount_requested,amount_awarded,currency,start,end,people_planned,people_served,volunteers\n" +
			"P-1,\"送<餐>\n\"\"热\"\"\",Meals,=SUM(A1),O1;O2,A1,G1,C1,completed,2010,elderly,310115,2010-03-02,2010-05-06,2000,1500.50,CNY,2010-06,2010,100,0,7\n" +
			"P2,😀,,,O2,A1,G2,,applied,2011,,,2011-01-05,,100,,CNY,,,,,\n" +
			"ocds-a1b2c3-7,探访,,,O2,,,,approved,2011,,,,2011-02-05,,0.01,USD,,,,,\n",
		"data/contracts.csv":   "id,project,number,requirements,signed,start,end,amount,currency,state\nK1,P-1,合字1号,要求,2010-05,2010-06-01,2010-12-31,1500.5,CNY,completed\n",
		"data/payments.csv":    "id,contract,project,date,amount,currency,evaluation\nM1,K1,,2010-09-01,600,CNY,E1\nM2,,ocds-a1b2c3-7,2011-03-01,0.01,USD,\n",
		"data/evaluations.csv": "id,project,kind,by,date,score,grade,satisfaction,findings\nE1,P-1,follow_up,third_party,2010-08-30,91.5,excellent,0.95,好\n",
		"data/honours.csv":     "id,project,title,date\nH1,P-1,优秀项目,2011-01\n",
	}
}

func TestReleasesReadBackToTheSamePackage(t *testing.T) {
	dir := t.TempDir()
	site := ocdsSite()
	write(t, dir, site)
	before := exported(t, load(t, dir), model.FormatOCDS)
	next, b := again(t, site["data/site.yaml"], "releases.json", before["data/ocds/releases.json"])
	second := load(t, next)
	after := exported(t, second, model.FormatOCDS)
	if !strings.Contains(before["data/ocds/releases.json"], `"ocid":"ocds-a1b2c3-7"`) {
		t.Error("an ocid that others gave is another one")
	}
	if n := strings.Count(before["data/ocds/releases.json"], `"ocid"`); n != 5 {
		t.Fatalf("%d releases", n)
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, m := range b.Messages {
		t.Errorf("%s: %s", m.Place, m.Text.EN)
	}
	sameRows(t, "awkward", load(t, dir), second)
}

// TestMoneyWithoutAnAwardIsInThePackage has contracts and payments of projects that
// nobody says were awarded, or that were declined.
func TestMoneyWithoutAnAwardIsInThePackage(t *testing.T) {
	dir := t.TempDir()
	site := map[string]string{
		"data/site.yaml":     awkward + "ocid_prefix: ocds-213czf\n",
		"data/projects.csv":  "id,title,agency,organization,state,applied,amount_awarded,currency\nP1,一,A,O1,,2010-01-02,,\nP2,二,A,O1,declined,2010-01-02,5,CNY\nP3,三,A,O1,under_review,2010-01-02,,\nP4,四,A,O1,declined,2010-01-02,,\n",
		"data/contracts.csv": "id,project,signed,amount,currency,state\nK1,P1,2010-02-01,90,CNY,signed\nK2,P1,2010-02-01,90,CNY,terminated\nK3,P1,2010-02-01,,,completed\nK4,P1,2010-02-01,,,in_force\nK5,P1,2010-02-01,,,\n",
		"data/payments.csv":  "id,contract,project,date,amount,currency\nM1,K1,,2010-03-01,90,CNY\nM2,,P2,2010-04-01,-5,CNY\nM3,,P3,2010-04-01,7,CNY\n",
	}
	write(t, dir, site)
	first := load(t, dir)
	before := exported(t, first, model.FormatOCDS)
	releases := before["data/ocds/releases.json"]
	for _, said := range []string{`"id":"M1"`, `"id":"M2"`, `"id":"M3"`} {
		if strings.Count(releases, said) != 1 {
			t.Errorf("%s is there %d times", said, strings.Count(releases, said))
		}
	}
	if n := strings.Count(releases, `"status":"active"`); n != 5 {
		t.Errorf("%d are in force, of three awards with contracts or payments, and two contracts", n)
	}
	if n := strings.Count(releases, `"awards":[`); n != 3 {
		t.Errorf("%d awards, want none of what was declined and cost nothing", n)
	}
	next, _ := again(t, site["data/site.yaml"], "releases.json", releases)
	second := load(t, next)
	if diff := cmp.Diff(before, exported(t, second, model.FormatOCDS)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, name := range []string{"projects", "contracts", "payments"} {
		if diff := cmp.Diff(tableRows(t, first, name), tableRows(t, second, name)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

const othersProcess = `{"ocid": "ocds-aaaaaa-1", "id": "r1", "date": "2020-01-01T00:00:00Z", "tag": ["tender"],
	"parties": [{"id": "GB-1", "name": "Council", "roles": ["buyer"], "address": {"locality": "Leeds"}}, {"id": "GB-2", "name": "One", "roles": ["supplier"]},
		{"id": "GB-3", "name": "Bank", "roles": ["funder"]}],
	"buyer": {"id": "GB-1", "name": "Council"},
	"tender": {"id": "t", "title": "Care", "status": "active", "procurementMethod": "open", "items": [{"id": "1", "quantity": 2}], "value": {"amount": 5e2, "currency": "GBP"}}}`

const othersAwards = `{"ocid": "ocds-aaaaaa-1", "id": "r2", "date": "2020-02-01T00:00:00Z", "tag": ["award"], "tender": {"status": "complete"},
	"awards": [{"id": 1, "title": "Lot 1", "status": "active", "date": "2020-01-31T10:30:00Z", "value": {"amount": 12.5, "currency": "GBP"}, "suppliers": [{"id": "GB-2", "name": "One"}]},
		{"id": 2, "title": "Lot 2", "suppliers": [{"name": "Two"}]}],
	"contracts": [{"id": "c", "awardID": 2, "status": "active", "value": {"amount": 3}, "implementation": {"transactions": [{"id": "x", "value": {"amount": 1, "currency": "GBP"}, "payee": {"id": "GB-9"}}]}}]}`

func TestReleasesOfOthers(t *testing.T) {
	want := map[string]string{
		"projects.csv": "id,title,call,agency,organization,decided,amount_awarded,currency,ocds/awards/status,ocds/date,ocds/id,ocds/ocid,ocds/parties,ocds/tag\n" +
			"ocds-aaaaaa-1-1,Lot 1,ocds-aaaaaa-1-t,GB-1,GB-2,2020-01-31T10:30:00Z,12.5,GBP,active,2020-02-01T00:00:00Z,r2,ocds-aaaaaa-1,\"[{\"\"id\"\":\"\"GB-3\"\",\"\"name\"\":\"\"Bank\"\",\"\"roles\"\":[\"\"funder\"\"]}]\",\"[\"\"award\"\"]\"\n" +
			"ocds-aaaaaa-1-2,Lot 2,ocds-aaaaaa-1-t,GB-1,Two,,,,,,,,,\n",
		"agencies.csv":      "id,name,ocds/address/locality\nGB-1,Council,Leeds\n",
		"organizations.csv": "id,name\nGB-2,One\nTwo,Two\n",
		"calls.csv":         "id,title,agency,method,budget,state,ocds/items\nocds-aaaaaa-1-t,Care,GB-1,open_tender,GBP 500,awarded,\"[{\"\"id\"\":\"\"1\"\",\"\"quantity\"\":2}]\"\n",
		"contracts.csv":     "id,project,amount,state\nocds-aaaaaa-1-c,ocds-aaaaaa-1-2,3,in_force\n",
		"payments.csv":      "id,contract,amount,currency,ocds/payee/id\nocds-aaaaaa-1-x,ocds-aaaaaa-1-c,1,GBP,GB-9\n",
	}
	for form, text := range map[string]string{
		"package": `{"version": "1.1", "releases": [` + othersAwards + "," + othersProcess + `]}`,
		"list":    "[" + othersProcess + "," + othersAwards + "]",
		"records": `{"records": [{"ocid": "ocds-aaaaaa-1", "releases": [` + othersProcess + "," + othersAwards + `]}]}`,
	} {
		dir, _ := again(t, "currency: GBP\n", "x.json", text)
		for name, text := range want {
			got, err := os.ReadFile(filepath.Join(dir, "data", name))
			if diff := cmp.Diff(text, string(got)); diff != "" || err != nil {
				t.Errorf("%s: %s: %v (-want +got)\n%s", form, name, err, diff)
			}
		}
		load(t, dir)
	}
}

func TestACompiledReleaseComesBeforeItsParts(t *testing.T) {
	dir, _ := again(t, "", "x.json", `{"records": [{"compiledRelease": `+othersProcess+`, "releases": [`+othersAwards+`]}]}`)
	text, err := os.ReadFile(filepath.Join(dir, "data", "projects.csv"))
	if err != nil || strings.Contains(string(text), "Lot 1") || !strings.Contains(string(text), "Care") {
		t.Errorf("%v: %s", err, text)
	}
}

func FuzzDocuments(f *testing.F) {
	for _, seed := range []string{othersProcess, othersAwards, `{"grants":[{"id":1}]}`, `[{"ocid":"a","awards":[{}],"tender":{"id":{}},"parties":[null]}]`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, from := range []Format{OCDS, G360} {
			var b Batch
			if err := b.Read("x", []byte(text), from); err != nil {
				continue
			}
			files, err := b.Files()
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				if !filepath.IsLocal(file.Path) || strings.Count(file.Path, "/") > 2 {
					t.Fatalf("a file %q", file.Path)
				}
			}
			if !json.Valid([]byte(strings.TrimPrefix(text, "\ufeff"))) && from == OCDS {
				t.Fatalf("%q was read", text)
			}
		}
	})
}
