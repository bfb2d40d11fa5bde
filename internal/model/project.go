package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Project is a service project through its whole life, from application to
// the last payment.
type Project struct {
	table.Record
	Title            value.Text               `csv:"title" zh:"项目名称" en:"Title" alias:"标题|项目|服务项目|服务项目名称|Project|Project title|Grant title" weak:"采购项目名称|公益项目名称|项目名|項目名稱|计划名称|Project name|Contract title|Contract name|Agreement title|Award title|tender/title|awards/0/title"`
	Programme        table.Ref[Programme]     `csv:"programme" zh:"计划: 出资的专项、年度批次或行动" en:"Programme: the special fund, round or action that pays" alias:"专项资金|所属专项|资助计划" sub:"title=Grant Programme:Title|Grant Programme:Name;id=Grant Programme:Code"`
	Call             table.Ref[Call]          `csv:"call" zh:"采购公告: 项目所应的公告" en:"Call: the purchase notice" alias:"公告|招标公告"`
	Agency           table.Ref[Agency]        `csv:"agency" zh:"购买主体: 付钱的机构" en:"Agency: who purchases" alias:"采购单位|采购人|购买方|委托方|资助方|购买单位|Department|Purchaser|Buyer|Funder" weak:"采购单位名称|采购人名称|购买主体名称|购买方名称|购买单位名称|委托单位|主办机关|Agency name|Awarding agency|Awarding agency name|Department name|Buyer name|Purchaser name|Funder name|Funding organisation|Funding organization|Contracting authority" sub:"id=Funding Org:Identifier|buyer/id;name=Funding Org:Name|buyer/name"`
	Organization     table.Refs[Organization] `csv:"organization" zh:"承接主体: 提供服务的组织，多个以分号隔开，第一个牵头" en:"Organization: who provides the service; several with a semicolon, the first leads" alias:"承接单位|承接方|承办单位|实施单位|供应商|服务提供方|受助方|中标单位|成交供应商|项目承接组织|社会组织|Supplier|Vendor|Recipient|Grantee|Provider" weak:"中标供应商|中标供应商名称|成交供应商名称|中标（成交）供应商|中标（成交）供应商名称|供应商名称|中标机构|中标人|中标人名称|中标方|承接机构|承接组织|项目承接单位|项目实施单位|项目承接机构|实施机构|实施组织|执行机构|执行单位|受资助单位|受资助组织|申报单位|申报机构|申报组织|申报主体|Vendor name|Supplier name|Contractor|Contractor name|Recipient name|Recipient legal name|Grantee name|Provider name|Awarded supplier|Awarded to" sub:"id=Recipient Org:Identifier|awards/0/suppliers/0/id;name=Recipient Org:Name|awards/0/suppliers/0/name|承接主体名称|承接单位名称|社会组织名称;credit_code=承接主体统一社会信用代码|承接单位统一社会信用代码|供应商统一社会信用代码|统一社会信用代码;kind=承接主体类型|组织类型"`
	Area             table.Ref[Area]          `csv:"area" zh:"民生领域: 项目所属的领域" en:"Area: of livelihood" alias:"领域|服务领域|项目领域|Theme" weak:"类别|项目类别|项目类型|服务类别|服务类型|所属领域|Category"`
	District         table.Ref[District]      `csv:"district" zh:"区域: 服务所在的行政区" en:"District: where the service is given" alias:"区县|行政区|所在区|服务区域" weak:"Region|行政区域|所属区|服务地区|District name" sub:"id=Beneficiary Location:Geographic Code;name=Beneficiary Location:Name"`
	Service          table.Ref[Service]       `csv:"service" zh:"服务目录项目: 指导性目录中的条目" en:"Service: an item of the purchase catalogue" alias:"目录|购买目录|服务品目"`
	Year             value.Count              `csv:"year" kind:"year" zh:"年度" en:"Year" alias:"年份|财政年度|Financial year|Fiscal year" weak:"立项年度|项目年度|资助年度|Award year"`
	State            ProjectState             `csv:"state" zh:"状态" en:"State" alias:"项目状态|进展|Status"`
	Applied          value.Date               `csv:"applied" zh:"申报日期: 提出申报的日期" en:"Applied: date of the application" alias:"申报时间|申请日期|Application Date"`
	Decided          value.Date               `csv:"decided" zh:"立项日期: 决定购买的日期" en:"Award date: when the purchase was decided" alias:"立项时间|中标日期|成交日期|批准日期|Date of award|Decision date" weak:"中标时间|成交时间|中标（成交）日期|批准时间|核准日期|Awarded date|Date awarded|Approval date|Contract award date|awards/0/date"`
	AmountRequested  value.Money              `csv:"amount_requested" zh:"申请金额" en:"Amount requested" alias:"申报金额|申请资金|Amount Applied For" weak:"申报资金|申报经费|申请经费|Requested amount"`
	AmountAwarded    value.Money              `csv:"amount_awarded" zh:"立项金额: 决定给予的金额" en:"Amount awarded: as decided" alias:"合同金额|中标金额|成交金额|资助金额|项目金额|项目资金|金额|批准金额|购买金额|Amount|Award amount|Contract value|Value" weak:"中标（成交）金额|成交（中标）金额|中标成交金额|中标价|成交价|中标（成交）价|立项资金|立项经费|资助资金|资助经费|扶持资金|采购金额|合同总价|合同总金额|合同价|项目经费|资金|经费|购买资金|购买经费|Awarded amount|Awarded value|Agreement value|Contract amount|Grant amount|Total awarded|awards/0/value/amount"`
	AmountContracted value.Money              `csv:"amount_contracted" zh:"签约金额: 合同约定的金额，没有合同数据时填" en:"Amount contracted: declared, where no contracts stand behind" alias:"签约总额"`
	AmountPaid       value.Money              `csv:"amount_paid" zh:"已付金额: 没有付款数据时填" en:"Amount paid: declared, where no payments stand behind" alias:"已支付金额|支付金额|拨付金额|Amount Disbursed|Total payments"`
	Currency         value.Currency           `csv:"currency" zh:"货币: ISO 4217 代码" en:"Currency: ISO 4217 code" alias:"币种" weak:"awards/0/value/currency"`
	SocialFunds      value.Money              `csv:"social_funds" zh:"带动社会资金: 在购买之外筹集的资金" en:"Social funds: raised beside the purchase" alias:"社会资金|配套资金|Matched funding" weak:"自筹资金|自筹经费"`
	PeoplePlanned    value.Count              `csv:"people_planned" zh:"计划服务人数: 申报时的计划" en:"People planned: to be served" alias:"预计服务人数|计划受益人数" weak:"预计受益人数|计划服务人次|预计服务人次|拟服务人数"`
	PeopleServed     value.Count              `csv:"people_served" zh:"服务人数: 实际" en:"People served: in fact" alias:"受益人数|实际服务人数|Beneficiaries" weak:"服务人次|受益人次"`
	Volunteers       value.Count              `csv:"volunteers" zh:"志愿者人数" en:"Volunteers" alias:"志愿者"`
	Staff            value.Count              `csv:"staff" zh:"工作人员人数" en:"Staff" alias:"工作人员|专职人员"`
	Start            value.Date               `csv:"start" zh:"开始日期" en:"Start" alias:"开始时间|起始日期|实施开始|Start date|Planned Dates:Start Date" weak:"Contract start date|Agreement start date|Period of performance start date|contracts/0/period/startDate"`
	End              value.Date               `csv:"end" zh:"结束日期" en:"End" alias:"结束时间|完成日期|实施结束|End date|Planned Dates:End Date" weak:"截止日期|Contract end date|Agreement end date|Period of performance current end date|contracts/0/period/endDate"`
	TargetGroup      value.Text               `csv:"target_group" zh:"服务对象: 为哪些人服务" en:"Target group: whom it serves" alias:"受益群体|受益对象|服务人群"`
	Summary          value.Text               `csv:"summary" zh:"简介" en:"Summary" alias:"项目简介|Description|Summary" weak:"项目内容|内容|说明|项目概况|主要内容|服务内容|tender/description"`

	// Contracts, Payments, Evaluations and Honours are set when references are
	// joined, in the order of their tables. Payments include those made under
	// the project's contracts.
	Contracts   List[Contract, contractOfProject]
	Payments    List[Payment, paymentOfProject]
	Evaluations List[Evaluation, evaluationOfProject]
	Honours     table.Few[*Honour]
}

