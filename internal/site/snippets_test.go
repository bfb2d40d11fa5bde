package site

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestSnippetsAddUpNoAmountsOfSeveralCurrencies(t *testing.T) {
	for _, c := range []struct{ name, settings, rows, adds string }{
		{"one currency", bilingual, "P1,社,900,100\nP2,社,,200\n", "amount_awarded"},
		{"awards in two", bilingual, "P1,社,900,100\nP2,社,,USD 5\n", "amount_requested"},
		{"everything in two", bilingual, "P1,社,JPY 900,100\nP2,社,1,USD 5\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := plan(t, map[string]string{
				"data/site.yaml":    c.settings,
				"data/projects.csv": "id,organization,amount_requested,amount_awarded\n" + c.rows,
			}, Options{})
			page, _ := p.Find("en/data/index.html")
			for _, s := range p.View(page).(Data).Snippets {
				switch s.Title {
				case "LibreOffice", "curl":
					continue
				}
				if adds := strings.Contains(s.Code, "sum("); adds != (c.adds != "") || !strings.Contains(s.Code, c.adds) {
					t.Errorf("%s is\n%s\nwant a sum of %q", s.Title, s.Code, c.adds)
				}
			}
		})
	}
}

func TestASiteWithoutACurrencyNamesNone(t *testing.T) {
	p, _ := plan(t, map[string]string{"data/site.yaml": "title: Open\nlanguages: [en]\n", "data/projects.csv": "id,amount_awarded\nP1,5\n"}, Options{})
	page, _ := p.Find("data/index.html")
	said := strings.Join(p.View(page).(Data).Conventions, "\n")
	if strings.Contains(said, "it is .") || !strings.Contains(said, "the currency is in the column currency.") {
		t.Errorf("the page says\n%s", said)
	}
}

func TestThePageOfDownloadsSpeaksOfFormatsThatThereAre(t *testing.T) {
	off := "formats: {xlsx: no, json: no, ndjson: no, sqlite: no, parquet: no, zip: no}\n"
	for settings, spoken := range map[string]bool{bilingual: true, bilingual + off: false} {
		p, _ := plan(t, map[string]string{"data/site.yaml": settings, "data/projects.csv": projectsCSV(1)}, Options{})
		page, _ := p.Find("en/data/index.html")
		v := p.View(page).(Data)
		said := strings.Join(v.Conventions, "\n")
		for _, s := range v.Snippets {
			said += s.Title + s.Code
		}
		for _, format := range []string{"workbook", "JSON ", "SQLite", "Parquet", "DuckDB", "LibreOffice"} {
			if strings.Contains(said, format) != spoken {
				t.Errorf("with %q the page says\n%s", settings, said)
			}
		}
	}
}

func TestThePythonSnippetReadsTheLongestCell(t *testing.T) {
	for _, letters := range []int{10, 1<<17 + 1} {
		table := "id,amount_awarded,summary\nP1,5,\nP2,0.50," + strings.Repeat("x", letters) + "\n"
		p, _ := plan(t, map[string]string{"data/site.yaml": bilingual, "data/projects.csv": table}, Options{})
		page, _ := p.Find("en/data/index.html")
		code := p.View(page).(Data).Snippets[0].Code
		if got := strings.Contains(code, "field_size_limit"); got != (letters > 1<<17) {
			t.Errorf("with a cell of %d letters the snippet is\n%s", letters, code)
		}
		t.Run(fmt.Sprintf("run over a cell of %d", letters), func(t *testing.T) { runSnippet(t, code, table, "2 5.50") })
	}
}

// runSnippet runs a snippet over a table where there is Python, as .ci/tools sees to.
func runSnippet(t *testing.T, code, table, want string) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 here")
	}
	file := filepath.Join(t.TempDir(), "projects.csv")
	if err := os.WriteFile(file, []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
	read := address.ReplaceAllLiteralString(code, `"file://`+filepath.ToSlash(file)+`"`)
	if out, err := exec.Command(python, "-c", read).CombinedOutput(); err != nil || strings.TrimSpace(string(out)) != want {
		t.Errorf("%v\n%s\nof\n%s", err, out, read)
	}
}

// address is that of the file that a snippet reads.
var address = regexp.MustCompile(`"https?://.*/data/[^"]*"`)

func TestTheDictionarySaysThatSomeDatesAreOfAMonth(t *testing.T) {
	off := "formats: {sqlite: no, parquet: no}\n"
	for settings, databases := range map[string]bool{bilingual: true, bilingual + off: false} {
		p, _ := plan(t, map[string]string{"data/site.yaml": settings, "data/projects.csv": "id,start,end\nP1,2010-05,2011-01-01\nP2,2010-05-01,2011-01-01\n"}, Options{})
		page, _ := p.Find("en/data/index.html")
		v := p.View(page).(Data)
		for _, col := range v.Dictionary[0].Columns {
			if got := strings.Contains(col.Type, "only the year or month"); got != (col.Name == "start") {
				t.Errorf("of %s it says %q", col.Name, col.Type)
			}
		}
		said := strings.Join(v.Conventions, "\n")
		if got := strings.Contains(said, "In SQLite and Parquet, a column in which some dates"); got != databases {
			t.Errorf("with %q the page says\n%s", settings, said)
		}
	}
}
