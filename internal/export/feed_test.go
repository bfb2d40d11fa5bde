package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"os"
	"strings"
	"testing"
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
