package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWhatCannotBeReadIsSaidInWords reads what clerks are sent in place of data.
func TestWhatCannotBeReadIsSaidInWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     `"x" is empty`,
		" \n":                                  `"x" is empty`,
		"<!DOCTYPE html><p>Sign in":            `"x" is a web page or XML, no JSON: save the data file itself`,
		`{"releases": [{"ocid": "a"`:           `"x" ends in the middle, as after a broken download: fetch it again`,
		"{\n \"releases\": [{\"ocid\": 'a'}]}": `"x" is no JSON at line 2, character 24: "eleases\": [{\"ocid\": 'a'}]}"`,
		`{"ocid": "a"} {"ocid": "b"}`:          `"x" is no JSON at line 1, character 15: "{\"ocid\": \"a\"} {\"ocid\": \"b\"}"`,
		"{\"ocid\": \"a\"}\n{\"ocid\": \"b\"\n{}":                   `"x" has a JSON object a line, but line 2 is none`,
		"{\"releases\": [{\"ocid\": \"a\",\n\"t\": \"\xbc\xd7\"}]}": `"x" is not UTF-8 from line 2 on: save it as UTF-8`,
		`{"type": "FeatureCollection", "features": []}`:             `"x" is JSON, but has no ocid of OCDS and no grants of 360Giving; it has type, features`,
		`{"releases": [{"id": 1, "ocid": ""}]}`:                     `"x" has no release and no record of OCDS with an ocid; it has releases`,
		`[{"note": "\"ocid\""}]`:                                    `"x" is JSON, but has no ocid of OCDS and no grants of 360Giving`,
		`{"grants": {"id": 1}}`:                                     `"x" has no list of grants`,
		`{"grants": [1]}`:                                           `"x" has something in grants that is no object`,
		"no data":                                                   `"x" is in no form that is known: it is no .xlsx workbook, no OCDS and no 360Giving data`,
	} {
		var b Batch
		err := b.Read("x", []byte(text), "")
		if err == nil {
			t.Errorf("%q is read", text)
			continue
		}
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("%q (-want +got)\n%s", text, diff)
		}
		if said, ok := err.(*Error); !ok || said.Text.In("zh") == "" || said.Text.In("zh") == said.Text.In("en") {
			t.Errorf("%q: nothing is said in Chinese", text)
		}
	}
	var b Batch
	if err := b.Read("list.CSV", []byte("id,title\nP1,Meals\n"), ""); err == nil || !strings.Contains(err.Error(), "needs no import") {
		t.Errorf("a CSV: %v", err)
	}
	b = Batch{}
	if err := b.Read("x", []byte(`{"records": [{"ocid": "ocds-1", "releases": [{"url": "https://example.org/1", "date": "2020-01-01T00:00:00Z"}]}]}`), ""); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Write(t.TempDir()); err == nil || len(b.Messages) != 1 || !strings.Contains(b.Messages[0].Text.EN, "1 releases are only addresses") {
		t.Errorf("links: %v, %+v", err, b.Messages)
	}
}

// TestPackagesOfOnePublicationAreReadTogether reads a process whose releases came
// month by month, and grants of one funder in two files.
func TestPackagesOfOnePublicationAreReadTogether(t *testing.T) {
	const first = `{"grants": [{"id": "g1", "title": "A", "amountAwarded": 1, "currency": "GBP", "recipientOrganization": [{"id": "O1", "name": "One"}], "fundingOrganization": [{"id": "F", "name": "Fund"}]}]}`
	const second = `{"grants": [{"id": "g2", "title": "B", "amountAwarded": 2, "currency": "GBP", "recipientOrganization": [{"id": "O1", "name": "One"}], "fundingOrganization": [{"id": "F", "name": "Fund"}]}]}`
	for name, files := range map[string][]string{
		"releases": {`{"releases": [` + othersAwards + `]}`, `{"releases": [` + othersProcess + `]}`},
		"grants":   {first, second},
	} {
		var b Batch
		for i, text := range files {
			if err := b.Read(string(rune('a'+i))+".json", []byte(text), ""); err != nil {
				t.Fatal(err)
			}
		}
		dir := t.TempDir()
		written, err := b.Write(dir)
		if err != nil {
			t.Fatal(err)
		}
		rows := map[string]int{}
		for _, f := range written {
			rows[f.Path] += f.Rows
		}
		if rows["data/projects.csv"] != 2 || rows["data/agencies.csv"] != 1 {
			t.Errorf("%s: the rows are %v", name, rows)
		}
		if name == "releases" {
			if text, err := os.ReadFile(filepath.Join(dir, "data", "calls.csv")); err != nil || !strings.Contains(string(text), "awarded") {
				t.Errorf("the later release does not come later: %s %v", text, err)
			}
		}
		load(t, dir)
	}
}
