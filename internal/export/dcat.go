package export

import (
	"cmp"
	"io"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
)

// catalogues are what portals of open data harvest: DCAT 3 as DCAT-AP has it,
// and DCAT-US 1.1. Both name things by their addresses, so a site that does not
// know its own has none.
// https://semiceu.github.io/DCAT-AP/releases/3.0.0/ https://resources.data.gov/resources/dcat-us/
func catalogues(d *model.Dataset, tables []*whole, before []*Download) []*Download {
	if d.Config.BaseURL == "" {
		return nil
	}
	c := &catalogue{d: d, tables: tables, files: before}
	all := []*Download{{Path: "data/catalog.jsonld", MediaType: "application/ld+json", Last: true, print: c.writeDCAT}}
	if d.Config.Publisher.Email != "" { // which DCAT-US requires; a finding says so
		all = append(all, &Download{Path: "data.json", MediaType: "application/json", Last: true, print: c.writeUS})
	}
	return all
}

type catalogue struct {
	d      *model.Dataset
	tables []*whole
	files  []*Download
}

type object = map[string]any // encoding/json sorts its keys

// typed names a thing and says of which class it is, as the shapes of DCAT-AP have
// it: who reads the catalogue alone cannot look that up.
func typed(class, id string) object { return object{"@id": id, "@type": class} }

// about is what the data is, in a sentence of each language.
var aboutData = finding.Text{
	ZH: "政府向社会组织购买服务的公开数据：预算、采购公告、项目、合同、评估和付款。",
	EN: "Open data on public services bought from social organizations: budgets, calls, projects, contracts, evaluations and payments.",
}

// localised is a text by language as JSON-LD tags it.
func (c *catalogue) localised(text func(lang string) string) []object {
	var all []object
	for _, lang := range c.d.Config.Languages {
		all = append(all, object{"@language": lang, "@value": text(lang)})
	}
	return all
}

func (c *catalogue) title(lang string) string {
	s, _ := c.d.Config.Title.In(lang)
	return s
}

func (c *catalogue) publisher() string {
	return cmp.Or(inFirst(&c.d.Config, c.d.Config.Publisher.Name), inFirst(&c.d.Config, c.d.Config.Title))
}

func (c *catalogue) writeDCAT(w io.Writer) error {
	cfg := &c.d.Config
	home := cfg.BaseURL
	agent := object{"@id": home + "#publisher", "@type": "foaf:Agent", "foaf:name": c.publisher()}
	if cfg.Publisher.Website != "" {
		agent["foaf:homepage"] = typed("foaf:Document", cfg.Publisher.Website)
	}
	set := object{
		"@id": home + "data/index.html#dataset", "@type": "dcat:Dataset", "dct:title": c.localised(c.title),
		"dct:description": c.localised(aboutData.In), "dct:publisher": object{"@id": agent["@id"]}, "dct:identifier": home,
		"dcat:landingPage": typed("foaf:Document", home+"data/index.html"),
	}
	if !cfg.AsOf.IsZero() {
		set["dct:modified"] = object{"@type": "xsd:date", "@value": cfg.AsOf.Calendar().First().String()}
	}
	if cfg.Publisher.Email != "" {
		set["dcat:contactPoint"] = object{"@type": []string{"vcard:Organization", "vcard:Kind"}, "vcard:fn": c.publisher(), "vcard:hasEmail": object{"@id": "mailto:" + cfg.Publisher.Email}}
	}
	var distributions []object
	for _, dl := range c.files {
		f, err := dl.File()
		if err != nil {
			return err
		}
		o := object{
			"@id": home + f.Path, "@type": "dcat:Distribution", "dct:title": f.Path, "dcat:accessURL": object{"@id": home + "data/index.html"},
			"dcat:downloadURL": object{"@id": home + f.Path},
			"dcat:mediaType":   typed("dct:MediaType", "https://www.iana.org/assignments/media-types/"+bare(f.MediaType)),
			"dcat:byteSize":    object{"@type": "xsd:nonNegativeInteger", "@value": f.Bytes},
			"spdx:checksum": object{"@type": "spdx:Checksum", "spdx:algorithm": typed("spdx:ChecksumAlgorithm", "spdx:checksumAlgorithm_sha256"),
				"spdx:checksumValue": object{"@type": "xsd:hexBinary", "@value": f.SHA256}},
		}
		if l := cfg.LicenceURL(); l != "" {
			o["dct:license"] = typed("dct:LicenseDocument", l)
		}
		distributions = append(distributions, o)
	}
	set["dcat:distribution"] = distributions
	return writeIndented(w, object{
		"@context": object{
			"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
			"vcard": "http://www.w3.org/2006/vcard/ns#", "spdx": "http://spdx.org/rdf/terms#", "xsd": "http://www.w3.org/2001/XMLSchema#",
		},
		"@id": home + "data/catalog.jsonld", "@type": "dcat:Catalog", "dct:title": c.localised(c.title),
		"dct:description": c.localised(aboutData.In), "dct:publisher": agent, "foaf:homepage": typed("foaf:Document", home), "dcat:dataset": []object{set},
	})
}

// writeUS prints data.json as data.gov harvests it, a dataset for every table.
// Its bureau and programme codes are those for who is no federal agency.
func (c *catalogue) writeUS(w io.Writer) error {
	cfg := &c.d.Config
	home, lang := cfg.BaseURL, cfg.Languages[0]
	modified := cfg.AsOf.Calendar().First().String()
	if modified == "" {
		modified = "R/P1Y" // not known when; the standard asks for a date or how often
	}
	publisher := object{"@type": "org:Organization", "name": c.publisher()}
	contact := object{"@type": "vcard:Contact", "fn": c.publisher(), "hasEmail": "mailto:" + cfg.Publisher.Email}
	var sets []object
	for _, t := range c.tables {
		info := t.Schema().Info
		set := object{
			"@type": "dcat:Dataset", "title": info.Title.In(lang), "description": info.About.In(lang), "keyword": []string{t.name, "procurement", "social organizations"},
			"modified": modified, "publisher": publisher, "contactPoint": contact, "identifier": home + "data/" + t.name, "accessLevel": "public",
			"bureauCode": []string{"000:00"}, "programCode": []string{"000:000"}, "landingPage": home + "data/index.html", "distribution": c.ofTable(t.name),
		}
		if l := cfg.LicenceURL(); l != "" {
			set["license"] = l
		}
		sets = append(sets, set)
	}
	return writeIndented(w, object{
		"@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld", "@id": home + "data.json", "@type": "dcat:Catalog",
		"conformsTo": "https://project-open-data.cio.gov/v1.1/schema", "describedBy": "https://project-open-data.cio.gov/v1.1/schema/catalog.json", "dataset": sets,
	})
}

func (c *catalogue) ofTable(name string) []object {
	var all []object
	for _, dl := range c.files {
		if dl.Table == name && strings.HasPrefix(dl.Path, "data/"+name) {
			all = append(all, object{
				"@type": "dcat:Distribution", "downloadURL": c.d.Config.BaseURL + dl.Path, "mediaType": bare(dl.MediaType), "title": dl.Path,
			})
		}
	}
	return all
}

// bare is a media type without its parameters.
func bare(mediaType string) string {
	name, _, _ := strings.Cut(mediaType, ";")
	return name
}
