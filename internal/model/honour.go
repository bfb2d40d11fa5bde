package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Honour is a certificate or commendation.
type Honour struct {
	table.Record
	Organization table.Ref[Organization] `csv:"organization" zh:"承接主体: 获得荣誉的组织" en:"Organization: that was honoured" alias:"组织|获奖单位|获奖组织|社会组织|Recipient" sub:"name=承接主体名称|组织名称|社会组织名称;credit_code=统一社会信用代码"`
	Project      table.Ref[Project]      `csv:"project" zh:"项目: 因之获得荣誉的项目" en:"Project: that it was given for" alias:"获奖项目|所属项目" sub:"id=项目编号|Project ID;title=项目名称|Project title"`
	Title        value.Text              `csv:"title" zh:"荣誉名称" en:"Title" alias:"标题|荣誉|奖项|奖项名称|证书名称|Honour|Award"`
	GrantedBy    string                  `csv:"granted_by" zh:"授予机构" en:"Granted by" alias:"授予单位|颁发机构|颁发单位|Grantor"`
	Date         value.Date              `csv:"date" zh:"授予日期" en:"Date" alias:"日期|授予时间|颁发日期|颁发时间|获奖时间"`
}

// Table names the table of honours.
func (*Honour) Table() table.Info {
	return table.Info{
		Name:  "honours",
		Title: finding.Text{ZH: "荣誉", EN: "Honours"},
		One:   finding.Text{ZH: "荣誉", EN: "Honour"},
		About: finding.Text{ZH: "授予组织或项目的证书和表彰", EN: "certificates and commendations of organizations and projects"},
		Key:   []string{"title", "organization|project", "date"},
	}
}
