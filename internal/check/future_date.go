package check

import (
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

var futureDate = Check{
	Rule: &finding.Rule{
		ID: "future-date", Group: finding.GroupOrder, Severity: finding.Warning,
		Title: say("已发生的事，日期却在今天之后", "Something that has happened is dated after today"),
		Why:   say("网站会把没有发生的事当作已发生的公布。", "The site would publish it as done."),
		Fix:   say("核对日期；数据比 as_of 新时，改 site.yaml 的 as_of。", "Compare the date; where the data is newer than as_of:, change that in site.yaml."),
		Bad:   "file: data/site.yaml\nas_of: 2011-03-31\nfile: data/projects.csv\nid,title,decided\nP1,Meals,2011-05-30\n",
		Good:  "file: data/site.yaml\nas_of: 2011-03-31\nfile: data/projects.csv\nid,title,decided\nP1,Meals,2010-05-30\n",
	},
	NeedsAsOf: true,
	Run: func(d *model.Dataset, s Settings, report func(finding.Finding)) {
		eachDate(d, func(e table.Entity, field *table.Field, date value.Date) {
			if !isPast(e.Table().Name, field.Name) || !s.AsOf.Before(date) {
				return
			}
			f := about(e, field.Name, date.String())
			f.Message = words("%s：%s 在今天（%s）之后", "%s: %s is after today (%s)", field.Title, date, s.AsOf)
			f.Hint = say("核对日期；数据比 as_of 新时，改 site.yaml 的 as_of", "compare the date; where the data is newer than as_of:, change that in site.yaml")
			report(f)
		})
	},
}

// isPast reports whether a field dates what has happened: not a plan, a term or
// a deadline.
func isPast(tableName, field string) bool {
	return slices.Contains([]string{
		"projects.applied", "projects.decided", "contracts.signed", "payments.date", "evaluations.date",
		"honours.date", "subsidies.date", "corrections.date", "organizations.registered", "organizations.graded",
	}, tableName+"."+field)
}

// eachDate calls f for every date of a dataset that is published.
func eachDate(d *model.Dataset, f func(e table.Entity, field *table.Field, date value.Date)) {
	for _, t := range d.Tables() {
		for _, field := range t.Schema().Fields {
			if field.Kind != table.KindDate {
				continue
			}
			for i := range t.Len() {
				e := t.At(i)
				if date := *field.Of(e).(*value.Date); !date.IsZero() {
					f(e, field, date)
				}
			}
		}
	}
}
