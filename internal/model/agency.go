package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Agency is a public body that purchases services.
type Agency struct {
	table.Record
	Name       value.Text          `csv:"name" zh:"名称: 机构全称" en:"Name: the agency in full" alias:"机构名称|单位名称|采购单位|采购人|购买主体|Agency|Agency name|Department"`
	Level      AgencyLevel         `csv:"level" zh:"层级" en:"Level" alias:"级别|行政层级|行政级别|Tier"`
	District   table.Ref[District] `csv:"district" zh:"行政区: 机构所在或所管的区域" en:"District: where the agency sits or which it serves" alias:"区县|所在区|区域" sub:"id=区划代码|行政区划代码"`
	Parent     table.Ref[Agency]   `csv:"parent" zh:"上级机构: 主管它的机构" en:"Parent agency: the one above it" alias:"上级|上级单位|主管部门|Parent"`
	CreditCode string              `csv:"credit_code" kind:"credit_code" zh:"统一社会信用代码: 18 位，GB 32100" en:"Credit code: unified social credit code of 18 characters, GB 32100" alias:"信用代码|社会信用代码"`
	Website    string              `csv:"website" kind:"link" zh:"网站" en:"Website" alias:"网址|官方网站|URL"`

	// Set when references are joined, in the order of their tables.
	Children   []*Agency
	Projects   []*Project
	Programmes []*Programme
	Budgets    []*Budget
}

// Table names the table of agencies.
func (*Agency) Table() table.Info {
	return table.Info{
		Name:  "agencies",
		Title: finding.Text{ZH: "购买主体", EN: "Agencies"},
		One:   finding.Text{ZH: "购买主体", EN: "Agency"},
		About: finding.Text{ZH: "用公共资金购买服务的机构", EN: "public bodies that buy services with public money"},
		Key:   []string{"name"},
	}
}

// AgencyLevel is an agency's place in the administration.
type AgencyLevel = table.Code[agencyLevel]

// The levels of agencies, from the top.
const (
	LevelMunicipal AgencyLevel = iota + 1
	LevelDistrict
	LevelStreet
)

type agencyLevel struct{}

// Enum lists the levels.
func (agencyLevel) Enum() *table.Enum { return agencyLevels }

var agencyLevels = table.NewEnum([]table.EnumValue{
	LevelMunicipal: code("municipal", "市级", "Municipal", "市", "市直", "市本级", "city"),
	LevelDistrict:  code("district", "区级", "District", "区", "区县", "区县级", "县级", "county"),
	LevelStreet:    code("street", "街镇", "Street or town", "街道", "街道级", "镇", "乡镇", "镇街", "town", "township", "subdistrict"),
})
