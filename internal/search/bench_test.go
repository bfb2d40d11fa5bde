package search_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"gongkai/internal/build"
	"gongkai/internal/search"
	"gongkai/internal/synth"
)

// BenchmarkTable builds the index of generated sites and measures what a reader
// pays: make bench-search, with SIZES="2706 27060 100000" projects by default. It
// prints a table in Markdown of every goal, then each figure beside its goal, and
// which files a record more, less or other changes.
func BenchmarkTable(b *testing.B) {
	t := &report{cells: map[string][]string{}, values: map[string][]float64{}, goals: map[string]goal{}}
	for _, field := range strings.Fields(os.Getenv("SIZES")) {
		n, err := strconv.Atoi(field)
		if err != nil {
			b.Fatal(err)
		}
		measure(b, t, n)
	}
	fmt.Println(t)
}

func measure(b *testing.B, t *report, projects int) {
	dir := b.TempDir()
	if err := synth.WriteDir(filepath.Join(dir, "site"), synth.Options{Projects: projects}); err != nil {
		b.Fatal(err)
	}
	s, err := build.Open(build.Options{Source: filepath.Join(dir, "site")})
	if err != nil || s.Plan == nil {
		b.Fatal("the generated site has errors: ", err)
	}
	defer s.Close()
	src, out := branded{search.Of(s.Plan)}, filepath.Join(dir, "out")
	for _, folder := range search.Folders() {
		if err := os.MkdirAll(filepath.Join(out, filepath.FromSlash(folder)), 0o755); err != nil {
			b.Fatal(err)
		}
	}
	t.begin(src.Len())
	t.say("projects among them", strconv.Itoa(projects), math.NaN())
	began, most := cpu(), watchMemory()
	r := index(b, src, func(path string, data []byte) error { return os.WriteFile(filepath.Join(out, path), data, 0o644) })
	sayIndex(t, r, cpu()-began, most())
	t.say("root, KB", fmt.Sprintf("%.1f", float64(size(filepath.Join(out, "search", "root.gz")))/1024), float64(size(filepath.Join(out, "search", "root.gz")))/1024)
	t.want("root, KB", atMost("12 KB", 0, 12))
	sayQueries(b, t, out, s)
	sayKnown(b, t, out, src)
	sayChanges(b, t, src)
	for _, how := range []string{"edited", "inserted", "deleted"} {
		t.want("files changed, one record "+how+", median / most", atMost("2 % at 100,000", from100k, 2))
	}
}

// sayIndex enters what an index takes.
func sayIndex(t *report, r search.Result, took time.Duration, memory uint64) {
	each := float64(r.Bytes) / float64(r.Documents)
	t.say("index, bytes a record", fmt.Sprintf("%.0f", each), each)
	t.want("index, bytes a record", atMost("512 from 27,060 projects on", from27k, 512))
	share := 100 * float64(r.Files) / float64(r.Documents)
	t.say("files, of records", fmt.Sprintf("%.1f %%", share), share)
	t.want("files, of records", atMost("10 %", 0, 10))
	t.say("building, seconds of CPU", fmt.Sprintf("%.1f", took.Seconds()), took.Seconds()*100_000/float64(r.Documents))
	t.want("building, seconds of CPU", atMost("60 for 100,000", from100k, 60))
	t.say("memory of the build, MB", fmt.Sprintf("%d", memory>>20), float64(memory)/(1<<20))
	t.want("memory of the build, MB", atMost("512 MB at a million", from1M, 512))
}

// scripts is what scripts of the search page take, packed.
func scripts(b *testing.B, s *build.Site, names ...string) int {
	sum := 0
	for _, name := range names {
		out, ok := s.Output("search/" + name)
		if !ok {
			b.Fatal("the site has no ", name)
		}
		var packed bytes.Buffer
		z := gzip.NewWriter(&packed)
		if err := out.Write(z); err != nil || z.Close() != nil {
			b.Fatal(err)
		}
		sum += packed.Len()
	}
	return sum
}

// watchMemory looks at the memory that is in use until what it gives is called, which
// tells by how much it grew at most.
func watchMemory() func() uint64 {
	read := func() uint64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	runtime.GC()
	before, most := read(), uint64(0)
	stop, done := make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for tick := time.NewTicker(100 * time.Millisecond); ; {
			most = max(most, read())
			select {
			case <-stop:
				tick.Stop()
				return
			case <-tick.C:
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-done
		return max(most, before) - before
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

// asks are the queries whose cost is measured, by kind.
func asks() []kindOfQuery {
	return []kindOfQuery{
		{"no words", words("")},
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
		{ranged, []query{
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
	}
}

// ranged are the queries that load the script of the walk by amount.
const ranged = "filter, range and sort"

type kindOfQuery struct {
	name string
	list []query
}

// sayQueries enters what kinds of queries take: each as the first one of a reader,
// with the scripts and the root, until the results are there and with the counts; and
// one after another.
func sayQueries(b *testing.B, t *report, dir string, s *build.Site) {
	always, byAmount := scripts(b, s, "engine.js", "page.js"), scripts(b, s, "amounts.js")
	t.say("scripts, KB", fmt.Sprintf("%.1f", float64(always)/1024), float64(always)/1024)
	ask := func(list []query, cold, facets bool) []reply {
		for i := range list {
			list[i].Limit, list[i].Cold, list[i].Facets = 10, cold, facets
		}
		return answers(b, dir, "zh", list)
	}
	pair := func(replies []reply, of func(reply) float64) (string, float64) {
		mid, most := median(replies, of)
		return fmt.Sprintf("%.0f / %.0f", mid, most), most
	}
	for _, kind := range asks() {
		first, counted := ask(kind.list, true, false), ask(kind.list, true, true)
		scripts := always
		if kind.name == ranged {
			scripts += byAmount
		}
		kb := func(r reply) float64 { return float64(r.Bytes+scripts) / 1024 }
		rounds := func(r reply) float64 { return float64(r.Rounds) }
		results, _ := pair(first, kb)
		whole, most := pair(counted, kb)
		what := kind.name + ": KB, median / most; with counts"
		t.say(what, results+"; "+whole, most)
		t.want(what, goal{text: "60, 100 at 100,000, 150 at a million", at: firstQuery})
		results, most = pair(first, rounds)
		whole, _ = pair(counted, rounds)
		what = kind.name + ": rounds, median / most; with counts"
		t.say(what, results+"; "+whole, most)
		t.want(what, atMost("3", 0, 3))
	}
	var all []query
	for _, kind := range asks() {
		all = append(all, kind.list...)
	}
	mid, most := median(ask(all, false, true), func(r reply) float64 { return float64(r.Bytes) / 1024 })
	t.say("later queries: KB, median / most", fmt.Sprintf("%.0f / %.0f", mid, most), mid)
	t.want("later queries: KB, median / most", atMost("64; never over 256", 0, 64))
	one := words("养老", "服务", "心理", "社区", "儿童")
	for i := range one {
		one[i].Open = "agency"
	}
	mid, most = median(ask(one, true, true), func(r reply) float64 { return float64(r.OpenBytes) / 1024 })
	what := "counts by agency of one term, opened: KB, median / most"
	t.say(what, fmt.Sprintf("%.1f / %.1f", mid, most), most)
	t.want(what, atMost("10", 0, 10))
}

// median is the one in the middle and the largest.
func median(replies []reply, of func(reply) float64) (mid, most float64) {
	var all []float64
	for _, r := range replies {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all[len(all)/2], all[len(all)-1]
}

func words(all ...string) []query {
	var out []query
	for _, w := range all {
		out = append(out, query{Q: w})
	}
	return out
}