// Table names the table of projects.
func (*Project) Table() table.Info {
	return table.Info{
		Name:  "projects",
		Title: finding.Text{ZH: "项目", EN: "Projects"},
		One:   finding.Text{ZH: "项目", EN: "Project"},
		About: finding.Text{ZH: "向社会组织购买的服务项目，从申报到最后一笔付款", EN: "service projects bought from social organizations, from application to the last payment"},
		Key:   []string{"title", "organization", "agency", "decided|start|applied|year"},
	}
}

// ProjectState is how far a project has come.
type ProjectState = table.Code[projectState]

// The states of a project, in their order.
const (
	StateApplied ProjectState = iota + 1
	StateUnderReview
	StateDeclined
	StateWithdrawn
	StateApproved
	StateContracted
	StateInProgress
	StateCompleted
	StateTerminated
)

type projectState struct{}

// Enum lists the states.
func (projectState) Enum() *table.Enum { return projectStates }

var projectStates = table.NewEnum([]table.EnumValue{
	StateApplied:     code("applied", "已申报", "Applied", "申报", "申报中"),
	StateUnderReview: code("under_review", "评审中", "Under review", "评审", "审核中"),
	StateDeclined:    code("declined", "未立项", "Declined", "未通过", "落选", "rejected"),
	StateWithdrawn:   code("withdrawn", "已撤回", "Withdrawn", "撤回", "撤销申报"),
	StateApproved:    code("approved", "已立项", "Approved", "立项", "已批准", "awarded"),
	StateContracted:  code("contracted", "已签约", "Contracted", "签约", "已签合同"),
	StateInProgress:  code("in_progress", "进行中", "In progress", "执行中", "实施中", "在建", "active", "ongoing"),
	StateCompleted:   code("completed", "已完成", "Completed", "已结项", "结项", "完成", "closed"),
	StateTerminated:  code("terminated", "已终止", "Terminated", "终止", "中止", "cancelled"),
})

// code is one value of an Enum.
func code(code, zh, en string, aliases ...string) table.EnumValue {
	return table.EnumValue{Code: code, Title: finding.Text{ZH: zh, EN: en}, Aliases: aliases}
}

// Awarded reports whether the public body has decided to buy the project: its
// state says so, or, where no state is published, an amount was awarded.
func (p *Project) Awarded() bool {
	switch p.State {
	case StateApproved, StateContracted, StateInProgress, StateCompleted, StateTerminated:
		return true
	case 0:
		return !p.AmountAwarded.IsZero()
	}
	return false
}

// CalendarYear is the project's year as declared, else that of its award,
// start or application; 0 where none is known.
func (p *Project) CalendarYear() int {
	if !p.Year.IsZero() {
		return int(p.Year.Int())
	}
	for _, d := range []value.Date{p.Decided, p.Start, p.Applied, p.End} {
		if !d.IsZero() {
			return d.Year()
		}
	}
	return 0
}
