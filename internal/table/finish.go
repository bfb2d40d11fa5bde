package table

import (
	"fmt"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// finish settles what only the whole file can tell.
func (d *decoder) finish() {
	d.reportDates()
	d.reportColumns()
	d.reportMissing()
	d.reportMerged()
	d.tooLong()
	d.file.trim()
	at := finding.Pos{File: d.file.Name, Line: 1}
	if len(d.file.Columns) > 0 {
		at = d.file.Columns[0].pos(d.file.Name)
	}
	if d.madeIDs > 0 {
		d.list.Add(finding.Finding{
			Rule: madeIDsRule, Pos: at, Field: "id",
			Message: finding.Textf("没有编号列：%d 条记录的编号由内容生成", "there is no column of ids, so they are made from the content (records: %d)", d.madeIDs),
			Hint:    finding.Textf("加一列 id，使网址不随内容改变；或在 data/columns.yaml 写 id: [列名…]", "add a column id, so that addresses do not change with the content, or write id: [headings] in data/columns.yaml"),
		})
	}
	if d.unnamed > 0 {
		label := d.schema.LabelField()
		f := finding.Finding{
			Rule: noTitleRule, Pos: at, Field: label.Name,
			Message: finding.Textf("没有%[3]s、以编号代替的记录：%[1]d 条", "records with no %[2]s, whose ids stand in: %[1]d", d.unnamed, label.Name, label.Title.ZH),
			Hint:    finding.Textf("加一列 %s，或在 data/columns.yaml 指明哪一列是它", "add a column %s, or say in data/columns.yaml which one it is", label.Name),
		}
		if i := d.nearLabel(label); i >= 0 {
			f.Pos, f.Value = d.file.Columns[i].pos(d.file.Name), d.file.Columns[i].Heading
			f.Hint = finding.Textf("列名 %[1]q 若指 %[2]s，改作 %[2]s", "if the heading %[1]q means %[2]s, write %[2]s", f.Value, label.Name)
		}
		d.list.Add(f)
	}
	if d.replaced > 0 {
		d.list.Add(finding.Finding{
			Rule: replacedRowsRule, Pos: at, Field: "id",
			Message: finding.Textf("按 repeated: last，本文件的 %d 行取代了先前文件中编号相同的行", "by repeated: last, %d rows of this file replace rows of earlier files with the same id", d.replaced),
		})
	}
}

// nearLabel is the column whose unclaimed heading looks like a slip in one that
// means the label; -1 where there is none. Headings this short are no error as
// such: remark and mark are both good names.
func (d *decoder) nearLabel(label *Field) int {
	names := append([]string{label.Name, label.Title.ZH, label.Title.EN}, label.Aliases...)
	for i, c := range d.file.Columns {
		if d.claims[i].field == nil {
			if _, near := value.Nearest(c.Heading, names); near {
				return i
			}
		}
	}
	return -1
}

// unknownKeys reports keys of a YAML list that no field claims: who writes YAML
// chooses the keys, so one that is unknown is a slip.
func (d *decoder) unknownKeys() {
	for i, c := range d.file.Columns {
		if d.claims[i].field != nil || c.Heading == "" {
			continue
		}
		if _, typo := headingTypo(c.Heading, d.schema.Names()); typo {
			continue // reported as one
		}
		f := finding.Finding{
			Rule: unknownKeyRule, Pos: c.pos(d.file.Name), Value: c.Heading,
			Message: finding.Textf("表 %[2]s 没有字段 %[1]q", "%[2]s has no field %[1]q", c.Heading, d.schema.Info.Name),
			Hint:    finding.Textf("gongkai schema %s 列出全部字段", "gongkai schema %s lists its fields", d.schema.Info.Name),
		}
		if near, ok := value.Nearest(c.Heading, d.schema.Names()); ok {
			f.Hint = finding.Textf("是否指 %q？", "did you mean %q?", near)
		}
		d.list.Add(f)
	}
}

// Finish ends the reading of a table whose files have all been decoded.
func Finish(t Table, m *Mapping, l *finding.List) {
	st := t.store()
	st.texts, st.written, st.ordinals = interner{}, nil, nil
	t.sweep()
	caseOnly(t, l)
	if !st.broken { // a file that was not read may have the heading
		m.Unused(t.Files(), l)
	}
}

// UnknownHeadings are the headings of the columns that no field claims, in the
// order in which the files have them.
func UnknownHeadings(t Table) []string { return t.store().headings }

// String names a place for tests and messages.
func (o Origin) String() string {
	p := o.Pos("")
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}
