package export

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// Feeds are the news of the site and of every organization, agency, area and
// district that has any, as Atom and as JSON Feed: awards, payments, evaluations
// and, for the site, policies. They are dated by the data. It is safe for
// concurrent use.
// https://www.rfc-editor.org/rfc/rfc4287 https://www.jsonfeed.org/version/1.1/
type Feeds struct {
	d      *model.Dataset
	days   moments
	lang   string
	groups []group
}

// NewFeeds finds what has news.
func NewFeeds(d *model.Dataset) *Feeds {
	f := &Feeds{d: d, days: momentsOf(&d.Config)}
	if !d.Config.HasFeeds() {
		return f
	}
	f.lang = d.Config.Languages[0]
	f.groups = []group{{what: groupSite}}
	for _, g := range groups(d) {
		switch g.kind(d) {
		case "organizations", "agencies", "areas", "districts":
			if model.AnyNews(g.projects(d)) {
				f.groups = append(f.groups, g)
			}
		}
	}
	return f
}

// feedPaths are where a group's feeds stand, those of the site at its root.
func feedPaths(path string) (atom, feed string) {
	if path == "" {
		return "feed.xml", "feed.json"
	}
	return "feeds/" + path + ".xml", "feeds/" + path + ".json"
}

// Len is the number of files.
func (f *Feeds) Len() int { return 2 * len(f.groups) }

// At is a file: its path and how it is written.
func (f *Feeds) At(i int) (path string, write func(io.Writer) error) {
	g := f.groups[i/2]
	atom, feed := feedPaths(g.path(f.d))
	if i%2 == 0 {
		return atom, func(w io.Writer) error { return f.writeAtom(w, g, atom) }
	}
	return feed, func(w io.Writer) error { return f.writeJSON(w, g, feed) }
}

// Find is the file at a path; false where none is. It looks through all.
func (f *Feeds) Find(path string) (write func(io.Writer) error, ok bool) {
	if !strings.HasPrefix(path, "feed") {
		return nil, false
	}
	return find(path, f.Len(), f.At)
}

// Patterns are the kinds of feeds, for the list of downloads.
func (f *Feeds) Patterns() []Pattern {
	n := map[string]int{}
	var all []Pattern
	for _, g := range f.groups {
		n[g.kind(f.d)]++
	}
	for _, kind := range []string{"site", "organizations", "agencies", "areas", "districts"} {
		if n[kind] == 0 {
			continue
		}
		path, table := kind+"/{id}", kind
		if kind == "site" {
			path, table = "", ""
		}
		atom, feed := feedPaths(path)
		all = append(all, Pattern{atom, "application/atom+xml", table, n[kind]}, Pattern{feed, "application/feed+json", table, n[kind]})
	}
	return all
}

func (f *Feeds) t(zh, en string) string {
	if f.lang == "zh" {
		return zh
	}
	return en
}

// say is a text in the feed's language, with what has no business in a line made
// visible.
func (f *Feeds) say(t value.Text, instead string) string {
	s, _ := t.In(f.lang)
	return value.Visible(cmp.Or(s, instead))
}

// title names a feed and the page that it belongs to.
func (f *Feeds) title(g group) (title, page string) {
	title, page = f.say(f.d.Config.Title, ""), "index.html"
	e := g.entity(f.d)
	if e == nil {
		return title, page
	}
	label := f.d.Table(g.kind(f.d)).Schema().Label(e, f.lang)
	return value.Visible(label) + " · " + title, g.path(f.d) + ".html"
}

// updated is when a feed last changed: with its newest event, else with the data.
func (f *Feeds) updated(events []event) string {
	if len(events) > 0 {
		return f.days.begin(events[0].date)
	}
	return cmp.Or(f.days.begin(f.d.Config.AsOf), "1970-01-01T00:00:00Z")
}

type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"`
		Author  string      `xml:"author>name"`
		Rights  string      `xml:"rights,omitempty"`
		Links   []atomLink  `xml:"link"`
		Entries []atomEntry `xml:"entry"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	}
	atomEntry struct {
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Link    atomLink `xml:"link"`
		Summary string   `xml:"summary,omitempty"`
	}
)

func (f *Feeds) writeAtom(w io.Writer, g group, path string) error {
	base, events := f.d.Config.BaseURL, f.events(g)
	title, page := f.title(g)
	feed := atomFeed{
		Lang: f.lang, ID: base + path, Title: title, Updated: f.updated(events), Rights: f.d.Config.Licence,
		Author: cmp.Or(f.say(f.d.Config.Publisher.Name, ""), title),
		Links:  []atomLink{{"self", base + path}, {"alternate", base + page}},
	}
	for _, e := range events {
		feed.Entries = append(feed.Entries, atomEntry{base + e.page + "#" + value.Segment(e.id), e.title, f.days.begin(e.date), atomLink{"alternate", base + e.page}, e.text})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := xml.NewEncoder(w)
	out.Indent("", " ")
	if err := out.Encode(feed); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

type (
	jsonFeed struct {
		Version  string     `json:"version"`
		Title    string     `json:"title"`
		Home     string     `json:"home_page_url"`
		URL      string     `json:"feed_url"`
		Language string     `json:"language"`
		Items    []jsonItem `json:"items"`
	}
	jsonItem struct {
		ID        string `json:"id"`
		URL       string `json:"url"`
		Title     string `json:"title"`
		Text      string `json:"content_text"`
		Published string `json:"date_published"`
	}
)

func (f *Feeds) writeJSON(w io.Writer, g group, path string) error {
	base := f.d.Config.BaseURL
	title, page := f.title(g)
	feed := jsonFeed{"https://jsonfeed.org/version/1.1", title, base + page, base + path, f.lang, []jsonItem{}}
	for _, e := range f.events(g) {
		feed.Items = append(feed.Items, jsonItem{base + e.page + "#" + value.Segment(e.id), base + e.page, e.title, cmp.Or(e.text, e.title), f.days.begin(e.date)})
	}
	out := json.NewEncoder(w)
	out.SetIndent("", " ")
	return out.Encode(feed)
}
