package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var providerInactive = Check{
	Rule: &finding.Rule{
		ID: "provider-inactive", Group: finding.GroupActors, Severity: finding.Info,
		Title: say("执行中的项目由已注销或异常的组织承接", "A running project's provider is dissolved or listed as abnormal"),
		Why:   say("读者会问服务由谁在做。", "Readers will ask who gives the service."),
		Fix:   say("核对组织的 status 和项目的 state。", "Compare the organization's status and the project's state."),
		Bad:   "file: data/organizations.csv\nid,name,status\nO1,Sample Society,dissolved\nfile: data/projects.csv\nid,title,organization,state\nP1,Meals,O1,in_progress\n",
		Good:  "file: data/organizations.csv\nid,name,status\nO1,Sample Society,dissolved\nfile: data/projects.csv\nid,title,organization,state\nP1,Meals,O1,completed\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			if p.State != model.StateContracted && p.State != model.StateInProgress {
				continue
			}
			for _, r := range p.Organization {
				if o := r.To; o != nil && (o.Status == model.StatusDissolved || o.Status == model.StatusAbnormal) {
					f := about(p, "organization", r.Written())
					f.Message = words("项目 %q 的状态是“%s”，承接主体 %q 却是“%s”", "the project %q is %q, and its provider %q is %q", p.ID, p.State.Title(), o.ID, o.Status.Title())
					f.Hint = say("核对组织的 status 和项目的 state", "compare the organization's status and the project's state")
					f.Related = append(f.Related, other(o, "status", "组织的状态", "the organization's status"))
					report(f)
				}
			}
		}
	},
}
