package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var scoreOutOfRange = Check{
	Rule: &finding.Rule{
		ID: "score-out-of-range", Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("得分超出范围", "A score is out of its range"),
		Why:   say("得分在 0 至 100 之间，否则无法比较。", "Scores run from 0 to 100, so that they can be compared."),
		Fix:   say("核对数字；别的分制先换算成百分制。", "Compare the number; convert another scale to one of a hundred."),
		Bad:   "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/evaluations.csv\nid,project,score\nE1,P1,912\n",
		Good:  "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/evaluations.csv\nid,project,score\nE1,P1,91.2\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		most := value.NewDecimal(100, 0)
		for _, e := range d.Evaluations.Rows {
			if e.Score.IsZero() || e.Score.Sign() >= 0 && e.Score.Cmp(most) <= 0 {
				continue
			}
			f := about(e, "score", e.Score.String())
			f.Message = words("得分 %s 不在 0 至 100 之间", "the score %s is not between 0 and 100", e.Score)
			f.Hint = say("核对数字；别的分制先换算成百分制", "compare the number; convert another scale to one of a hundred")
			report(f)
		}
	},
}
