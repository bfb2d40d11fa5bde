package search_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// goal is what a figure is to be: at most, or at least.
type goal struct {
	text  string
	least bool
	at    func(records int) float64 // NaN where there is none for so many records
}

// atMost is a goal from some number of records on.
func atMost(text string, from int, most float64) goal {
	return goal{text: text, at: func(records int) float64 {
		if records < from {
			return math.NaN()
		}
		return most
	}}
}

func atLeast(text string, least float64) goal {
	return goal{text, true, func(int) float64 { return least }}
}

// firstQuery is what a first query may take with its scripts, in KB.
func firstQuery(records int) float64 {
	switch {
	case records <= 10_000:
		return 60
	case records <= 100_000:
		return 100
	}
	return 150
}

// Numbers of records from which goals hold: those of 27,060 projects, about 100,000
// and about a million.
const from27k, from100k, from1M = 27_000, 90_000, 900_000

// report is the table of all sizes.
type report struct {
	records []int
	rows    []string // what is measured, in order
	cells   map[string][]string
	values  map[string][]float64
	goals   map[string]goal
	notes   []string // of which files changed
	now     int      // the size that is being measured
}

// begin begins another size.
func (t *report) begin(records int) {
	t.now = len(t.records)
	t.records = append(t.records, records)
	t.notes = append(t.notes, fmt.Sprintf("%d records:", records))
}

// want sets the goal of a figure.
func (t *report) want(what string, g goal) { t.goals[what] = g }

// say enters a figure: as text, and as the number that is held against the goal.
func (t *report) say(what, text string, value float64) {
	if !slices.Contains(t.rows, what) {
		t.rows = append(t.rows, what)
	}
	for len(t.cells[what]) <= t.now {
		t.cells[what], t.values[what] = append(t.cells[what], ""), append(t.values[what], math.NaN())
	}
	t.cells[what][t.now], t.values[what][t.now] = text, value
}

// verdict is how a figure does beside its goal, "" where it has none.
func (t *report) verdict(what string, size int) string {
	g, ok := t.goals[what]
	if !ok || size >= len(t.values[what]) {
		return ""
	}
	want, have := g.at(t.records[size]), t.values[what][size]
	if math.IsNaN(want) || math.IsNaN(have) {
		return ""
	}
	by := math.Abs(have - want)
	if g.least && have < want || !g.least && have > want {
		if want == 0 {
			return fmt.Sprintf("missed by %.3g", by)
		}
		return fmt.Sprintf("missed by %.0f %%", 100*by/want)
	}
	return "met"
}

// String is the table as Markdown, then each figure beside its goal.
func (t *report) String() string {
	var b strings.Builder
	b.WriteString("| |")
	for _, n := range t.records {
		fmt.Fprintf(&b, " %d records |", n)
	}
	b.WriteString(" goal |\n|---|" + strings.Repeat("---|", len(t.records)+1) + "\n")
	var held strings.Builder
	for _, what := range t.rows {
		fmt.Fprintf(&b, "| %s |", what)
		for i, cell := range t.cells[what] {
			verdict := t.verdict(what, i)
			if strings.HasPrefix(verdict, "missed") {
				cell += " (missed)"
			}
			fmt.Fprintf(&b, " %s |", cell)
			if verdict != "" {
				fmt.Fprintf(&held, "%d records, %s: %s; goal %s: %s\n", t.records[i], what, t.cells[what][i], t.goals[what].text, verdict)
			}
		}
		fmt.Fprintf(&b, " %s |\n", t.goals[what].text)
	}
	return b.String() + "\n" + held.String() + "\n" + strings.Join(t.notes, "\n") + "\n"
}
