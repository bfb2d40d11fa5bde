package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// District is an administrative division; its id is the GB/T 2260 code where
// it has one.
type District struct {
	table.Record
	Name   value.Text          `csv:"name" zh:"名称" en:"Name" alias:"区域|区域名称|行政区|行政区名称|区县|区划名称|District|Region"`
	Parent table.Ref[District] `csv:"parent" zh:"上级区域: 它所属的区域" en:"Parent district: the one it is part of" alias:"上级|上级行政区|所属市|Parent"`
	Point  string              `csv:"point" kind:"point" zh:"坐标: 纬度,经度" en:"Point: latitude,longitude" alias:"经纬度|位置|Coordinates"`

	// Set when references are joined, in the order of their tables. Projects are
	// those of the district itself; AllProjects adds those of the districts in
	// it.
	Children []*District
	Projects []*Project
}

// Table names the table of districts.
func (*District) Table() table.Info {
	return table.Info{
		Name:  "districts",
		Title: finding.Text{ZH: "行政区", EN: "Districts"},
		One:   finding.Text{ZH: "行政区", EN: "District"},
		About: finding.Text{ZH: "服务和机构所在的行政区，编号用 GB/T 2260 代码", EN: "administrative divisions where services and bodies are, with GB/T 2260 codes as ids"},
		Key:   []string{"name"},
	}
}

// AllProjects are the district's projects, then those of the districts within
// it.
func (d *District) AllProjects() []*Project {
	return allProjects(d, func(d *District) ([]*Project, []*District) { return d.Projects, d.Children })
}
