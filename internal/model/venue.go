package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Venue is a service centre of a platform.
type Venue struct {
	table.Record
	Name     value.Text              `csv:"name" zh:"名称" en:"Name" alias:"场所名称|中心名称|服务中心|Venue|Centre"`
	Tier     string                  `csv:"tier" zh:"层级: 在平台中的级别" en:"Tier: its level within the platform" alias:"级别|平台层级|Level"`
	Operator table.Ref[Organization] `csv:"operator" zh:"运营机构: 负责运营的组织" en:"Operator: the organization that runs it" alias:"运营单位|运营方|承接主体|管理单位"`
	District table.Ref[District]     `csv:"district" zh:"行政区: 所在的区域" en:"District: where it is" alias:"区县|所在区|区域" sub:"id=区划代码|行政区划代码"`
	Address  string                  `csv:"address" zh:"地址" en:"Address" alias:"详细地址|场所地址"`
	Point    string                  `csv:"point" kind:"point" zh:"坐标: 纬度,经度" en:"Point: latitude,longitude" alias:"经纬度|位置|Coordinates"`

	// Events are set when references are joined, in the order of their table.
	Events []*Event
}

// Table names the table of venues.
func (*Venue) Table() table.Info {
	return table.Info{
		Name:  "venues",
		Title: finding.Text{ZH: "服务场所", EN: "Venues"},
		One:   finding.Text{ZH: "服务场所", EN: "Venue"},
		About: finding.Text{ZH: "公益服务平台的服务中心", EN: "service centres of a platform for public benefit"},
		Key:   []string{"name"},
	}
}
