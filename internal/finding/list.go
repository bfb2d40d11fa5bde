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
	found  map[group]int // how many of each rule in each file
	left   map[group]left
}

// left are the findings of a group that are counted only.
type left struct {
	rule     *Rule
	severity Severity
	n        int
}

// maxKept is how many findings of one rule in one file are kept: a column that
// went wrong in a million rows must not take the machine's memory.
const maxKept = 10_000

// Add files a finding under its rule's severity, or the one that overrides it.
func (l *List) Add(f Finding) {
	f.Severity = f.Rule.Severity
	if s, ok := l.Severities[f.Rule.ID]; ok {
		f.Severity = s
	}
	l.counts[f.Severity]++
	g := group{f.Rule.ID, f.Pos.File}
	if l.found == nil {
		l.found, l.left = map[group]int{}, map[group]left{}
	}
	if l.found[g]++; l.found[g] > maxKept {
		l.left[g] = left{f.Rule, f.Severity, l.left[g].n + 1}
		return
	}
	if l.Mask != nil {
		f.mask(l.Mask)
	}
	l.all = append(l.all, f)
}

// Len is the number of findings.
func (l *List) Len() int {
	n := 0
	for _, of := range l.counts {
		n += of
	}
	return n
}

// First is the finding that was added first; there must be one.
func (l *List) First() Finding { return l.all[0] }

// Merge adds the findings of another list.
func (l *List) Merge(other *List) {
	for _, f := range other.all {
		l.Add(f)
	}
	for g, more := range other.left {
		for range more.n {
			l.Add(Finding{Rule: more.rule, Pos: Pos{File: g.file}})
		}
	}
}

// All is every finding, sorted by file, line, column and rule; of more than ten
// thousand of one rule in one file, one says how many more there are.
func (l *List) All() []Finding {
	all := l.all
	if len(l.left) > 0 {
		all = slices.Clone(all)
		for g, more := range l.left {
			all = append(all, Finding{
				Rule: more.rule, Severity: more.severity, Pos: Pos{File: g.file},
				Message: Textf("另有 %d 条同样的问题，未一一列出", "%d more findings of this kind are not listed", more.n),
			})
		}
	}
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Rule.ID, b.Rule.ID),
			cmp.Compare(a.Message.EN, b.Message.EN),
		)
	})
	return all
}

// Count is the number of findings of a severity.
func (l *List) Count(s Severity) int { return l.counts[s] }

// HasErrors reports whether a finding stops the build.
func (l *List) HasErrors() bool { return l.counts[Error] > 0 }
