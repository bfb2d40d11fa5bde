package export

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// ranges are the classes that the shapes of DCAT-AP 3 ask of what a property
// names: https://semiceu.github.io/DCAT-AP/releases/3.0.0/#validation-of-dcat-ap
var ranges = map[string]string{
	"dct:publisher": "foaf:Agent", "dct:license": "dct:LicenseDocument", "dcat:mediaType": "dct:MediaType", "dcat:contactPoint": "vcard:Kind",
	"dcat:landingPage": "foaf:Document", "foaf:homepage": "foaf:Document", "spdx:checksum": "spdx:Checksum",
	"spdx:algorithm": "spdx:ChecksumAlgorithm", "dcat:dataset": "dcat:Dataset", "dcat:distribution": "dcat:Distribution",
}

func TestTheCatalogueSaysOfWhichClassThingsAre(t *testing.T) {
	var doc any
	if err := json.Unmarshal(made(t, demonstration(t))["data/catalog.jsonld"], &doc); err != nil {
		t.Fatal(err)
	}
	classes := map[string][]string{} // of what has an id, wherever it is said
	eachNode(doc, func(key string, node map[string]any) {
		if id, ok := node["@id"].(string); ok {
			classes[id] = append(classes[id], classesOf(node)...)
		}
	})
	seen := map[string]bool{}
	eachNode(doc, func(key string, node map[string]any) {
		want := ranges[key]
		if want == "" {
			return
		}
		seen[key] = true
		id, _ := node["@id"].(string)
		if !slices.Contains(append(classesOf(node), classes[id]...), want) {
			t.Errorf("%s names %v, which is no %s", key, node, want)
		}
	})
	for key := range ranges {
		if !seen[key] {
			t.Errorf("the catalogue has no %s", key)
		}
	}
}

// eachNode visits the nodes of a document with the properties that name them.
func eachNode(v any, do func(key string, node map[string]any)) {
	var walk func(key string, v any)
	walk = func(key string, v any) {
		switch v := v.(type) {
		case []any:
			for _, one := range v {
				walk(key, one)
			}
		case map[string]any:
			do(key, v)
			for name, one := range v {
				if !strings.HasPrefix(name, "@") {
					walk(name, one)
				}
			}
		}
	}
	walk("", v)
}

func classesOf(node map[string]any) []string {
	var all []string
	switch v := node["@type"].(type) {
	case string:
		all = append(all, v)
	case []any:
		for _, one := range v {
			all = append(all, one.(string))
		}
	}
	return all
}

// A site without an address for mail has no data.json: the standard requires one,
// and none is invented.
func TestNoContactIsInvented(t *testing.T) {
	files := awkward()
	files["data/site.yaml"] += "base_url: https://example.org/open/\n"
	all := made(t, load(t, files))
	if _, ok := all["data.json"]; ok {
		t.Error("there is a data.json")
	}
	if text := string(all["data/catalog.jsonld"]); text == "" || strings.Contains(text, "mailto:") {
		t.Errorf("the catalogue is %.200s", text)
	}
}
