package oversight

import "gongkai/internal/table"

// Score is how many of the steps that are due are published.
type Score struct{ Due, Published int }

// Share is the part that is published; 0 where nothing is due.
func (s Score) Share() Share { return Part(int64(s.Published), int64(s.Due)) }

// Disclosure is how complete an agency's disclosure is.
type Disclosure struct {
	Agency   table.Entity // nil for projects whose agency is not published, and for the whole site
	Projects int
	Steps    []Score // in the order of Steps
	Total    Score
}
