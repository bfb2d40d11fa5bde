package source

import (
	"strings"
	"testing"

	"gongkai/internal/finding"
)

func TestBrokenQuotesAreToldWhereTheCellOpens(t *testing.T) {
	for _, c := range []struct{ name, text, told, related string }{
		{"never closed", "id,title\nP1,\"Care\nP2,x\nP3,y\n", "bad-quote 2:4", ""},
		{"closed by the next cell's", "id,title\nP1,\"Care\nP2,x\nP3,\"y\"\n", "bad-quote 2:4", "4:4"},
		{"text behind", "id,title\nP1,\"Care\" home\n", "bad-quote 2:4", "2:9"},
		{"bare mark", "id,title\nP1,5\" pipe\n", "bad-quote 2:5", ""},
		{"space before", "id,title\n项目, \"Care\"\n", "bad-quote 2:5", ""},
		{"in the second line of a record", "id,title,x\nP1,\"a\nb\",\"c\nP2,d,e\n", "bad-quote 3:4", ""},
		{"below a title row", "List\nid,title\nP1,\"Care\n", "bad-quote 3:4; title-row 1:1", ""},
		{"in the headings", "id,\"title\nP1,Care\n", "bad-quote 1:4", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l finding.List
			readRows("data/x.csv", []byte(c.text), CSVOptions{Known: knownHeadings}, &l)
			parts := strings.Split(told(&l), "; ")
			want := strings.Split(c.told, "; ")
			for _, w := range want {
				if !strings.Contains(told(&l), w) {
					t.Errorf("told %q, want %q", parts, want)
				}
			}
			for _, f := range l.All() {
				if f.Rule.ID != "bad-quote" {
					continue
				}
				var related finding.List
				for _, r := range f.Related {
					related.Add(finding.Finding{Rule: ruleBadQuote, Pos: r.Pos})
				}
				if got := strings.TrimPrefix(told(&related), "bad-quote "); got != c.related {
					t.Errorf("related %q, want %q", got, c.related)
				}
			}
		})
	}
}

func TestLimitsNameThePlace(t *testing.T) {
	long := strings.Repeat("x", MaxCell+1)
	for _, c := range []struct{ name, text, told string }{
		{"cell", "id,title\nP1,a\nP2,\"" + long + "\"\n", "cell-too-large 3:4"},
		{"cell at the limit", "id,title\nP1," + long[1:] + "\n", ""},
		{"open quotation mark before much text", "id,title\nP1,\"a\n" + strings.Repeat("P2,bbbbbbbbbbbbbb\n", MaxRow/8), "bad-quote 2:4"},
		{"open quotation mark, others below", "id,title\nP1,\"a\n" + strings.Repeat("P2,bbbbbbbbbbbbbb\n", MaxRow/8) + "P3,\"c\"\n", "cell-too-large 2:4"},
		{"columns", "id,title\nP1\n" + strings.Repeat(",", MaxColumns) + "\n", "too-many-columns 3:0"},
		{"columns beyond the preview", strings.Repeat("abc,", 200_000) + "\n", "too-many-columns 1:0"},
		{"one line without end", "id" + strings.Repeat("x", 2*MaxRow), "cell-too-large 1:1"},
		{"columns at the limit", "id,title\n" + strings.Repeat(",", MaxColumns-1) + "\n", ""},
		{"commas inside a cell", "id,title\nP1,\"" + strings.Repeat(",", 5000) + "\"\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l finding.List
			readRows("data/x.csv", []byte(c.text), CSVOptions{Known: knownHeadings}, &l)
			if told(&l) != c.told {
				t.Errorf("told %q, want %q", told(&l), c.told)
			}
		})
	}
}
