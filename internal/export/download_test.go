package export

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/model"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

// awkward is a site of what formats stumble over.
func awkward() map[string]string {
	long := strings.Repeat("长文 long\n", 6000)
	return map[string]string{
		"data/site.yaml": "title: {zh: 公开, en: Open}\ncurrency: CNY\nlicence: CC-BY-4.0\nas_of: 2011-06-30\n",
		"data/organizations.csv": "id,name_zh,name_en\n" +
			"A;B,示例一,Sample One\nORG-2,示例二,\"Two \"\"quoted\"\"\"\n",
		"data/projects.csv": "id,title,organization,year,amount_awarded,state,decided,people_served,=Remark\n" +
			"P1,\"=HYPERLINK(\"\"http://x\"\")\",ORG-2,2010,1500.50,completed,2010-03-05,12,\"=1+1\"\n" +
			"P2,\"two\nlines, 😀\",ORG-2,2010,-5,completed,2010-03,,@x\n" +
			"P3,\"" + long + "\",,,90000000000000.25,declined,,,\" kept \"\n",
		"data/payments.csv": "id,project,date,amount,currency\nPAY-1,P1,2010-09-01,600,\nPAY-2,P1,2010-10-01,500,JPY\n",
	}
}

// made is every download of a site by its path.
func made(t *testing.T, d *model.Dataset) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for _, dl := range Downloads(d) {
		var b bytes.Buffer
		if err := dl.Print(&b); err != nil {
			t.Fatalf("%s: %v", dl.Path, err)
		}
		all[dl.Path] = b.Bytes()
	}
	return all
}

