package site

// Thing is what a page is about in the words of schema.org, for search engines
// and catalogues; empty fields are not published. Addresses are absolute where
// there is a base_url, else relative to the page.
// https://schema.org/docs/full.html
type Thing struct {
	Node
	URL            string
	Alternate      []string // the name in other languages, former names
	Description    string
	Disambiguating string // that the record is generated, "" for others
	Identifiers    []Identifier
	SameAs         string   // its own site
	Awards         []string // honours
	Within         Node     // parentOrganization or containedInPlace, by the type

	// Of a GovernmentService.
	ServiceType string
	Category    string // the area of livelihood
	Audience    string
	Provider    Node   // the agency that buys
	Operators   []Node // who undertake it

	Places []Node // areaServed of a service or an agency

	// Of a WebSite or a Dataset.
	Languages []string
	Licence   string // its address
	Publisher Node
	Status    string // that the data is generated
	Modified  string // ISO 8601
	Temporal  string // ISO 8601, an interval of years
	Keywords  []string
	Search    string // address of the search with a place for what is sought
	Parts     []Part
	Files     []DataFile
}

// Node is a thing that another one names.
type Node struct {
	Type string // such as NGO; "" for none
	ID   string // the same on every page that names it
	Name string
	Site string // its own site
	Mail string
}

// Identifier is a code and the scheme that it is of; "" for the site's own.
type Identifier struct{ Scheme, Value string }

// Part is a dataset within another one.
type Part struct {
	Node
	URL         string
	Description string
	Files       []DataFile
}

// DataFile is a file of a dataset.
type DataFile struct {
	Name, URL, Media string
	Bytes            int64 // 0 where it was not made yet, as in a preview
}
