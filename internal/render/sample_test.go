package render

import (
	"bytes"
	"strconv"
	"testing"

	"gongkai/internal/site"
)

// sampleProject is a project as a careful publisher has it: every step, one
// contract, three payments and three evaluations.
func sampleProject() site.Project {
	text := func(s string) site.Cell { return site.Cell{Text: s} }
	link := func(s string) site.Cell { return site.Cell{Text: s, Href: "../payments/" + s + ".html"} }
	number := func(s string) site.Cell { return site.Cell{Text: s, Numeric: true} }
	p := site.Project{
		Record: site.Record{
			Frame: site.Frame{
				Lang: "en", Title: "Home visits for older people (sample)", SiteTitle: "Purchased services", Description: "Who paid whom how much, and how it was judged.",
				Home: "../index.html", Root: "../../", Key: "en/../ projects", Canonical: "https://example.org/en/projects/P1.html", Demo: true,
				Foot: site.Foot{Publisher: "Sample office", Licence: "CC-BY-4.0", AsOf: "31 March 2011"},
			},
			Kind: "Project", Name: "Home visits for older people (sample)", ID: "P1", Generated: true,
			Source: site.Place{Text: "data/projects.csv:14"}, JSON: "../../projects/P1.json",
		},
		Sentence: "Sample Agency paid Sample Centre ¥878,500 for home visits to older people.",
		State:    site.Chip{Text: "Completed", Kind: "good"},
		Summary:  "Weekly visits by trained volunteers.",
	}
	for _, l := range []string{"zh", "en"} {
		p.Alternates = append(p.Alternates, site.Alternate{Lang: l, Label: l, Href: "../" + l + ".html", URL: "https://example.org/" + l, Self: l == "en"})
	}
	for i := range 10 {
		n := strconv.Itoa(i)
		p.Nav = append(p.Nav, site.Link{Text: "List " + n, Href: "../list" + n + "/index.html"})
		p.Parties = append(p.Parties, site.Fact{Label: "Party " + n, Values: []site.Link{{Text: "Sample " + n, Href: "../organizations/" + n + ".html"}}})
		p.Chain = append(p.Chain, site.Step{Name: "Step " + n, Published: true, Items: []site.StepItem{{Date: "3 March 2010", Text: "Award & notice", Href: "../calls/" + n + ".html"}}})
	}
	for i := range 25 {
		n := strconv.Itoa(i)
		p.Facts = append(p.Facts, site.Fact{Label: "Field " + n, Values: []site.Link{{Text: "Value " + n}}, Source: site.Place{Text: "data/projects.csv:14:" + n}})
	}
	for range 5 {
		p.Money = append(p.Money, site.Amount{Label: "Awarded", Value: "¥878,500", Full: "CNY 878,500.00"})
	}
	heads := []site.Head{{Text: "Payment"}, {Text: "Date"}, {Text: "Stage"}, {Text: "Rests on"}, {Text: "Amount", Numeric: true}}
	row := []site.Cell{link("P1-1"), text("7 July 2010"), text("Advance"), link("E1"), number("¥340,858")}
	p.Contracts = site.Table{ID: "contracts", Caption: "Contracts", Heads: heads, Rows: [][]site.Cell{row}}
	p.Payments = site.Table{ID: "payments", Caption: "Payments", Heads: heads, Rows: [][]site.Cell{row, row, row}, Foot: row}
	p.Evaluations = site.Table{ID: "evaluations", Caption: "Evaluations", Heads: heads, Rows: [][]site.Cell{row, row, row}}
	return p
}

func TestSampleProjectSaysWhatIsMissing(t *testing.T) {
	p := sampleProject()
	p.Money[1].Value = ""
	p.Chain[2] = site.Step{Name: "Contract"}
	p.Payments.Rows[0] = []site.Cell{{Text: "P1-1"}, {Missing: true}}
	text := render(t, load(t), "project", "en", p)
	if got, want := bytes.Count([]byte(text), []byte(`<span class="missing">not published</span>`)), 3; got != want {
		t.Errorf("the page says %d times that a value is not published, want %d", got, want)
	}
}

func BenchmarkProject(b *testing.B) {
	l, err := Load(nil, []string{"en"})
	if err != nil {
		b.Fatal(err)
	}
	page := &site.Page{URL: "en/projects/P1.html", Layout: "project", Lang: "en"}
	var view any = sampleProject()
	var w bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		w.Reset()
		if err := l.Render(&w, page, view); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(w.Len()), "bytes/page")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(nil, []string{"zh", "en"}); err != nil {
			b.Fatal(err)
		}
	}
}
