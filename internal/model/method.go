package model

import "gongkai/internal/table"

// Method is how a supplier is chosen.
type Method = table.Code[method]

// The methods of purchase.
const (
	MethodOpenTender Method = iota + 1
	MethodInvitedTender
	MethodCompetitiveNegotiation
	MethodCompetitiveConsultation
	MethodInquiry
	MethodSingleSource
	MethodEntrustment
	MethodVenture
	MethodDirect
	MethodOther
)

type method struct{}

// Enum lists the methods.
func (method) Enum() *table.Enum { return methods }

var methods = table.NewEnum([]table.EnumValue{
	MethodOpenTender:              code("open_tender", "公开招标", "Open tender", "公开招投标", "招标", "open", "open tendering"),
	MethodInvitedTender:           code("invited_tender", "邀请招标", "Invited tender", "邀标", "邀请招投标", "selective", "restricted tender"),
	MethodCompetitiveNegotiation:  code("competitive_negotiation", "竞争性谈判", "Competitive negotiation", "谈判", "negotiation"),
	MethodCompetitiveConsultation: code("competitive_consultation", "竞争性磋商", "Competitive consultation", "磋商", "consultation"),
	MethodInquiry:                 code("inquiry", "询价", "Inquiry", "询价采购", "询比价", "request for quotations", "quotation"),
	MethodSingleSource:            code("single_source", "单一来源", "Single source", "单一来源采购", "sole source"),
	MethodEntrustment:             code("entrustment", "定项委托", "Entrustment", "委托", "定向委托", "commission"),
	MethodVenture:                 code("venture", "公益创投", "Venture philanthropy", "创投", "公益创投项目", "social venture"),
	MethodDirect:                  code("direct", "直接选取", "Direct selection", "直接委托", "直接采购", "direct award"),
	MethodOther:                   code("other", "其他", "Other", "其它", "方案择优选取", "信用择优选取", "择优选取", "一次报价竞价选取", "竞价选取"),
})
