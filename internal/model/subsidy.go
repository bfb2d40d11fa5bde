package model

import (
	"cmp"

	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Subsidy is support that a policy gives outside a purchase: to one
// organization, or as a rate to a class of them.
type Subsidy struct {
	table.Record
	Organization   table.Ref[Organization] `csv:"organization" zh:"承接主体: 获得补贴的组织" en:"Organization: that receives it" alias:"组织|受补贴单位|补贴对象|社会组织|Recipient" sub:"name=承接主体名称|组织名称|社会组织名称;credit_code=统一社会信用代码"`
	RecipientClass value.Text              `csv:"recipient_class" zh:"对象类别: 不是给某一个组织时，给哪一类" en:"Recipient class: which organizations, where it is not one" alias:"补贴对象类别|对象范围"`
	Kind           SubsidyKind             `csv:"kind" zh:"补贴类型" en:"Kind" alias:"类型|补贴种类|补贴项目|Type|Subsidy type"`
	Amount         value.Money             `csv:"amount" zh:"补贴金额" en:"Amount" alias:"金额|补贴标准|Subsidy amount"`
	Currency       value.Currency          `csv:"currency" zh:"货币: ISO 4217 代码" en:"Currency: ISO 4217 code" alias:"币种"`
	Agency         table.Ref[Agency]       `csv:"agency" zh:"补贴机构: 给予补贴的机构" en:"Agency: who gives it" alias:"补贴单位|发放单位|购买主体|Department"`
	Date           value.Date              `csv:"date" zh:"日期" en:"Date" alias:"补贴日期|发放日期|发放时间|拨付日期"`
	Policy         string                  `csv:"policy" kind:"note" zh:"政策依据: content/policies 下的文件名" en:"Policy: a note's file name under content/policies" alias:"政策文件|依据"`
}

// Table names the table of subsidies.
func (*Subsidy) Table() table.Info {
	return table.Info{
		Name:  "subsidies",
		Title: finding.Text{ZH: "扶持补贴", EN: "Subsidies"},
		One:   finding.Text{ZH: "扶持补贴", EN: "Subsidy"},
		About: finding.Text{ZH: "购买之外对社会组织的扶持", EN: "policy support of social organizations outside purchases"},
		Key:   []string{"organization|recipient_class", "kind", "date|policy"},
	}
}

// Label names a subsidy by its kind and who receives it.
func (s *Subsidy) Label(lang string) string {
	who := cmp.Or(s.Organization.To.name(lang), s.Organization.ID(), textIn(s.RecipientClass, lang))
	return joinLabel(s.Kind.Label(lang), who)
}

// SubsidyKind is what a subsidy is for.
type SubsidyKind = table.Code[subsidyKind]

// The kinds of subsidies.
const (
	SubsidyWorkFunds SubsidyKind = iota + 1
	SubsidyStartUp
	SubsidyOperating
	SubsidyRent
	SubsidyTraining
)

type subsidyKind struct{}

// Enum lists the kinds.
func (subsidyKind) Enum() *table.Enum { return subsidyKinds }

var subsidyKinds = table.NewEnum([]table.EnumValue{
	SubsidyWorkFunds: code("work_funds", "工作经费", "Work funds", "工作经费补贴", "经费补贴", "work fund"),
	SubsidyStartUp:   code("start_up", "开办补贴", "Start-up", "开办费", "开办费补贴", "一次性开办补贴", "setting up"),
	SubsidyOperating: code("operating", "运营补贴", "Operating", "运营费", "运营经费补贴", "运行补贴", "operation"),
	SubsidyRent:      code("rent", "房租补贴", "Rent", "租金补贴", "场地补贴", "房屋租金补贴", "premises"),
	SubsidyTraining:  code("training", "培训补贴", "Training", "培训费补贴", "培训经费"),
})
