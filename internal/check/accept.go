package check

import (
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
)

// acceptance is what the publisher says of one check's findings in one place.
type acceptance struct {
	rule        *finding.Rule
	record      string // as written
	file        string
	first, last int // lines; 0 where the whole file is meant
	reason      finding.Text
	at          finding.Pos
	used        bool
}

func (a *acceptance) covers(f finding.Finding) bool {
	return a.rule.ID == f.Rule.ID && a.file == f.Pos.File &&
		(a.last == 0 || a.first <= f.Pos.Line && f.Pos.Line <= a.last)
}

// accept lowers the findings that site.yaml accepts to notes that give the
// reason, and tells what it accepts in vain.
func accept(d *model.Dataset, rules []*finding.Rule, l *finding.List) {
	all := acceptances(d, rules, l)
	if len(all) == 0 {
		return
	}
	found := l.All()
	*l = finding.List{Severities: l.Severities, Mask: l.Mask}
	for _, f := range found {
		i := slices.IndexFunc(all, func(a *acceptance) bool { return a.covers(f) })
		if i < 0 {
			l.Add(f)
			continue
		}
		all[i].used = true
		f.Accepted = all[i].reason
		f.Hint = words("已接受：%s", "accepted: %s", all[i].reason)
		addAs(l, finding.Info, f)
	}
	for _, a := range all {
		if !a.used {
			l.Add(acceptedNothing(a))
		}
	}
}

// addAs adds a finding under a severity of its own.
func addAs(l *finding.List, s finding.Severity, f finding.Finding) {
	kept := l.Severities
	l.Severities = map[string]finding.Severity{f.Rule.ID: s}
	l.Add(f)
	l.Severities = kept
}

// acceptances finds the places that site.yaml's acceptances mean.
func acceptances(d *model.Dataset, rules []*finding.Rule, l *finding.List) []*acceptance {
	var all []*acceptance
	for _, s := range d.Config.Checks {
		i := slices.IndexFunc(rules, func(r *finding.Rule) bool { return r.ID == s.Check })
		if i < 0 {
			continue // reported as an unknown check
		}
		for _, accepted := range s.Accept {
			if rules[i].Severity == finding.Error {
				l.Add(notAcceptable(rules[i], accepted, s.Pos))
				continue
			}
			zh, _ := accepted.Reason.In("zh")
			en, _ := accepted.Reason.In("en")
			a := &acceptance{rule: rules[i], record: accepted.Record, file: accepted.Record, reason: say(zh, en), at: s.Pos}
			if name, id, ok := table.CutSubject(accepted.Record); ok {
				if e := d.Find(name, id); e != nil {
					a.file, a.first, a.last = lines(e.Rec().Origin)
				}
			}
			all = append(all, a)
		}
	}
	return all
}

// lines are those that a record's row takes, as far as its cells begin on them.
func lines(o table.Origin) (file string, first, last int) {
	start := o.Pos("")
	first, last = start.Line, start.Line
	if o.File == nil {
		return start.File, first, last
	}
	for _, c := range o.File.Columns {
		if c.Field != "" {
			last = max(last, o.Pos(c.Field).Line)
		}
	}
	return start.File, first, last
}
