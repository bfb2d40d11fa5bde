package search_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"

	"gongkai/internal/build"
	"gongkai/internal/search"
	"gongkai/internal/synth"
)

// BenchmarkTable builds the index of generated sites and measures what a reader
// pays: make bench-search, with SIZES="2706 27060 100000" projects by default. It
// prints one row of Markdown for each figure.
func BenchmarkTable(b *testing.B) {
	for _, field := range strings.Fields(os.Getenv("SIZES")) {
		n, err := strconv.Atoi(field)
		if err != nil {
			b.Fatal(err)
		}
		measure(b, n)
	}
}

func measure(b *testing.B, projects int) {
	dir := b.TempDir()
	if err := synth.WriteDir(filepath.Join(dir, "site"), synth.Options{Projects: projects}); err != nil {
		b.Fatal(err)
	}
	s, err := build.Open(build.Options{Source: filepath.Join(dir, "site")})
	if err != nil || s.Plan == nil {
		b.Fatal("the generated site has errors: ", err)
	}
	defer s.Close()
	src := search.Of(s.Plan)
	out := filepath.Join(dir, "out")
	for _, folder := range []string{search.PartsFolder, search.ShownFolder} {
		if err := os.MkdirAll(filepath.Join(out, filepath.FromSlash(folder)), 0o755); err != nil {
			b.Fatal(err)
		}
	}
	sums := map[string][]byte{}
	began := cpu()
	r := index(b, src, func(path string, data []byte) error {
		sums[path] = slices.Clone(data[:min(len(data), 64)])
		return os.WriteFile(filepath.Join(out, path), data, 0o644)
	})
	say := func(what string, value any) { fmt.Printf("| %d | %s | %v |\n", r.Documents, what, value) }
	say("index, MB", fmt.Sprintf("%.1f", float64(r.Bytes)/(1<<20)))
	say("index, bytes a record", r.Bytes/int64(r.Documents))
	say("files", fmt.Sprintf("%d (%.1f %%)", r.Files, 100*float64(r.Files)/float64(r.Documents)))
	say("CPU of the build, s", fmt.Sprintf("%.1f", (cpu()-began).Seconds()))
	say("root, bytes", size(filepath.Join(out, "search", "root.gz")))
	queries(b, out, src, say)
	for _, e := range []struct {
		name string
		src  search.Source
	}{{"edited", edited{src, src.Len() / 2}}, {"deleted", without{src, src.Len() / 2}}} {
		changed := 0
		index(b, e.src, func(path string, data []byte) error {
			if !bytes.Equal(sums[path], data[:min(len(data), 64)]) {
				changed++
			}
			return nil
		})
		say("files changed, one record "+e.name, fmt.Sprintf("%d (%.1f %%)", changed, 100*float64(changed)/float64(r.Files)))
	}
}

