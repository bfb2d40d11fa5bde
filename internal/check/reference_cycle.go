package check

import (
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
)

var referenceCycle = Check{
	Rule: &finding.Rule{
		ID: "reference-cycle", Group: finding.GroupReferences, Severity: finding.Error,
		Title: say("引用绕成一圈", "References run in a circle"),
		Why:   say("上级的上级又是自己，合计无法归到任何一级。", "A record that stands above itself has no place, and no total can be drawn up."),
		Fix:   say("改正其中一处；最上一级留空。", "Mend one of them; the topmost record leaves the cell blank."),
		Bad:   "file: data/areas.csv\nid,name,parent\nA1,Care,A2\nA2,Care at home,A1\n",
		Good:  "file: data/areas.csv\nid,name,parent\nA1,Care,\nA2,Care at home,A1\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, t := range d.Tables() {
			for _, f := range t.Schema().Fields {
				if f.Kind == table.KindRef && f.Target == t.Schema().Info.Name && !f.Many {
					cycles(t, f, report)
				}
			}
		}
	},
}

// cycles reports each circle of a table's references to itself once, at the
// first of its records in the table.
func cycles(t table.Table, field *table.Field, report func(finding.Finding)) {
	walked := map[table.Entity]int{} // by which walk, from 1
	for i := range t.Len() {
		walk := i + 1
		at := t.At(i)
		for at != nil && walked[at] == 0 {
			walked[at] = walk
			at = next(field, at)
		}
		if at == nil || walked[at] != walk {
			continue // it ends, or runs into a walk that is told
		}
		// A walk enters a circle where it likes; report at its first record.
		circle := circleFrom(field, at)
		f := about(circle[0], field.Name, next(field, circle[0]).Rec().ID)
		f.Message = words("%s：绕成一圈 %s", "%s: the references run in a circle, %s", field.Title, circlePath(circle))
		if len(circle) == 1 {
			f.Message = words("%s：%q 指向它自己", "%s: %q refers to itself", field.Title, circle[0].Rec().ID)
		}
		f.Hint = say("改正其中一处；最上一级留空", "mend one of them; the topmost leaves the cell blank")
		for _, e := range circle[1:min(len(circle), maxCircle)] {
			f.Related = append(f.Related, other(e, field.Name, "圈中的 %q", "%q in the circle", e.Rec().ID))
		}
		report(f)
	}
}

// next is the record that a reference leads to, nil where it leads nowhere.
func next(field *table.Field, e table.Entity) table.Entity {
	if to := field.Links(e); len(to) > 0 {
		return to[0]
	}
	return nil
}

// circleFrom lists a circle from the record of it that stands first in the
// files.
func circleFrom(field *table.Field, in table.Entity) []table.Entity {
	circle := []table.Entity{in}
	first := 0
	for e := next(field, in); e != in; e = next(field, e) {
		if o, least := e.Rec().Origin, circle[first].Rec().Origin; o.File == least.File && o.Row < least.Row {
			first = len(circle)
		}
		circle = append(circle, e)
	}
	return append(circle[first:len(circle):len(circle)], circle[:first]...)
}

// maxCircle is how many records of a circle a message names.
const maxCircle = 10

func circlePath(circle []table.Entity) string {
	var ids []string
	for i, e := range circle {
		if i == maxCircle {
			ids = append(ids, "…")
			break
		}
		ids = append(ids, e.Rec().ID)
	}
	return strings.Join(append(ids, circle[0].Rec().ID), " → ")
}
