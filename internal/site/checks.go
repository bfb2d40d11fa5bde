package site

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// Checks is the catalogue of all that is checked.
type Checks struct {
	Frame
	Groups []CheckGroup
}

// CheckGroup is what is checked about one thing.
type CheckGroup struct {
	ID, Title string
	Count     string
	Rules     []CheckRule
}

// CheckRule documents one check, as gongkai explain does.
type CheckRule struct {
	ID, Title string
	Why, Fix  []Link // a sentence, cut where its language changes
	Severity  Chip   // as the site has it set
	Bad, Good string
}

// checksPath is where the catalogue stands.
const checksPath = "checks.html"

// checks lists every rule by its group.
func (c *context) checks() Checks {
	v := Checks{Frame: c.frame(c.t("检查目录", "What is checked"), Link{Text: c.t("数据质量", "Data quality"), Href: c.href("quality.html")})}
	v.Frame.Description = c.t("公布之前对数据逐条作哪些检查：为什么、怎么改，以及正反例子。",
		"What is checked before data is published: why, what to do about it, and examples.")
	for _, g := range finding.Groups() {
		group := CheckGroup{ID: g.String(), Title: c.say(g.Title())}
		for _, r := range c.plan.o.Rules {
			if r.Group == g {
				group.Rules = append(group.Rules, c.checkRule(r))
			}
		}
		if len(group.Rules) > 0 {
			group.Count = c.count(len(group.Rules))
			v.Groups = append(v.Groups, group)
		}
	}
	return v
}

func (c *context) checkRule(r *finding.Rule) CheckRule {
	severity := r.Severity
	for _, s := range c.plan.Data.Config.Checks {
		if s.Check == r.ID && s.Severity != 0 {
			severity = s.Severity
		}
	}
	return CheckRule{
		ID: r.ID, Title: c.say(r.Title), Why: c.runs(c.say(r.Why)), Fix: c.runs(c.say(r.Fix)), Bad: value.Visible(r.Bad), Good: r.Good,
		Severity: Chip{Text: c.severity(severity), Kind: severityKinds[severity]},
	}
}

var severityKinds = map[finding.Severity]string{finding.Error: "bad", finding.Warning: "busy", finding.Info: "quiet"}
