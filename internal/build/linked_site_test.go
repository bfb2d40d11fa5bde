package build_test

import (
	"encoding/json"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// vocabulary is what pages may say of a type of schema.org. Every property is of
// the type itself or of one above it, as https://schema.org/TYPE lists them; all
// have those of Thing.
var vocabulary = map[string]string{
	"AdministrativeArea":     "containedInPlace",
	"Audience":               "audienceType",
	"BreadcrumbList":         "itemListElement",
	"DataDownload":           "contentUrl encodingFormat contentSize",
	"Dataset":                "inLanguage license publisher creativeWorkStatus dateModified temporalCoverage keywords hasPart distribution creator isAccessibleForFree",
	"EntryPoint":             "urlTemplate",
	"GovernmentOrganization": "award parentOrganization areaServed email",
	"GovernmentService":      "award serviceType category audience provider serviceOperator areaServed",
	"ListItem":               "position item",
	"NGO":                    "award parentOrganization email",
	"Organization":           "award parentOrganization email",
	"PropertyValue":          "propertyID value",
	"SearchAction":           "target query-input",
	"WebSite":                "inLanguage license publisher creativeWorkStatus potentialAction",
}

// ofThing are the properties that every type has.
const ofThing = "name url alternateName description disambiguatingDescription identifier sameAs"

// checkLinked reads what a page says to programs.
func (p *page) checkLinked(base string, say tell) {
	blocks := 0
	for _, n := range p.all {
		if n.Data != "script" || attrOf(n, "type") != "application/ld+json" {
			continue
		}
		blocks++
		var block struct {
			Context string           `json:"@context"`
			Graph   []map[string]any `json:"@graph"`
		}
		d := json.NewDecoder(strings.NewReader(text(n)))
		d.DisallowUnknownFields()
		if err := d.Decode(&block); err != nil || block.Context != "https://schema.org" || len(block.Graph) == 0 {
			say("a data block that is no graph of schema.org's", text(n))
			return
		}
		last := block.Graph[len(block.Graph)-1]["@type"]
		if home := strings.HasSuffix("/"+p.url, "/index.html") && strings.Count(p.url, "/") == strings.Count(p.url, "en/"); home == (last == "BreadcrumbList") {
			say("the data block does not end with the way to the page", text(n))
		}
		for _, node := range block.Graph {
			checkNode(node, base, say)
		}
	}
	if missing := path.Base(p.url) == "404.html" && base != ""; (blocks != 1) != missing {
		say("there is not one data block", p.url)
	}
}

// checkNode holds a thing, and those within it, against the vocabulary.
func checkNode(node map[string]any, base string, say tell) {
	kind, _ := node["@type"].(string)
	own, known := vocabulary[kind]
	if !known {
		say("a type that no page has", kind)
	}
	if about, _ := node["description"].(string); kind == "Dataset" {
		if n := utf8.RuneCountInString(about); n < 50 || n > 5000 {
			say("a dataset whose description catalogues refuse", about)
		}
	}
	for name, v := range node {
		if !strings.HasPrefix(name, "@") && !slices.Contains(strings.Fields(own+" "+ofThing), name) {
			say("a property that the type has not", kind+"."+name)
		}
		switch name {
		case "@id", "url", "item", "contentUrl":
			address, _ := v.(string)
			if u, err := url.Parse(address); err != nil || base != "" && !u.IsAbs() || base == "" && name != "url" && u.IsAbs() {
				say("an address in a data block that is not as the others", address)
			}
		}
		all, isList := v.([]any)
		if !isList {
			all = []any{v}
		}
		for _, one := range all {
			switch one := one.(type) {
			case map[string]any:
				checkNode(one, base, say)
			case nil:
				say("a property without a value", kind+"."+name)
			case string:
				if strings.TrimSpace(one) == "" {
					say("a property without a value", kind+"."+name)
				}
			}
		}
	}
}
