package source

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"gongkai/internal/finding"
)

// BenchmarkCSV reads a table of 10 MB from bytes to rows.
func BenchmarkCSV(b *testing.B) {
	var t strings.Builder
	t.WriteString("id,title,organization,year,amount_awarded,summary\n")
	for i := 0; t.Len() < 10<<20; i++ {
		fmt.Fprintf(&t, "P%06d,社区居家养老服务项目%d,示例社会工作服务中心%d,2010,\"150,000.00\",Meals and visits at home for the elderly\n", i, i, i%300)
	}
	raw := []byte(t.String())
	for _, pos := range []bool{false, true} {
		b.Run(fmt.Sprintf("positions=%v", pos), func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				readOnce(b, raw, pos)
			}
		})
	}
}

func readOnce(b *testing.B, raw []byte, pos bool) {
	var l finding.List
	text, _ := Decode("data/projects.csv", raw, "", &l)
	c, ok := OpenCSV("data/projects.csv", text, CSVOptions{Known: knownHeadings}, &l)
	if !ok {
		b.Fatal(told(&l))
	}
	for {
		row, err := c.Reader.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			b.Fatal(err)
		}
		if pos {
			c.Pos(len(row) - 1)
		}
	}
}
