package search

import "slices"

// Document is one record or note as it is indexed and shown.
type Document struct {
	Type string // the table's name or the kind of note: "projects", "policies"
	ID   string // unique within the type
	Path string // of its page below a language's root: "projects/P001.html"

	Title [2]string // in each language of the index; the second "" where it is the first
	Names []string  // other texts of the first tier: names in other languages
	IDs   []string  // identifiers, found whole and by their parts
	Also  []string  // identifiers of what belongs to it, found whole
	About []string  // identifiers of what it is about, found whole, in the second tier
	Body  []string  // texts of the second tier
	By    [2]string // who provides it, shown beside the title
	Lead  [2]string // the beginning of its text, as shown

	// Behind tells that the title names another record, which is to stand before it:
	// the words of the title are of the second tier.
	Behind bool

	Date   string // as shown, ISO; "" where none is published
	Day    int    // days since 1900-01-01; meaningless where Dated is not set
	Dated  bool
	Rank   int // of the undated: below leadRanks they stand before all days
	Values [facets]string

	// Amounts in minor units of the site's currency; Has tells which are there.
	Awarded, Paid, Served int64
	HasAwarded, HasPaid   bool
	Money                 string // the amount as shown where it is of another currency
}

// The facets, in the order of the index.
const (
	facetType = iota
	facetYear
	facetArea
	facetDistrict
	facetAgency
	facetProgramme
	facetMethod
	facetState
	facetKind
	facetAmount
	facets
)

// facetNames are the facets' names in addresses and queries.
var facetNames = [facets]string{"type", "year", "area", "district", "agency", "programme", "method", "state", "kind", "amount"}

// Facets are the names of the facets, as addresses and queries have them.
func Facets() []string { return slices.Clone(facetNames[:]) }

// Value is one value of a facet.
type Value struct {
	ID     string
	Label  [2]string
	Parent string // the value that it is part of
}

// Source gives the builder what it indexes. Its documents are asked for twice:
// first for their places, then whole, in the order of their numbers.
type Source interface {
	Len() int
	// Place is a document's cell and name; the names of one cell differ.
	Place(i int) (cell uint32, name string)
	Document(i int) *Document
	Values(facet int) []Value // in the order of their ids
	Languages() []string      // one or two
	Currency() (code string, digits int)
}

// Cell is the cell of a document.
func (d *Document) Cell() uint32 {
	switch {
	case d.Dated:
		return cellOf(d.Day)
	case d.Rank < firstDay:
		return uint32(d.Rank)
	}
	return uint32(afterDays + d.Rank)
}

// bands are the lower bounds of the bands of amounts, in the main unit.
var bands = []int64{0, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8, 1e9}

// bandOf names the band of an amount: the lower bound in digits.
func bandOf(minor int64, digits int) int64 {
	unit := int64(1)
	for range digits {
		unit *= 10
	}
	at := bands[0]
	for _, b := range bands {
		if minor >= b*unit {
			at = b
		}
	}
	return at
}
