package export

import (
	"bytes"
	"database/sql"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// currencies is a site of amounts in currencies with other decimals: some rows
// name one, and some cells.
func currencies() map[string]string {
	return map[string]string{
		"data/site.yaml": "title: x\ncurrency: CNY\nas_of: 2011-06-30\n",
		"data/projects.csv": "id,title,agency,year,state,amount_awarded\n" +
			"P1,a,A,2010,completed,10.50\nP2,b,A,2010,completed,KWD 1.234\nP3,c,A,2010,completed,0.25\nP4,d,A,2010,completed,\n",
		"data/payments.csv": "id,project,date,amount,currency\n" +
			"1,P1,2010-09-01,10.50,\n2,P2,2010-10-01,1.234,KWD\n3,P1,2010-10-01,500,JPY\n4,P1,2010-10-01,0.10,\n",
	}
}

// openDatabase opens the database of a site's downloads.
func openDatabase(t *testing.T, files map[string][]byte) *sql.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "gongkai.sqlite")
	if err := os.WriteFile(path, files["data/gongkai.sqlite"], 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// ask gives what a query says of a site's database, a row a string.
func ask(t *testing.T, files map[string][]byte, query string) (answer []string) {
	t.Helper()
	db := openDatabase(t, files)
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	for rows.Next() {
		cells, into := make([]sql.NullString, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, c := range cells {
			texts = append(texts, c.String)
		}
		answer = append(answer, strings.Join(texts, " "))
	}
	return answer
}

func TestTheDatabaseKeepsCurrenciesApart(t *testing.T) {
	files := made(t, load(t, currencies()))
	for query, want := range map[string][]string{
		"SELECT id, amount FROM payments":                                  {"1 10.5", "2 1.234", "3 500", "4 0.1"},
		"SELECT id, amount_awarded, amount_awarded_currency FROM projects": {"P1 10.5 CNY", "P2 1.234 KWD", "P3 0.25 CNY", "P4  "},
		"SELECT project, currency, payments, amount FROM payments_by_project": {
			"P1 CNY 2 10.6", "P1 JPY 1 500", "P2 KWD 1 1.234"},
		"SELECT agency, currency, projects, amount_awarded FROM awards_by_agency": {"A CNY 3 10.75", "A KWD 1 1.234"},
		"SELECT year, currency, projects, amount_awarded FROM awards_by_year":     {"2010 CNY 3 10.75", "2010 KWD 1 1.234"},
	} {
		if got := ask(t, files, query); !slices.Equal(got, want) {
			t.Errorf("%s\ngives %q\nwant  %q", query, got, want)
		}
	}
}

// apart has headings that are one where the case of letters does not count, or
// that a database adds itself.
func apart() map[string]string {
	site := currencies()
	site["data/payments.csv"] = "id,project,amount,note,Note,amount_minor,Amount_Currency\n1,P1,USD 10.50,a,b,c,d\n"
	return site
}

func TestDatabasesTellHeadingsApartInAnyCase(t *testing.T) {
	files := made(t, load(t, apart()))
	if got := ask(t, files, `SELECT note, Note_2, amount_minor, amount_minor_2, amount_currency, Amount_Currency_2 FROM payments`); !slices.Equal(got, []string{"a b 1050 c USD d"}) {
		t.Errorf("the database has %q", got)
	}
	if got := ask(t, files, "SELECT column_name, about_en FROM dictionary WHERE about_en LIKE 'its heading%'"); len(got) != 3 || got[0] != `Note_2 its heading is "Note"` {
		t.Errorf("the dictionary says %q", got)
	}
	columns, rows := parquetFile(t, files["data/payments.parquet"])
	if want := "id project amount amount_currency note Note_2 amount_minor_2 Amount_Currency_2"; strings.Join(columns, " ") != want {
		t.Errorf("Parquet has the columns %q", columns)
	}
	if got := rows[0][7].String(); got != "d" {
		t.Errorf("the last column holds %q", got)
	}
}

// parquetFile is what a reader sees of a file, of the first rows.
func parquetFile(t *testing.T, data []byte) (columns []string, rows []parquet.Row) {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range f.Root().Columns() {
		columns = append(columns, c.Name())
	}
	group := f.RowGroups()[0].Rows()
	defer group.Close()
	rows = make([]parquet.Row, 10)
	n, _ := group.ReadRows(rows) // at the end the library says so
	return columns, rows[:n]
}

// unscaled is a decimal of 16 bytes as a whole number.
func unscaled(v parquet.Value) string {
	n := new(big.Int).SetBytes(v.ByteArray())
	if len(v.ByteArray()) > 0 && v.ByteArray()[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 128))
	}
	return n.String()
}

func TestParquetHoldsTheLargestAmountsBesideTheSmallest(t *testing.T) {
	site := currencies()
	site["data/projects.csv"] = "id,amount_awarded\nP1,92233720368547758.07\nP2,-92233720368547758.07\nP3,KWD 0.001\nP4,\n"
	site["data/figures.csv"] = "id,subject,measure,value\n1,projects:P1,x,0.000000001\n2,projects:P1,y,-123456789012345678\n"
	files := made(t, load(t, site))
	columns, rows := parquetFile(t, files["data/projects.parquet"])
	at := slices.Index(columns, "amount_awarded")
	for i, want := range []string{"92233720368547758070 CNY", "-92233720368547758070 CNY", "1 KWD"} {
		if got := unscaled(rows[i][at]) + " " + rows[i][at+1].String(); got != want {
			t.Errorf("row %d has %s thousandths, want %s", i+1, got, want)
		}
	}
	if !rows[3][at].IsNull() || !rows[3][at+1].IsNull() {
		t.Errorf("a project without an award has %v %v", rows[3][at], rows[3][at+1])
	}
	columns, rows = parquetFile(t, files["data/figures.parquet"])
	if at = slices.Index(columns, "value"); unscaled(rows[1][at]) != "-123456789012345678000000000" {
		t.Errorf("the figure is %s billionths", unscaled(rows[1][at]))
	}
}

