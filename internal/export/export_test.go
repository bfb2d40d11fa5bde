package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/source"

	"github.com/google/go-cmp/cmp"
)

// load reads a site from its files by name.
func load(t testing.TB, files map[string]string) *model.Dataset {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	src, err := source.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	l := &finding.List{}
	d := model.Load(src, model.LoadOptions{}, l)
	for _, f := range l.All() {
		if f.Severity == finding.Error {
			t.Fatalf("%s:%d: %s", f.Pos.File, f.Pos.Line, f.Message.EN)
		}
	}
	return d
}

// small is a site with a record of every shape that JSON has to tell.
func small() map[string]string {
	return map[string]string{
		"data/site.yaml": "title: {zh: 公开, en: Open}\ncurrency: CNY\nlicence: CC-BY-4.0\nas_of: 2011-06-30\ndemonstration: true\n",
		"data/organizations.csv": "id,name_zh,name_en\n" +
			"ORG-1,示例一,Sample One\nORG-2,示例二,Sample Two\n",
		"data/projects.csv": "id,title,title_en,organization,year,amount_awarded,applied,Remark\n" +
			"P1,\"送<餐>\n\"\"热\"\"\",Meals,ORG-1;ORG-2,2010,1500.50,2010-03,\" as is \"\n",
		"data/payments.csv": "id,project,date,amount\nPAY-1,P1,2010-09-01,600\nPAY-2,P1,2010-10-01,USD 5\n",
	}
}

func everyPage(string) bool { return true }

func TestRecordTellsEveryFieldWithItsPlace(t *testing.T) {
	d := load(t, small())
	var b bytes.Buffer
	if err := NewRecords(d, everyPage).Write(&b, d.Find("projects", "P1")); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	organization := func(id, zh, en string) any {
		return map[string]any{"id": id, "name": map[string]any{"zh": zh, "en": en}, "url": "organizations/" + id + ".html"}
	}
	want := map[string]any{
		"id": "P1", "type": "projects", "url": "projects/P1.html", "demonstration": true, "made": false,
		"title":          map[string]any{"und": "送<餐>\n\"热\"", "en": "Meals"},
		"organization":   []any{organization("ORG-1", "示例一", "Sample One"), organization("ORG-2", "示例二", "Sample Two")},
		"year":           2010.0,
		"amount_awarded": 1500.5,
		"currency":       "CNY",
		"applied":        "2010-03",
		"linked": map[string]any{"payments": []any{
			map[string]any{"id": "PAY-1", "url": "payments/PAY-1.html"},
			map[string]any{"id": "PAY-2", "url": "payments/PAY-2.html"},
		}},
		"more": map[string]any{"Remark": " as is "},
		"provenance": map[string]any{"file": "data/projects.csv", "line": 2.0, "fields": map[string]any{
			"id": []any{2.0, 1.0}, "title": []any{2.0, 4.0}, "title_en": []any{3.0, 8.0}, "organization": []any{3.0, 14.0},
			"year": []any{3.0, 26.0}, "amount_awarded": []any{3.0, 31.0}, "applied": []any{3.0, 39.0},
		}},
	}
	for _, f := range d.Projects.Schema().Fields {
		if _, told := want[f.Name]; !told {
			want[f.Name] = nil // not published
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s\n%s", diff, b.String())
	}
}

func TestAnAmountInAnotherCurrencySaysSo(t *testing.T) {
	d := load(t, map[string]string{
		"data/site.yaml":    "currency: CNY\n",
		"data/projects.csv": "id,title,amount_awarded,amount_paid\nP1,Meals,1500,USD 5\nP2,Visits,USD 7,\n",
	})
	for id, wants := range map[string][]string{
		"P1": {`"amount_awarded": 1500,`, `"amount_paid": {"amount": 5, "currency": "USD"},`, `"currency": "CNY"`},
		"P2": {`"amount_awarded": 7,`, `"amount_paid": null,`, `"currency": "USD"`},
	} {
		var b bytes.Buffer
		if err := NewRecords(d, everyPage).Write(&b, d.Find("projects", id)); err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(b.String(), "\n "+want) {
				t.Errorf("no %s in\n%s", want, b.String())
			}
		}
	}
}

