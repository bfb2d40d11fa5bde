package export

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"testing"
)

func addresses(n int) []Address {
	all := make([]Address, n)
	for i := range all {
		url := fmt.Sprintf("https://example.org/a&b/%d.html", i)
		all[i] = Address{URL: url, Alternates: []Alternate{{"zh", url}, {"en", "https://example.org/a&b/en/x.html"}}}
	}
	return all
}

func TestSitemapSplitsBySizeAndByNumber(t *testing.T) {
	all := addresses(10)
	room := len(sitemapHead) + len(sitemapFoot)
	for _, c := range []struct {
		urls, bytes int
		want        []int
	}{
		{10, 1 << 20, []int{10}},
		{4, 1 << 20, []int{4, 4, 2}},
		{5, 1 << 20, []int{5, 5}},
		{10, room + 3*all[0].size(), []int{3, 3, 3, 1}},
		{10, 1, []int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}},
	} {
		var got []int
		for _, part := range splitSitemap(all, c.urls, c.bytes) {
			got = append(got, len(part))
			var b bytes.Buffer
			if err := WriteSitemap(&b, part); err != nil {
				t.Fatal(err)
			}
			if b.Len() > c.bytes && len(part) > 1 {
				t.Errorf("%d bytes, the limit is %d", b.Len(), c.bytes)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%d URLs, %d bytes: got %v, want %v", c.urls, c.bytes, got, c.want)
		}
	}
	if SplitSitemap(nil) != nil {
		t.Error("no address made a file")
	}
}

func TestSitemapReadsBackAsXML(t *testing.T) {
	var b bytes.Buffer
	if err := WriteSitemap(&b, addresses(2)); err != nil {
		t.Fatal(err)
	}
	var got struct {
		URLs []struct {
			Loc   string `xml:"loc"`
			Links []struct {
				Lang string `xml:"hreflang,attr"`
				Href string `xml:"href,attr"`
			} `xml:"http://www.w3.org/1999/xhtml link"`
		} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
	}
	if err := xml.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.URLs) != 2 || got.URLs[1].Loc != "https://example.org/a&b/1.html" || len(got.URLs[1].Links) != 2 ||
		got.URLs[1].Links[1].Lang != "en" || got.URLs[1].Links[1].Href != "https://example.org/a&b/en/x.html" {
		t.Errorf("got %+v", got)
	}
	b.Reset()
	if err := WriteSitemapIndex(&b, []string{"https://example.org/a&b/sitemap-1.xml"}); err != nil {
		t.Fatal(err)
	}
	var index struct {
		Locs []string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemap>loc"`
	}
	if err := xml.Unmarshal(b.Bytes(), &index); err != nil || len(index.Locs) != 1 || index.Locs[0] != "https://example.org/a&b/sitemap-1.xml" {
		t.Errorf("got %+v, %v", index, err)
	}
}

func TestRobotsNamesTheSitemapOnlyWhereThereIsOne(t *testing.T) {
	for sitemap, want := range map[string]string{
		"":                                "User-agent: *\nAllow: /\n",
		"https://example.org/sitemap.xml": "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n",
	} {
		var b bytes.Buffer
		if err := WriteRobots(&b, sitemap); err != nil || b.String() != want {
			t.Errorf("got %q, %v; want %q", b.String(), err, want)
		}
	}
}
