package model

import "gongkai/internal/table"

// OrganizationKind is what an organization is registered as.
type OrganizationKind string

// The kinds of organizations.
const (
	KindSocialGroup       OrganizationKind = "social_group"
	KindFoundation        OrganizationKind = "foundation"
	KindSocialService     OrganizationKind = "social_service"
	KindTradeAssociation  OrganizationKind = "trade_association"
	KindPublicInstitution OrganizationKind = "public_institution"
	KindCompany           OrganizationKind = "company"
	KindOther             OrganizationKind = "other"
)

// Enum lists the kinds.
func (*OrganizationKind) Enum() *table.Enum { return organizationKinds }

var organizationKinds = &table.Enum{Values: []table.EnumValue{
	code(string(KindSocialGroup), "社会团体", "Social group", "社团", "社会团体法人", "social association"),
	code(string(KindFoundation), "基金会", "Foundation", "基金会法人"),
	code(string(KindSocialService), "社会服务机构", "Social service organization", "民办非企业单位", "民非", "民办非企业", "民办非企业单位法人", "private non-enterprise unit", "social service institution"),
	code(string(KindTradeAssociation), "行业协会商会", "Trade association", "行业协会", "商会", "chamber of commerce"),
	code(string(KindPublicInstitution), "事业单位", "Public institution", "事业法人", "事业单位法人"),
	code(string(KindCompany), "企业", "Company", "公司", "企业法人", "有限责任公司", "enterprise", "business"),
	code(string(KindOther), "其他", "Other", "其它"),
}}

// OrganizationGrade is the result of the assessment of social organizations.
type OrganizationGrade string

// The grades, from the lowest.
const (
	Grade1A OrganizationGrade = "1A"
	Grade2A OrganizationGrade = "2A"
	Grade3A OrganizationGrade = "3A"
	Grade4A OrganizationGrade = "4A"
	Grade5A OrganizationGrade = "5A"
)

// Enum lists the grades.
func (*OrganizationGrade) Enum() *table.Enum { return organizationGrades }

var organizationGrades = &table.Enum{Values: []table.EnumValue{
	code(string(Grade1A), "1A 级", "1A", "A", "A级", "一A"),
	code(string(Grade2A), "2A 级", "2A", "AA", "AA级", "二A"),
	code(string(Grade3A), "3A 级", "3A", "AAA", "AAA级", "三A"),
	code(string(Grade4A), "4A 级", "4A", "AAAA", "AAAA级", "四A"),
	code(string(Grade5A), "5A 级", "5A", "AAAAA", "AAAAA级", "五A"),
}}

// OrganizationStatus is whether an organization still stands.
type OrganizationStatus string

// The statuses of organizations.
const (
	StatusActive    OrganizationStatus = "active"
	StatusDissolved OrganizationStatus = "dissolved"
	StatusAbnormal  OrganizationStatus = "abnormal"
)

// Enum lists the statuses.
func (*OrganizationStatus) Enum() *table.Enum { return organizationStatuses }

var organizationStatuses = &table.Enum{Values: []table.EnumValue{
	code(string(StatusActive), "正常", "Active", "存续", "在业", "已登记", "registered"),
	code(string(StatusDissolved), "已注销", "Dissolved", "注销", "撤销", "已撤销", "吊销", "removed"),
	code(string(StatusAbnormal), "活动异常", "Abnormal", "异常", "活动异常名录", "严重违法失信", "列入异常名录"),
}}
