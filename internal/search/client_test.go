package search

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strconv"
	"testing"
)

// asked is a query as engine.js takes it.
type asked struct {
	Q       string              `json:"q"`
	Filters map[string][]string `json:"filters,omitempty"`
	Ranges  map[string][]any    `json:"ranges,omitempty"`
	Sort    string              `json:"sort,omitempty"`
	Offset  int                 `json:"offset,omitempty"`
	Limit   int                 `json:"limit"`
	Cold    bool                `json:"cold,omitempty"`
	Facets  any                 `json:"facets,omitempty"`
	Open    string              `json:"open,omitempty"`
}

type answered struct {
	Total       int      `json:"total"`
	Exact       bool     `json:"exact"`
	FacetsExact bool     `json:"facetsExact"`
	IDs         []string `json:"ids"`
	Bytes       int      `json:"bytes"`
	Requests    int      `json:"requests"`
	Rounds      int      `json:"rounds"`
	MS          float64  `json:"ms"`
	Facets      map[string][]bar
	More        []string `json:"more"`
	Opened      []bar    `json:"opened"`
}

type bar struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// ask puts queries to engine.js.
func ask(t testing.TB, dir, lang string, queries []asked) []answered {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed, so engine.js cannot be asked")
	}
	in, err := json.Marshal(queries)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "testdata/ask.mjs", "../../static/search/engine.js", dir, lang)
	cmd.Stdin = bytes.NewReader(in)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("node: %v\n%s", err, said.String())
	}
	var answers []answered
	if err := json.Unmarshal(out.Bytes(), &answers); err != nil {
		t.Fatal(err)
	}
	return answers
}

// sampleQueries are of every kind, and some that no person would write.
func sampleQueries(src sample, n int) []asked {
	r := rand.New(rand.NewPCG(3, 9))
	words := []string{"养老", "居家", "服务", "培训", "浦东新区", "care", "older", "peopel", "train", "P000012", "yanglao", "sqj", "養老", "防治", "of", "999", "艺术", "z", "养", "\x00", "<b>", "%", "１２", "é", "reading for", "志愿行动陪伴"}
	sorts := []string{"relevance", "newest", "oldest", "largest", "smallest"}
	var out []asked
	for range n {
		q := asked{Limit: 10, Sort: sorts[r.IntN(len(sorts))]}
		for range r.IntN(4) {
			q.Q += words[r.IntN(len(words))] + []string{" ", "", "·"}[r.IntN(3)]
		}
		if r.IntN(3) == 0 {
			title := []rune(src.Document(r.IntN(src.Len())).Title[0])
			at := r.IntN(len(title) - 1)
			q.Q = string(title[at:min(len(title), at+2+r.IntN(6))])
		}
		if r.IntN(8) == 0 {
			q.Q = src.Document(r.IntN(src.Len())).Title[r.IntN(2)]
		}
		if r.IntN(3) == 0 {
			q.Filters = map[string][]string{"area": {strconv.Itoa(r.IntN(8)), strconv.Itoa(r.IntN(8))}}
		}
		if r.IntN(4) == 0 {
			if q.Filters == nil {
				q.Filters = map[string][]string{}
			}
			q.Filters["district"] = []string{strconv.Itoa(r.IntN(6))}
		}
		if r.IntN(5) == 0 {
			q.Ranges = map[string][]any{"amount": {float64(r.IntN(5_000_000)), nil}}
		}
		if r.IntN(6) == 0 {
			q.Ranges = map[string][]any{"date": {"2008-03", nil}}
		}
		if r.IntN(6) == 0 {
			q.Offset = 10 * r.IntN(4)
		}
		out = append(out, q)
	}
	return out
}

func (q asked) query() Query {
	out := Query{Q: q.Q, Filters: q.Filters, Sort: q.Sort, Offset: q.Offset, Limit: q.Limit}
	if a := q.Ranges["amount"]; a != nil {
		v := a[0].(float64)
		out.Amount[0] = &v
	}
	if d := q.Ranges["date"]; d != nil {
		out.Date[0] = d[0].(string)
	}
	return out
}

// maxQuery is how many bytes a query may read.
const maxQuery = 256 << 10

// TestBothReadersAgree puts the same queries to the reader in Go and to
// engine.js: the same documents in the same order, no error, within the budget.
func TestBothReadersAgree(t *testing.T) {
	src := whole(9000) // enough for pieces by amount of single values
	files := build(t, src, 0)
	queries := sampleQueries(src, 250)
	answers := ask(t, files.save(t), "zh", queries)
	for i, q := range queries {
		q.Cold = true
		x := files.open(t, "zh")
		want, err := x.Search(q.query())
		if err != nil {
			t.Fatalf("%+v: %v", q, err)
		}
		ids := []string{}
		for _, h := range want.Hits {
			ids = append(ids, h.Type+"/"+h.ID)
		}
		if !slices.Equal(ids, answers[i].IDs) || want.Exact && answers[i].Exact && want.Total != answers[i].Total {
			t.Errorf("%+v\n go %d %v\n js %d %v", q, want.Total, ids, answers[i].Total, answers[i].IDs)
		}
		if answers[i].Bytes > maxQuery {
			t.Errorf("%+v read %d bytes", q, answers[i].Bytes)
		}
	}
}

