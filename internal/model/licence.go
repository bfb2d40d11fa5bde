package model

import (
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"gongkai/internal/finding"
	"gongkai/internal/source"
)

// licenceURLs are the addresses of the licences that publishers of data use
// most, by their SPDX codes. https://spdx.org/licenses/
var licenceURLs = map[string]string{
	"CC-BY-4.0":    "https://creativecommons.org/licenses/by/4.0/",
	"CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
	"CC0-1.0":      "https://creativecommons.org/publicdomain/zero/1.0/",
	"ODC-BY-1.0":   "https://opendatacommons.org/licenses/by/1-0/",
	"ODBL-1.0":     "https://opendatacommons.org/licenses/odbl/1-0/",
	"PDDL-1.0":     "https://opendatacommons.org/licenses/pddl/1-0/",
	"OGL-UK-3.0":   "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}

// LicenceURL is the address of the data's licence: as written where it is one,
// else by its name, "" where that is not known.
func (c *Config) LicenceURL() string {
	if strings.HasPrefix(c.Licence, "https://") || strings.HasPrefix(c.Licence, "http://") {
		return c.Licence
	}
	return licenceURLs[strings.ToUpper(c.Licence)]
}

// licence reads the licence of the data, and tells where its name leads nowhere.
func (r configReader) licence(n *yaml.Node) string {
	c := Config{Licence: r.text(n)}
	if c.Licence != "" && c.LicenceURL() == "" {
		r.list.Add(finding.Finding{
			Rule: unknownLicenceRule, Pos: source.NodePos(r.file, n), Field: "licence", Value: c.Licence,
			Message: finding.Textf("不知道许可 %q 的全文在哪里", "where the text of the licence %q stands is not known", c.Licence),
			Hint:    finding.Textf("写许可的网址（https://…），或 %s 之一", "write the licence's address (https://…), or one of %s", strings.Join(slices.Sorted(maps.Keys(licenceURLs)), ", ")),
		})
	}
	return c.Licence
}
