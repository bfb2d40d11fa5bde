package check

import (
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
)

var belongsToNothing = Check{
	Rule: &finding.Rule{
		ID: "belongs-to-nothing", Group: finding.GroupReferences, Severity: finding.Warning,
		Title: say("记录不属于任何项目或组织", "A record belongs to no project or organization"),
		Why:   say("它不出现在任何项目或组织的页面上，也不计入其合计。", "It stands on the page of no project or organization, and is part of none of their totals."),
		Fix:   say("填写它属于哪个项目、合同、组织或记录。", "Say which project, contract, organization or record it belongs to."),
		Bad:   "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,number\nC1,P1,17\nC2,,18\n",
		Good:  "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,number\nC1,P1,17\nC2,P1,18\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		loose(d.Contracts.Rows, report, []string{"project"}, func(c *model.Contract) bool { return c.Project.IsZero() })
		loose(d.Payments.Rows, report, []string{"contract", "project"}, func(m *model.Payment) bool { return m.Contract.IsZero() && m.Project.IsZero() })
		loose(d.Evaluations.Rows, report, []string{"project", "organization"}, func(e *model.Evaluation) bool { return e.Project.IsZero() && e.Organization.IsZero() })
		loose(d.Honours.Rows, report, []string{"organization", "project"}, func(h *model.Honour) bool { return h.Organization.IsZero() && h.Project.IsZero() })
		loose(d.Subsidies.Rows, report, []string{"organization", "recipient_class"}, func(s *model.Subsidy) bool { return s.Organization.IsZero() && s.RecipientClass.IsZero() })
		loose(d.Documents.Rows, report, []string{"subject"}, func(x *model.Document) bool { return x.Subject == "" })
		loose(d.Figures.Rows, report, []string{"subject"}, func(x *model.Figure) bool { return x.Subject == "" })
	},
}

// loose reports the records that belong to nothing: each by itself, or the first
// for all where no record of the table says what it belongs to.
func loose[T any, E interface {
	*T
	table.Entity
}](rows []*T, report func(finding.Finding), fields []string, blank func(*T) bool) {
	var found []*T
	for _, r := range rows {
		if blank(r) {
			found = append(found, r)
		}
	}
	all := len(found) == len(rows) && len(rows) > 1
	zh, en := strings.Join(fields, "、"), strings.Join(fields, " or ")
	for _, r := range found {
		f := about(E(r), fields[0], "")
		f.Message = words("这条记录不属于任何项目或组织：没有填写 %[1]s", "this record belongs to nothing: it says no %[2]s", zh, en)
		f.Hint = words("填写 %[1]s", "fill in %[2]s", zh, en)
		if all {
			f.Message = words("全表 %[1]d 条记录都不属于任何项目或组织：没有 %[2]s", "none of the %[1]d records of the table belongs to anything: they say no %[3]s", len(rows), zh, en)
			f.Hint = words("加一列 %[1]s，或在 data/columns.yaml 指明哪一列是它", "add a column %[1]s, or say in data/columns.yaml which one it is", fields[0])
		}
		report(f)
		if all {
			return
		}
	}
}
