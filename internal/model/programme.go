package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Programme is a special fund, a yearly round or an action under which
// projects are bought.
type Programme struct {
	table.Record
	Title            value.Text        `csv:"title" zh:"计划名称" en:"Title" alias:"标题|名称|专项名称|专项资金名称|Programme|Program|Fund"`
	Agency           table.Ref[Agency] `csv:"agency" zh:"主办机构: 设立并出资的机构" en:"Agency: who set it up and pays" alias:"购买主体|采购单位|主办单位|主管部门|Department" sub:"name=购买主体名称|主办单位名称"`
	Year             value.Count       `csv:"year" kind:"year" zh:"年度" en:"Year" alias:"年份|财政年度|Financial year|Fiscal year"`
	Budget           value.Money       `csv:"budget" zh:"资金规模: 计划安排的资金" en:"Budget: the money set aside for it" alias:"预算|预算金额|专项资金规模|资金总额"`
	ProjectsDeclared value.Count       `csv:"projects_declared" zh:"公布的项目数: 公开报道的数目，与项目数据并列显示" en:"Projects declared: the published number, shown beside that of the rows" alias:"项目数|项目数量|Number of projects"`
	AmountDeclared   value.Money       `csv:"amount_declared" zh:"公布的金额: 公开报道的金额，与合计并列显示" en:"Amount declared: the published amount, shown beside the sum of the rows" alias:"公布金额|投入金额"`
	Opens            value.Date        `csv:"opens" zh:"开始申报: 接受申报的第一天" en:"Opens: first day for applications" alias:"申报开始日期|申报开始时间|Opening date"`
	Closes           value.Date        `csv:"closes" zh:"截止申报: 接受申报的最后一天" en:"Closes: last day for applications" alias:"申报截止日期|申报截止时间|Closing date|Deadline"`
	Policy           string            `csv:"policy" kind:"note" zh:"政策依据: content/policies 下的文件名" en:"Policy: a note's file name under content/policies" alias:"政策文件|依据"`
	Summary          value.Text        `csv:"summary" zh:"简介" en:"Summary" alias:"说明|计划简介|Description"`

	// Set when references are joined, in the order of their tables.
	Projects []*Project
	Budgets  []*Budget
}

// Table names the table of programmes.
func (*Programme) Table() table.Info {
	return table.Info{
		Name:  "programmes",
		Title: finding.Text{ZH: "计划", EN: "Programmes"},
		One:   finding.Text{ZH: "计划", EN: "Programme"},
		About: finding.Text{ZH: "购买项目所属的专项资金、年度批次或行动", EN: "special funds, yearly rounds and actions under which projects are bought"},
		Key:   []string{"title", "agency", "year"},
	}
}
