package model

import "strings"

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
