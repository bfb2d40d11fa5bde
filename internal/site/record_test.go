package site

import (
	"net/url"
	"strings"
	"testing"
)

// hostileFiles is a site whose record has an id that would add to an address or
// a mail if it were put there as it stands.
func hostileFiles(settings string) map[string]string {
	return map[string]string{
		"data/site.yaml":    bilingual + settings,
		"data/projects.csv": "id,title\n\"a&b=c?#%0d%0aBcc: x@example.org+\",送餐\n",
	}
}

func firstProject(t *testing.T, p *Plan, lang string) Project {
	t.Helper()
	for i := range p.Len() {
		if page := p.Page(i); page.Layout == "project" && page.Lang == lang {
			return p.View(page).(Project)
		}
	}
	t.Fatal("there is no project")
	return Project{}
}

func TestAReportCarriesTheRecordAndNothingElse(t *testing.T) {
	const id = "projects:a&b=c?#%0d%0aBcc: x@example.org+"
	t.Run("by mail", func(t *testing.T) {
		p, _ := plan(t, hostileFiles("publisher: {email: open@example.org}\nbase_url: https://example.org/o/\n"), Options{})
		u, err := url.Parse(firstProject(t, p, "en").Report)
		if err != nil || u.Scheme != "mailto" || u.Opaque != "open@example.org" {
			t.Fatalf("the address is %v: %v", u, err)
		}
		q := u.Query()
		if len(q) != 2 || q.Get("subject") != "Error in "+id {
			t.Errorf("the mail has %v", q)
		}
		for _, want := range []string{"Record: " + id + "\r\n", "Page: https://example.org/o/en/projects/", "Source: data/projects.csv:2\r\n"} {
			if !strings.Contains(q.Get("body"), want) {
				t.Errorf("the body %q lacks %q", q.Get("body"), want)
			}
		}
	})
	t.Run("by a form", func(t *testing.T) {
		p, _ := plan(t, hostileFiles("report: 'https://example.org/new?title={record}&body={url}%20{place}'\npublisher: {email: open@example.org}\n"), Options{})
		u, err := url.Parse(firstProject(t, p, "zh").Report)
		if err != nil || u.Host != "example.org" || u.Fragment != "" {
			t.Fatalf("the address is %v: %v", u, err)
		}
		if q := u.Query(); len(q) != 2 || q.Get("title") != id || !strings.HasSuffix(q.Get("body"), " data/projects.csv:2") {
			t.Errorf("the form gets %v", u.Query())
		}
	})
	t.Run("not at all", func(t *testing.T) {
		p, _ := plan(t, hostileFiles(""), Options{})
		if got := firstProject(t, p, "zh").Report; got != "" {
			t.Errorf("a site that says no address reports to %q", got)
		}
	})
}

func TestACitationSaysWhereAndWhen(t *testing.T) {
	text := func(parts []Link) string { return (&saying{parts}).String() }
	full := "publisher: {name: {zh: 民政局, en: Civil Affairs}}\nbase_url: https://example.org/o/\nas_of: 2011-03-31\nlicence: CC-BY-4.0\n"
	for _, c := range []struct{ name, settings, zh, en string }{
		{"all is said", full,
			"民政局. 送餐（项目 P1）[DS/OL]. 公开. 数据截至2011年3月31日. https://example.org/o/projects/P1.html. CC-BY-4.0.",
			"Civil Affairs. 送餐 (project P1) [dataset]. Open. Data as of 31 March 2011. https://example.org/o/en/projects/P1.html. CC-BY-4.0."},
		{"little is said", "",
			"送餐（项目 P1）[DS/OL]. 公开. projects/P1.html.",
			"送餐 (project P1) [dataset]. Open. en/projects/P1.html."},
	} {
		p, _ := plan(t, map[string]string{"data/site.yaml": bilingual + c.settings, "data/projects.csv": "id,title\nP1,送餐\n"}, Options{})
		if got := text(projectView(t, p, "projects/P1.html").Cite); got != c.zh {
			t.Errorf("%s: the citation is %q, want %q", c.name, got, c.zh)
		}
		if got := text(projectView(t, p, "en/projects/P1.html").Cite); got != c.en {
			t.Errorf("%s: the citation is %q, want %q", c.name, got, c.en)
		}
	}
}

func TestCorrectionsOfAProjectAndOfItsChainAreItsHistory(t *testing.T) {
	files := chainFiles()
	files["data/corrections.csv"] = "id,date,table,record,what,why\n" +
		"K1,2011-01-01,projects,done,The amount,A slip\nK2,2011-02-01,payments,Y1,The day,\nK3,2011-03-01,projects,bare,Other,\n"
	p, _ := plan(t, files, Options{})
	got := projectView(t, p, "en/projects/done.html").History
	if len(got) != 2 || got[0].Text != "The day" || got[0].About.Href != "../payments/Y1.html" || got[1].Text != "The amount" || got[1].About.Text != "" || got[1].Why != "A slip" {
		t.Errorf("the history is %+v", got)
	}
	page, _ := p.Find("payments/Y1.html")
	if h := p.View(page).(Record).History; len(h) != 1 || h[0].Href != "../corrections/K2.html" {
		t.Errorf("the payment's history is %+v", h)
	}
}

func TestAFilesHistoryIsLinkedWhereTheRepositoryShowsIt(t *testing.T) {
	for repository, want := range map[string]string{
		"{url: 'https://example.org/r'}":                                                       "https://example.org/r/commits/abc/data/projects.csv",
		"{url: 'https://example.org/r', path: '-/blob/{commit}/{file}#L{line}'}":               "https://example.org/r/-/commits/abc/data/projects.csv",
		"{url: 'https://example.org/r', path: 'src/commit/{commit}/{file}#L{line}'}":           "https://example.org/r/commits/commit/abc/data/projects.csv",
		"{url: 'https://example.org/r', path: 'see/{file}'}":                                   "",
		"{url: 'https://example.org/r', path: 'see/{file}', history: 'log/{file}?h={commit}'}": "https://example.org/r/log/data/projects.csv?h=abc",
	} {
		p, _ := plan(t, map[string]string{"data/site.yaml": bilingual + "repository: " + repository + "\n", "data/projects.csv": "id,title\nP1,送餐\n"}, Options{Commit: "abc"})
		if got := projectView(t, p, "projects/P1.html").FileHistory; got != want {
			t.Errorf("%s: the history is at %q, want %q", repository, got, want)
		}
	}
}
