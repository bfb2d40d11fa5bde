package site

// Integrity is the page that shows what is worth a second look.
type Integrity struct {
	Frame
	Summary    []Amount
	Groups     []IndicatorGroup
	Indicators []Indicator // all of them, for a list to begin with
	JSON       string      // link to everything for programs
}

// IndicatorGroup is a part of the integrity page.
type IndicatorGroup struct {
	ID, Title  string
	Indicators []Indicator
}

// Indicator is one thing that is held up to the light.
type Indicator struct {
	Name               string // what programs know it by, and the anchor
	Title, Why, Method string
	State              Chip   // how many are marked
	Count              string // how much it could look at, in a sentence
	Missing            string // what would have to be published; "" where it looked
	Limits             []IndicatorLimit
	Sources            []Link
	Matrix             Matrix // of the disclosure only
	Chart              Chart
	Tables             []Table
	Downloads          []Link // the whole lists
}

// IndicatorLimit is a threshold: its name in site.yaml, what it does in a
// sentence with its number, the number alone, and who set it.
type IndicatorLimit struct{ Key, Means, Value, By string }

// Matrix shows how much of each step each agency publishes.
type Matrix struct {
	Heads []MatrixHead // the steps
	Rows  []MatrixRow
	Foot  []MatrixRow // the whole site
	Note  string
}

// MatrixHead is a step with when it is due and what counts as publication.
type MatrixHead struct{ Text, About string }

// MatrixRow is an agency.
type MatrixRow struct {
	Name     Link
	Projects string // "583 projects"
	Total    MatrixCell
	Cells    []MatrixCell // as many as Heads
}

// MatrixCell is how much of what is due is published.
type MatrixCell struct {
	Text  string // "85%"
	Note  string // "34 / 40"
	Level string // "full", "most", "some", "none" or "undue": how it may be coloured
}
