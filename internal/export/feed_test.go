package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
)

func TestFeedsTellTheNewestFirstByTheDatesOfTheData(t *testing.T) {
	files := awkward()
	if len(NewFeeds(load(t, files)).groups) != 0 {
		t.Error("a site that does not know its address has feeds")
	}
	files["data/site.yaml"] += "base_url: https://example.org/open/\n"
	f := NewFeeds(load(t, files))
	got := map[string]string{}
	for i := range f.Len() {
		path, write := f.At(i)
		var b, again bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if other, ok := f.Find(path); !ok || other(&again) != nil || again.String() != b.String() {
			t.Errorf("%s is not found again", path)
		}
		got[path] = b.String()
	}
	if len(got) != 4 {
		t.Errorf("there are %d feeds, want those of the site and of ORG-2", len(got))
	}
	var atom struct {
		Updated string `xml:"updated"`
		Entries []struct {
			ID    string `xml:"id"`
			Title string `xml:"title"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(got["feeds/organizations/ORG-2.xml"]), &atom); err != nil {
		t.Fatal(err)
	}
	if atom.Updated != "2010-10-01T00:00:00Z" || len(atom.Entries) != 3 || !strings.HasPrefix(atom.Entries[2].Title, "立项：=HYPERLINK") {
		t.Errorf("the feed is %+v", atom)
	}
	var feed jsonFeed
	if err := json.Unmarshal([]byte(got["feed.json"]), &feed); err != nil {
		t.Fatal(err)
	}
	if len(feed.Items) != 3 || feed.Items[0].URL != "https://example.org/open/projects/P1.html" {
		t.Errorf("the feed is %+v", feed)
	}
	if _, err := os.Stat(officialSchemas); err == nil {
		valid(t, "schemastore", "feed.json", []byte(got["feed.json"]))
	}
}

func TestAFeedOfManyProjectsTellsTheNewestOfAll(t *testing.T) {
	const days = 90 // so that several projects share a day, also at the end of the feed
	var rows strings.Builder
	rows.WriteString("id,title,state,decided\n")
	var want []string
	for i := range 997 { // the last in the table come first by their numbers
		day := time.Date(2010, 1, 1+i*i%days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		fmt.Fprintf(&rows, "P%03d,项目,completed,%s\n", 996-i, day)
		want = append(want, fmt.Sprintf("%s P%03d", day, 996-i))
	}
	slices.SortFunc(want, func(a, b string) int {
		dayA, idA, _ := strings.Cut(a, " ")
		dayB, idB, _ := strings.Cut(b, " ")
		return cmp.Or(strings.Compare(dayB, dayA), strings.Compare(idA, idB))
	})
	f := NewFeeds(load(t, map[string]string{
		"data/site.yaml":    "title: 公开\nlanguages: [zh]\nbase_url: https://example.org/\n",
		"data/projects.csv": rows.String(),
	}))
	var got []string
	for _, e := range f.events(f.groups[0]) {
		got = append(got, e.date.String()+" "+strings.TrimPrefix(e.id, "projects:"))
	}
	if diff := gocmp.Diff(want[:maxEntries], got); diff != "" {
		t.Errorf("the newest (-want +got):\n%s", diff)
	}
}
