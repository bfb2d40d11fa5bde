package search

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sample is a source of n made-up projects and organizations.
type sample struct {
	n      int
	skip   int // a document that is left out; -1 for none
	change int // one whose title differs; -1 for none
}

var (
	sampleDo    = []string{"居家养老", "社区矫正", "心理辅导", "青少年艺术", "残障人士就业", "流动儿童阅读", "糖尿病防治", "垃圾分类"}
	sampleWhat  = []string{"服务", "项目（示例）", "支持计划", "培训", "志愿行动", "陪伴"}
	sampleWhere = []string{"浦东新区", "黄浦区", "静安区", "徐汇区", "长宁区"}
	sampleEN    = []string{"Home care for older people", "Community correction", "Psychological counselling", "Arts for young people", "Employment of disabled people", "Reading for migrant children", "Diabetes prevention", "Waste sorting"}
	sampleEnds  = []string{"service", "project (sample)", "support scheme", "training", "volunteers", "companions"}
)

// sampleAgencies are so many that their names stand in a file.
const sampleAgencies = valuesInRoot + 20

func (s sample) id(i int) int {
	if s.skip >= 0 && i >= s.skip {
		return i + 1
	}
	return i
}

func (s sample) Len() int {
	if s.skip >= 0 {
		return s.n - 1
	}
	return s.n
}

func (s sample) Place(i int) (uint32, string) {
	d := s.Document(i)
	return d.Cell(), d.Type + "/" + d.ID
}

func (s sample) Document(at int) *Document {
	i := s.id(at)
	r := rand.New(rand.NewPCG(7, uint64(i)))
	do, what, where := r.IntN(len(sampleDo)), r.IntN(len(sampleWhat)), r.IntN(len(sampleWhere))
	brand := string([]rune{rune(0x4E00 + r.IntN(2000)), rune(0x5E00 + r.IntN(2000))})
	d := &Document{Type: "projects", ID: fmt.Sprintf("P%06d", i), Dated: true, Day: 39000 + r.IntN(4000)}
	d.Path = d.Type + "/" + d.ID + ".html"
	d.Title = [2]string{brand + sampleWhere[where] + sampleDo[do] + sampleWhat[what], sampleEN[do] + " " + sampleEnds[what] + " " + strconv.Itoa(i%977)}
	d.Rank = firstDay + 1
	if i%7 == 0 {
		d.Type, d.Dated, d.Rank = "organizations", false, firstDay
		d.Title[0] += "中心"
		d.Path = d.Type + "/" + d.ID + ".html"
	}
	if i == s.change {
		d.Title[0] = "改名后的" + d.Title[0]
	}
	d.IDs = []string{d.ID}
	d.Body = []string{"为" + sampleWhere[r.IntN(len(sampleWhere))] + "居民提供" + sampleDo[r.IntN(len(sampleDo))], "provided by " + sampleEN[r.IntN(len(sampleEN))]}
	if i%500 == 3 {
		d.Body = append(d.Body, "search for yanglao or jjy") // as a note on searching says
	}
	d.Date = "2010-01-01"
	d.Awarded, d.HasAwarded = int64(r.IntN(9_000_000))*100, r.IntN(5) > 0
	d.Values[facetType] = d.Type
	d.Values[facetDistrict] = strconv.Itoa(where)
	d.Values[facetArea] = strconv.Itoa(do)
	d.Values[facetAgency] = "G" + strconv.Itoa(10+i%sampleAgencies)
	d.Values[facetYear] = strconv.Itoa(2005 + d.Day%12)
	if d.HasAwarded {
		d.Values[facetAmount] = strconv.FormatInt(bandOf(d.Awarded, 2), 10)
	}
	return d
}

