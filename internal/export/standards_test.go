package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/source"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// officialSchemas are the standards' own, which are not part of the project.
const officialSchemas = "../../../shared/data/schemas"

// offline finds a schema by the end of its address among the official files.
type offline struct{ folder string }

func (o offline) Load(url string) (any, error) {
	name, _, _ := strings.Cut(filepath.Base(url), "#")
	if name == "schema" {
		return nil, fmt.Errorf("no %s", url)
	}
	if !strings.Contains(name, ".") {
		name += ".json"
	}
	f, err := os.Open(filepath.Join(o.folder, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return jsonschema.UnmarshalJSON(f)
}

// expression compiles a pattern. Those that Go cannot, Frictionless's for a path
// that stays in its folder and the dates of DCAT-US, are put in its words.
func expression(pattern string) (jsonschema.Regexp, error) {
	if strings.Contains(pattern, "(?=[^./~])(?!file:)") {
		return ownPath(pattern), nil
	}
	if strings.Contains(pattern, `(?!\d{2}\b)`) {
		return regexp.Compile(`^(\d{4}-\d{2}-\d{2}|R/P1Y)$`)
	}
	return regexp.Compile(pattern)
}

type ownPath string

func (p ownPath) String() string { return string(p) }

func (ownPath) MatchString(s string) bool {
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return true
	}
	return s != "" && !strings.ContainsAny(s[:1], "./~") && !strings.HasPrefix(s, "file:") && !strings.Contains(s, "/../") &&
		!strings.Contains(s, `\\`) && !strings.Contains(s, "://")
}

// valid holds a file against an official schema.
func valid(t *testing.T, folder, name string, text []byte) {
	t.Helper()
	folder, err := filepath.Abs(filepath.Join(officialSchemas, folder))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.UseLoader(jsonschema.SchemeURLLoader{"file": offline{folder}, "http": offline{folder}, "https": offline{folder}})
	c.AssertFormat()
	c.UseRegexpEngine(expression)
	schema, err := c.Compile("file://" + filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

// demonstration is the site that the repository holds.
func demonstration(t *testing.T) *model.Dataset {
	t.Helper()
	src, err := source.Open("../..")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { src.Close() })
	return model.Load(src, model.LoadOptions{}, &finding.List{})
}

func TestStandardsAreValidByTheirOwnSchemas(t *testing.T) {
	if _, err := os.Stat(officialSchemas); err != nil {
		t.Skipf("the official schemas are not in %s", officialSchemas)
	}
	files := awkward()
	files["data/site.yaml"] += "base_url: https://example.org/open/\npublisher: {name: Bureau, website: https://example.org/, email: office@example.org}\n"
	calls := map[string]string{
		"data/site.yaml": files["data/site.yaml"],
		"data/calls.csv": "id,title,agency,published,closes,method,budget,state,bidders\nK1,Meals,A1,2011-01-05,2011-02-01,open_tender,500,open,3\nK2,,,,,,,,\n",
	}
	for name, d := range map[string]*model.Dataset{"the demonstration": demonstration(t), "awkward texts": load(t, files), "calls alone": load(t, calls)} {
		t.Run(name, func(t *testing.T) {
			seen := map[string]bool{}
			for _, dl := range Downloads(d) {
				var b bytes.Buffer
				folder, schema := "", ""
				switch {
				case strings.HasPrefix(dl.Path, "data/ocds/releases"):
					folder, schema = "ocds-1.1.5", "release-package-schema.json"
				case dl.Path == "data/360giving.json":
					folder, schema = "360giving", "360-giving-package-schema.json"
				case dl.Path == "data/datapackage.json":
					folder, schema = "frictionless/2.0", "datapackage.json"
				case dl.Path == "data.json":
					folder, schema = "dcat-us-1.1", "catalog.json"
				default:
					continue
				}
				seen[schema] = true
				if err := dl.Print(&b); err != nil {
					t.Fatal(err)
				}
				valid(t, folder, schema, b.Bytes())
			}
			if len(seen) < 3 {
				t.Errorf("only %v were made", seen)
			}
		})
	}
}

// TestOCDSAgreesWithTheTables adds up the releases again.
func TestOCDSAgreesWithTheTables(t *testing.T) {
	d := demonstration(t)
	var b bytes.Buffer
	for _, dl := range Downloads(d) {
		if dl.Path == "data/ocds/releases.json" {
			if err := dl.Print(&b); err != nil {
				t.Fatal(err)
			}
		}
	}
	var got struct {
		Releases []ocdsRelease `json:"releases"`
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	var awarded, paid, wantAwarded, wantPaid float64
	for _, r := range got.Releases {
		for _, a := range r.Awards {
			if a.Value != nil {
				n, _ := a.Value.Amount.Float64()
				awarded += n
			}
		}
		for _, c := range r.Contracts {
			if c.Implementation != nil {
				for _, tr := range c.Implementation.Transactions {
					n, _ := tr.Value.Amount.Float64()
					paid += n
				}
			}
		}
	}
	for _, p := range d.Projects.Rows {
		if p.Awarded() {
			wantAwarded += float64(p.AmountAwarded.Minor()) / 100
		}
	}
	for _, m := range d.Payments.Rows {
		wantPaid += float64(m.Amount.Minor()) / 100
	}
	processes := d.Projects.Len()
	for _, c := range d.Calls.Rows {
		if len(c.Projects) == 0 {
			processes++
		}
	}
	if len(got.Releases) != processes || awarded != wantAwarded || paid != wantPaid || paid == 0 {
		t.Errorf("%d releases of %d processes, awards of %.2f (want %.2f), payments of %.2f (want %.2f)",
			len(got.Releases), processes, awarded, wantAwarded, paid, wantPaid)
	}
}

func TestSlicesAreTheProjectsOfTheirGroups(t *testing.T) {
	d := load(t, awkward())
	s := NewSlices(d)
	found := map[string]string{}
	for i := range s.Len() {
		path, write := s.At(i)
		var b, again bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		other, ok := s.Find(path)
		if !ok || other(&again) != nil || again.String() != b.String() {
			t.Errorf("%s is not found again", path)
		}
		found[path] = b.String()
	}
	rows := csvRows(t, []byte(found["data/slices/organizations/ORG-2.csv"]))
	if len(rows) != 2 || rows[0]["id"] != "P1" || rows[1]["id"] != "P2" {
		t.Errorf("ORG-2 has %v", rows)
	}
	if rows := csvRows(t, []byte(found["data/slices/years/2010.csv"])); len(rows) != 2 {
		t.Errorf("2010 has %v", rows)
	}
	if len(found) != 4 {
		t.Errorf("there are %d slices", len(found))
	}
	if _, ok := s.Find("data/slices/organizations/none.csv"); ok {
		t.Error("a slice is found that there is not")
	}
}

func TestTotalsAreThoseOfTheProjects(t *testing.T) {
	rows := csvRows(t, made(t, load(t, awkward()))["data/totals-by-organization.csv"])
	want := map[string]string{"id": "ORG-2", "name_zh": "示例二", "projects": "2", "projects_awarded": "2", "currency": "CNY", "amount_awarded": "1495.50", "amount_paid": "600"}
	for heading, cell := range want {
		if rows[0][heading] != cell {
			t.Errorf("%s is %q, want %q", heading, rows[0][heading], cell)
		}
	}
	if len(rows) != 2 || rows[1]["currency"] != "JPY" || rows[1]["amount_paid"] != "500" {
		t.Errorf("the rows are %v", rows)
	}
}
