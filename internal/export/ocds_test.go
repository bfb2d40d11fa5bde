package export

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongkai/internal/model"
)

// packaged is what the tests read of a package of releases.
type packaged struct {
	URI      string
	Releases []json.RawMessage
}

// TestPackagesAreDividedWithoutLoss divides the releases of the demonstration into
// packages of a few hundred: together they are those of the one.
func TestPackagesAreDividedWithoutLoss(t *testing.T) {
	d := demonstration(t)
	read := func(most int) (releases []string, paths []string) {
		o := NewOCDS(d)
		o.most = most
		for _, dl := range o.packages() {
			if !strings.HasPrefix(dl.Path, "data/ocds/releases") {
				continue
			}
			var b bytes.Buffer
			var p packaged
			if err := dl.Print(&b); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(b.Bytes(), &p); err != nil {
				t.Fatal(err)
			}
			if len(p.Releases) != dl.Rows || dl.Rows > most || p.URI != d.Config.BaseURL+dl.Path {
				t.Errorf("%s holds %d releases of at most %d, says %d, and calls itself %s", dl.Path, len(p.Releases), most, dl.Rows, p.URI)
			}
			if bytes.Count(b.Bytes(), []byte(`"awards":[`)) > most {
				t.Errorf("%s has too many awards", dl.Path)
			}
			if divided := most < d.Projects.Len(); divided != (dl.Note.EN != "") {
				t.Errorf("%s: the note is %q", dl.Path, dl.Note.EN)
			}
			paths = append(paths, dl.Path)
			for _, r := range p.Releases {
				releases = append(releases, string(r))
			}
		}
		return releases, paths
	}
	whole, _ := read(maxReleases)
	divided, paths := read(300)
	if len(whole) < 1000 || !slices.Equal(whole, divided) {
		t.Errorf("one package has %d releases, the parts have %d", len(whole), len(divided))
	}
	for i, path := range paths {
		if want := "data/ocds/releases-" + strconv.Itoa(i+1) + ".json"; path != want {
			t.Errorf("package %d stands at %s, want %s", i+1, path, want)
		}
	}
}

// coherent is what has to agree within a release.
type coherent struct {
	OCID    string
	Buyer   struct{ ID string }
	Parties []struct {
		ID    string
		Roles []string
	}
	Awards []struct {
		ID, Status string
		Suppliers  []struct{ ID string }
	}
	Contracts []struct {
		ID, AwardID, Status string
		Implementation      struct {
			Transactions []struct{ Payer, Payee struct{ ID string } }
		}
	}
}

// TestReleasesAgreeWithThemselves asks what those who rate publications ask: that a
// party has the role in which it is named, and that no contract is under an award,
// nor a payment under a contract, that is not in force or over.
func TestReleasesAgreeWithThemselves(t *testing.T) {
	own := load(t, map[string]string{
		"data/site.yaml": "title: x\ncurrency: CNY\nas_of: 2011-06-30\nbase_url: https://example.org/\nocid_prefix: ocds-213czf\n",
		"data/projects.csv": "id,title,agency,organization,state,applied,amount_awarded\n" +
			"P1,a,A,O1;O2,terminated,2010-01-02,10\nP2,b,A,O1,terminated,2010-01-02,10\nP3,c,A,O1,declined,2010-01-02,\n",
		"data/contracts.csv": "id,project,amount,state\nK1,P1,10,terminated\nK2,P3,10,signed\n",
		"data/payments.csv":  "id,contract,date,amount\nM1,K1,2010-05-01,5\nM2,K2,2010-05-01,5\n",
	})
	for name, d := range map[string]*model.Dataset{"own": own, "demonstration": demonstration(t)} {
		var b bytes.Buffer
		var p packaged
		if err := NewOCDS(d).packages()[0].Print(&b); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		paid := 0
		for _, raw := range p.Releases {
			var r coherent
			if err := json.Unmarshal(raw, &r); err != nil {
				t.Fatal(err)
			}
			roles, status := map[string][]string{}, map[string]string{}
			for _, party := range r.Parties {
				roles[party.ID] = party.Roles
			}
			is := func(id, role string) {
				if id != "" && !slices.Contains(roles[id], role) {
					t.Fatalf("%s: %s: %s has the roles %v, and is named as %s", name, r.OCID, id, roles[id], role)
				}
			}
			is(r.Buyer.ID, "buyer")
			for _, a := range r.Awards {
				status[a.ID] = a.Status
				for _, s := range a.Suppliers {
					is(s.ID, "supplier")
				}
			}
			for _, c := range r.Contracts {
				if status[c.AwardID] != "active" {
					t.Errorf("%s: %s: the contract %s is under an award that is %q", name, r.OCID, c.ID, status[c.AwardID])
				}
				for _, m := range c.Implementation.Transactions {
					paid++
					is(m.Payer.ID, "payer")
					is(m.Payee.ID, "payee")
					if c.Status == "pending" || c.Status == "cancelled" {
						t.Errorf("%s: %s: payments under a contract that is %s", name, r.OCID, c.Status)
					}
				}
			}
		}
		if paid == 0 {
			t.Errorf("%s has no payment", name)
		}
	}
}
