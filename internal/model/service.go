package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Service is an item of the guiding catalogue of services that may be bought.
type Service struct {
	table.Record
	Name   value.Text         `csv:"name" zh:"名称" en:"Name" alias:"目录名称|条目|服务名称|服务项目|Service|Item"`
	Parent table.Ref[Service] `csv:"parent" zh:"上级目录: 所属的类" en:"Parent item: the class it belongs to" alias:"上级|所属目录|Parent"`
	Scope  value.Text         `csv:"scope" zh:"服务范围: 条目包括什么" en:"Scope: what the item covers" alias:"范围|服务内容|说明|Description"`
	Area   table.Ref[Area]    `csv:"area" zh:"民生领域: 条目所属的领域" en:"Area: of livelihood that the item belongs to" alias:"领域|服务领域|所属领域"`

	// Set when references are joined, in the order of their tables. Projects are
	// those of the item itself; AllProjects adds those of the items in it.
	Children []*Service
	Projects []*Project
}

// Table names the table of services.
func (*Service) Table() table.Info {
	return table.Info{
		Name:  "services",
		Title: finding.Text{ZH: "购买服务目录", EN: "Services"},
		One:   finding.Text{ZH: "服务目录项目", EN: "Service"},
		About: finding.Text{ZH: "政府购买服务指导性目录的条目，可以分级", EN: "items of the catalogue of services that may be bought; one may be part of another"},
		Key:   []string{"name"},
	}
}

// AllProjects are the item's projects, then those of the items within it.
func (s *Service) AllProjects() []*Project {
	return allProjects(s, func(s *Service) ([]*Project, []*Service) { return s.Projects, s.Children })
}
