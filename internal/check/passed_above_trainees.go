package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var passedAboveTrainees = Check{
	Rule: &finding.Rule{
		ID: "passed-above-trainees", Group: finding.GroupStates, Severity: finding.Warning,
		Title: say("通过人数多于培训人数", "More people passed than were trained"),
		Why:   say("通过率会超过百分之百。", "The share of those who passed would be above one."),
		Fix:   say("核对两个人数，多半是两列颠倒。", "Compare the two numbers; the columns are most likely swapped."),
		Bad:   "file: data/trainings.csv\nid,title,trainees,passed\nT1,Course,40,213\n",
		Good:  "file: data/trainings.csv\nid,title,trainees,passed\nT1,Course,213,40\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, t := range d.Trainings.Rows {
			if t.Trainees.IsZero() || t.Passed.Int() <= t.Trainees.Int() {
				continue
			}
			f := about(t, "passed", t.Passed.String())
			f.Message = words("通过 %d 人，多于培训的 %d 人", "%d people passed, more than the %d trained", t.Passed.Int(), t.Trainees.Int())
			f.Hint = say("核对两个人数", "compare the two numbers")
			f.Related = append(f.Related, other(t, "trainees", "培训人数", "the number trained"))
			report(f)
		}
	},
}
