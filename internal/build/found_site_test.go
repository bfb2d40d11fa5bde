package build

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"gongkai/internal/search"
	"gongkai/internal/site"
)

// triedOfAKind is how many records of a kind are looked for.
const triedOfAKind = 15

// belonging are the kinds that have no entry in the search: rows of a project are
// found through it, by identifier.
var belonging = []string{"contracts", "payments", "evaluations"}

// TestEveryKindOfRecordIsFoundByItsTitle looks for records of every kind that has
// pages, in each language, by what their page is called: the page is among the first
// ten, or others of the same title are.
func TestEveryKindOfRecordIsFoundByItsTitle(t *testing.T) {
	s, out := searched(t)
	for _, lang := range s.Plan.Data.Config.Languages {
		x, err := search.Open(func(path string) ([]byte, error) {
			return os.ReadFile(filepath.Join(out, filepath.FromSlash(path)))
		}, lang)
		if err != nil {
			t.Fatal(err)
		}
		titles := titlesByKind(s, lang)
		for _, kind := range []string{"projects", "organizations", "agencies", "programmes", "calls", "policies", "stories", "areas", "districts", "services", "venues", "events", "trainings", "documents", "honours", "budgets", "figures", "corrections"} {
			if len(titles[kind]) == 0 {
				t.Errorf("%s: no page of %s is there to be looked for", lang, kind)
			}
		}
		for kind, of := range titles {
			if slices.Contains(belonging, kind) {
				continue
			}
			urls := slices.Sorted(maps.Keys(of))
			for i := 0; i < len(urls); i += max(1, len(urls)/triedOfAKind) {
				url, title := urls[i], of[urls[i]]
				a, err := x.Search(search.Query{Q: title, Limit: 10})
				if err != nil {
					t.Fatal(err)
				}
				if !slices.ContainsFunc(a.Hits, func(h search.Hit) bool { return h.URL == url || h.Title == title }) {
					t.Errorf("%s: %s %q does not find %s among %d", lang, kind, title, url, a.Total)
				}
				for _, h := range a.Hits {
					if _, ok := s.Plan.Find(h.URL); !ok {
						t.Errorf("%s: %q finds %s, which is no page", lang, title, h.URL)
					}
				}
			}
		}
	}
}

// TestRowsOfAProjectFindIt looks for contracts, payments and evaluations by
// identifier.
func TestRowsOfAProjectFindIt(t *testing.T) {
	s, out := searched(t)
	x, err := search.Open(func(path string) ([]byte, error) {
		return os.ReadFile(filepath.Join(out, filepath.FromSlash(path)))
	}, "en")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, p := range s.Plan.Data.Projects.Rows {
		var ids []string
		for c := range p.Contracts.All() {
			ids = append(ids, c.ID)
		}
		for m := range p.Payments.All() {
			ids = append(ids, m.ID)
		}
		for e := range p.Evaluations.All() {
			ids = append(ids, e.ID)
		}
		for _, id := range ids {
			if tried++; tried%150 != 0 {
				continue
			}
			a, err := x.Search(search.Query{Q: id, Limit: 10})
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Hits) == 0 || a.Hits[0].ID != p.ID {
				t.Errorf("%s does not find its project %s: %+v", id, p.ID, a.Hits)
			}
		}
	}
	if tried < 1000 {
		t.Errorf("only %d rows are there to be looked for", tried)
	}
}

