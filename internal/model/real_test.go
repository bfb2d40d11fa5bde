package model

import (
	"encoding/csv"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/table"
	"gongkai/internal/value"

	"github.com/google/go-cmp/cmp"
)

// realData holds published files of several countries, which are not part of
// the project; the tests of this file need them.
const realData = "../../../shared/data"

const philadelphia = `projects:
  files: ["professional-services_*.csv"]
  columns:
    current_item_id: id
    short_desc: title
    vendor: organization
    department_name: agency
    amt: amount_awarded
    tot_payments: amount_paid
    start_dt: start
    end_dt: end
    profit_status: organization.kind
  dates: M/D/Y
  constants: {currency: USD}
  values: {organization.kind: {"Non Profit": social_group, "For Profit": company}}
  repeated: last
`

const jnpo = `projects:
  files: [subsidies_clean.csv]
  columns:
    grantee_clean: organization
    granter_ministry: agency
    grant_name: title
    amount: amount_awarded
    grant_date: decided
    grant_year: year
    description: summary
  missing: ["NA"]
  constants: {currency: JPY}
  id: [grantee_clean, grant_date, grant_name]
`

const zhongshan = `calls:
  files: ["zjcs_*.csv"]
  extract: {budget: '¥([0-9.,]+)元'}
  id: [标题]
  repeated: last
`

// realSites are sites made of real files and at most a mapping.
var realSites = []struct {
	name    string
	files   map[string]string // place in the site: published file
	columns string
	id      []string // headings that tell rows apart; the last of equals counts
	amount  string   // heading of the amounts
	tables  map[string]int
	totals  []string       // of amounts, each with its currency
	rules   map[string]int // findings by rule
}{
	{
		name: "Philadelphia: six quarters, three formats, contracts that stand again",
		files: map[string]string{
			"data/professional-services_FY-2014-Q1.csv": "us-philadelphia/professional-services_FY-2014-Q1.csv",
			"data/professional-services_FY-2018-Q1.csv": "us-philadelphia/professional-services_FY-2018-Q1.csv",
			"data/professional-services_FY-2019-Q1.csv": "us-philadelphia/professional-services_FY-2019-Q1.csv",
			"data/professional-services_FY-2019-Q2.csv": "us-philadelphia/professional-services_FY-2019-Q2.csv",
			"data/professional-services_FY-2019-Q3.csv": "us-philadelphia/professional-services_FY-2019-Q3.csv",
			"data/professional-services_FY-2019-Q4.csv": "us-philadelphia/professional-services_FY-2019-Q4.csv",
		},
		columns: philadelphia, id: []string{"current_item_id"}, amount: "amt",
		tables: map[string]int{"projects": 5163, "agencies": 44, "organizations": 1639},
		rules:  map[string]int{"name-variants": 35, "exponent-amount": 31, "repeated-row": 56, "replaced-rows": 4, "says-unknown": 2},
	},
	{
		name:    "Japan: no column of ids, line breaks in cells",
		files:   map[string]string{"data/subsidies_clean.csv": "jp-jnpo/subsidies_clean.csv"},
		columns: jnpo, amount: "amount",
		tables: map[string]int{"projects": 4235, "agencies": 13, "organizations": 662},
		rules:  map[string]int{"name-variants": 3},
	},
	{
		name:   "360Giving: a lone file and no mapping",
		files:  map[string]string{"data/lloyds-bank-foundation.csv": "uk-360giving/lloyds-bank-foundation.csv"},
		amount: "Amount Awarded",
		tables: map[string]int{"projects": 4116, "agencies": 1, "organizations": 3624, "programmes": 46},
		rules:  map[string]int{"name-variants": 5, "recognised-table": 1},
	},
	{
		name:   "360Giving: a lone file in the folder itself, days before months",
		files:  map[string]string{"wolfson-foundation.csv": "uk-360giving/wolfson-foundation.csv"},
		amount: "Amount Awarded",
		tables: map[string]int{"projects": 379, "agencies": 1, "organizations": 305, "programmes": 4},
		rules:  map[string]int{"dates-settled": 1, "recognised-table": 1},
	},
	{
		name: "360Giving: two funders in one table",
		files: map[string]string{
			"data/projects/lloyds-bank-foundation.csv": "uk-360giving/lloyds-bank-foundation.csv",
			"data/projects/wolfson-foundation.csv":     "uk-360giving/wolfson-foundation.csv",
		},
		amount: "Amount Awarded",
		tables: map[string]int{"projects": 4495, "agencies": 2, "organizations": 3929, "programmes": 50},
		rules:  map[string]int{"name-variants": 5, "dates-settled": 1},
	},
	{
		name: "Zhongshan: notices whose amounts stand in phrases, overlapping snapshots",
		files: map[string]string{
			"data/zjcs_14.csv": "cn-zhongshan-service-notices/zjcs_14.csv",
			"data/zjcs_47.csv": "cn-zhongshan-service-notices/zjcs_47.csv",
		},
		columns: zhongshan, id: []string{"标题"}, amount: "预算总金额",
		tables: map[string]int{"calls": 47, "agencies": 36},
		rules:  map[string]int{"not-extracted": 18, "replaced-rows": 1},
	},
}

