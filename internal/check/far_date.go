package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Years that no purchase of services has: before the earliest, or from the
// latest on even where nothing says what day today is.
const (
	earliestYear = 1949
	latestYear   = 2100
)

var farDate = Check{
	Rule: &finding.Rule{
		ID: "far-date", Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("日期离得太远", "A date is far off"),
		Why:   say("多半是年份写错一位；按年汇总会出现这一年。", "A digit of the year is most likely wrong, and totals by year would show that year."),
		Fix:   say("核对年份。", "Compare the year."),
		Bad:   "id,title,decided\nP1,Meals,2110-03-01\n",
		Good:  "id,title,decided\nP1,Meals,2010-03-01\n",
	},
	Limit: &Limit{Default: "20", Means: say("今天之后的年数", "a number of years ahead of today")},
	Run: func(d *model.Dataset, s Settings, report func(finding.Finding)) {
		last := latestYear - 1
		if !s.AsOf.IsZero() {
			last = min(last, s.AsOf.Year()+int(min(s.Number, maxYears)))
		}
		eachDate(d, func(e table.Entity, field *table.Field, date value.Date) {
			if date.Year() <= last && (date.Year() >= earliestYear || mayBeOld(e.Table().Name)) {
				return
			}
			f := about(e, field.Name, date.String())
			f.Message = words("%s：%s 离得太远", "%s: %s is far off", field.Title, date)
			f.Hint = say("核对年份", "compare the year")
			report(f)
		})
		for _, p := range d.Projects.Rows {
			if year := int(p.Year.Int()); p.Year.IsZero() || year >= earliestYear && year <= last {
				continue
			}
			f := about(p, "year", p.Year.String())
			f.Message = words("年度：%s 离得太远", "Year: %s is far off", p.Year)
			f.Hint = say("核对年份", "compare the year")
			report(f)
		}
	},
}

// mayBeOld reports whether a table dates what may be older than any purchase: a
// registration, a document.
func mayBeOld(tableName string) bool { return tableName == "organizations" || tableName == "documents" }
