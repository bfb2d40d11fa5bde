package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Figure is a published aggregate with no rows behind it. Several may give one
// measure of one subject; they stand side by side, each with its source.
type Figure struct {
	table.Record
	Subject   string        `csv:"subject" kind:"subject" zh:"对象: 表:编号，如 programmes:BJ2010" en:"Subject: table:id, such as programmes:BJ2010" alias:"关联记录|Record"`
	Year      value.Count   `csv:"year" kind:"year" zh:"年度" en:"Year" alias:"年份|统计年度"`
	Measure   string        `csv:"measure" zh:"指标: 所计的是什么" en:"Measure: what is counted" alias:"指标名称|统计指标|Indicator"`
	Value     value.Decimal `csv:"value" zh:"数值" en:"Value" alias:"数据|指标值|Figure"`
	Unit      string        `csv:"unit" zh:"单位: 如 CNY、people、projects、organizations" en:"Unit: such as CNY, people, projects, organizations" alias:"计量单位"`
	Quote     value.Text    `csv:"quote" zh:"原文: 来源中的原话" en:"Quote: the words of the source" alias:"引文|原文摘录|Quotation"`
	Note      value.Text    `csv:"note" zh:"说明: 对数字的解释或疑问" en:"Note: what explains the figure or puts it in doubt" alias:"注|备注|注释|Remark"`
	Preferred value.Bool    `csv:"preferred" zh:"采用: 几个数字不一时采用这一个" en:"Preferred: the one to use where figures disagree" alias:"首选|是否采用"`

	about subject
}

// Table names the table of figures.
func (*Figure) Table() table.Info {
	return table.Info{
		Name:  "figures",
		Title: finding.Text{ZH: "公布的数字", EN: "Figures"},
		One:   finding.Text{ZH: "公布的数字", EN: "Figure"},
		About: finding.Text{ZH: "没有明细支撑的公布数字，附来源和原文", EN: "published aggregates that no rows stand behind, with their source and its words"},
		Key:   []string{"subject", "measure", "year"},
	}
}

// Label names a figure by its measure, what it is about and its year.
func (f *Figure) Label(lang string) string {
	return joinLabel(MeasureName(f.Measure, f.about.entity, lang), f.about.label(f.Subject, lang), f.Year.String())
}

// About is the record that a figure is about, nil where there is none.
func (f *Figure) About() table.Entity { return f.about.entity }