// partialDates has days, a month, a year, a moment and none in one column.
func partialDates() map[string]string {
	return map[string]string{
		"data/site.yaml": "title: x\ncurrency: CNY\nas_of: 2011-06-30\n",
		"data/projects.csv": "id,title,decided,start\nP1,a,2010-03-05,2010-03-05\nP2,b,2010-05,2010-05-01\nP3,c,2010,2010-05-01\n" +
			"P4,d,2009-12-31T23:30+08:00,2010-05-01\nP5,e,,\n",
	}
}

func TestDatabasesFindADateOfAMonthByItsYear(t *testing.T) {
	files := made(t, load(t, partialDates()))
	for query, want := range map[string][]string{
		"SELECT id FROM projects WHERE decided BETWEEN '2010-01-01' AND '2010-12-31' ORDER BY id": {"P1", "P2", "P3"},
		"SELECT id FROM projects WHERE strftime('%Y', decided) = '2010' ORDER BY id":              {"P1", "P2", "P3"},
		"SELECT decided_as_written FROM projects ORDER BY id":                                     {"2010-03-05", "2010-05", "2010", "2009-12-31T23:30+08:00", ""},
		"SELECT count(*) FROM pragma_table_info('projects') WHERE name = 'start_as_written'":      {"0"},
		"SELECT count(*) FROM dictionary WHERE column_name = 'decided_as_written' OR column_name = 'decided' AND about_en LIKE '%first day%decided_as_written%'": {
			"2"},
	} {
		if got := ask(t, files, query); !slices.Equal(got, want) {
			t.Errorf("%s\ngives %q\nwant  %q", query, got, want)
		}
	}
	columns, rows := parquetFile(t, files["data/projects.parquet"])
	at := slices.Index(columns, "decided")
	if at < 0 || at+1 >= len(columns) || columns[at+1] != "decided_as_written" || slices.Contains(columns, "start_as_written") {
		t.Fatalf("Parquet has the columns %q", columns)
	}
	for i, want := range []string{"14673 2010-03-05", "14730 2010-05", "14610 2010", "14609 2009-12-31T23:30+08:00"} {
		if got := rows[i][at].String() + " " + rows[i][at+1].String(); got != want {
			t.Errorf("Parquet has %s in row %d, want %s", got, i+1, want)
		}
	}
	if !rows[4][at].IsNull() || !rows[4][at+1].IsNull() {
		t.Errorf("a date that is not published is %v, %v", rows[4][at], rows[4][at+1])
	}
}

func TestMetadataSaysThatSomeDatesAreOfAMonth(t *testing.T) {
	files := made(t, load(t, partialDates()))
	for path, want := range map[string]string{
		"data/datapackage.json":           `"pattern": "[0-9]{4}(`,
		"data/projects.csv-metadata.json": `"format": "[0-9]{4}(`,
	} {
		if got := strings.Count(string(files[path]), want); got != 1 {
			t.Errorf("%s says it of %d columns, want that of the decision alone\n%s", path, got, files[path])
		}
	}
	whole := regexp.MustCompile("^" + isoDate + "$")
	for _, text := range []string{"2010", "2010-05", "2010-05-01", "2009-12-31T23:30+08:00", "2009-12-31T23:30:15", "2009-12-31T23:30Z"} {
		if !whole.MatchString(text) {
			t.Errorf("%s is not of the pattern", text)
		}
	}
}

func TestFilesHaveTheTitleInTheLanguagesOfTheSite(t *testing.T) {
	site := partialDates()
	site["data/site.yaml"] = "title: {zh: 公开, en: Open}\nlanguages: [zh, en]\ncurrency: CNY\nas_of: 2011-06-30\n"
	files := made(t, load(t, site))
	if got := ask(t, files, "SELECT value FROM about WHERE name = 'title'"); !slices.Equal(got, []string{"公开 / Open"}) {
		t.Errorf("the database is called %q", got)
	}
	if said := string(files["data/datapackage.json"]); !strings.Contains(said, `"title": "公开"`) || strings.Contains(said, "Open") {
		t.Errorf("the package is called otherwise than its tables\n%.300s", said)
	}
}

func TestTotalsBeyond64BitsAreExact(t *testing.T) {
	const most = "92233720368547758.07"
	files := made(t, load(t, map[string]string{
		"data/site.yaml":    "title: x\ncurrency: CNY\nas_of: 2011-06-30\n",
		"data/projects.csv": "id,agency,year,amount_awarded,amount_paid\nP1,A,2010," + most + ",-" + most + "\nP2,A,2010," + most + ",-" + most + "\n",
	}))
	if got := string(files["data/totals-by-agency.csv"]); !strings.HasSuffix(got, ",184467440737095516.14,,-184467440737095516.14\n") {
		t.Errorf("got %s", got)
	}
}
