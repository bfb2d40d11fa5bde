package site

import (
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// maxItems is how many findings of one rule the quality page lists.
const maxItems = 50

// found are the findings of one rule: those that the publisher accepts apart from
// the others.
type found struct {
	rule           *finding.Rule
	severity       finding.Severity // the gravest that is not accepted
	open, accepted []finding.Finding
}

// quality lists the findings that are not errors: how many of each kind, then
// kind by kind, warnings first.
func (c *context) quality() Quality {
	v := Quality{Frame: c.frame(c.t("数据质量", "Data quality"))}
	if len(c.plan.o.Rules) > 0 {
		v.Checks = c.href(checksPath)
	}
	var warnings, notes, accepted int
	v.Kinds = Table{ID: "kinds", Caption: c.t("概览", "At a glance"), Heads: heads(c.t("情况", "What was found"), c.t("类别", "About"), c.t("级别", "Severity"), "#"+c.t("待处理", "Open"), "#"+c.t("已接受", "Accepted"))}
	for _, f := range c.foundByRule() {
		g := c.findings(f)
		v.Groups = append(v.Groups, g)
		v.Kinds.Rows = append(v.Kinds.Rows, []Cell{
			{Text: g.Title, Href: "#" + g.ID}, {Text: g.Group}, {Text: g.Severity, Chip: g.Kind},
			number(c.count(len(f.open))), number(c.count(len(f.accepted))),
		})
		accepted += len(f.accepted)
		if f.severity == finding.Warning {
			warnings += len(f.open)
		} else {
			notes += len(f.open)
		}
	}
	v.Summary = []Amount{
		{Label: c.t("警告", "Warnings"), Value: c.count(warnings), Note: c.t("可能有误，请发布单位核对", "doubtful: for the publisher to check")},
		{Label: c.t("提示", "Notes"), Value: c.count(notes), Note: c.t("读入时的处理，供参考", "what was decided when reading")},
		{Label: c.t("已接受", "Accepted"), Value: c.count(accepted), Note: c.t("发布单位已说明理由", "explained by the publisher")},
	}
	return v
}

// foundByRule sorts the findings by their rule: warnings before notes, what
// there is most of first.
func (c *context) foundByRule() []*found {
	byRule := map[string]*found{}
	var all []*found
	for _, f := range c.plan.findings {
		g := byRule[f.Rule.ID]
		if g == nil {
			g = &found{rule: f.Rule}
			byRule[f.Rule.ID] = g
			all = append(all, g)
		}
		if f.Accepted != (finding.Text{}) {
			g.accepted = append(g.accepted, f)
		} else {
			g.open = append(g.open, f)
			g.severity = max(g.severity, f.Severity)
		}
	}
	slices.SortStableFunc(all, func(a, b *found) int {
		if a.severity != b.severity {
			return int(b.severity) - int(a.severity)
		}
		return len(b.open) + len(b.accepted) - len(a.open) - len(a.accepted)
	})
	return all
}

// findings shows the findings of one rule.
func (c *context) findings(f *found) Findings {
	r := f.rule
	g := Findings{
		ID: r.ID, Title: upperFirst(c.say(r.Title)), Why: c.say(r.Why), Fix: c.say(r.Fix), Group: c.say(r.Group.Title()),
		Severity: c.severity(max(f.severity, finding.Info)), Kind: "quiet", Count: c.count(len(f.open) + len(f.accepted)),
	}
	if f.severity == finding.Warning {
		g.Kind = "busy"
	}
	item := func(f finding.Finding, hint finding.Text) FindingItem {
		return FindingItem{Message: upperFirst(value.Visible(c.say(f.Message))), Hint: value.Visible(c.say(hint)), Place: c.at(f.Pos)}
	}
	for _, o := range f.open[:min(len(f.open), maxItems)] {
		g.Items = append(g.Items, item(o, o.Hint))
	}
	for _, o := range f.accepted[:min(len(f.accepted), maxItems)] {
		g.Accepted = append(g.Accepted, item(o, o.Accepted))
	}
	if more := len(f.open) + len(f.accepted) - len(g.Items) - len(g.Accepted); more > 0 {
		g.Hidden = c.t("另有 "+c.count(more)+" 条未列出。", "And "+c.count(more)+" more.")
	}
	return g
}
