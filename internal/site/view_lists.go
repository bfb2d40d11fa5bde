package site

import "html/template"

// The views of the front page, of lists and of what projects are grouped by.

// Home is the front page.
type Home struct {
	Frame
	Intro    template.HTML // of content/pages/home.md where there is one
	Headline []Amount      // the few figures that matter
	Declared []Declared
	ByYear   Table
	ByArea   Table
	Newest   Table
	Calls    Table // open calls
	Browse   []Browse
	Policies []Link
	Stories  []Link
	Unknown  []string // what the site does not know, in sentences

	Sentence   []Link      // what is here, in words with links in them
	Latest     []ChangeDay // the last days on which something happened
	NoCalls    string      // said where no call is open
	DeclaredIs string      // how many published totals the rows agree with
	Press      []Link      // what journalists need
	Cite       string      // how to name the site as a source
	States     Facet       // projects by how far they have come

	DeclaredNote string // said where not all published totals are listed
	DeclaredMore Link   // to the others

	ChartYears, ChartAreas, ChartDistricts, ChartFlow Chart
}

// Changes is the page of corrections and of what happened lately.
type Changes struct {
	Frame
	About, AsOf string
	Corrections Table
	Days        []ChangeDay
}

// ChangeDay is what happened on a day.
type ChangeDay struct {
	Date  string
	Items []ChangeItem
}

// ChangeItem is one kind of thing that happened on a day: how much of it, and
// the records of the first few.
type ChangeItem struct {
	Text  string
	Links []Link
	More  string // how many are not named; may be empty
}

// Browse is an entrance to a list.
type Browse struct {
	Link
	About string
	Count string
}

// List is a paged list of one table's records.
type List struct {
	Frame
	About    string
	Headline []Amount
	Facets   []Facet // entrances to parts of the list
	Trend    Chart   // of money by year
	Letters  []Link  // to where names begin with a letter; one without an address has no name
	Table    Table
	Pager    Pager
	Download Link
}

// Facet is one way in which a list is parted.
type Facet struct {
	Title  Link
	Values []Browse
	More   Link // to all values where these are not all
}

// Group is the page of what projects are grouped by: an agency, area,
// district, programme, call, service or year.
type Group struct {
	Record
	Sentence       []Link // what stands out, in words with links in them
	About          []Fact // the facts that the page's head does not tell
	Headline       []Amount
	Children       Table    // its parent and its parts with their totals; of a year its areas
	Money          Table    // from budget to payment, step by step
	Unknown        []string // what is not published, in sentences
	Timing         Table    // how long the steps took
	UnitCosts      Table    // what serving one person cost
	Recipients     Table    // an agency's new and repeated recipients by year
	Months         Table    // a year's awards by month
	ByYear         Table
	ByOrganization Table // the largest recipients
	Projects       Table
	Pager          Pager

	ChartYears, ChartSizes, ChartAreas, ChartAgencies, ChartOrganizations Chart
	ChartDistricts, ChartFlow, ChartScores, ChartMultiples                Chart
}
