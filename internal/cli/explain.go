package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"gongkai/internal/build"
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

type explainCmd struct {
	ID   string `arg:"" optional:"" help:"What a finding ends with in brackets; all are listed without it." zh:"问题末尾方括号里的名称；不写则全部列出。"`
	JSON bool   `name:"json" help:"Print JSON." zh:"输出 JSON。"`
}

// Run documents one rule, or lists all by their groups.
func (cmd *explainCmd) Run(c *console) error {
	rules := slices.Clone(build.Rules())
	slices.SortFunc(rules, func(a, b *finding.Rule) int {
		return cmp.Or(cmp.Compare(a.Group, b.Group), strings.Compare(a.ID, b.ID))
	})
	if cmd.ID == "" {
		if cmd.JSON {
			list := make([]ruleJSON, len(rules))
			for i, r := range rules {
				list[i] = newRuleJSON(r, c.lang)
			}
			return writeJSON(c.Out, list)
		}
		return listRules(c, rules)
	}
	id := strings.ToLower(strings.Trim(cmd.ID, "[] "))
	i := slices.IndexFunc(rules, func(r *finding.Rule) bool { return r.ID == id })
	if i < 0 {
		return unknownRule(cmd.ID, rules)
	}
	if cmd.JSON {
		return writeJSON(c.Out, newRuleJSON(rules[i], c.lang))
	}
	explain(c, rules[i])
	return nil
}

func listRules(c *console, rules []*finding.Rule) error {
	w := tabwriter.NewWriter(c.Out, 0, 0, 2, ' ', tabwriter.DiscardEmptyColumns)
	var group finding.Group
	for _, r := range rules {
		if r.Group != group {
			if group != 0 {
				fmt.Fprintln(w)
			}
			group = r.Group
			fmt.Fprintf(w, "# %s\n", group.Title().In(c.lang))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.ID, r.Severity, r.Title.In(c.lang))
	}
	return w.Flush()
}

// explain prints a rule. The headings are fixed, so that they can be looked for.
func explain(c *console, r *finding.Rule) {
	fmt.Fprintf(c.Out, "%s [%s]\n%s\n", r.ID, r.Severity, r.Title.In(c.lang))
	for _, part := range []struct{ heading, text string }{
		{c.text("为什么", "Why"), r.Why.In(c.lang)},
		{c.text("怎么改", "Fix"), r.Fix.In(c.lang)},
		{c.text("有问题的例子", "Example with the problem"), r.Bad},
		{c.text("改好的例子", "The same, mended"), r.Good},
	} {
		if text := strings.TrimRight(part.text, "\n"); text != "" {
			fmt.Fprintf(c.Out, "\n%s\n    %s\n", part.heading, strings.ReplaceAll(text, "\n", "\n    "))
		}
	}
}

// unknownRule names the nearest rule: one that is misspelt, or begins so.
func unknownRule(id string, rules []*finding.Rule) error {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	f := &failure{
		what: finding.Textf("没有名为 %q 的检查", "there is no check named %q", id),
		hint: finding.Textf("gongkai explain 列出全部检查", "gongkai explain lists all checks"),
	}
	near, ok := value.Nearest(id, ids)
	if !ok {
		if i := slices.IndexFunc(ids, func(other string) bool { return strings.Contains(other, strings.ToLower(id)) }); i >= 0 {
			near, ok = ids[i], true
		}
	}
	if ok {
		f.hint = finding.Textf("是否指 %q？", "did you mean %q?", near)
	}
	return f
}

// ruleJSON is a rule for programs, in the language of the run.
type ruleJSON struct {
	ID       string `json:"id"`
	Group    string `json:"group"`
	Severity string `json:"severity"`
	Title    string `json:"title"`
	Why      string `json:"why"`
	Fix      string `json:"fix"`
	Bad      string `json:"bad"`
	Good     string `json:"good"`
}

func newRuleJSON(r *finding.Rule, lang string) ruleJSON {
	return ruleJSON{r.ID, r.Group.String(), r.Severity.String(), r.Title.In(lang), r.Why.In(lang), r.Fix.In(lang), r.Bad, r.Good}
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
