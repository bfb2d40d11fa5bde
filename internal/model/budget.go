package model

import (
	"cmp"

	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Budget is money set aside for purchases in one year.
type Budget struct {
	table.Record
	Agency         table.Ref[Agency]    `csv:"agency" zh:"预算单位: 编制预算的机构" en:"Agency: whose budget it is" alias:"购买主体|采购单位|部门|预算部门|Department" sub:"name=预算单位名称|部门名称"`
	Programme      table.Ref[Programme] `csv:"programme" zh:"计划: 预算所属的专项或年度批次" en:"Programme: the fund or round that it is for" alias:"专项资金|所属专项|专项" sub:"title=计划名称|专项名称"`
	Year           value.Count          `csv:"year" kind:"year" zh:"年度" en:"Year" alias:"年份|预算年度|财政年度|Financial year|Fiscal year"`
	Amount         value.Money          `csv:"amount" zh:"预算金额: 年初批准的金额" en:"Amount: as first approved" alias:"金额|预算|年初预算|预算数|Budget"`
	AdjustedAmount value.Money          `csv:"adjusted_amount" zh:"调整后金额: 年中调整后的预算" en:"Adjusted amount: after changes within the year" alias:"调整预算|调整预算数|调整后预算|Revised budget"`
	FundSource     FundSource           `csv:"source" zh:"资金来源" en:"Source of funds" alias:"经费来源|Funding source|Fund source"`
	Document       string               `csv:"document" kind:"link" zh:"文件: 预算公开的网址或 static/documents/ 下的路径" en:"Document: address of the published budget, or a path under static/documents/" alias:"预算文件|附件|链接|URL|Link"`
}

// Table names the table of budgets.
func (*Budget) Table() table.Info {
	return table.Info{
		Name:  "budgets",
		Title: finding.Text{ZH: "预算", EN: "Budgets"},
		One:   finding.Text{ZH: "预算", EN: "Budget"},
		About: finding.Text{ZH: "某一年度为购买服务安排的资金", EN: "money set aside for purchases in a year"},
		Key:   []string{"programme|agency", "year", "source"},
	}
}

// Label names a budget by its programme or agency and its year.
func (b *Budget) Label(lang string) string {
	whose := cmp.Or(b.Programme.To.name(lang), b.Programme.ID(), b.Agency.To.name(lang), b.Agency.ID())
	return joinLabel(whose, b.Year.String())
}

// Final is the amount after changes within the year, or as first approved
// where none are published.
func (b *Budget) Final() value.Money {
	if b.AdjustedAmount.IsZero() {
		return b.Amount
	}
	return b.AdjustedAmount
}

// FundSource is where a budget's money comes from.
type FundSource = table.Code[fundSource]

// The sources of funds.
const (
	FundsFiscal FundSource = iota + 1
	FundsWelfareLottery
	FundsOther
)

type fundSource struct{}

// Enum lists the sources of funds.
func (fundSource) Enum() *table.Enum { return fundSources }

var fundSources = table.NewEnum([]table.EnumValue{
	FundsFiscal:         code("fiscal", "财政资金", "Fiscal", "财政", "财政拨款", "一般公共预算", "财政预算", "government budget"),
	FundsWelfareLottery: code("welfare_lottery", "福利彩票公益金", "Welfare lottery", "福彩", "福彩公益金", "彩票公益金", "lottery"),
	FundsOther:          code("other", "其他", "Other", "其它", "其他资金"),
})
