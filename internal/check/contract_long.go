package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var contractLong = Check{
	Rule: &finding.Rule{
		ID: "contract-long", Group: finding.GroupOrder, Severity: finding.Info,
		Title: say("合同期限很长", "A contract runs for long"),
		Why:   say("期限长的合同少了重新竞争的机会。", "A long contract leaves less room for others to compete."),
		Fix:   say("核对日期；当地的年限可在 site.yaml 写 limit。", "Compare the dates; site.yaml takes your own limit in years."),
		Bad:   "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,start,end\nC1,P1,2010-01-01,2014-12-31\n",
		Good:  "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/contracts.csv\nid,project,start,end\nC1,P1,2010-01-01,2012-12-31\n",
	},
	Limit: &Limit{Default: "3", Means: say("年数", "a number of years")},
	Run: func(d *model.Dataset, s Settings, report func(finding.Finding)) {
		for _, c := range d.Contracts.Rows {
			most := c.Start.Last().AddYears(int(min(s.Number, maxYears)))
			if most.IsZero() || !most.Before(c.End) {
				continue
			}
			f := about(c, "end", c.End.String())
			f.Message = words("合同自 %s 至 %s，超过 %d 年", "the contract runs from %s to %s, more than %d years", c.Start, c.End, s.Number)
			f.Hint = say("核对日期；当地的年限可在 site.yaml 写 limit", "compare the dates; site.yaml takes your own limit in years")
			report(f)
		}
	},
}

// maxYears bounds a limit in years: dates do not reach further.
const maxYears = 400