func TestRealFilesBecomeSites(t *testing.T) {
	if _, err := os.Stat(realData); err != nil {
		t.Skipf("the published files are not in %s", realData)
	}
	currency := map[string]string{"amt": "USD", "amount": "JPY", "Amount Awarded": "GBP", "预算总金额": "CNY"}
	for _, site := range realSites {
		t.Run(site.name, func(t *testing.T) {
			dir := t.TempDir()
			for place, file := range site.files {
				text, err := os.ReadFile(filepath.Join(realData, file))
				if err != nil {
					t.Fatal(err)
				}
				write(t, dir, place, string(text))
			}
			if site.columns != "" {
				write(t, dir, "data/columns.yaml", site.columns)
			}
			d, l := load(t, dir)
			counts := map[string]int{}
			for _, tab := range d.Tables() {
				if n := tab.Len(); n > 0 {
					counts[tab.Schema().Info.Name] = n
				}
			}
			if diff := cmp.Diff(site.tables, counts); diff != "" {
				t.Errorf("records (-want +got):\n%s", diff)
			}
			rules := map[string]int{}
			for _, f := range l.All() {
				rules[f.Rule.ID]++
				if f.Severity == finding.Error {
					t.Errorf("%s:%d:%d: %s", f.Pos.File, f.Pos.Line, f.Pos.Col, f.Message.EN)
				}
			}
			if diff := cmp.Diff(site.rules, rules); diff != "" {
				t.Errorf("findings by rule (-want +got):\n%s", diff)
			}
			want := sumByHand(t, dir, site.files, site.id, site.amount)
			if got := sums(d); len(got) != 1 || got[0].Currency().String() != currency[site.amount] || got[0].Plain() != want {
				t.Errorf("the amounts sum up to %v, by hand to %s %s", got, currency[site.amount], want)
			}
			rereads(t, d)
		})
	}
}

// load reads a site's folder.
func load(t *testing.T, dir string) (*Dataset, *finding.List) {
	t.Helper()
	src, err := source.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	l := &finding.List{}
	return Load(src, LoadOptions{}, l), l
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// sums are the awards of projects and the budgets of calls.
func sums(d *Dataset) []value.Money {
	var sum value.Totals
	for _, p := range d.Projects.Rows {
		sum.Add(p.AmountAwarded)
	}
	for _, c := range d.Calls.Rows {
		sum.Add(c.Budget)
	}
	return sum.All()
}

// sumByHand adds up the amounts of files with nothing but a CSV reader: of rows
// with the same id the last counts, as the files are read in name order.
func sumByHand(t *testing.T, dir string, files map[string]string, id []string, heading string) string {
	t.Helper()
	var places []string
	for place := range files {
		places = append(places, place)
	}
	slices.Sort(places)
	amounts := map[string]*big.Rat{}
	for _, place := range places {
		rows := plainRows(t, filepath.Join(dir, place))
		col := map[string]int{}
		for i, h := range rows[0] {
			col[h] = i
		}
		for i, row := range rows[1:] {
			key := place + "#" + big.NewInt(int64(i)).String()
			if len(id) > 0 {
				key = ""
				for _, h := range id {
					key += strings.TrimSpace(row[col[h]]) + "\x00"
				}
			}
			amounts[key] = plainAmount(t, row[col[heading]])
		}
	}
	sum := new(big.Rat)
	for _, a := range amounts {
		sum.Add(sum, a)
	}
	return strings.TrimSuffix(strings.TrimRight(sum.FloatString(2), "0"), ".")
}

func plainRows(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// plainAmount reads an amount as these files write it: digits, thousands with
// commas, exponents, or between ¥ and 元; other text is no amount.
func plainAmount(t *testing.T, cell string) *big.Rat {
	t.Helper()
	if _, after, ok := strings.Cut(cell, "¥"); ok {
		cell, _, _ = strings.Cut(after, "元")
	} else if strings.ContainsFunc(cell, func(r rune) bool { return r > 0x7F }) {
		return new(big.Rat)
	}
	cell = strings.ReplaceAll(strings.TrimSpace(cell), ",", "")
	if cell == "" || cell == "NA" {
		return new(big.Rat)
	}
	a, ok := new(big.Rat).SetString(cell)
	if !ok {
		t.Fatalf("%q is no amount", cell)
	}
	return a
}

// rereads publishes every table and reads the tables as a new site: the same
// records, the same bytes, no errors.
func rereads(t *testing.T, d *Dataset) {
	t.Helper()
	dir, first := t.TempDir(), publish(t, d)
	for name, text := range first {
		write(t, dir, "data/"+name+".csv", text)
	}
	again, l := load(t, dir)
	for _, f := range l.All() {
		if f.Severity == finding.Error {
			t.Errorf("published: %s:%d:%d: %s", f.Pos.File, f.Pos.Line, f.Pos.Col, f.Message.EN)
		}
	}
	second := publish(t, again)
	for name, text := range first {
		if text != second[name] {
			t.Errorf("%s is not the same when read again: %s", name, firstDifference(text, second[name]))
		}
	}
}

func publish(t *testing.T, d *Dataset) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, tab := range d.Tables() {
		if tab.Len() == 0 && !tab.Given() {
			continue
		}
		var b strings.Builder
		if err := table.WriteCSV(&b, tab, d.Config.Currency); err != nil {
			t.Fatal(err)
		}
		files[tab.Schema().Info.Name] = b.String()
	}
	return files
}

func firstDifference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return strings.ToValidUTF8(a[max(0, i-40):min(len(a), i+60)]+" | "+b[max(0, i-40):min(len(b), i+60)], "")
}
