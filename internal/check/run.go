package check

import (
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

// Run applies every check to a dataset, with the thresholds and the accepted
// findings of its site.yaml. Accepting reaches what the list already holds, so
// that a doubt told while reading can be accepted too. later are rules of
// stages after this one, which site.yaml may name as well.
func Run(d *model.Dataset, l *finding.List, later ...*finding.Rule) {
	rules := append(Rules(), later...)
	settings := d.Config.Checks
	unknownChecks(settings, rules, l)

	unread := unreadCells(l)
	var idle []string
	for _, c := range All() {
		if c.NeedsAsOf && d.Config.AsOf.IsZero() {
			idle = append(idle, c.ID)
			continue
		}
		s := Settings{AsOf: d.Config.AsOf}
		if !c.limit(&s, settings, d.Config.Currency, l) {
			continue
		}
		c.Run(d, s, func(f finding.Finding) {
			if f.Rule = c.Rule; c.Severity == finding.Error || !unread[f.Pos] {
				l.Add(f)
			}
		})
	}
	if len(idle) > 0 && !slices.ContainsFunc(l.All(), brokenConfig) {
		l.Add(noAsOf(idle))
	}
	accept(d, rules, l)
}

// unreadCells are the places of the cells that could not be read: that nothing
// stands there, as a check would find, is not what the publisher wrote.
func unreadCells(l *finding.List) map[finding.Pos]bool {
	unread := map[finding.Pos]bool{}
	for _, f := range l.All() {
		if f.Severity == finding.Error && f.Field != "" && f.Pos.Col > 0 {
			unread[f.Pos] = true
		}
	}
	return unread
}

// limit reads the check's threshold, which the last setting that has one says;
// false where the check has nothing to compare with. A threshold that cannot be
// read, or that the check has no use for, is told.
func (c Check) limit(s *Settings, settings []model.CheckSetting, currency value.Currency, l *finding.List) bool {
	written, at := "", finding.Pos{}
	for _, set := range settings {
		if set.Check == c.ID && set.Limit != "" {
			written, at = set.Limit, set.Pos
		}
	}
	if c.Limit == nil {
		if written != "" {
			l.Add(noLimit(c, written, at))
		}
		return true
	}
	if written != "" {
		if c.Limit.read(written, currency, s) {
			return true
		}
		l.Add(badLimit(c, written, at))
	}
	return c.Limit.Default != "" && c.Limit.read(c.Limit.Default, currency, s)
}

// read reads a threshold: one above nothing.
func (m *Limit) read(written string, currency value.Currency, s *Settings) bool {
	if m.Money {
		amount, problem := value.ParseMoney(written, value.MoneyOptions{Currency: currency})
		s.Amount = amount
		return problem == nil && amount.Sign() > 0
	}
	n, problem := value.ParseCount(written)
	s.Number = n.Int()
	return problem == nil && n.Int() > 0
}

// unknownChecks reports the settings of checks that do not exist.
func unknownChecks(settings []model.CheckSetting, rules []*finding.Rule, l *finding.List) {
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.ID)
	}
	for _, s := range settings {
		if slices.Contains(ids, s.Check) {
			if s.Limit != "" && !slices.ContainsFunc(All(), func(c Check) bool { return c.ID == s.Check }) {
				l.Add(noLimit(Check{Rule: rules[slices.Index(ids, s.Check)]}, s.Limit, s.Pos))
			}
			continue
		}
		l.Add(unknownCheck(s, ids))
	}
}

// brokenConfig is about site.yaml itself: what it does not say is then no news.
func brokenConfig(f finding.Finding) bool {
	return f.Severity == finding.Error && f.Pos.File == model.ConfigFile
}

// noAsOf says which checks had no "today" to compare with.
func noAsOf(ids []string) finding.Finding {
	return finding.Finding{
		Rule: noAsOfRule, Pos: finding.Pos{File: model.ConfigFile}, Field: "as_of",
		Message: words("不知道“今天”是哪一天，这些检查未做：%s", "nothing says what day today is, so these checks did not run: %s", strings.Join(ids, ", ")),
		Hint:    say("在 data/site.yaml 写 as_of: 年-月-日", "write as_of: YYYY-MM-DD in data/site.yaml"),
	}
}