// TestATitleOfOneWordIsFirst types the whole title of the oldest of many documents
// that have it in theirs: a word, a character and runs that one term stands for; as it
// is, in part, with a slip and among others of the same kind. Both readers put it first.
func TestATitleOfOneWordIsFirst(t *testing.T) {
	for title, queries := range map[[2]string][]string{
		{"庇护", "Refuge"}:     {"庇护", "Refuge", "refuge!", "REFU", "refuhe", "庇護"},
		{"庇护所", "Mind"}:      {"庇护所", "庇护·所", "mind"},
		{"", "360"}:          {"360", "３６０"},
		{"护", "Zacchaeus"}:   {"护", "zacchaues"},
		{"庇护所里", "Woodland"}: {"庇护所里", "woodland"},
	} {
		src := oneTitled(1500, 701, title, func(i int, d *Document) {
			d.Title = [2]string{strconv.Itoa(i) + "之" + title[0] + "的故事", title[1] + " again " + strconv.Itoa(i)}
		})
		want, all := src.Document(701), []asked{}
		for _, q := range queries {
			all = append(all, asked{Q: q, Limit: 10}, asked{Q: q, Limit: 10, Filters: map[string][]string{"type": {want.Type}}})
		}
		files := build(t, src, 0)
		answers := ask(t, files.save(t), "zh", all)
		for i, q := range all {
			a, err := files.open(t, "zh").Search(q.query())
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Hits) < 2 || a.Hits[0].ID != want.ID || len(answers[i].IDs) < 2 || answers[i].IDs[0] != want.Type+"/"+want.ID {
				t.Errorf("%q of %q finds %d, first %+v; the script %v", q.Q, title, len(a.Hits), a.Hits[:min(len(a.Hits), 1)], answers[i].IDs)
			}
		}
	}
}

// TestAWordStandsBeforeWhatBeginsWithIt types a word that only the oldest title has,
// among titles of words that begin so.
func TestAWordStandsBeforeWhatBeginsWithIt(t *testing.T) {
	src := oneTitled(1500, 701, [2]string{"", "Family refuge, Bath"}, func(i int, d *Document) {
		d.Title = [2]string{"", []string{"Refugees of Bath", "Refugee radio"}[i%2]}
	})
	files, want := build(t, src, 0), src.Document(701)
	all := []asked{{Q: "refuge", Limit: 10}, {Q: "refuge", Limit: 10, Filters: map[string][]string{"type": {want.Type}}}}
	answers := ask(t, files.save(t), "en", all)
	for i, q := range all {
		a, err := files.open(t, "en").Search(q.query())
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Hits) != 10 || a.Hits[0].ID != want.ID || answers[i].IDs[0] != want.Type+"/"+want.ID || answers[i].Total != a.Total {
			t.Errorf("%+v finds %d, first %+v; the script %d, %v", q, a.Total, a.Hits[0], answers[i].Total, answers[i].IDs)
		}
	}
}

// TestAFirstQueryTakesFewRounds counts the requests that wait for each other, the
// root among them: of an index whose tables stand in the root, and of one where one
// of them is divided.
func TestAFirstQueryTakesFewRounds(t *testing.T) {
	area, both := map[string][]string{"area": {"3"}}, map[string][]string{"area": {"3"}, "district": {"1"}}
	for n, more := range map[int]int{3000: 0, 20000: 1} {
		queries := []asked{{}, {Q: "养老"}, {Q: "居家养老"}, {Q: "volunteers"}, {Q: "older people"}, {Q: "P000012"}, {Q: "volun"},
			{Filters: area}, {Filters: area, Sort: "largest"}, {Filters: both, Sort: "oldest"},
			{Filters: both, Sort: "largest", Ranges: map[string][]any{"amount": {10000.0, nil}}}}
		most := []int{3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4}
		for i := range queries {
			queries[i].Limit, queries[i].Cold, queries[i].Facets = 10, true, false
		}
		for i, a := range ask(t, build(t, whole(n), 0).save(t), "zh", queries) {
			if a.Rounds > most[i]+more || len(a.IDs) == 0 {
				t.Errorf("%d records: %+v takes %d rounds for %d results, want at most %d", n, queries[i], a.Rounds, len(a.IDs), most[i]+more)
			}
		}
	}
}