// TestBudgetsFiguresAndCorrectionsAreFoundByWhatTheySay looks for such records as they
// are asked for: by identifier, by what they are about, by their words and numbers.
func TestBudgetsFiguresAndCorrectionsAreFoundByWhatTheySay(t *testing.T) {
	_, out := searched(t)
	x, err := search.Open(func(path string) ([]byte, error) {
		return os.ReadFile(filepath.Join(out, filepath.FromSlash(path)))
	}, "zh")
	if err != nil {
		t.Fatal(err)
	}
	const budget, figure, correction = "budgets/PD2006-B1.html", "figures/BJ2010-F07.html", "corrections/K0001.html"
	for _, c := range []struct {
		q, url  string
		filters map[string][]string
		first   bool
	}{
		{q: "PD2006-B1", url: budget, first: true},
		{q: "浦东新区 2006年预算", url: budget, first: true},
		{q: "上海浦东新区 2006 年购买社会组织服务预算", url: budget, first: true},
		{q: "Pudong budget 2006", url: budget, first: true},
		{q: "60000000", url: budget},
		{q: "BJ2010-F07", url: figure, first: true},
		{q: "服务人数 北京 2010", url: figure},
		{q: "服务 998 万人", url: figure},
		{q: "people served Beijing 2010", url: figure, first: true},
		{q: "9980000", url: figure, first: true},
		{q: "专业社工机构 浦东", url: "figures/PD-F07.html", first: true},
		{q: "带动社会资金", url: "figures/BJ2010-F06.html", first: true},
		{q: "", filters: map[string][]string{"type": {"figures"}, "district": {"310115"}}, url: "figures/PD-F06.html", first: true},
		{q: "", filters: map[string][]string{"type": {"figures"}, "programme": {"BJ2010"}}, url: figure},
		{q: "", filters: map[string][]string{"type": {"budgets"}, "year": {"2006"}}, url: budget, first: true},
		{q: "K0001", url: correction, first: true},
		{q: "计划服务人数有误", url: correction, first: true},
		{q: "a digit too many", url: correction, first: true},
		{q: "更正 东城区", url: correction},
		{q: "BJ2010-0001", url: correction},
		{q: "BJ2010-0001", url: "projects/BJ2010-0001.html", first: true},
		{q: "东城区社区居民传统技艺传习项目（示例 0001）", url: "projects/BJ2010-0001.html", first: true},
		{q: "东城区 传统技艺 0001", url: "projects/BJ2010-0001.html", first: true},
		{q: "corrections", filters: map[string][]string{"type": {"corrections"}}, url: correction, first: true},
		{q: "社区学堂体验活动 0001 2007", url: "events/PD-X001.html", first: true},
		{q: "Popular science days consultation 0002 2007", url: "events/PD-X002.html", first: true},
		{q: "30000", filters: map[string][]string{"type": {"subsidies"}}, url: "subsidies/PD-U1.html", first: true},
		{q: "budgets", filters: map[string][]string{"type": {"budgets"}}, url: budget},
		{q: "Dongcheng district", url: "districts/110101.html", first: true},
		{q: "PD2006", url: "programmes/PD2006.html", first: true},
	} {
		a, err := x.Search(search.Query{Q: c.q, Filters: c.filters, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(a.Hits, func(h search.Hit) bool { return h.URL == c.url })
		if at < 0 || c.first && at > 0 {
			t.Errorf("%q %v finds %s at %d of %+v", c.q, c.filters, c.url, at+1, a.Hits)
		}
	}
}

// searched is the demonstration site, and a folder with its search as it is built.
func searched(t *testing.T) (*Site, string) {
	t.Helper()
	s, out := openDir(t, Options{Source: filepath.Join("..", "..")}), t.TempDir()
	if err := s.buildSearch(func(path string, data []byte) error {
		write(t, out, map[string]string{path: string(data)})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return s, out
}

// titlesByKind are the pages of records and notes in a language: by kind, the title
// of each address.
func titlesByKind(s *Site, lang string) map[string]map[string]string {
	out := map[string]map[string]string{}
	enter := func(kind, url, title string) {
		if out[kind] == nil {
			out[kind] = map[string]string{}
		}
		out[kind][url] = title
	}
	for i := range s.Plan.Len() {
		if p := s.Plan.Page(i); p.Lang == lang && p.Record {
			if e := s.Plan.Entity(p); e != nil { // a note is entered below
				enter(strings.Split(strings.TrimPrefix(p.URL, lang+"/"), "/")[0], p.URL, s.Plan.Label(e, lang))
			}
		}
	}
	prefix := ""
	if lang != s.Plan.Data.Config.Languages[0] {
		prefix = lang + "/"
	}
	for _, n := range s.Plan.Data.Notes {
		if n.Slug != "home" {
			enter(n.Kind, prefix+site.NotePath(n)+".html", n.In(lang).Title)
		}
	}
	return out
}

// TestCountsOfABuiltSiteAreThoseOfItsRecords holds the counts by facet of no words,
// of a filter and of a word against the records.
func TestCountsOfABuiltSiteAreThoseOfItsRecords(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed, so engine.js cannot be asked")
	}
	s, out := searched(t)
	src := search.Of(s.Plan)
	facets, projects := search.Facets(), map[string][]string{"type": {"projects"}}
	asked := []map[string]any{{"limit": 1}, {"limit": 1, "filters": projects}, {"limit": 1, "q": "养老"}}
	met := []func(d *search.Document) bool{
		func(*search.Document) bool { return true },
		func(d *search.Document) bool { return d.Type == "projects" },
		func(d *search.Document) bool {
			return strings.Contains(joinedText(slices.Concat(d.Title[:], d.Names, d.Body)), "养老")
		},
	}
	in, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, filepath.FromSlash("../search/testdata/ask.mjs"), filepath.FromSlash("../../static/search/engine.js"), out, "zh")
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	said, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got []struct {
		Total  int
		Exact  bool `json:"facetsExact"`
		Facets map[string][]struct {
			Value string
			Count int
		}
		More []string
	}
	if err := json.Unmarshal(said, &got); err != nil {
		t.Fatal(err)
	}
	for i, q := range asked {
		total, want := counts(src, met[i])
		if got[i].Total != total || !got[i].Exact || total == 0 {
			t.Errorf("%v finds %d, exact: %t; want %d", q, got[i].Total, got[i].Exact, total)
		}
		for f, facet := range facets {
			if slices.Contains(got[i].More, facet) {
				continue // counted when it is opened
			}
			have := map[string]int{}
			for _, bar := range got[i].Facets[facet] {
				have[bar.Value] = bar.Count
			}
			if !maps.Equal(have, want[f]) {
				t.Errorf("%v: by %s %v, want %v", q, facet, have, want[f])
			}
		}
	}
}

// counts are how many documents are met, and how many have each value of each facet
// or one below it.
func counts(src search.Source, met func(*search.Document) bool) (int, []map[string]int) {
	out := make([]map[string]int, len(search.Facets()))
	above := make([]map[string]string, len(out))
	for f := range out {
		out[f], above[f] = map[string]int{}, map[string]string{}
		for _, v := range src.Values(f) {
			above[f][v.ID] = v.Parent
		}
	}
	n := 0
	for i := range src.Len() {
		d := src.Document(i)
		if !met(d) {
			continue
		}
		n++
		for f, v := range d.Values {
			for ; v != ""; v = above[f][v] {
				out[f][v]++
			}
		}
	}
	return n, out
}

// joinedText is texts without what stands between Han characters, and a bar between
// any two.
func joinedText(texts []string) string {
	return strings.Map(func(r rune) rune {
		if r == '|' || unicode.In(r, unicode.L, unicode.N) {
			return r
		}
		return -1
	}, strings.Join(texts, "|"))
}
