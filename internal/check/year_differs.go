package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var yearDiffers = Check{
	Rule: &finding.Rule{
		ID: "year-differs", Group: finding.GroupOrder, Severity: finding.Info,
		Title: say("年度与日期相差一年以上", "The year is more than one off the dates"),
		Why:   say("按年汇总用 year，读者会在别的年份找它。", "Totals by year use it, and readers look for the project in another year."),
		Fix:   say("核对 year 与立项、开始的日期。", "Compare year with the dates of award and start."),
		Bad:   "id,title,year,decided\nP1,Meals,2020,2010-05-30\n",
		Good:  "id,title,year,decided\nP1,Meals,2010,2010-05-30\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			field, date := "decided", p.Decided
			if date.IsZero() {
				field, date = "start", p.Start
			}
			year := int(p.Year.Int())
			if p.Year.IsZero() || date.IsZero() || year-date.Year() <= 1 && date.Year()-year <= 1 {
				continue
			}
			f := about(p, "year", p.Year.String())
			f.Message = words("年度 %d，日期却是 %s", "the year is %d, the date %s", year, date)
			f.Hint = say("核对年度与日期", "compare the year with the date")
			f.Related = append(f.Related, other(p, field, "日期", "the date"))
			report(f)
		}
	},
}
