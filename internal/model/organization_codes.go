package model

import "gongkai/internal/table"

// OrganizationKind is what an organization is registered as.
type OrganizationKind = table.Code[organizationKind]

// The kinds of organizations.
const (
	KindSocialGroup OrganizationKind = iota + 1
	KindFoundation
	KindSocialService
	KindTradeAssociation
	KindPublicInstitution
	KindCompany
	KindOther
)

type organizationKind struct{}

// Enum lists the kinds.
func (organizationKind) Enum() *table.Enum { return organizationKinds }

var organizationKinds = table.NewEnum([]table.EnumValue{
	KindSocialGroup:       code("social_group", "社会团体", "Social group", "社团", "社会团体法人", "social association"),
	KindFoundation:        code("foundation", "基金会", "Foundation", "基金会法人"),
	KindSocialService:     code("social_service", "社会服务机构", "Social service organization", "民办非企业单位", "民非", "民办非企业", "民办非企业单位法人", "private non-enterprise unit", "social service institution"),
	KindTradeAssociation:  code("trade_association", "行业协会商会", "Trade association", "行业协会", "商会", "chamber of commerce"),
	KindPublicInstitution: code("public_institution", "事业单位", "Public institution", "事业法人", "事业单位法人"),
	KindCompany:           code("company", "企业", "Company", "公司", "企业法人", "有限责任公司", "enterprise", "business"),
	KindOther:             code("other", "其他", "Other", "其它"),
})

// OrganizationGrade is the result of the assessment of social organizations.
type OrganizationGrade = table.Code[organizationGrade]

// The grades, from the lowest.
const (
	Grade1A OrganizationGrade = iota + 1
	Grade2A
	Grade3A
	Grade4A
	Grade5A
)

type organizationGrade struct{}

// Enum lists the grades.
func (organizationGrade) Enum() *table.Enum { return organizationGrades }

var organizationGrades = table.NewEnum([]table.EnumValue{
	Grade1A: code("1A", "1A 级", "1A", "A", "A级", "一A"),
	Grade2A: code("2A", "2A 级", "2A", "AA", "AA级", "二A"),
	Grade3A: code("3A", "3A 级", "3A", "AAA", "AAA级", "三A"),
	Grade4A: code("4A", "4A 级", "4A", "AAAA", "AAAA级", "四A"),
	Grade5A: code("5A", "5A 级", "5A", "AAAAA", "AAAAA级", "五A"),
})

// OrganizationStatus is whether an organization still stands.
type OrganizationStatus = table.Code[organizationStatus]

// The statuses of organizations.
const (
	StatusActive OrganizationStatus = iota + 1
	StatusDissolved
	StatusAbnormal
)

type organizationStatus struct{}

// Enum lists the statuses.
func (organizationStatus) Enum() *table.Enum { return organizationStatuses }

var organizationStatuses = table.NewEnum([]table.EnumValue{
	StatusActive:    code("active", "正常", "Active", "存续", "在业", "已登记", "registered"),
	StatusDissolved: code("dissolved", "已注销", "Dissolved", "注销", "撤销", "已撤销", "吊销", "removed"),
	StatusAbnormal:  code("abnormal", "活动异常", "Abnormal", "异常", "活动异常名录", "严重违法失信", "列入异常名录"),
})