func size(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

func index(b *testing.B, src search.Source, write func(string, []byte) error) search.Result {
	r, err := search.Build(src, search.Options{Write: write, Spill: func() (io.ReadWriteSeeker, error) {
		return os.CreateTemp(b.TempDir(), "run")
	}})
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// cpu is the processor time that the program has taken.
func cpu() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// edited has another title for one record.
type edited struct {
	search.Source
	at int
}

func (e edited) Document(i int) *search.Document {
	d := e.Source.Document(i)
	if i == e.at {
		d.Title[0] = "改名后的" + d.Title[0]
	}
	return d
}

// without leaves one record out.
type without struct {
	search.Source
	at int
}

func (w without) Len() int { return w.Source.Len() - 1 }

func (w without) of(i int) int {
	if i >= w.at {
		return i + 1
	}
	return i
}

func (w without) Place(i int) (uint32, string)    { return w.Source.Place(w.of(i)) }
func (w without) Document(i int) *search.Document { return w.Source.Document(w.of(i)) }

// query is what engine.js is asked; want is the record that is to be among the
// first ten.
type query struct {
	Q       string              `json:"q"`
	Filters map[string][]string `json:"filters,omitempty"`
	Ranges  map[string][]any    `json:"ranges,omitempty"`
	Sort    string              `json:"sort,omitempty"`
	Limit   int                 `json:"limit"`
	Cold    bool                `json:"cold"`
	Facets  bool                `json:"facets"`

	want string
}

type reply struct {
	Bytes    int      `json:"bytes"`
	Requests int      `json:"requests"`
	Rounds   int      `json:"rounds"`
	IDs      []string `json:"ids"`
}

func queries(b *testing.B, dir string, src search.Source, say func(string, any)) {
	kinds := []struct {
		name string
		list []query
	}{
		{"one term", words("养老", "服务", "心理", "社区", "儿童", "评估", "消防", "volunteers", "disabled", "training", "elderly", "community")},
		{"several terms", words("养老服务中心", "社区食堂", "居家照护项目", "残障人士", "养老服务", "浦东 养老", "社区 心理", "残障人士 康复", "静安 儿童", "徐汇 社区 服务", "心理 评估 学校",
			"older people", "home visits", "community care centre", "training for volunteers", "mental health")},
		{"filters", []query{
			{Filters: map[string][]string{"area": {"elderly"}}},
			{Filters: map[string][]string{"area": {"elderly"}, "state": {"completed"}}},
			{Q: "社区", Filters: map[string][]string{"area": {"elderly"}}},
			{Q: "心理", Filters: map[string][]string{"type": {"projects"}, "year": {"2012"}}},
			{Q: "volunteers", Filters: map[string][]string{"type": {"projects"}}},
		}},
		{"filter, range and sort", []query{
			{Filters: map[string][]string{"area": {"elderly"}}, Sort: "largest"},
			{Filters: map[string][]string{"state": {"completed"}}, Ranges: map[string][]any{"amount": {100000, nil}}, Sort: "largest"},
			{Ranges: map[string][]any{"amount": {50000, 200000}}, Sort: "smallest"},
			{Filters: map[string][]string{"year": {"2010"}}, Sort: "oldest"},
			{Filters: map[string][]string{"area": {"elderly"}, "year": {"2012"}}, Ranges: map[string][]any{"amount": {50000, 500000}}, Sort: "largest"},
			{Filters: map[string][]string{"type": {"projects"}, "year": {"2012"}}, Sort: "smallest"},
			{Q: "社区", Ranges: map[string][]any{"amount": {100000, nil}}, Sort: "largest"},
			{Ranges: map[string][]any{"amount": {200000, nil}, "date": {"2012-01-01", "2012-12-31"}}},
		}},
		{"a slip of the pen", words("volunters", "comunity", "eldery", "trainning")},
		{"the beginning of a word", words("volun", "comm", "eld", "social wo", "tra")},
		{"pinyin", words("yanglao", "shequ", "ylf", "xinli zixun")},
		{"no words", words("")},
	}
	for at := range 2 * len(kinds) {
		kind, facets := kinds[at/2], at%2 == 1
		what := kind.name
		if facets {
			what += ", with counts"
		}
		for i := range kind.list {
			kind.list[i].Limit, kind.list[i].Cold, kind.list[i].Facets = 10, true, facets
		}
		replies := answers(b, dir, "zh", kind.list)
		var sizes, rounds []int
		for _, r := range replies {
			sizes, rounds = append(sizes, r.Bytes), append(rounds, r.Rounds)
		}
		slices.Sort(sizes)
		slices.Sort(rounds)
		say(what+": KB, median / most (rounds)", fmt.Sprintf("%.0f / %.0f (%d / %d)", float64(sizes[len(sizes)/2])/1024,
			float64(sizes[len(sizes)-1])/1024, rounds[len(rounds)/2], rounds[len(rounds)-1]))
	}
	known(b, dir, src, say)
}

func words(all ...string) []query {
	var out []query
	for _, w := range all {
		out = append(out, query{Q: w})
	}
	return out
}

// known looks for records by a part of their titles.
func known(b *testing.B, dir string, src search.Source, say func(string, any)) {
	r := rand.New(rand.NewPCG(11, 4))
	kinds := map[string][]query{}
	places := map[string]int{}
	for i := range src.Len() {
		_, name := src.Place(i)
		places[name] = i
	}
	for range 150 {
		d := src.Document(r.IntN(src.Len()))
		want := d.Type + "/" + d.ID
		add := func(kind, q string) { kinds[kind] = append(kinds[kind], query{Q: q, Limit: 10, want: want}) }
		if unicode.Is(unicode.Han, []rune(d.Title[0])[0]) {
			add("whole title, Chinese", d.Title[0])
		}
		if en := strings.Fields(d.Title[1]); len(en) > 2 {
			add("whole title, English", d.Title[1])
			for i, w := range en {
				if len(w) > 5 && !strings.ContainsAny(w, "(),0123456789") {
					at := 1 + r.IntN(len(w)-2)
					slip := slices.Clone(en)
					slip[i] = w[:at] + w[at+1:]
					add("whole title, one slip", strings.Join(slip, " "))
					break
				}
			}
		}
		add("identifier", d.ID)
	}
	for _, kind := range []string{"identifier", "whole title, Chinese", "whole title, English", "whole title, one slip"} {
		list := kinds[kind]
		hits, firsts := 0, 0
		for i, a := range answers(b, dir, "zh", list) {
			// Records of one title cannot be told apart by it.
			title := src.Document(places[list[i].want]).Title
			same := func(name string) bool {
				other := src.Document(places[name]).Title
				return name == list[i].want || kind != "identifier" && (other[0] == title[0] || other[1] == title[1])
			}
			if slices.ContainsFunc(a.IDs, same) {
				hits++
			}
			if len(a.IDs) > 0 && same(a.IDs[0]) {
				firsts++
			}
		}
		say("by "+kind+": in the first ten, first", fmt.Sprintf("%d, %d of %d", hits, firsts, len(list)))
	}
}

func answers(b *testing.B, dir, lang string, list []query) []reply {
	in, err := json.Marshal(list)
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command("node", "testdata/ask.mjs", "../../static/search/engine.js", dir, lang)
	cmd.Stdin = bytes.NewReader(in)
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		b.Fatalf("node: %s", exit.Stderr)
	}
	if err != nil {
		b.Skip("node is not installed: ", err)
	}
	var replies []reply
	if err := json.Unmarshal(out, &replies); err != nil {
		b.Fatal(err)
	}
	return replies
}
