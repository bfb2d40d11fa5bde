package source

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"gongkai/internal/finding"
)

func TestOpenCSVFindsTheTable(t *testing.T) {
	known := CSVOptions{Known: knownHeadings}
	for _, c := range []struct {
		name, text string
		o          CSVOptions
		want       string // rows as read, cells in brackets
		told       string
	}{
		{"plain", "id,title\nP1,Care\n", known, "[id title] [P1 Care]", ""},
		{"no line end at the end", "id,title\nP1,Care", known, "[id title] [P1 Care]", ""},
		{"headings nobody knows", "foo,bar\n1,2\n", known, "[foo bar] [1 2]", ""},
		{"semicolons", "id;title\nP1;a, b\n", known, "[id title] [P1 a, b]", "delimiter 1:0"},
		{"tabs", "id\ttitle\nP1\ta, b; c\n", known, "[id title] [P1 a, b; c]", "delimiter 1:0"},
		{"semicolons inside cells", "foo,bar\n1,A;B\n2,C;D\n", known, "[foo bar] [1 A;B] [2 C;D]", ""},
		{"semicolons in the only column", "id\nA;B\nC;D\n", known, "[id] [A;B] [C;D]", ""},
		{"decimal commas", "foo;bar;baz\n1;2,5;3,5\n", known, "[foo bar baz] [1 2,5 3,5]", "delimiter 1:0"},
		{"sep line", "sep=;\nid;title\nP1;Care\n", known, "[id title] [P1 Care]", "delimiter 1:0"},
		{"sep line, quoted, comma", "\"sep=,\"\nid,title\nP1,a;b\n", known, "[id title] [P1 a;b]", ""},
		{"sep line, tab", "SEP=\t\nid\ttitle\nP1\tCare\n", known, "[id title] [P1 Care]", "delimiter 1:0"},
		{"one column", "title\nHello, world\nBye\n", known, "[title] [Hello  world] [Bye]", ""},
		{"blank lines above", "\n\nid,title\nP1,Care\n", known, "[id title] [P1 Care]", ""},
		{"title row", "Services 2010,,\nid,title,year\nP1,Care,2010\n", known, "[id title year] [P1 Care 2010]", "title-row 1:1"},
		{"title row without commas", "Services 2010\nid,title\nP1,Care\n", known, "[id title] [P1 Care]", "title-row 1:1"},
		{"title rows and a blank row", "汇总表,,\n,,\n单位：示例局,,2010年\n年度,项目名称,承接主体\n2010,养老,甲\n", known, "[年度 项目名称 承接主体] [2010 养老 甲]", "title-row 1:1"},
		{"title row with a quotation mark", "the \"new\" list\nid,title\nP1,Care\n", known, "[id title] [P1 Care]", "title-row 1:1"},
		{"title row of semicolon table", "Services\nid;title\nP1;Care\n", known, "[id title] [P1 Care]", "delimiter 1:0; title-row 1:1"},
		{"unclear title row", "Overview\nfoo,bar,baz\n1,2,3\n", known, "", "title-row-unclear 1:1"},
		{"skip_rows", "Overview\nfoo,bar,baz\n1,2,3\n", CSVOptions{SkipRows: 1}, "[foo bar baz] [1 2 3]", ""},
		{"skip_rows counts blank rows and cells of two lines", "\"a\nb\",,\n\n,,\nfoo,bar,baz\n1,2,3\n", CSVOptions{SkipRows: 3}, "[foo bar baz] [1 2 3]", ""},
		{"skip_rows too far", "a\nb\n", CSVOptions{SkipRows: 9}, "", "skip-rows 0:0"},
		{"skip_rows far too far", "a\nb\n", CSVOptions{SkipRows: 1 << 60}, "", "skip-rows 0:0"},
		{"empty", "", known, "", "empty-file 0:0"},
		{"commas only", ",,\n,,\n", known, "", "empty-file 0:0"},
		{"no rows", "id,title\n\n\n", known, "[id title]", "no-rows 0:0"},
		{"ragged", "id,title\nP1\nP2,a,b\n", known, "[id title] [P1] [P2 a b]", ""},
		{"html", "  <!doctype HTML><p>x", known, "", "not-a-table 1:1"},
		{"json", "[{\"id\": 1}]", known, "", "not-a-table 1:1"},
		{"json-like heading", "{id},title\nP1,x\n", known, "[{id} title] [P1 x]", ""},
		{"conflict", "id,title\n<<<<<<< HEAD\nP1,a\n=======\nP1,b\n>>>>>>> x\n", known, "", "conflict-marker 2:1"},
		{"conflict, first mark removed", "id,title\nP1,a\n=======\nP1,b\n>>>>>>> x\n", known, "", "conflict-marker 5:1"},
		{"lfs", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", known, "", "lfs-pointer 1:1"},
		{"line break in a cell", "id,title\nP1,\"a\nb\"\nP2,c\n", known, "[id title] [P1 a\nb] [P2 c]", ""},
		{"doubled quotes", "id,title\nP1,\"say \"\"hi\"\"\"\n", known, "[id title] [P1 say \"hi\"]", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l finding.List
			rows := readRows("data/x.csv", []byte(c.text), c.o, &l)
			if got := strings.Trim(fmt.Sprint(rows), "[]"); got != strings.Trim(c.want, "[]") {
				t.Errorf("rows %s, want %s", got, c.want)
			}
			if told(&l) != c.told {
				t.Errorf("told %q, want %q", told(&l), c.told)
			}
		})
	}
}

func TestPositionsAreThoseOfTheEditor(t *testing.T) {
	text := "汇总\n\nid,title,year\n\n项目一,\"第一行\n第二行\",2010\nP2,养老服务\n\"x\",\"y\",\"z\"\n"
	var l finding.List
	c, ok := OpenCSV("data/x.csv", []byte(text), CSVOptions{Known: knownHeadings}, &l)
	if !ok {
		t.Fatal(told(&l))
	}
	var got []string
	for {
		row, err := c.Reader.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprintf("%d:", c.Line())
		// One cell more than the row has stands at the row's end.
		for i := range len(row) + 1 {
			p := c.Pos(i)
			line += fmt.Sprintf(" %d,%d", p.Line, p.Col)
		}
		got = append(got, line)
	}
	want := []string{
		"3: 3,1 3,4 3,10 3,14",
		"5: 5,1 5,5 6,6 6,10",
		"7: 7,1 7,4 7,8",
		"8: 8,1 8,5 8,9 8,12",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestPositionBeforeAnythingIsReadIsTheHeading(t *testing.T) {
	var l finding.List
	c, _ := OpenCSV("x.csv", []byte("title\nid,title\nP1,a\n"), CSVOptions{SkipRows: 1}, &l)
	if p := c.Pos(0); p.Line != 2 || p.Col != 1 {
		t.Errorf("%+v", p)
	}
}

func TestLineIndexFindsLinesInAnyOrder(t *testing.T) {
	var b strings.Builder
	for i := 1; i <= 2000; i++ {
		fmt.Fprintf(&b, "line %d\n", i)
	}
	x := newLineIndex([]byte(b.String()))
	for _, n := range []int{1, 1999, 256, 257, 258, 2, 513, 2000, 1, 700, 699} {
		if got, ok := x.get(n); !ok || string(got) != fmt.Sprintf("line %d", n) {
			t.Errorf("line %d is %q", n, got)
		}
	}
	for _, n := range []int{0, -5, 2001, 1 << 40} {
		if got, ok := x.get(n); ok {
			t.Errorf("line %d is %q", n, got)
		}
	}
}
