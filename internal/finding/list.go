package finding

import (
	"cmp"
	"slices"
)

// List collects the findings of a run. The zero value is ready to use. It is
// not safe for concurrent use: parallel readers each fill their own and Merge.
type List struct {
	// Severities overrides rules' default severities, by rule id.
	Severities map[string]Severity
	// Mask hides in a text what no report may show; nil shows all. It is asked
	// once, here, so that no printer or page can forget to.
	Mask func(text string) string

	all    []Finding
	counts [Error + 1]int
}

// Add files a finding under its rule's severity, or the one that overrides it.
func (l *List) Add(f Finding) {
	f.Severity = f.Rule.Severity
	if s, ok := l.Severities[f.Rule.ID]; ok {
		f.Severity = s
	}
	if l.Mask != nil {
		f.mask(l.Mask)
	}
	l.counts[f.Severity]++
	l.all = append(l.all, f)
}

// Merge adds the findings of another list.
func (l *List) Merge(other *List) {
	for _, f := range other.all {
		l.Add(f)
	}
}

// All is every finding, sorted by file, line, column and rule.
func (l *List) All() []Finding {
	slices.SortStableFunc(l.all, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Rule.ID, b.Rule.ID),
			cmp.Compare(a.Message.EN, b.Message.EN),
		)
	})
	return l.all
}

// Count is the number of findings of a severity.
func (l *List) Count(s Severity) int { return l.counts[s] }

// HasErrors reports whether a finding stops the build.
func (l *List) HasErrors() bool { return l.counts[Error] > 0 }
