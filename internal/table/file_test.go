package table_test

import (
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/table"
)

func TestRowsOfAllFilesTogetherAreLimited(t *testing.T) {
	w, l := &world{}, &finding.List{}
	o := table.Options{
		Headings: table.NewHeadings(w.Projects.Schema(), w.schemas()), Currency: yuan,
		Given: func(string) bool { return true }, MaxRows: 3,
	}
	for i, ids := range []string{"P1\nP2\n", "P3\nP4\n", "P5\n"} {
		name := "data/projects/" + string(rune('1'+i)) + ".csv"
		table.DecodeCSV(&w.Projects, name, []byte("id\n"+ids), o, l)
	}
	var said []string
	for _, f := range l.All() {
		if f.Severity == finding.Error {
			said = append(said, f.Pos.File+" "+f.Rule.ID)
		}
	}
	if got := strings.Join(said, ", "); got != "data/projects/2.csv too-many-rows" {
		t.Errorf("said %q", got)
	}
}

// Places are packed; those that do not fit the pack must be right as well.
func TestPlacesFarToTheRightAndFarBelowAreKept(t *testing.T) {
	long, deep := strings.Repeat("长", 70_000), strings.Repeat("\n", 300)
	text := "id,title,summary,year\nP1," + long + ",\"x" + deep + "\",2010\nP2,a,b,2011\n"
	w, l := read(map[string][]byte{"projects.csv": []byte(text)}, []string{"projects.csv"})
	if l.HasErrors() {
		t.Fatal(report(l))
	}
	p1, p2 := w.Projects.Find("P1"), w.Projects.Find("P2")
	for _, c := range []struct {
		origin    table.Origin
		field     string
		line, col int
	}{
		{p1.Origin, "title", 2, 4},
		{p1.Origin, "summary", 2, 70_005},
		{p1.Origin, "year", 302, 3},
		{p1.Origin, "people", 2, 0},
		{p2.Origin, "year", 303, 8},
	} {
		if at := c.origin.Pos(c.field); at.Line != c.line || at.Col != c.col {
			t.Errorf("%s stands at %d:%d, want %d:%d", c.field, at.Line, at.Col, c.line, c.col)
		}
	}
}

func TestAnEmptyPlaceNamesNoFile(t *testing.T) {
	if at := (table.Origin{}).Pos("title"); at != (finding.Pos{}) {
		t.Errorf("a record of no file stands at %+v", at)
	}
}
