package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Payment is money paid under a contract, or for a project where no contract
// is published.
type Payment struct {
	table.Record
	Contract   table.Ref[Contract]   `csv:"contract" zh:"合同" en:"Contract" alias:"所属合同|合同编号|合同号|Contract number|Contract no|Contract ID"`
	Project    table.Ref[Project]    `csv:"project" zh:"项目: 没有合同数据时填" en:"Project: where no contract is published" alias:"所属项目|采购项目" sub:"id=项目编号|Project ID;title=项目名称|Project title"`
	Date       value.Date            `csv:"date" zh:"付款日期" en:"Date" alias:"日期|付款时间|支付日期|支付时间|拨付日期|拨付时间|Payment date|Date paid"`
	Amount     value.Money           `csv:"amount" zh:"付款金额" en:"Amount" alias:"金额|支付金额|拨付金额|实付金额|Payment amount|Amount paid"`
	Currency   value.Currency        `csv:"currency" zh:"货币: ISO 4217 代码" en:"Currency: ISO 4217 code" alias:"币种"`
	Stage      PaymentStage          `csv:"stage" zh:"付款阶段" en:"Stage" alias:"阶段|款项|款项性质|付款批次|Payment stage"`
	Evaluation table.Ref[Evaluation] `csv:"evaluation" zh:"评估: 付款所依据的评估" en:"Evaluation: the review that the payment rests on" alias:"依据评估|评估编号"`
	BudgetLine table.Ref[Budget]     `csv:"budget_line" zh:"预算: 支出的预算" en:"Budget line: the budget that it is paid from" alias:"预算项目|预算科目|预算编号"`

	nextOfProject, nextOfContract, nextOnEvaluation *Payment
}

type (
	paymentOfProject    struct{}
	paymentOfContract   struct{}
	paymentOnEvaluation struct{}
)

func (paymentOfProject) next(m *Payment) **Payment    { return &m.nextOfProject }
func (paymentOfContract) next(m *Payment) **Payment   { return &m.nextOfContract }
func (paymentOnEvaluation) next(m *Payment) **Payment { return &m.nextOnEvaluation }

// Table names the table of payments.
func (*Payment) Table() table.Info {
	return table.Info{
		Name:  "payments",
		Title: finding.Text{ZH: "付款", EN: "Payments"},
		One:   finding.Text{ZH: "付款", EN: "Payment"},
		About: finding.Text{ZH: "按合同或项目支付的款项及其依据的评估", EN: "money paid under contracts or for projects, and the review that each rests on"},
		Key:   []string{"contract|project", "date", "stage", "amount"},
	}
}

// Label names a payment by its date and amount.
func (p *Payment) Label(lang string) string {
	amount := ""
	if !p.Amount.IsZero() {
		amount = p.Amount.Format(lang)
	}
	return joinLabel(p.Date.Format(lang), amount)
}

// For is the project that was paid for: the payment's own, else its
// contract's; nil where neither is known.
func (p *Payment) For() *Project {
	if p.Project.To == nil && p.Contract.To != nil {
		return p.Contract.To.Project.To
	}
	return p.Project.To
}

// PaymentStage is which part of the agreed sum a payment is.
type PaymentStage = table.Code[paymentStage]

// The stages of payment, in their order.
const (
	StageAdvance PaymentStage = iota + 1
	StageProgress
	StageFinal
)

type paymentStage struct{}

// Enum lists the stages.
func (paymentStage) Enum() *table.Enum { return paymentStages }

var paymentStages = table.NewEnum([]table.EnumValue{
	StageAdvance:  code("advance", "首付款", "Advance", "预付款", "首款", "首期款", "启动资金", "第一期", "first"),
	StageProgress: code("progress", "进度款", "Progress", "中期款", "二期款", "第二期", "interim"),
	StageFinal:    code("final", "尾款", "Final", "末期款", "结算款", "余款", "balance"),
})
