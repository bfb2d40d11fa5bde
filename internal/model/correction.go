package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Correction says what was wrong in a published record and put right.
type Correction struct {
	table.Record
	Date      value.Date `csv:"date" zh:"更正日期" en:"Date" alias:"日期|更正时间|Date corrected"`
	TableName string     `csv:"table" zh:"表: 更正的记录所在的表，如 projects" en:"Table: of the record that was corrected, such as projects" alias:"数据表|表名"`
	RecordID  string     `csv:"record" zh:"记录: 更正的记录的编号" en:"Record: identifier of the one that was corrected" alias:"记录编号|对象编号|Record ID"`
	What      value.Text `csv:"what" zh:"更正内容: 哪里有误" en:"What: what was wrong" alias:"内容|更正事项|Correction"`
	Why       value.Text `csv:"why" zh:"更正原因: 错误由何而来" en:"Why: how it came about" alias:"原因|Reason"`

	about subject
}

// Table names the table of corrections.
func (*Correction) Table() table.Info {
	return table.Info{
		Name:  "corrections",
		Title: finding.Text{ZH: "更正", EN: "Corrections"},
		One:   finding.Text{ZH: "更正", EN: "Correction"},
		About: finding.Text{ZH: "已公布数据的更正及其原因", EN: "what was wrong in published data and put right, and why"},
		Key:   []string{"date", "table", "record"},
	}
}

// Label names a correction by its date and the record.
func (c *Correction) Label(lang string) string {
	return joinLabel(c.Date.Format(lang), c.about.label(c.Subject(), lang))
}

// About is the record that was corrected, nil where there is none.
func (c *Correction) About() table.Entity { return c.about.entity }

// Subject is the corrected record as "table:id"; the table alone where no
// record is named.
func (c *Correction) Subject() string {
	if c.TableName == "" || c.RecordID == "" {
		return c.TableName + c.RecordID
	}
	return c.TableName + ":" + c.RecordID
}
