package finding

import (
	"cmp"
	"maps"
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
	kept   map[group]int // of each rule in each file
	left   map[group]Finding
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
	if l.Mask != nil {
		f.mask(l.Mask)
	}
	l.counts[f.Severity]++
	g := group{f.Rule.ID, f.Pos.File}
	if l.kept == nil {
		l.kept, l.left = map[group]int{}, map[group]Finding{}
	}
	l.kept[g]++
	if n := l.kept[g] - maxKept; n > 0 {
		l.left[g] = Finding{
			Rule: f.Rule, Severity: f.Severity, Pos: Pos{File: f.Pos.File},
			Message: Textf("另有 %d 条同样的问题，未一一列出", "%d more findings of this kind are not listed", n),
		}
		return
	}
	l.all = append(l.all, f)
}

// Merge adds the findings of another list.
func (l *List) Merge(other *List) {
	for _, f := range other.all {
		l.Add(f)
	}
	for g, f := range other.left {
		for range other.kept[g] - maxKept {
			l.Add(f)
		}
	}
}

// All is every finding, sorted by file, line, column and rule; of more than ten
// thousand of one rule in one file, one says how many more there are.
func (l *List) All() []Finding {
	all := l.all
	if len(l.left) > 0 {
		all = slices.AppendSeq(slices.Clone(all), maps.Values(l.left))
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
