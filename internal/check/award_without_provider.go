package check

import (
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var awardWithoutProvider = Check{
	Rule: &finding.Rule{
		ID: "award-without-provider", Group: finding.GroupActors, Severity: finding.Info,
		Title: say("已立项的项目没有公布承接主体", "A project that was bought has no provider published"),
		Why:   say("钱给了谁，读者看不到。", "Readers cannot see who received the money."),
		Fix:   say("填 organization。", "Fill in organization."),
		Bad:   "id,title,state,organization\nP1,Meals,approved,Sample Society\nP2,Visits,approved,\n",
		Good:  "id,title,state,organization\nP1,Meals,approved,Sample Society\nP2,Visits,applied,\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		published := func(p *model.Project) bool { return len(p.Organization) > 0 }
		if !slices.ContainsFunc(d.Projects.Rows, published) {
			return // the site shows by itself that it publishes no providers
		}
		for _, p := range d.Projects.Rows {
			if !p.Awarded() || published(p) {
				continue
			}
			f := about(p, "organization", "")
			f.Message = words("已立项的项目 %q 没有公布承接主体", "the project %q was bought, and no provider of it is published", p.ID)
			f.Hint = say("填 organization", "fill in organization")
			report(f)
		}
	},
}
