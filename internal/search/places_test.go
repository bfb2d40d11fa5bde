package search

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// scattered is a source whose records have the parts of a run: every fifth as it
// stands, across punctuation, the others in other orders.
type scattered struct{ sample }

var scatteredTexts = [...]string{
	"社区养老·服务中心（示例）",
	"养老服务站与社区服务中心",
	"中心城区老年服务，养老院",
	"养老服、服务中、务中心",
	"服务中心养老",
}

func (s scattered) Document(i int) *Document {
	d := s.sample.Document(i)
	text := scatteredTexts[i%len(scatteredTexts)]
	d.Title[0], d.Body = fmt.Sprintf("记录%d", i), []string{text}
	if i%2 == 0 {
		d.Title[0] = text
	}
	return d
}

func (s scattered) Place(i int) (uint32, string) {
	d := s.Document(i)
	return d.Cell(), d.Type + "/" + d.ID
}

// TestARunIsFoundAsItStands asks for runs of three characters and more whose parts
// many records have: those that have it as it stands are counted, and no others.
func TestARunIsFoundAsItStands(t *testing.T) {
	src := scattered{whole(2000)}
	files := build(t, src, 0)
	runs := []string{"养老服务", "养老服务中心", "服务中心", "务中心", "社区养老服务", "老服务中心示例", "中心养老"}
	var queries []asked
	for _, run := range runs {
		queries = append(queries, asked{Q: run, Limit: 10}, asked{Q: run, Limit: 10, Sort: "smallest"})
	}
	answers := ask(t, files.save(t), "zh", queries)
	for i, q := range queries {
		want := 0
		for n := range src.Len() {
			if strings.Contains(letters(scatteredTexts[n%len(scatteredTexts)]), q.Q) {
				want++
			}
		}
		got, err := files.open(t, "zh").Search(Query{Q: q.Q, Limit: 10, Sort: q.Sort})
		if err != nil {
			t.Fatal(err)
		}
		if got.Total != want || !got.Exact || answers[i].Total != want || !answers[i].Exact {
			t.Errorf("%s %s: %d in Go, %d in JavaScript, want %d", q.Q, q.Sort, got.Total, answers[i].Total, want)
		}
	}
}

// letters is a text without its punctuation.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if joined(r) {
			return r
		}
		return -1
	}, s)
}

// TestPartsOfARunAreSaid asks for a run that no record has as it stands: what has
// its parts is found, is not called exact, and the answer says so.
func TestPartsOfARunAreSaid(t *testing.T) {
	x := build(t, scattered{whole(2000)}, 0).open(t, "zh")
	for q, parted := range map[string][]string{"养老服务中心城区": {"养老服务中心城区"}, "养老服务": nil, "火星救援": nil} {
		a, err := x.Search(Query{Q: q, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(a.Parted, parted) || (len(parted) > 0) == a.Exact {
			t.Errorf("%s: parted %q, exact %v, total %d", q, a.Parted, a.Exact, a.Total)
		}
	}
}

// TestTwoNamesInARowAreFoundApart writes two names of titles one after the other, in
// either order, where a pair of the first one's end and the second one's beginning is in
// other titles. Both readers find what has both.
func TestTwoNamesInARowAreFoundApart(t *testing.T) {
	src := oneTitled(1500, 701, [2]string{"居家养老进朝阳区", ""}, func(i int, d *Document) {
		d.Title = [2]string{[]string{"朝阳区学校", "静安区居民", "居家养老朝西"}[i%3], ""}
		d.Body = nil
	})
	files, want := build(t, src, 0), "projects/"+src.Document(701).ID
	var all []asked
	for _, q := range []string{"朝阳区居家养老", "居家养老朝阳区", "朝阳居家养老", "居家养老朝阳"} {
		all = append(all, asked{Q: q, Limit: 10})
	}
	answers := ask(t, files.save(t), "zh", all)
	for i, q := range all {
		a, err := files.open(t, "zh").Search(q.query())
		if err != nil || a.Total != 1 || want != a.Hits[0].Type+"/"+a.Hits[0].ID || a.Exact || !slices.Equal(a.Parted, []string{q.Q}) {
			t.Errorf("%s finds %+v: %v", q.Q, a, err)
		}
		if !slices.Equal(answers[i].IDs, []string{want}) {
			t.Errorf("%s: engine.js finds %v", q.Q, answers[i].IDs)
		}
	}
}

func TestPlacesAreReadAsWritten(t *testing.T) {
	want := [][]uint32{{0}, {3, 4, 900}, {1024, 70000}, {5}}
	var b []byte
	for _, p := range want {
		b = appendPlaces(b, p)
	}
	if n := placesSize(b); n != 1 {
		t.Errorf("the first takes %d bytes", n)
	}
	d := decoder{b: b}
	if got := d.places(len(want)); fmt.Sprint(got) != fmt.Sprint(want) || d.bad {
		t.Errorf("%v, want %v", got, want)
	}
	if got := (&decoder{b: b[:3]}).places(9); len(got) > 2 {
		t.Errorf("a short file gives %v", got)
	}
}

// apart is a source whose titles have two words, side by side in every ninth.
type apart struct{ sample }

func (s apart) Document(i int) *Document {
	d := s.sample.Document(i)
	d.Title[1] = "Meadow larks by the lane " + strconv.Itoa(i)
	if i%9 == 0 {
		d.Title[1] = "By the meadow lane " + strconv.Itoa(i)
	}
	return d
}

// TestTitlesWithTheWordsSideBySideAreFirst asks for both words.
func TestTitlesWithTheWordsSideBySideAreFirst(t *testing.T) {
	src := apart{whole(900)}
	files := build(t, src, 0)
	a, err := files.open(t, "en").Search(Query{Q: "meadow lane", Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	var ids, first []string
	for i, h := range a.Hits {
		ids = append(ids, h.Type+"/"+h.ID)
		if n, _ := strconv.Atoi(h.ID[1:]); i < 5 && n%9 != 0 {
			t.Errorf("%s %q is among the first", h.ID, h.Title)
		}
	}
	first = ask(t, files.save(t), "en", []asked{{Q: "meadow lane", Limit: 10}})[0].IDs
	if a.Total != src.Len() || !slices.Equal(ids, first) {
		t.Errorf("of %d\n go %v\n js %v", a.Total, ids, first)
	}
}