func (s sample) Values(f int) []Value {
	var out []Value
	add := func(id, zh, en string) { out = append(out, Value{ID: id, Label: [2]string{zh, en}}) }
	switch f {
	case facetType:
		add("organizations", "组织", "Organizations")
		add("projects", "项目", "Projects")
	case facetDistrict:
		for i, w := range sampleWhere {
			add(strconv.Itoa(i), w, w)
		}
	case facetArea:
		for i, w := range sampleDo {
			add(strconv.Itoa(i), w, sampleEN[i])
		}
	case facetAgency:
		for i := range sampleAgencies {
			id := "G" + strconv.Itoa(10+i)
			add(id, "采购人"+id, "Buyer "+id)
		}
	case facetYear:
		for y := 2005; y < 2017; y++ {
			add(strconv.Itoa(y), strconv.Itoa(y), "")
		}
	case facetAmount:
		for _, b := range bands {
			add(strconv.FormatInt(b, 10), "", "")
		}
		slices.SortFunc(out, func(a, b Value) int { return bytes.Compare([]byte(a.ID), []byte(b.ID)) })
	}
	return out
}

func (sample) Languages() []string     { return []string{"zh", "en"} }
func (sample) Currency() (string, int) { return "CNY", 2 }

// built is an index in memory.
type built map[string][]byte

