package check

import (
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var titleEqualsSummary = Check{
	Rule: &finding.Rule{
		ID: "title-equals-summary", Group: finding.GroupWeb, Severity: finding.Info,
		Title: say("简介与名称相同", "The summary says what the title says"),
		Why:   say("读者从简介得不到更多。", "Readers learn nothing more from it."),
		Fix:   say("写一两句服务内容，或留空。", "Write a sentence or two on what is done, or leave it blank."),
		Bad:   "id,title,summary\nP1,Meals for older people,Meals for older people\n",
		Good:  "id,title,summary\nP1,Meals for older people,A hot lunch on weekdays for 80 people\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			titles := spellings(p.Title)
			for _, text := range spellings(p.Summary) {
				if !slices.ContainsFunc(titles, func(title string) bool { return strings.EqualFold(title, text) }) {
					continue
				}
				f := about(p, "summary", text)
				f.Message = words("项目 %q 的简介与名称相同", "the summary of the project %q is its title", p.ID)
				f.Hint = say("写一两句服务内容，或留空", "write a sentence or two on what is done, or leave it blank")
				report(f)
				break
			}
		}
	},
}
