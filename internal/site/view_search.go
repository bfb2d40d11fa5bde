package site

// Search is the search page. Its lists lead to every record where no script runs.
type Search struct {
	Frame
	Ways  []Ways
	Words []Word // that its script says
}

// Word is a text for a script, by name. {0} stands for a value.
type Word struct{ Name, Text string }

// Ways are some of the ways to the records: the lists, the years, the areas.
type Ways struct {
	ID    string // anchor
	Title string
	Links []Link
	More  Link // to all of them
}
