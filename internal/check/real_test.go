package check

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

const realData = "../../../shared/data"

// Real tables that others publish, with the mapping that each needs.
var realSites = []struct {
	name    string
	files   map[string]string // where each stands, by its name in the site
	columns string
	facts   []string // checks whose findings are true of this data
}{
	{
		name: "Philadelphia",
		files: map[string]string{
			"data/q1.csv": "us-philadelphia/professional-services_FY-2019-Q1.csv",
			"data/q2.csv": "us-philadelphia/professional-services_FY-2019-Q2.csv",
			"data/q3.csv": "us-philadelphia/professional-services_FY-2019-Q3.csv",
			"data/q4.csv": "us-philadelphia/professional-services_FY-2019-Q4.csv",
		},
		columns: `projects:
  files: ["q*.csv"]
  columns: {current_item_id: id, short_desc: title, vendor: organization, department_name: agency, amt: amount_awarded, tot_payments: amount_paid, start_dt: start, end_dt: end, profit_status: organization.kind}
  dates: M/D/Y
  constants: {currency: USD}
  values: {organization.kind: {"Non Profit": social_group, "For Profit": company}}
  repeated: last
`,
		// An item amends a contract: its amount may be nothing or less, and the
		// payments are those of the whole contract.
		facts: []string{"payments-above-award", "amount-zero", "amount-negative"},
	},
	{
		name:  "jNPO",
		files: map[string]string{"data/subsidies_clean.csv": "jp-jnpo/subsidies_clean.csv"},
		columns: `projects:
  files: ["subsidies_clean.csv"]
  columns: {grant_name: title, grantee_clean: organization, granter_ministry: agency, amount: amount_awarded, grant_date: decided, grant_year: year, description: summary}
  missing: ["NA"]
  constants: {currency: JPY}
  id: [grantee_clean, grant_date, grant_name]
`,
	},
	{name: "Lloyds Bank Foundation", files: map[string]string{"data/grants.csv": "uk-360giving/lloyds-bank-foundation.csv"}},
	{
		name:  "Wolfson Foundation",
		files: map[string]string{"data/grants.csv": "uk-360giving/wolfson-foundation.csv"},
		facts: []string{"amount-zero"}, // as the file has it
	},
	{
		name:  "Zhongshan",
		files: map[string]string{"data/zjcs_47.csv": "cn-zhongshan-service-notices/zjcs_47.csv"},
		columns: `calls:
  files: ["zjcs_47.csv"]
  extract: {budget: '¥([0-9.,]+)元'}
`,
	},
}

func TestRealTablesAreNotAccused(t *testing.T) {
	if _, err := os.Stat(realData); err != nil {
		t.Skip("the real tables are not beside the project: ", err)
	}
	for _, site := range realSites {
		t.Run(site.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "data/columns.yaml", site.columns)
			for to, from := range site.files {
				text, err := os.ReadFile(filepath.Join(realData, from))
				if err != nil {
					t.Skip(err)
				}
				write(t, dir, to, string(text))
			}
			d, found := readFolder(t, dir)
			rows := d.Projects.Len() + d.Calls.Len()
			if rows == 0 {
				t.Fatal("no rows were read")
			}
			counts := map[string]int{}
			for _, f := range found {
				counts[f.Rule.ID]++
			}
			t.Logf("%d rows, %v", rows, counts)
			for _, c := range All() {
				if n := counts[c.ID]; n*50 > rows && !slices.Contains(site.facts, c.ID) {
					t.Errorf("%s: %d of %d rows", c.ID, n, rows)
				}
			}
		})
	}
}
