package render

import (
	"bytes"
	"flag"
	"html/template"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/site"
)

var update = flag.Bool("update", false, "write the pictures of testdata/chart anew")

func forms() []string {
	return []string{
		site.FormColumns, site.FormBars, site.FormRows, site.FormDots, site.FormRanges, site.FormTiles, site.FormMap, site.FormFlow, site.FormMultiples,
	}
}

func number(v int64, text string) site.Number { return site.Number{Value: v, Text: text} }

// sampleChart is a chart that every form can draw, with a negative value, a
// missing one, and names that leave their place.
func sampleChart(form string) site.Chart {
	mark := func(name, href string, col int, values ...site.Number) site.Mark {
		return site.Mark{Link: site.Link{Text: name, Href: href}, Col: col, Row: col / 2, Shape: "M1 1l2 0l0 2z", Values: values, Label: "?"}
	}
	return site.Chart{
		Name: "sample", Form: form, About: "What <is> drawn.",
		Series: []site.Series{{Name: "Awarded", Kind: site.KindPromised}, {Name: "Paid", Word: "paid", Kind: site.KindDone}},
		Marks: []site.Mark{
			mark("2009", "years/2009.html", 0, number(100, "100"), number(50, "50")),
			mark("A name & another <b>that</b> is far too long for one line of a picture, and for two", "", 1, number(-20, "-20"), number(0, "0"), number(5, "5")),
			{Link: site.Link{Text: "示例社", Lang: "zh", Href: "organizations/O1.html"}, Col: 2, Values: []site.Number{{}, {}}, Label: "not published"},
			{Link: site.Link{Text: "Others"}, Col: 1, Kind: site.KindBeside, Values: []site.Number{number(40, "40"), number(60, "60"), number(80, "80")}},
		},
		Ticks: []site.Number{number(0, "0"), number(50, "50"), number(100, "100")}, Across: []site.Number{number(0, "0"), number(100, "100")},
		Flows:  []site.Flow{{From: 0, To: 1, Amount: number(60, "60")}, {From: 0, To: 3, Amount: number(40, "40")}, {From: 7, To: -1, Amount: number(9, "9")}},
		Panels: []site.Link{{Text: "One", Href: "organizations/O1.html"}, {Text: "二", Lang: "zh"}},
	}
}

func TestPicturesOfEveryForm(t *testing.T) {
	for _, form := range forms() {
		c := sampleChart(form)
		got := strings.ReplaceAll(string(appendChart(nil, &c)), "><", ">\n<") + "\n"
		name := filepath.Join("testdata", "chart", form+".svg")
		if *update {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is drawn as\n%s", form, got)
		}
	}
	if all, _ := filepath.Glob("testdata/chart/*"); len(all) != len(forms()) {
		t.Errorf("testdata/chart has %d pictures, want %d", len(all), len(forms()))
	}
}

// anyChart is a chart of chance numbers, the largest and smallest among them,
// and of texts that mean something to a browser.
func anyChart(seed uint64, form string) site.Chart {
	r := rand.New(rand.NewPCG(seed, 2))
	c := mixed(seed).filled(site.Chart{}).(site.Chart)
	c.Form = form
	value := func() site.Number {
		extremes := []int64{0, 1, -1, math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, 1 << 53, r.Int64(), -r.Int64N(1000), r.Int64N(1_000_000)}
		return site.Number{Value: extremes[r.IntN(len(extremes))], Text: []string{"", "1", "文本 <&>"}[r.IntN(3)]}
	}
	for i := range c.Marks {
		c.Marks[i].Col, c.Marks[i].Row, c.Marks[i].Shape = r.IntN(5), r.IntN(5), "M1 1l2 0l0 2z"
		for j := range c.Marks[i].Values {
			c.Marks[i].Values[j] = value()
		}
	}
	for i := range c.Ticks {
		c.Ticks[i] = value()
	}
	for i := range c.Flows {
		c.Flows[i] = site.Flow{From: r.IntN(6) - 1, To: r.IntN(6) - 1, Amount: value()}
	}
	return c
}

func TestPicturesStayInTheirBox(t *testing.T) {
	for _, form := range forms() {
		for seed := range uint64(400) {
			checkPicture(t, anyChart(seed, form))
		}
	}
}

func FuzzPictures(f *testing.F) {
	f.Add(uint64(1), "name", int64(math.MinInt64), int64(math.MaxInt64))
	f.Add(uint64(2), `"><script>`, int64(-1), int64(0))
	f.Fuzz(func(t *testing.T, seed uint64, name string, a, b int64) {
		for _, form := range forms() {
			c := anyChart(seed, form)
			for i := range c.Marks {
				c.Marks[i].Text = name
				for j := range c.Marks[i].Values {
					c.Marks[i].Values[j].Value = []int64{a, b}[j%2]
				}
			}
			checkPicture(t, c)
		}
	})
}

func TestAPictureIsTheSameCompiled(t *testing.T) {
	p := &parts{}
	asked := template.Must(template.New("base").Funcs(p.funcs()).Parse(`<p>{{.Kind}}</p>{{with .Chart}}{{draw .}}{{end}}{{draw .Chart}}`))
	type view struct {
		Kind  string
		Chart site.Chart
	}
	made, err := compile(asked, p, view{})
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range append(forms(), "", "unknown") {
		for _, text := range nasty() {
			v := (&filler{text: func(string) string { return text }}).filled(view{}).(view)
			v.Chart.Form = form
			var got, want bytes.Buffer
			if !made.render(&got, v) {
				t.Fatal("the program gave up")
			}
			if err := asked.Execute(&want, v); err != nil {
				t.Fatal(err)
			}
			if got.String() != want.String() {
				t.Errorf("%s of %q is\n%s, want\n%s", form, text, &got, &want)
			}
		}
	}
}

func TestNamesAreBrokenBetweenWords(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"养老服务中心", "养老服务中心"},
		{"First Transit, Inc (subsidiary of FirstGroup)", "First Transit, Inc (subsidiary of|FirstGroup)"},
		{strings.Repeat("示例社会组织", 8), "示例社会组织示例社会组织示例社会组织示|例社会组织示例社会组织示例社会组织示…"},
		{"", ""},
		{strings.Repeat("W", 30), "WWWWWWWWWWWWWWWWWWWWWWWWWWW|WWW"},
		{"\xff\xfe", "\xff\xfe"},
	} {
		if got := strings.Join(wrapped(c.name), "|"); got != c.want {
			t.Errorf("%q is broken into %q, want %q", c.name, got, c.want)
		}
	}
}

func BenchmarkPicture(b *testing.B) {
	for _, form := range forms() {
		b.Run(form, func(b *testing.B) {
			c := sampleChart(form)
			var out []byte
			b.ReportAllocs()
			for b.Loop() {
				out = appendChart(out[:0], &c)
			}
		})
	}
}

func TestNamesThatDoNotFitAreCutAndSaySo(t *testing.T) {
	for in, want := range map[string]string{
		"":     "",
		"扶老助老": "扶老助老",
		"示例养老服务行业协会（一）":                            "示例养老服务行业协会…",
		"示例养老服务行业协会":                               "示例养老服务行业协会",
		"Older people and those who care for them": "Older people and th…",
	} {
		if got := shortened(in, 11); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
