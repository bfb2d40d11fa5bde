package check

import (
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
)

var nestedDeep = Check{
	Rule: &finding.Rule{
		ID: "nested-deep", Group: finding.GroupReferences, Severity: finding.Error,
		Title: say("上下级的层数太多", "Records stand on too many levels"),
		Why:   say("没有哪种分类有几十级；多半是上级一列填错了行。", "No classification has dozens of levels; the column of parents has most likely slipped."),
		Fix:   say("核对上级一列。", "Compare the column of parents."),
		Bad:   "file: data/site.yaml\nchecks: {nested-deep: {limit: 2}}\nfile: data/areas.csv\nid,name,parent\nA1,Care,\nA2,Care at home,A1\nA3,Meals,A2\n",
		Good:  "file: data/site.yaml\nchecks: {nested-deep: {limit: 2}}\nfile: data/areas.csv\nid,name,parent\nA1,Care,\nA2,Care at home,A1\nA3,Meals,A1\n",
	},
	Limit: &Limit{Default: "64", Means: say("层数", "a number of levels")},
	Run: func(d *model.Dataset, s Settings, report func(finding.Finding)) {
		for _, t := range d.Tables() {
			for _, f := range t.Schema().Fields {
				if f.Kind == table.KindRef && f.Target == t.Schema().Info.Name && !f.Many {
					tooDeep(t, f, int(min(s.Number, 1000)), report)
				}
			}
		}
	},
}

// tooDeep reports the first record of a table that has too many above it.
func tooDeep(t table.Table, field *table.Field, most int, report func(finding.Finding)) {
	levels := map[table.Entity]int{}
	for i := range t.Len() {
		e := t.At(i)
		if level(field, e, levels) <= most {
			continue
		}
		f := about(e, field.Name, next(field, e).Rec().ID)
		f.Message = words("%s：%q 及其上级超过 %d 层", "%s: %q and those above it are on more than %d levels", field.Title, e.Rec().ID, most)
		f.Hint = say("核对上级一列", "compare the column of parents")
		report(f)
		return
	}
}

// level is how many records there are from e to the topmost; less than 1 where
// references run in a circle, which has a check of its own. Known levels are kept,
// so that each record is walked once.
func level(field *table.Field, e table.Entity, known map[table.Entity]int) int {
	const endless = -1
	var walked []table.Entity
	for e != nil && known[e] == 0 {
		known[e] = endless // until it ends
		walked = append(walked, e)
		e = next(field, e)
	}
	n := 0
	if e != nil {
		n = known[e]
	}
	for _, e := range slices.Backward(walked) {
		if n != endless {
			n++
		}
		known[e] = n
	}
	return n
}
