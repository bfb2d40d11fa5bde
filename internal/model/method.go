package model

import "gongkai/internal/table"

// Method is how a supplier is chosen.
type Method string

// The methods of purchase.
const (
	MethodOpenTender              Method = "open_tender"
	MethodInvitedTender           Method = "invited_tender"
	MethodCompetitiveNegotiation  Method = "competitive_negotiation"
	MethodCompetitiveConsultation Method = "competitive_consultation"
	MethodInquiry                 Method = "inquiry"
	MethodSingleSource            Method = "single_source"
	MethodEntrustment             Method = "entrustment"
	MethodVenture                 Method = "venture"
	MethodDirect                  Method = "direct"
	MethodOther                   Method = "other"
)

// Enum lists the methods.
func (*Method) Enum() *table.Enum { return methods }

var methods = &table.Enum{Values: []table.EnumValue{
	code(string(MethodOpenTender), "公开招标", "Open tender", "公开招投标", "招标", "open", "open tendering"),
	code(string(MethodInvitedTender), "邀请招标", "Invited tender", "邀标", "邀请招投标", "selective", "restricted tender"),
	code(string(MethodCompetitiveNegotiation), "竞争性谈判", "Competitive negotiation", "谈判", "negotiation"),
	code(string(MethodCompetitiveConsultation), "竞争性磋商", "Competitive consultation", "磋商", "consultation"),
	code(string(MethodInquiry), "询价", "Inquiry", "询价采购", "询比价", "request for quotations", "quotation"),
	code(string(MethodSingleSource), "单一来源", "Single source", "单一来源采购", "sole source"),
	code(string(MethodEntrustment), "定项委托", "Entrustment", "委托", "定向委托", "commission"),
	code(string(MethodVenture), "公益创投", "Venture philanthropy", "创投", "公益创投项目", "social venture"),
	code(string(MethodDirect), "直接选取", "Direct selection", "直接委托", "直接采购", "direct award"),
	code(string(MethodOther), "其他", "Other", "其它", "方案择优选取", "信用择优选取", "择优选取", "一次报价竞价选取", "竞价选取"),
}}