func build(t testing.TB, src Source, memory int) built {
	t.Helper()
	files := built{}
	_, err := Build(src, Options{
		Memory: memory,
		Write: func(path string, data []byte) error {
			if _, twice := files[path]; twice {
				return fmt.Errorf("%s is written twice", path)
			}
			files[path] = slices.Clone(data)
			return nil
		},
		Spill: func() (io.ReadWriteSeeker, error) {
			f, err := os.CreateTemp(t.TempDir(), "run")
			t.Cleanup(func() { f.Close() })
			return f, err
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func (b built) open(t testing.TB, lang string) *Index {
	t.Helper()
	x, err := Open(func(path string) ([]byte, error) {
		if data, ok := b[path]; ok {
			return data, nil
		}
		return nil, errors.New("no file " + path)
	}, lang)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// save writes the index below a folder.
func (b built) save(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for _, folder := range Folders() {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(folder)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range b {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// whole is the sample with every document.
func whole(n int) sample { return sample{n, -1, -1} }

func TestMemoryDoesNotChangeTheIndex(t *testing.T) {
	large, small := build(t, whole(1500), 0), build(t, whole(1500), 100_000)
	if len(large) != len(small) {
		t.Fatalf("%d files with much memory, %d with little", len(large), len(small))
	}
	for name, data := range large {
		if !bytes.Equal(small[name], data) {
			t.Errorf("%s differs", name)
		}
	}
}

// TestAnEditTouchesFewFiles changes one of 6,000 records. The share falls with size: make bench-search
// measures it at 100,000.
func TestAnEditTouchesFewFiles(t *testing.T) {
	const n = 6000
	before := build(t, whole(n), 0)
	for name, src := range map[string]sample{"edited": {n, -1, 4321}, "deleted": {n, 4321, -1}} { // an insertion is a deletion read backwards
		after := build(t, src, 0)
		changed := 0
		for file := range after {
			if !bytes.Equal(before[file], after[file]) {
				changed++
			}
		}
		if share := float64(changed) / float64(len(before)); share > 0.2 {
			t.Errorf("%s: %d of %d files changed", name, changed, len(before))
		} else {
			t.Logf("%s: %d of %d files changed", name, changed, len(before))
		}
	}
}

// TestEverySubstringOfATitleFindsItsRecord tries every run of two or more Han
// characters of many titles.
func TestEverySubstringOfATitleFindsItsRecord(t *testing.T) {
	const n = 1500
	src := whole(n)
	x := build(t, src, 0).open(t, "zh")
	for i := 0; i < n; i += 151 {
		d := src.Document(i)
		for _, run := range tokens(fold(d.Title[0]), true) {
			chars := []rune(run.text)
			for from := range chars {
				for to := from + 2; to <= len(chars); to++ {
					sub := string(chars[from:to])
					a, err := x.Search(Query{Q: sub, Limit: n})
					if err != nil {
						t.Fatal(err)
					}
					if !slices.ContainsFunc(a.Hits, func(h Hit) bool { return h.ID == d.ID }) {
						t.Errorf("%q does not find %s %q among %d", sub, d.ID, d.Title[0], a.Total)
					}
				}
			}
		}
	}
}

// altered is a sample some of whose documents are others.
type altered struct {
	sample
	alter func(i int, d *Document)
}

func (a altered) Document(i int) *Document {
	d := a.sample.Document(i)
	a.alter(i, d)
	return d
}

func (a altered) Place(i int) (uint32, string) {
	d := a.Document(i)
	return d.Cell(), d.Type + "/" + d.ID
}

// oneTitled has a title of its own for document at, the oldest; others changes the
// rest.
func oneTitled(n, at int, title [2]string, others func(i int, d *Document)) altered {
	return altered{whole(n), func(i int, d *Document) {
		if i == at {
			d.Title, d.Day = title, 100
		} else {
			others(i, d)
		}
	}}
}

// TestWholeTitleIsFirst asks for the title of the oldest of many documents that
// have its words, however it is written.
func TestWholeTitleIsFirst(t *testing.T) {
	src := oneTitled(1500, 701, [2]string{"荣誉证书社区", "Certificate of Honour"}, func(i int, d *Document) {
		d.Title = [2]string{"荣誉证书（社区）之" + strconv.Itoa(i), "Certificate of honour, again " + strconv.Itoa(i)}
	})
	want := src.Document(701).ID
	x := build(t, src, 0).open(t, "zh")
	for _, q := range []string{"荣誉证书社区", "荣誉证书（社区）", "荣誉证书 社区", "Certificate of Honour", "certificate, of  honour"} {
		a, err := x.Search(Query{Q: q, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Hits) < 10 || a.Hits[0].ID != want {
			t.Errorf("%q gives %d, first %+v", q, len(a.Hits), a.Hits[:min(len(a.Hits), 1)])
		}
	}
}

// TestNumbersOfTitlesAreFoundBesideAmounts asks for a number that is an amount of many
// and stands in the title of one.
func TestNumbersOfTitlesAreFoundBesideAmounts(t *testing.T) {
	src := oneTitled(900, 701, [2]string{"荣誉证书 54321", "Certificate of Honour 54321"}, func(i int, d *Document) {
		if i%3 == 0 {
			d.Also = append(d.Also, "54321")
		}
	})
	files := build(t, src, 0)
	want := src.Document(701).ID
	for _, q := range []string{"certificat honour 54321", "honour 54321", "证书 54321"} {
		a, err := files.open(t, "zh").Search(Query{Q: q, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Hits) != 1 || a.Hits[0].ID != want {
			t.Errorf("%q finds %+v", q, a.Hits)
		}
	}
	all, err := files.open(t, "zh").Search(Query{Q: "54321", Limit: 10})
	if err != nil || all.Total != 301 {
		t.Errorf("the number finds %d, want 301: %v", all.Total, err)
	}
	if got := ask(t, files.save(t), "zh", []asked{{Q: "54321", Limit: 1}, {Q: "honour 54321", Limit: 1}}); got[0].Total != 301 || got[1].Total != 1 {
		t.Errorf("engine.js finds %d and %d", got[0].Total, got[1].Total)
	}
}

// TestIdentifiersOfOthersAreWordsOfATitle asks for a title that names the identifier of
// another record: no record has both the identifier and the other words.
func TestIdentifiersOfOthersAreWordsOfATitle(t *testing.T) {
	src := oneTitled(900, 701, [2]string{"Visit to P000012", ""}, func(int, *Document) {})
	files := build(t, src, 0)
	want := src.Document(701).ID
	a, err := files.open(t, "zh").Search(Query{Q: "visit to P000012", Limit: 10})
	if err != nil || a.Total != 1 || len(a.Hits) != 1 || a.Hits[0].ID != want {
		t.Errorf("%d are found, %+v: %v", a.Total, a.Hits, err)
	}
	if got := ask(t, files.save(t), "zh", []asked{{Q: "visit to P000012", Limit: 10}})[0]; got.Total != 1 || !slices.Equal(got.IDs, []string{"projects/" + want}) {
		t.Errorf("engine.js finds %d, %v", got.Total, got.IDs)
	}
}

// TestWordsAreFoundWithoutTheirApostrophe types names as people do who leave it out: the
// words of what has it in its title stand side by side.
func TestWordsAreFoundWithoutTheirApostrophe(t *testing.T) {
	src := oneTitled(900, 701, [2]string{"Grant to Women’s Aid of Bath", ""}, func(i int, d *Document) {
		if d.Title[1] = "Aid of womens groups"; i == 500 {
			d.Body = append(d.Body, "for the people's kitchen")
		}
	})
	x, want := build(t, src, 0).open(t, "zh"), src.Document(701).ID
	for q, id := range map[string]string{"womens aid": want, "Women's Aid": want, "women’s aid of bath": want, "aid women bath": want, "peoples kitchen": src.Document(500).ID} {
		a, err := x.Search(Query{Q: q, Limit: 10})
		if err != nil || len(a.Hits) == 0 || a.Hits[0].ID != id || !a.Exact {
			t.Errorf("%q finds %d, %+v: %v", q, a.Total, a.Hits[:min(len(a.Hits), 1)], err)
		}
	}
}

// TestCountsAreRight holds counts by facet against the documents.
func TestCountsAreRight(t *testing.T) {
	src := whole(5000)
	dir := build(t, src, 0).save(t)
	for _, q := range []asked{{Limit: 1}, {Q: "养老", Limit: 1}, {Filters: map[string][]string{"area": {"3"}}, Limit: 1}, {Q: "居家养老服务", Limit: 1, Facets: "exact"}} {
		got := ask(t, dir, "zh", []asked{q})[0]
		want := map[string]int{}
		for i := range src.Len() {
			d := src.Document(i)
			if q.Filters != nil && d.Values[facetArea] != "3" || !strings.Contains(d.Title[0]+" "+d.Body[0], q.Q) {
				continue
			}
			want[d.Values[facetDistrict]]++
		}
		if !got.FacetsExact || !got.Exact {
			t.Errorf("%+v is not exact", q)
		}
		if len(got.Facets["district"]) != len(want) {
			t.Errorf("%+v: %d districts, want %d", q, len(got.Facets["district"]), len(want))
		}
		for _, bar := range got.Facets["district"] {
			if want[bar.Value] != bar.Count {
				t.Errorf("%+v: district %s has %d, want %d", q, bar.Value, bar.Count, want[bar.Value])
			}
		}
	}
}

// TestNamesOfManyValuesAreLoadedLate holds that the names of agencies are loaded
// when their facet opens, or when one of them is asked for.
func TestNamesOfManyValuesAreLoadedLate(t *testing.T) {
	dir := build(t, whole(3000), 0).save(t)
	one := map[string][]string{"agency": {"G12"}}
	got := ask(t, dir, "zh", []asked{
		{Limit: 1, Cold: true, Open: "agency"}, {Limit: 1, Cold: true}, {Limit: 1, Cold: true, Filters: one}, {Limit: 1, Filters: one}})
	late, cold, chosen := got[0], got[1], got[2]
	term := ask(t, dir, "zh", []asked{{Q: "服务", Limit: 1, Cold: true, Open: "agency"}})[0]
	want := map[string]int{}
	for i := range 3000 {
		if d := whole(3000).Document(i); strings.Contains(d.Title[0]+d.Body[0], "服务") {
			want[d.Values[facetAgency]]++
		}
	}
	for _, b := range term.Opened {
		if want[b.Value] != b.Count {
			t.Errorf("of a word's agencies %s has %d, want %d", b.Value, b.Count, want[b.Value])
		}
	}
	if len(term.Opened) != len(want) || len(want) <= inlineValues {
		t.Errorf("a word has %d agencies, want %d", len(term.Opened), len(want))
	}
	if !slices.Equal(cold.More, []string{"agency"}) || cold.Facets["agency"] != nil {
		t.Errorf("agencies are given at once: later are %v", cold.More)
	}
	if len(late.Opened) != sampleAgencies || late.Opened[0].Count != 50 || late.Opened[0].Label != "采购人G10" {
		t.Errorf("opened, there are %d agencies, first %+v", len(late.Opened), late.Opened[:min(len(late.Opened), 1)])
	}
	if len(chosen.More) != 0 || len(chosen.Facets["agency"]) != 1 {
		t.Errorf("with one chosen, later are %v, at once %v", chosen.More, chosen.Facets["agency"])
	}
}
