package source

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gongkai/internal/finding"
)

// The real files are not part of the project; the test runs where they are.
func TestRealFilesGiveTheRowsTheirPublishersCount(t *testing.T) {
	const dir = "../../../shared/data"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no ../shared/data beside the project")
	}
	for file, want := range map[string]int{
		"us-philadelphia/professional-services_FY-2014-Q1.csv": 1200,
		"us-philadelphia/professional-services_FY-2018-Q1.csv": 1311,
		"us-philadelphia/professional-services_FY-2019-Q1.csv": 1328,
		"us-philadelphia/professional-services_FY-2019-Q2.csv": 1687,
		"us-philadelphia/professional-services_FY-2019-Q3.csv": 1820,
		"us-philadelphia/professional-services_FY-2019-Q4.csv": 1974,
		"jp-jnpo/subsidies_clean.csv":                          4235,
		"uk-360giving/lloyds-bank-foundation.csv":              4116,
		"uk-360giving/wolfson-foundation.csv":                  379,
		"cn-zhongshan-service-notices/zjcs_47.csv":             47,
		"cn-zhongshan-service-notices/zjcs_14.csv":             14,
	} {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(filepath.Join(dir, file))
			if err != nil {
				t.Fatal(err)
			}
			var l finding.List
			rows := readAll(t, file, raw, CSVOptions{}, &l)
			if got := len(rows) - 1; got != want {
				t.Errorf("%d rows, want %d", got, want)
			}
			for _, f := range l.All() {
				t.Errorf("finding %v %s: %s", f.Pos, f.Rule.ID, f.Message.EN)
			}
		})
	}
}

// readAll decodes and reads a whole table, headings first; nil where it cannot
// be opened.
func readAll(tb testing.TB, name string, raw []byte, o CSVOptions, l *finding.List) [][]string {
	tb.Helper()
	text, ok := Decode(name, raw, "", l)
	if !ok {
		return nil
	}
	return readRows(name, text, o, l)
}

func readRows(name string, text []byte, o CSVOptions, l *finding.List) [][]string {
	c, ok := OpenCSV(name, text, o, l)
	if !ok {
		return nil
	}
	var rows [][]string
	for {
		row, err := c.Reader.Read()
		if err == io.EOF {
			return rows
		}
		if err != nil {
			l.Add(c.Problem(err))
			return rows
		}
		rows = append(rows, slices.Clone(row))
	}
}
