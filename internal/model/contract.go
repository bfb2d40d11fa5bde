package model

import (
	"cmp"

	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Contract is an agreement under a project; one that amends another stands in
// its place.
type Contract struct {
	table.Record
	Project         table.Ref[Project]  `csv:"project" zh:"项目" en:"Project" alias:"所属项目|采购项目" sub:"id=项目编号|Project ID;title=项目名称|Project title"`
	Number          string              `csv:"number" zh:"合同编号: 合同上的编号" en:"Number: as on the contract" alias:"合同号|文号|Contract number|Contract no|Contract ID"`
	Signed          value.Date          `csv:"signed" zh:"签订日期" en:"Signed" alias:"签订时间|签约日期|签约时间|合同签订日期|合同签订时间|Date signed|Signature date"`
	Start           value.Date          `csv:"start" zh:"开始日期: 履行期限的第一天" en:"Start: first day of performance" alias:"开始时间|起始日期|履行开始日期|Start date"`
	End             value.Date          `csv:"end" zh:"结束日期: 履行期限的最后一天" en:"End: last day of performance" alias:"结束时间|截止日期|履行结束日期|到期日期|End date"`
	Amount          value.Money         `csv:"amount" zh:"合同金额" en:"Amount" alias:"金额|合同价|合同价款|合同总价|合同总金额|Contract value|Contract amount|Value"`
	Currency        value.Currency      `csv:"currency" zh:"货币: ISO 4217 代码" en:"Currency: ISO 4217 code" alias:"币种"`
	Method          Method              `csv:"method" zh:"采购方式: 如何选定承接方" en:"Method: how the supplier was chosen" alias:"方式|购买方式|选取方式|Procurement method"`
	PurchaserDuties value.Text          `csv:"purchaser_duties" zh:"购买方义务" en:"Purchaser's duties" alias:"甲方义务|购买主体义务|甲方责任"`
	ProviderDuties  value.Text          `csv:"provider_duties" zh:"承接方义务" en:"Provider's duties" alias:"乙方义务|承接主体义务|乙方责任"`
	Requirements    value.Text          `csv:"requirements" zh:"服务要求: 内容、数量和质量" en:"Requirements: what, how much and how well" alias:"服务内容|合同内容|质量要求|Description"`
	State           ContractState       `csv:"state" zh:"状态" en:"State" alias:"合同状态|履行状态|Status"`
	Amends          table.Ref[Contract] `csv:"amends" zh:"变更的合同: 本合同所变更或取代的合同" en:"Amends: the contract that this one changes or replaces" alias:"原合同|原合同编号|Amended contract"`
	Document        string              `csv:"document" kind:"link" zh:"文件: 合同文本的网址或 static/documents/ 下的路径" en:"Document: address of the contract's text, or a path under static/documents/" alias:"合同文本|合同文件|合同附件|链接|附件|URL|Link"`

	// Payments are set when references are joined, in the order of their table.
	Payments List[Payment, paymentOfContract]

	nextOfProject *Contract
}

type contractOfProject struct{}

func (contractOfProject) next(c *Contract) **Contract { return &c.nextOfProject }

// Table names the table of contracts.
func (*Contract) Table() table.Info {
	return table.Info{
		Name:  "contracts",
		Title: finding.Text{ZH: "合同", EN: "Contracts"},
		One:   finding.Text{ZH: "合同", EN: "Contract"},
		About: finding.Text{ZH: "项目之下签订的合同，双方的义务和期限", EN: "agreements under projects, with both sides' duties and terms"},
		Key:   []string{"number|project"},
	}
}

// Label names a contract by its number, else by its project.
func (c *Contract) Label(lang string) string {
	return cmp.Or(c.Number, c.Project.To.name(lang), c.Project.ID())
}

// ContractState is how far a contract has come.
type ContractState = table.Code[contractState]

// The states of a contract, in their order.
const (
	ContractSigned ContractState = iota + 1
	ContractInForce
	ContractCompleted
	ContractTerminated
)

type contractState struct{}

// Enum lists the states.
func (contractState) Enum() *table.Enum { return contractStates }

var contractStates = table.NewEnum([]table.EnumValue{
	ContractSigned:     code("signed", "已签订", "Signed", "已签约", "签订", "签约", "pending"),
	ContractInForce:    code("in_force", "履行中", "In force", "执行中", "生效", "已生效", "active"),
	ContractCompleted:  code("completed", "已履行完毕", "Completed", "履行完毕", "已完成", "完成", "已验收", "closed"),
	ContractTerminated: code("terminated", "已终止", "Terminated", "终止", "解除", "已解除", "cancelled"),
})
