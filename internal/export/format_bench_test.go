package export

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"gongkai/internal/model"
)

// manyProjects is a site with something for every format: 2,000 awards and their
// payments, of four organizations, two agencies and two years.
func manyProjects() map[string]string {
	var projects, payments strings.Builder
	projects.WriteString("id,title,agency,organization,year,state,decided,amount_awarded\n")
	payments.WriteString("id,project,date,amount\n")
	for i := range 2000 {
		fmt.Fprintf(&projects, "P%d,送餐服务,A%d,O%d,%d,completed,2010-03-05,1500.50\n", i, i%2, i%4, 2009+i%2)
		fmt.Fprintf(&payments, "M%d,P%d,2010-09-01,600\n", i, i)
	}
	return map[string]string{
		"data/site.yaml":    "title: x\npublisher: {name: 民政局, email: open@example.org}\ncurrency: CNY\nlicence: CC-BY-4.0\nas_of: 2011-06-30\nbase_url: https://example.org/\n",
		"data/projects.csv": projects.String(), "data/payments.csv": payments.String(),
	}
}

// formatWriters are what each format's files are made by.
func formatWriters(d *model.Dataset) map[model.Format][]func(io.Writer) error {
	all := map[model.Format][]func(io.Writer) error{}
	for _, dl := range Downloads(d) {
		all[dl.Format] = append(all[dl.Format], dl.Print)
	}
	slices, feeds, ocds := NewSlices(d), NewFeeds(d), NewOCDS(d)
	for i := range slices.Len() {
		_, write := slices.At(i)
		all[model.FormatSlices] = append(all[model.FormatSlices], write)
	}
	for i := range feeds.Len() {
		_, write := feeds.At(i)
		all[model.FormatFeeds] = append(all[model.FormatFeeds], write)
	}
	for i := range ocds.Len() {
		e := ocds.At(i)
		all[model.FormatOCDS] = append(all[model.FormatOCDS], func(w io.Writer) error { return ocds.Write(w, e) })
	}
	return all
}

func BenchmarkFormats(b *testing.B) {
	writers := formatWriters(load(b, manyProjects()))
	for _, f := range append([]model.Format{model.FormatCSV}, model.Formats()...) {
		if len(writers[f]) == 0 {
			b.Errorf("nothing is written as %s", f)
		}
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, write := range writers[f] {
					if err := write(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