// rows of a table's CSV by heading, with the decimals as they are written.
func csvRows(t *testing.T, text []byte) []map[string]string {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, h := range lines[0] {
			row[h] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestEveryFormatIsTheSameBytesAgain(t *testing.T) {
	d := load(t, awkward())
	first, second := made(t, d), made(t, load(t, awkward()))
	if len(first) < 15 {
		t.Errorf("there are only %d downloads", len(first))
	}
	for path, data := range first {
		if !bytes.Equal(data, second[path]) {
			t.Errorf("%s has other bytes the second time", path)
		}
	}
}

func TestJSONHoldsWhatCSVHolds(t *testing.T) {
	files := made(t, load(t, awkward()))
	for _, name := range []string{"projects", "payments", "organizations"} {
		want := csvRows(t, files["data/"+name+".csv"])
		var list, lines []map[string]any
		if err := json.Unmarshal(files["data/"+name+".json"], &list); err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(files["data/"+name+".ndjson"]) {
			var row map[string]any
			if err := json.Unmarshal(line, &row); err != nil {
				t.Fatalf("%v in %s", err, line)
			}
			lines = append(lines, row)
		}
		if diff := cmp.Diff(list, lines); diff != "" || len(list) != len(want) {
			t.Errorf("%s: JSON and NDJSON differ, or have not %d rows:\n%s", name, len(want), diff)
		}
		for i, row := range want {
			for heading, text := range row {
				got := list[i][heading]
				if s, ok := got.(string); ok && s != text || got == nil && text != "" {
					t.Errorf("%s row %d: %s is %v, CSV has %q", name, i, heading, got, text)
				}
			}
		}
	}
}

func TestSpreadsheetsRunNoFormula(t *testing.T) {
	text := made(t, load(t, awkward()))["data/projects-excel.csv"]
	if !bytes.HasPrefix(text, []byte("\ufeff")) {
		t.Error("there is no mark of UTF-8")
	}
	rows := csvRows(t, bytes.TrimPrefix(text, []byte("\ufeff")))
	for i, want := range []map[string]string{
		{"title": `'=HYPERLINK("http://x")`, "'=Remark": "'=1+1", "amount_awarded": "1500.50"},
		{"'=Remark": "'@x", "amount_awarded": "-5"},
	} {
		for heading, cell := range want {
			if rows[i][heading] != cell {
				t.Errorf("row %d: %s is %q, want %q", i, heading, rows[i][heading], cell)
			}
		}
	}
}

func TestTheWorkbookHasNumbersDaysAndLongTexts(t *testing.T) {
	files := made(t, load(t, awkward()))
	book, err := excelize.OpenReader(bytes.NewReader(files["data/gongkai.xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got := book.GetSheetList(); got[0] != "README" || len(got) != 5 {
		t.Errorf("the sheets are %q", got)
	}
	want := csvRows(t, files["data/projects.csv"])
	raw, err := book.GetRows("projects", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	long, err := book.GetRows(LongTexts)
	if err != nil {
		t.Fatal(err)
	}
	var joined string
	for _, row := range long[1:] {
		if row[0] != "projects" || row[1] != "P3" || row[2] != "title" || len(row[4]) > maxCell {
			t.Errorf("a long text is %.60q", row)
		}
		joined += row[4]
	}
	for i, row := range want {
		for col, heading := range raw[0] {
			got := ""
			if col < len(raw[i+1]) {
				got = raw[i+1][col]
			}
			if heading == "decided" && row["id"] == "P1" {
				got = map[bool]string{true: "2010-03-05"}[got == "40242"]
			}
			if got == "→ "+LongTexts {
				got = joined
			}
			if strings.TrimSuffix(row[heading], "0") != strings.TrimSuffix(got, "0") {
				t.Errorf("%s of %s is %.40q, CSV has %.40q", heading, row["id"], got, row[heading])
			}
		}
	}
	if kind, _ := book.GetCellType("projects", "B2"); kind == excelize.CellTypeFormula {
		t.Error("a title became a formula")
	}
}

// TestASheetSaysHowLargeItIs is for programs that read no further, such as
// openpyxl as pandas uses it.
func TestASheetSaysHowLargeItIs(t *testing.T) {
	book := open(t, made(t, load(t, awkward())))
	for sheet, want := range map[string]string{"projects": "A1:I4", "payments": "A1:E3", "organizations": "A1:C3", LongTexts: "A1:E5"} {
		if got, err := book.GetSheetDimension(sheet); got != want {
			t.Errorf("%s says it is %s, want %s (%v)", sheet, got, want, err)
		}
	}
}

func TestParquetHasTypedColumnsInTheirOrder(t *testing.T) {
	files := made(t, load(t, awkward()))
	data := files["data/projects.parquet"]
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	awarded := -1
	for i, field := range f.Root().Columns() {
		names = append(names, field.Name())
		if field.Name() == "amount_awarded" {
			awarded = i
		}
	}
	head, _, _ := strings.Cut(string(files["data/projects.csv"]), "\n")
	want := strings.Replace(strings.ReplaceAll(head, `"`, ""), ",decided,", ",decided,decided_as_written,", 1) // one decision is of a month
	if got := strings.Join(names, ","); got != want {
		t.Errorf("the columns are %s, CSV has %s", got, head)
	}
	if got := f.Root().Column("amount_awarded").Type().String(); got != "DECIMAL(18,2)" {
		t.Errorf("amounts are %s", got)
	}
	rows := f.RowGroups()[0].Rows()
	defer rows.Close()
	buf := make([]parquet.Row, 3)
	if n, err := rows.ReadRows(buf); n != 3 || err != nil && err != io.EOF {
		t.Fatalf("%d rows: %v", n, err)
	}
	if got := buf[0][awarded].Int64(); got != 150050 {
		t.Errorf("P1 was awarded %d", got)
	}
}

func TestTheDatabaseIsWholeAndAgrees(t *testing.T) {
	files := made(t, load(t, awkward()))
	db := openDatabase(t, files)
	for query, want := range map[string]string{
		"PRAGMA integrity_check":                                                        "ok",
		"SELECT count(*) FROM pragma_foreign_key_check":                                 "0",
		"SELECT amount_awarded_minor FROM projects WHERE id = 'P3'":                     "9000000000000025",
		"SELECT amount FROM payments WHERE id = 'PAY-2'":                                "500",
		"SELECT amount_minor FROM payments WHERE id = 'PAY-1'":                          "60000",
		"SELECT organization FROM projects_organization WHERE project = 'P1'":           "ORG-2",
		`SELECT id FROM search WHERE search MATCH '"示例二"'`:                              "ORG-2",
		"SELECT projects FROM awards_by_organization":                                   "2",
		`SELECT "=Remark" FROM projects WHERE id = 'P3'`:                                " kept ",
		"SELECT group_concat(currency || ' ' || amount, ', ') FROM payments_by_project": "CNY 600.0, JPY 500.0",
	} {
		var got string
		if err := db.QueryRow(query).Scan(&got); err != nil || got != want {
			t.Errorf("%s gives %q, want %q (%v)", query, got, want, err)
		}
	}
}

func TestTheArchiveHoldsTheFilesAndTheirSums(t *testing.T) {
	site := awkward()
	site["data/site.yaml"] += "base_url: https://example.org/\n"
	files := made(t, load(t, site))
	data := files["data/gongkai-2011-06-30.zip"]
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	csvs := map[string]bool{"projects": true, "payments": true, "organizations": true}
	sums, err := z.Open("gongkai-2011-06-30/checksums.txt")
	if err != nil {
		t.Fatal(err)
	}
	text, _ := io.ReadAll(sums)
	for line := range strings.Lines(string(text)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		f, err := z.Open("gongkai-2011-06-30/" + name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(f)
		if err != nil || !bytes.Equal(got, files["data/"+name]) {
			t.Errorf("%s in the archive is not the one beside it: %v", name, err)
		}
		if digest := sha256.Sum256(got); hex.EncodeToString(digest[:]) != sum {
			t.Errorf("%s: the sum is wrong", name)
		}
	}
	for path := range files {
		name := strings.TrimPrefix(path, "data/")
		again := strings.HasSuffix(name, "-excel.csv") || strings.HasSuffix(name, ".json") && csvs[strings.TrimSuffix(name, ".json")]
		about := name == "catalog.jsonld" || strings.HasSuffix(name, ".zip")
		if in := strings.Contains(string(text), "  "+name+"\n"); in == (again || about) {
			t.Errorf("%s in the archive: %v", name, in)
		}
	}
}

func TestAFormatThatIsSwitchedOffIsNotMade(t *testing.T) {
	files := awkward()
	files["data/site.yaml"] += "formats: {parquet: no, zip: no}\n"
	for path := range made(t, load(t, files)) {
		if strings.HasSuffix(path, ".parquet") || strings.HasSuffix(path, ".zip") {
			t.Errorf("%s is made", path)
		}
	}
}

func TestATableTooLargeForASheetIsDividedWhole(t *testing.T) {
	for _, c := range []struct{ rows, most, of int }{{0, 3, 1}, {3, 3, 1}, {4, 3, 2}, {7, 3, 3}} {
		all := parts(c.rows, c.most)
		next := 0
		for _, p := range all {
			if p.from != next || p.to-p.from > c.most || (p.note().EN != "") != (c.of > 1) {
				t.Errorf("%d rows by %d: %+v", c.rows, c.most, p)
			}
			next = p.to
		}
		if len(all) != c.of || next != c.rows {
			t.Errorf("%d rows by %d are %d parts up to %d", c.rows, c.most, len(all), next)
		}
	}
}

// TestATableOfMoreRowsThanASheetStandsOnSeveral makes sheets of two rows.
func TestATableOfMoreRowsThanASheetStandsOnSeveral(t *testing.T) {
	d := load(t, awkward())
	tables := wholes(d)
	for _, w := range tables {
		w.most = 2
	}
	var book bytes.Buffer
	made := workbook(d, tables, nil)[0]
	if err := made.Print(&book); err != nil || !strings.Contains(made.Note.EN, "several") {
		t.Fatalf("%v, %q", err, made.Note.EN)
	}
	f, err := excelize.OpenReader(&book)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var ids []string
	for _, sheet := range []string{"projects-1", "projects-2"} {
		rows, err := f.GetRows(sheet)
		if err != nil || len(rows) == 0 || rows[0][0] != "id" {
			t.Fatalf("%s: %v, %v", sheet, err, rows)
		}
		for _, row := range rows[1:] {
			ids = append(ids, row[0])
		}
	}
	var lines []string
	for _, part := range excelCSVs(d, tables, nil) {
		if part.Table != "projects" {
			continue
		}
		var b bytes.Buffer
		if err := part.Print(&b); err != nil || part.Note.IsZero() {
			t.Fatalf("%s: %v, %q", part.Path, err, part.Note.EN)
		}
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b.Bytes(), []byte("\ufeff")))).ReadAll()
		if err != nil || len(rows) != part.Rows+1 {
			t.Fatalf("%s: %v, %d rows", part.Path, err, len(rows))
		}
		for _, row := range rows[1:] {
			lines = append(lines, row[0])
		}
	}
	if want := []string{"P1", "P2", "P3"}; !slices.Equal(ids, want) || !slices.Equal(lines, want) {
		t.Errorf("on the sheets are %q, in the files %q", ids, lines)
	}
}
