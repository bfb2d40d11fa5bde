package site

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/source"

	"github.com/google/go-cmp/cmp"
)

// plan makes the plan of a site of the files.
func plan(t *testing.T, files map[string]string, o Options) (*Plan, *finding.List) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	src, err := source.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { src.Close() })
	l := &finding.List{}
	d := model.Load(src, model.LoadOptions{}, l)
	return New(d, o, l), l
}

const bilingual = "title: {zh: 公开, en: Open}\nlanguages: [zh, en]\ncurrency: CNY\n"

// projectsCSV has n projects of one organization.
func projectsCSV(n int) string {
	var b strings.Builder
	b.WriteString("id,title,organization,year,amount_awarded\n")
	for i := range n {
		fmt.Fprintf(&b, "P%d,项目%d,示例社,2010,%d00\n", i, i, i+1)
	}
	return b.String()
}

func TestAListOfManyRecordsHasPages(t *testing.T) {
	p, _ := plan(t, map[string]string{"data/site.yaml": bilingual, "data/projects.csv": projectsCSV(101)}, Options{})
	for _, url := range []string{
		"projects/index.html", "projects/index/2.html", "projects/index/3.html", "projects/index/largest.html",
		"projects/index/largest/3.html", "en/projects/index/3.html", "years/2010/3.html",
	} {
		if _, ok := p.Find(url); !ok {
			t.Errorf("there is no page %s", url)
		}
	}
	if _, ok := p.Find("projects/index/4.html"); ok {
		t.Error("there is a page of no records")
	}
	last, _ := p.Find("projects/index/3.html")
	pager := p.View(last).(List).Pager
	got := fmt.Sprintf("%d of %d: %d–%d of %d, before %q, after %q", pager.Page, pager.Pages, pager.From, pager.To, pager.Total, pager.Prev, pager.Next)
	if want := `3 of 3: 101–101 of 101, before "../../projects/index/2.html", after ""`; got != want {
		t.Errorf("the last page is\n%s, want\n%s", got, want)
	}
}

func TestTheLargestComesFirst(t *testing.T) {
	p, _ := plan(t, map[string]string{"data/site.yaml": bilingual, "data/projects.csv": projectsCSV(60)}, Options{})
	page, _ := p.Find("projects/index/largest.html")
	rows := p.View(page).(List).Table.Rows
	if got := rows[0][0].Text; got != "项目59" {
		t.Errorf("the first of the largest is %s", got)
	}
}

func TestLinksLeadToTheLineAtItsCommit(t *testing.T) {
	files := map[string]string{
		"data/site.yaml":    bilingual + "repository: {url: 'https://example.org/r', path: 'blob/{commit}/{file}#L{line}'}\n",
		"data/projects.csv": projectsCSV(1),
	}
	for _, c := range []struct {
		name string
		o    Options
		want Place
	}{
		{"committed", Options{Commit: "abc"}, Place{"data/projects.csv:2:4", "https://example.org/r/blob/abc/data/projects.csv#L2"}},
		{"changed since", Options{Commit: "abc", Dirty: map[string]bool{"data/projects.csv": true}}, Place{"data/projects.csv:2:4", ""}},
		{"no history", Options{}, Place{"data/projects.csv:2:4", ""}},
	} {
		p, _ := plan(t, files, c.o)
		page, _ := p.Find("projects/P0.html")
		var got Place
		for _, f := range p.View(page).(Project).Facts {
			if f.Label == "项目名称" {
				got = f.Source
			}
		}
		if got != c.want {
			t.Errorf("%s: the title stands at %v, want %v", c.name, got, c.want)
		}
	}
}

func TestTwoThingsAtOneAddressAreTold(t *testing.T) {
	_, l := plan(t, map[string]string{"data/site.yaml": bilingual, "data/projects.csv": projectsCSV(1)}, Options{Static: []string{"projects/P0.html"}})
	var got []string
	for _, f := range l.All() {
		if f.Severity == finding.Error {
			got = append(got, f.Rule.ID+" "+f.Value)
		}
	}
	if diff := cmp.Diff([]string{samePageRule.ID + " projects/P0.html"}, got); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
}

func TestTheWritingTellsTheLanguage(t *testing.T) {
	p, _ := plan(t, map[string]string{"data/site.yaml": bilingual, "data/projects.csv": projectsCSV(1)}, Options{})
	for _, c := range []struct{ page, text, want string }{
		{"en/index.html", "Meals 120", ""},
		{"en/index.html", "送餐", "zh"},
		{"en/index.html", "トラック協会", "ja"},
		{"en/index.html", "협회", "ko"},
		{"index.html", "送餐", ""},
		{"index.html", "Meals", ""},
		{"index.html", "トラック協会", "ja"},
	} {
		page, _ := p.Find(c.page)
		if got := newContext(p, page).writing(c.text); got != c.want {
			t.Errorf("on %s the writing of %q is %q, want %q", c.page, c.text, got, c.want)
		}
	}
}

func TestSeveralOrganizationsAreCounted(t *testing.T) {
	p, _ := plan(t, map[string]string{
		"data/site.yaml":    bilingual,
		"data/projects.csv": "id,title,organization,year\nP1,送餐,甲社;乙社;丙社,2010\n",
	}, Options{})
	for url, want := range map[string]string{"projects/index.html": "甲社等 3 家", "en/projects/index.html": "甲社 and 2 more"} {
		page, _ := p.Find(url)
		if got := p.View(page).(List).Table.Rows[0][1].Text; got != want {
			t.Errorf("%s names the organizations %q, want %q", url, got, want)
		}
	}
}
