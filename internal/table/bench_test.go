package table_test

import (
	"bytes"
	"fmt"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/table"
)

// BenchmarkDecodeCSV reads 100,000 projects of twelve columns.
func BenchmarkDecodeCSV(b *testing.B) {
	const rows = 100_000
	var text bytes.Buffer
	text.WriteString("id,title,title_en,agency,organization,state,decided,start,amount_awarded,people,year,备注栏\n")
	for i := range rows {
		fmt.Fprintf(&text, "P%06d,示例社区居家养老服务项目%d,Sample home care %d,A%03d,O%05d,已立项,2010-03-%02d,2010-04-01,%d.50,%d,2010,第%d批\n",
			i, i, i, i%50, i%6000, i%28+1, i*10, i%500, i%9)
	}
	given := func(string) bool { return true }
	b.ReportAllocs()
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		w, l := &world{}, &finding.List{}
		o := table.Options{Headings: table.NewHeadings(w.Projects.Schema(), w.schemas()), Currency: yuan, Given: given}
		table.DecodeCSV(&w.Projects, "data/projects.csv", text.Bytes(), o, l)
		table.Finish(&w.Projects, nil, l)
		if w.Projects.Len() != rows || l.HasErrors() {
			b.Fatalf("%d rows, %s", w.Projects.Len(), report(l))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
}
