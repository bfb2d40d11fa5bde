package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Area is a field of people's livelihood that services are bought in.
type Area struct {
	table.Record
	Name    value.Text      `csv:"name" zh:"名称" en:"Name" alias:"领域|领域名称|民生领域|服务领域|Area|Theme"`
	Summary value.Text      `csv:"summary" zh:"简介: 领域包括什么" en:"Summary: what the area covers" alias:"说明|Description"`
	Parent  table.Ref[Area] `csv:"parent" zh:"上级领域: 它所属的领域" en:"Parent area: the one it is part of" alias:"上级|所属领域|Parent"`

	// Set when references are joined, in the order of their tables. Projects are
	// those of the area itself; AllProjects adds those of the areas in it.
	Children []*Area
	Projects []*Project
}

// Table names the table of areas.
func (*Area) Table() table.Info {
	return table.Info{
		Name:  "areas",
		Title: finding.Text{ZH: "民生领域", EN: "Areas"},
		One:   finding.Text{ZH: "民生领域", EN: "Area"},
		About: finding.Text{ZH: "服务所属的民生领域，可以分级", EN: "areas of livelihood that services belong to; one may be part of another"},
		Key:   []string{"name"},
	}
}

// AllProjects are the area's projects, then those of the areas within it.
func (a *Area) AllProjects() []*Project {
	return allProjects(a, func(a *Area) ([]*Project, []*Area) { return a.Projects, a.Children })
}

// Top is the area at the top that the area lies in, itself where it lies in
// none; nil of none. Of areas that are each other's parents, which is an error,
// it is some area among them.
func (a *Area) Top() *Area {
	for depth := 0; a != nil && a.Parent.To != nil && depth < maxAreaDepth; depth++ {
		a = a.Parent.To
	}
	return a
}

// maxAreaDepth bounds the way up, which must end even where a check failed.
const maxAreaDepth = 64
