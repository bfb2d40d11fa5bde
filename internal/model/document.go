package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Document is a file or an address about a record of any table.
type Document struct {
	table.Record
	Subject string     `csv:"subject" kind:"subject" zh:"对象: 表:编号，如 projects:P001" en:"Subject: table:id, such as projects:P001" alias:"关联记录|Record"`
	Title   value.Text `csv:"title" zh:"文件名称" en:"Title" alias:"标题|名称|文件标题|Document|Document title"`
	Kind    string     `csv:"kind" zh:"文件类型: 如公告、合同、报告" en:"Kind: such as notice, contract, report" alias:"类型|类别|Type|Document type"`
	URL     string     `csv:"url" kind:"link" zh:"网址: 或 static/documents/ 下的路径" en:"Address: or a path under static/documents/" alias:"链接|地址|文件链接|附件|Link"`
	Date    value.Date `csv:"date" zh:"日期" en:"Date" alias:"发布日期|文件日期|发布时间|Date published"`
}

// Table names the table of documents.
func (*Document) Table() table.Info {
	return table.Info{
		Name:  "documents",
		Title: finding.Text{ZH: "文件", EN: "Documents"},
		One:   finding.Text{ZH: "文件", EN: "Document"},
		About: finding.Text{ZH: "与任一记录有关的文件或链接", EN: "files and links about records of any table"},
		Key:   []string{"subject", "title|url", "date"},
	}
}
