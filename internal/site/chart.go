package site

// Chart is a chart as a page shows it: what it says and its numbers, without
// any geometry. The zero Chart, which has no Name, draws nothing.
type Chart struct {
	Name   string   // what programs know it by and ids begin with: "years"
	Form   string   // how its marks are drawn: one of the Form constants
	First  Link     // the name that the title begins with; may be empty
	Title  string   // what it shows, as a headline says it
	Sub    string   // what is measured, and in which unit
	About  string   // what kind of picture of what, in a sentence, for those who do not see it
	Series []Series // the kinds of values of every mark; of dots and tiles, the kinds of marks
	Marks  []Mark
	Ticks  []Number // of the axis of values, from the lowest
	Across []Number // of the axis across, where marks have two values
	Flows  []Flow
	Panels []Link // small charts beside one another
	Height int    // of a map that is MapWidth wide
	Table  Table  // the same numbers, all digits
	Note   string // what a reader must know to read it right; may be empty
	Source string
}

// The forms of charts.
const (
	FormColumns = "columns" // upright, side by side: marks are points of time
	FormBars    = "bars"    // lying, the later series inside the first; names of any length stand above
	FormRows    = "rows"    // lying, short names beside

	FormDots      = "dots"      // marks have a value across and one up
	FormRanges    = "ranges"    // marks have the value that a quarter is below, the median, and that a quarter is above
	FormTiles     = "tiles"     // a box for each mark at its Col and Row, filled by the size of its value
	FormMap       = "map"       // a mark's Shape, filled by the size of its value, with its number in the ranking at Col and Row
	FormFlow      = "flow"      // Flows between marks; Col is how far along a mark stands
	FormMultiples = "multiples" // small columns of one scale; Row is the panel that a mark belongs to
)

// Series is one kind of value that every mark has.
type Series struct {
	Name string
	Word string // said before a value where marks have several: "paid"; may be empty
	Kind string // one of the Kind constants: how it looks
}

// The kinds of series and marks say what a value is; how each looks is the
// style sheet's.
const (
	KindPromised = "promised" // decided, asked or agreed, not yet done
	KindDone     = "done"     // paid, counted
	KindBeside   = "beside"   // not part of the whole: social funds, all others together
)

// MapWidth is the width of a map in the units of its shapes, about as many
// pixels as it has on a phone.
const MapWidth = 300

// steps is how many shades a size can be filled with: kinds "step0" to "step4".
const steps = 5

// Mark is what a chart shows of one thing: a year, an organization.
type Mark struct {
	Link
	Values   []Number // as many as the chart has series, or as the form says
	Kind     string   // where it differs from its series
	Label    string   // of a dot that is named in the picture; of a row, what stands for a missing value
	Col, Row int      // where it stands, as the form says
	Shape    string   // on a map: path data of whole numbers
}

// Flow is how much of one mark goes to another, by their places in Marks.
type Flow struct {
	From, To int
	Amount   Number
}

// Number is a value with its text; one without a text is missing.
type Number struct {
	Value int64
	Text  string
}