func TestARecordWithoutAPageHasNoAddress(t *testing.T) {
	d := load(t, small())
	r := NewRecords(d, func(path string) bool { return strings.HasPrefix(path, "projects/") })
	if path, ok := r.Path(d.Find("payments", "PAY-1")); ok {
		t.Errorf("%s stands beside no page", path)
	}
	if path, ok := r.Path(d.Find("projects", "P1")); !ok || path != "projects/P1.json" {
		t.Errorf("got %q, %v", path, ok)
	}
	var b bytes.Buffer
	if err := r.Write(&b, d.Find("projects", "P1")); err != nil {
		t.Fatal(err)
	}
	if want := `{"id": "PAY-1", "url": null}`; !strings.Contains(b.String(), want) {
		t.Errorf("no %s in\n%s", want, b.String())
	}
}

func TestStringsReadBackAsTheyWere(t *testing.T) {
	for _, s := range []string{"", "a\"b\\c", "line\nbreak\r\ttab", "</script><!--", "\u2028\u2029\x7f\x00\x1f", "汉字😀"} {
		var e encoder
		e.str(s)
		var got string
		if err := json.Unmarshal(e.b, &got); err != nil || got != s {
			t.Errorf("%q became %s: %q, %v", s, e.b, got, err)
		}
		if bytes.ContainsAny(e.b, "<\u2028\u2029") {
			t.Errorf("%s has a character that should be escaped", e.b)
		}
	}
}

// csvs are the downloads of whole tables as CSV.
func csvs(d *model.Dataset) []*Download {
	return slices.DeleteFunc(Downloads(d), func(dl *Download) bool { return dl.Format != model.FormatCSV })
}

func TestIndexDescribesTheBytesOfEveryTable(t *testing.T) {
	d := load(t, small())
	var files []File
	text := map[string]string{}
	for _, table := range csvs(d) {
		var b bytes.Buffer
		if err := table.Print(&b); err != nil {
			t.Fatal(err)
		}
		text[table.Path] = b.String()
	}
	for _, table := range csvs(d) { // not written yet: described all the same
		f, err := table.File()
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	var b bytes.Buffer
	if err := WriteIndex(&b, d, files, []Pattern{{"projects/{id}.json", "application/json", "projects", 1}}); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Title         map[string]string
		Licence       string
		Demonstration bool
		AsOf          string `json:"as_of"`
		Files         []struct {
			Path, SHA256, Table string
			Bytes               int
			Rows, Columns       int
		}
		Patterns []struct {
			Path  string
			Files int
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	if got.Title["en"] != "Open" || got.Licence != "CC-BY-4.0" || !got.Demonstration || got.AsOf != "2011-06-30" || len(got.Patterns) != 1 {
		t.Errorf("got %+v", got)
	}
	if len(got.Files) != 3 {
		t.Fatalf("got %d files, want 3", len(got.Files))
	}
	for _, f := range got.Files {
		sum := sha256.Sum256([]byte(text[f.Path]))
		head, rows, _ := strings.Cut(text[f.Path], "\n")
		if f.SHA256 != hex.EncodeToString(sum[:]) || f.Bytes != len(text[f.Path]) {
			t.Errorf("%s: size or sum are not those of the file", f.Path)
		}
		if f.Columns != strings.Count(head, ",")+1 {
			t.Errorf("%s: %d columns, headings are %s", f.Path, f.Columns, head)
		}
		if f.Table == "payments" && f.Rows != strings.Count(rows, "\n") {
			t.Errorf("%s: %d rows in\n%s", f.Path, f.Rows, rows)
		}
		if !strings.Contains(head, "demonstration") {
			t.Errorf("%s does not mark its records as generated: %s", f.Path, head)
		}
	}
}
