package search_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode"

	"gongkai/internal/search"
)

// branded gives one project of twenty a brand at the beginning of its title, as
// real ones have; generated titles have none.
type branded struct{ search.Source }

// brandChars are what brands are made of.
var brandChars = []rune("青禾晨曦暖阳和悦安康乐善同心彩虹春雨微光向日葵花溪星海蓝天绿叶")

func (s branded) Document(i int) *search.Document {
	d := s.Source.Document(i)
	if brand := brandOf(d); brand != "" {
		d.Title[0] = brand + d.Title[0]
	}
	return d
}

func brandOf(d *search.Document) string {
	h := fnv.New32a()
	h.Write([]byte(d.ID))
	n := int(h.Sum32() >> 4)
	if d.Type != "projects" || n%20 != 0 {
		return ""
	}
	n /= 20
	a, b := n%len(brandChars), n/len(brandChars)%len(brandChars)
	return string([]rune{brandChars[a], brandChars[b]})
}

// query is what engine.js is asked; want tells whether a record is one of those that
// were meant.
type query struct {
	Q       string              `json:"q"`
	Filters map[string][]string `json:"filters,omitempty"`
	Ranges  map[string][]any    `json:"ranges,omitempty"`
	Sort    string              `json:"sort,omitempty"`
	Limit   int                 `json:"limit"`
	Cold    bool                `json:"cold"`
	Facets  bool                `json:"facets"`
	Open    string              `json:"open,omitempty"`

	want func(name string) bool
}

type reply struct {
	Bytes     int      `json:"bytes"`
	OpenBytes int      `json:"openBytes"`
	Requests  int      `json:"requests"`
	Rounds    int      `json:"rounds"`
	IDs       []string `json:"ids"`
}

// knownGoals are how many of a hundred records are to be among the first ten.
var knownGoals = map[string]float64{
	"identifier": 100, "whole title, Chinese": 100, "brand and district, Chinese": 100, "whole title, English": 98,
	"title with a letter missing": 95, "title with a letter more": 95, "title with two letters exchanged": 95, "last word's first four letters": 95,
}

// sayKnown enters how many of some records are found by what a reader knows of them.
func sayKnown(b *testing.B, t *report, dir string, src search.Source) {
	k := knownOf(src)
	for _, kind := range k.order {
		list, hits, firsts := k.queries[kind], 0, 0
		for i, a := range answers(b, dir, "zh", list) {
			if slices.ContainsFunc(a.IDs, list[i].want) {
				hits++
			}
			if len(a.IDs) > 0 && list[i].want(a.IDs[0]) {
				firsts++
			}
		}
		what := "by " + kind + ": among the first ten (first), of"
		t.say(what, fmt.Sprintf("%d (%d) of %d", hits, firsts, len(list)), 100*float64(hits)/float64(len(list)))
		t.want(what, atLeast(fmt.Sprintf("%.0f %%", knownGoals[kind]), knownGoals[kind]))
	}
}

// known are queries for records that are known to be there, by kind.
type known struct {
	src     search.Source
	places  map[string]int // of documents, by name
	queries map[string][]query
	order   []string
}

func knownOf(src search.Source) *known {
	k := &known{src: src, places: map[string]int{}, queries: map[string][]query{}}
	for i := range src.Len() {
		_, name := src.Place(i)
		k.places[name] = i
	}
	districts := map[string]string{}
	for _, v := range src.Values(slices.Index(search.Facets(), "district")) {
		districts[v.ID] = strings.TrimSuffix(v.Label[0], "区")
	}
	r := rand.New(rand.NewPCG(11, 4))
	for range 150 {
		d := src.Document(r.IntN(src.Len()))
		k.add("identifier", d.ID, d, func(o *search.Document) bool { return o.Type == d.Type && o.ID == d.ID })
		// Records of one title cannot be told apart by it.
		same := func(o *search.Document) bool { return o.Title[0] == d.Title[0] || o.Title[1] == d.Title[1] }
		if unicode.Is(unicode.Han, []rune(d.Title[0])[0]) {
			k.add("whole title, Chinese", d.Title[0], d, same)
		}
		if en := strings.Fields(d.Title[1]); len(en) > 2 {
			k.add("whole title, English", d.Title[1], d, same)
			k.slips(r, d, en, same)
		}
	}
	district := slices.Index(search.Facets(), "district")
	for tried := 0; tried < 150; {
		d := src.Document(r.IntN(src.Len()))
		if brand := brandOf(d); brand != "" {
			tried++
			k.add("brand and district, Chinese", brand+" "+districts[d.Values[district]], d, func(o *search.Document) bool {
				return brandOf(o) == brand && o.Values[district] == d.Values[district]
			})
		}
	}
	return k
}

// slips enters a title with a slip in its first long word, and with that word begun.
func (k *known) slips(r *rand.Rand, d *search.Document, en []string, same func(*search.Document) bool) {
	at := slices.IndexFunc(en, func(w string) bool { return len(w) > 5 && !strings.ContainsAny(w, "(),0123456789") })
	if at < 0 {
		return
	}
	w := en[at]
	i := 1 + r.IntN(len(w)-2)
	slip := func(word string) string {
		out := slices.Clone(en)
		out[at] = word
		return strings.Join(out, " ")
	}
	k.add("title with a letter missing", slip(w[:i]+w[i+1:]), d, same)
	k.add("title with a letter more", slip(w[:i]+string(rune('a'+r.IntN(26)))+w[i:]), d, same)
	for i < len(w)-2 && w[i] == w[i+1] {
		i++
	}
	k.add("title with two letters exchanged", slip(w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:]), d, same)
	others := slices.Delete(slices.Clone(en), at, at+1)
	k.add("last word's first four letters", strings.Join(append(others, w[:4]), " "), d, same)
}

func (k *known) add(kind, q string, d *search.Document, meant func(*search.Document) bool) {
	if !slices.Contains(k.order, kind) {
		k.order = append(k.order, kind)
	}
	own := d.Type + "/" + d.ID
	k.queries[kind] = append(k.queries[kind], query{Q: q, Limit: 10, want: func(name string) bool {
		return name == own || meant(k.src.Document(k.places[name]))
	}})
}

// answers asks engine.js.
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
