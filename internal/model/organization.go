package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Organization is a body that undertakes services, or applied to.
type Organization struct {
	table.Record
	Name        value.Text          `csv:"name" zh:"名称: 登记的全称" en:"Name: as registered" alias:"组织名称|机构名称|单位名称|社会组织名称|承接主体|承接主体名称|Organization|Organisation|Organization name|Organisation name|Legal name" weak:"机构全称|组织全称|社会组织"`
	CreditCode  string              `csv:"credit_code" kind:"credit_code" zh:"统一社会信用代码: 18 位，GB 32100" en:"Credit code: unified social credit code of 18 characters, GB 32100" alias:"信用代码|社会信用代码"`
	Kind        OrganizationKind    `csv:"kind" zh:"类型: 登记的组织类型" en:"Kind: as it is registered" alias:"组织类型|机构类型|社会组织类型|Type|Organization type|Organisation type" weak:"社会组织类别|组织类别|登记类型"`
	Registered  value.Date          `csv:"registered" zh:"登记日期: 登记成立的日期" en:"Registered: when it was first registered" alias:"登记时间|成立登记日期|注册日期|Registration date|Date registered"`
	Registrar   string              `csv:"registrar" zh:"登记机关: 负责登记管理的机关" en:"Registrar: who keeps its registration" alias:"登记管理机关|注册机关|Registration authority"`
	Grade       OrganizationGrade   `csv:"grade" zh:"评估等级: 社会组织评估的等级" en:"Grade: of the assessment of social organizations" alias:"等级|社会组织评估等级|评估结果|Rating" weak:"评估等次|获评等级"`
	Graded      value.Date          `csv:"graded" zh:"评级日期: 等级自此五年有效" en:"Graded: the grade is valid for five years from this date" alias:"评级时间|评估日期|评估时间|等级授予日期|Grading date"`
	District    table.Ref[District] `csv:"district" zh:"行政区: 登记或活动所在的区域" en:"District: where it is registered or at work" alias:"区县|所在区|区域|住所地" sub:"id=区划代码|行政区划代码"`
	Status      OrganizationStatus  `csv:"status" zh:"状态" en:"Status" alias:"登记状态|组织状态|存续状态"`
	Website     string              `csv:"website" kind:"link" zh:"网站" en:"Website" alias:"网址|官方网站|URL"`
	FormerNames string              `csv:"former_names" zh:"曾用名: 多个以分号隔开" en:"Former names: several with a semicolon" alias:"原名称|原名|Previous names"`
	Summary     value.Text          `csv:"summary" zh:"简介: 宗旨和业务" en:"Summary: what it is for and does" alias:"组织简介|业务范围|宗旨和业务范围|Description"`

	// Set when references are joined, in the order of their tables. Evaluations
	// are those of the organization itself, not of its projects.
	Projects    []*Project
	Evaluations table.Few[*Evaluation]
	Honours     table.Few[*Honour]
}

// Table names the table of organizations.
func (*Organization) Table() table.Info {
	return table.Info{
		Name:  "organizations",
		Title: finding.Text{ZH: "承接主体", EN: "Organizations"},
		One:   finding.Text{ZH: "承接主体", EN: "Organization"},
		About: finding.Text{ZH: "申报和承接服务的社会组织等机构", EN: "social organizations and other bodies that apply for and undertake services"},
		Key:   []string{"credit_code|name"},
	}
}

// gradeYears is how long an assessment's grade is valid.
const gradeYears = 5

// GradeAt is the grade that is valid on a day, missing where none is: a grade
// holds for five years from its date. One that is published without its date, or
// asked for without a day, is given as it is published, since nothing shows that
// it has lapsed.
func (o *Organization) GradeAt(day value.Date) OrganizationGrade {
	if o.Graded.IsZero() || day.IsZero() {
		return o.Grade
	}
	if day.Before(o.Graded) || !day.Before(o.GradeEnds()) {
		return 0
	}
	return o.Grade
}

// GradeEnds is the day on which the grade is valid no more; missing where its
// date is not published.
func (o *Organization) GradeEnds() value.Date { return o.Graded.Last().AddYears(gradeYears) }
