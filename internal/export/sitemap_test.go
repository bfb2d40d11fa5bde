package export

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
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

func TestAFileOfASitemapKeepsToTheLimits(t *testing.T) {
	for _, c := range []struct {
		url  string
		want int
	}{
		{"https://example.org/", maxSitemapURLs},
		{"https://example.org/" + strings.Repeat("x", 4_000), 0}, // fewer, as many as fit
		{"https://example.org/" + strings.Repeat("x", maxSitemapBytes), 1},
	} {
		a := Address{URL: c.url}
		n := PerSitemap(a)
		if c.want > 0 && n != c.want {
			t.Errorf("%d bytes: got %d, want %d", len(c.url), n, c.want)
		}
		size := func(n int) int { return len(sitemapHead) + n*len(a.append(nil)) + len(sitemapFoot) }
		if c.want == 0 && (size(n) > maxSitemapBytes || size(n+1) <= maxSitemapBytes) {
			t.Errorf("%d bytes: %d addresses are %d bytes", len(c.url), n, size(n))
		}
	}
}

func TestSitemapReadsBackAsXML(t *testing.T) {
	var b bytes.Buffer
	if err := WriteSitemap(&b, slices.Values(addresses(2))); err != nil {
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
