package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Call is a notice by which an agency seeks who will provide a service.
type Call struct {
	table.Record
	Title        value.Text           `csv:"title" zh:"公告标题" en:"Title" alias:"标题|公告名称|Notice title|Tender title" weak:"采购项目名称|项目名称|招标项目名称"`
	Programme    table.Ref[Programme] `csv:"programme" zh:"计划: 采购所属的专项或年度批次" en:"Programme: the fund or round that it belongs to" alias:"专项资金|所属专项|专项" sub:"title=计划名称|专项名称"`
	Agency       table.Ref[Agency]    `csv:"agency" zh:"采购单位: 发出公告的购买主体" en:"Agency: who purchases" alias:"采购人|购买主体|购买方|Department|Buyer|Purchaser|Procuring entity" sub:"name=采购单位名称|采购人名称|Buyer name"`
	Service      table.Ref[Service]   `csv:"service" zh:"服务目录项目: 指导性目录中的条目" en:"Service: an item of the purchase catalogue" alias:"目录|购买目录|服务品目|采购品目"`
	Method       Method               `csv:"method" zh:"采购方式: 如何选定承接方" en:"Method: how a supplier is chosen" alias:"方式|购买方式|选取方式|选取中介服务机构方式|Procurement method"`
	Published    value.Date           `csv:"published" zh:"发布日期" en:"Published" alias:"发布时间|公告日期|公告时间|公告发布时间|Publication date|Date published"`
	Closes       value.Date           `csv:"closes" zh:"截止日期: 报名或投标的最后时刻" en:"Closes: last moment for bids" alias:"截止时间|截止报名时间|报名截止时间|投标截止时间|Closing date|Deadline"`
	Budget       value.Money          `csv:"budget" zh:"预算金额" en:"Budget" alias:"预算|预算总金额|采购预算|项目预算|Estimated value"`
	Requirements value.Text           `csv:"requirements" zh:"采购需求: 服务内容和对承接方的要求" en:"Requirements: what is to be done and by whom" alias:"项目内容|服务要求|需求|Description"`
	State        CallState            `csv:"state" zh:"状态" en:"State" alias:"公告状态|Status"`
	Bidders      value.Count          `csv:"bidders" zh:"投标人数: 报名或投标的组织数" en:"Bidders: how many organizations applied or bid" alias:"报名数|投标数|报名家数|投标家数|Number of bidders|Bids"`
	Document     string               `csv:"document" kind:"link" zh:"文件: 公告的网址或 static/documents/ 下的路径" en:"Document: address of the notice, or a path under static/documents/" alias:"公告链接|网址|链接|附件|URL|Link"`

	// Projects are set when references are joined, in the order of their table.
	Projects []*Project
}

// Table names the table of calls.
func (*Call) Table() table.Info {
	return table.Info{
		Name:  "calls",
		Title: finding.Text{ZH: "采购公告", EN: "Calls"},
		One:   finding.Text{ZH: "采购公告", EN: "Call"},
		About: finding.Text{ZH: "征集承接主体的采购公告", EN: "notices by which agencies seek who will provide a service"},
		Key:   []string{"title", "agency", "published|closes"},
	}
}

// CallState is how far a purchase notice has come.
type CallState = table.Code[callState]

// The states of a call, in their order.
const (
	CallPlanned CallState = iota + 1
	CallOpen
	CallClosed
	CallAwarded
	CallCancelled
)

type callState struct{}

// Enum lists the states.
func (callState) Enum() *table.Enum { return callStates }

var callStates = table.NewEnum([]table.EnumValue{
	CallPlanned:   code("planned", "计划中", "Planned", "采购意向", "意向", "planning", "forecast"),
	CallOpen:      code("open", "报名中", "Open", "进行中", "征集中", "招标中", "active"),
	CallClosed:    code("closed", "已截止", "Closed", "截止", "报名截止", "评审中"),
	CallAwarded:   code("awarded", "已成交", "Awarded", "已中标", "成交", "中标", "已结果公告", "complete"),
	CallCancelled: code("cancelled", "已取消", "Cancelled", "取消", "终止", "废标", "流标", "canceled", "unsuccessful"),
})
