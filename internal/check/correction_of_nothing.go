package check

import (
	"maps"
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var correctionOfNothing = Check{
	Rule: &finding.Rule{
		ID: "correction-of-nothing", Group: finding.GroupReferences, Severity: finding.Info,
		Title: say("更正所指的记录不在表中", "A correction names a record that is not there"),
		Why:   say("被更正的页面上看不到这条更正。", "The page of what was corrected does not show it."),
		Fix:   say("改正 table 或 record；记录已删去的，可以不改。", "Mend table or record; where the record was removed, leave it."),
		Bad:   "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/corrections.csv\nid,date,table,record,what\nK1,2010-07-01,project,P1,Amount\n",
		Good:  "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/corrections.csv\nid,date,table,record,what\nK1,2010-07-01,projects,P1,Amount\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		tables := map[string]bool{}
		for _, t := range d.Tables() {
			tables[t.Schema().Info.Name] = true
		}
		names := slices.Sorted(maps.Keys(tables))
		for _, c := range d.Corrections.Rows {
			switch {
			case c.TableName == "":
			case !tables[c.TableName]:
				f := about(c, "table", c.TableName)
				f.Message = words("没有名为 %q 的表", "no table is called %q", c.TableName)
				f.Hint = say("写表名，如 projects", "write the name of a table, such as projects")
				if near, ok := value.Nearest(c.TableName, names); ok {
					f.Hint = words("是否指 %q？", "did you mean %q?", near)
				}
				report(f)
			case c.RecordID != "" && d.Table(c.TableName).ByID(c.RecordID) == nil:
				f := about(c, "record", c.RecordID)
				f.Message = words("表 %[2]s 中没有 %[1]q", "%[2]s has no %[1]q", c.RecordID, c.TableName)
				f.Hint = say("改正编号；记录已删去的，可以不改", "mend the id; where the record was removed, leave it")
				report(f)
			}
		}
	},
}
