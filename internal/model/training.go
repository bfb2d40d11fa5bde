package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Training is a training, or a round of a qualification.
type Training struct {
	table.Record
	Organization table.Ref[Organization] `csv:"organization" zh:"培训机构: 举办培训的组织" en:"Organization: that trains" alias:"组织|举办单位|培训单位|承接主体|社会组织|Provider" sub:"name=培训机构名称|组织名称;credit_code=统一社会信用代码"`
	Programme    table.Ref[Programme]    `csv:"programme" zh:"计划: 出资的专项或年度批次" en:"Programme: the fund or round that pays" alias:"专项资金|所属专项|专项" sub:"title=计划名称|专项名称"`
	Title        value.Text              `csv:"title" zh:"培训名称" en:"Title" alias:"标题|培训|培训项目|培训主题|Course"`
	Date         value.Date              `csv:"date" zh:"培训日期" en:"Date" alias:"日期|培训时间|时间|Training date"`
	Trainees     value.Count             `csv:"trainees" zh:"培训人数" en:"Trainees" alias:"参训人数|学员数|人数|Participants"`
	Passed       value.Count             `csv:"passed" zh:"通过人数: 合格或取得资格的人数" en:"Passed: how many passed or qualified" alias:"合格人数|取证人数|Number passed"`
	Certificate  string                  `csv:"certificate" zh:"证书: 所授的资格或证书" en:"Certificate: the qualification it leads to" alias:"资格|资格证书|证书名称|Qualification"`
}

// Table names the table of trainings.
func (*Training) Table() table.Info {
	return table.Info{
		Name:  "trainings",
		Title: finding.Text{ZH: "培训", EN: "Trainings"},
		One:   finding.Text{ZH: "培训", EN: "Training"},
		About: finding.Text{ZH: "培训和资格认证的批次", EN: "trainings and rounds of qualification"},
		Key:   []string{"title", "organization|programme", "date"},
	}
}
