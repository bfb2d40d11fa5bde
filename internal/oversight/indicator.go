package oversight

import "gongkai/internal/finding"

// Indicator looks over a whole dataset for one thing that is worth a second
// look.
type Indicator struct {
	Name       string       // short words joined by "-"; never renamed, since programs and site.yaml rely on it
	Group      Group        // where it stands on the page
	Title      finding.Text // what it looks at, without a full stop
	Why        finding.Text // why it matters to a reader
	Method     finding.Text // what is compared with what, and what is left out
	Thresholds []Threshold
	Sources    []Source // where the measure comes from
}

// Group is a part of the page.
type Group uint8

// The parts of the page, in their order.
const (
	GroupDisclosure Group = iota + 1
	GroupMoney
	GroupCompetition
	GroupPayment
)

// Source is where a measure or a threshold comes from.
type Source struct {
	Text finding.Text
	URL  string // "" where there is no address to rely on
}

// Result is what an indicator says.
type Result struct {
	Indicator
	Limits  []Limit
	Things  finding.Text // what it looks at, in a word: "agencies"
	Looked  int          // how many things it could look at
	Of      int          // how many there are; the rest do not publish what it needs
	Marked  int          // how many of those it looked at are marked
	Missing finding.Text // why it could look at nothing; no text where it could
	Lists   []List
}

// List is a table behind a result. A large site's have more rows than it has
// programmes, which a few files show: they are worked out for each of them.
type List struct {
	Name    string       // "" for the first, "by-agency"; of its download
	Title   finding.Text // "" where the indicator's own title says it
	Columns []Column
	Len     int          // how many rows there are
	Rows    func() []Row // works them out, the marked ones first
}

// Column is a column of a list.
type Column struct {
	Name    string // in downloads
	Title   finding.Text
	Numeric bool
}

// Row is a line of a list: a cell to each column, nil where nothing is known.
type Row struct {
	Cells  []Cell
	Marked bool
}

// JSONPath is where all results stand for programs, below the site's root.
const JSONPath = "integrity.json"

// Path is where a list of the result can be taken along: "integrity/NAME.csv",
// "integrity/NAME-by-area.csv".
func (r Result) Path(l List) string {
	name := r.Name
	if l.Name != "" {
		name += "-" + l.Name
	}
	return "integrity/" + name + ".csv"
}
