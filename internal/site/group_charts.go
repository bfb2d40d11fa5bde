package site

import (
	"gongkai/internal/model"
	"gongkai/internal/table"
)

// groupCharts sets the charts of a group's projects: when, how large, what on,
// for whom and where; not the one that the group itself would be all of. e is
// nil for a year. A chart that would say nothing is left empty by its maker, and
// stands then as the table of the same.
func (c *context) groupCharts(v *Group, e table.Entity, projects []*model.Project) {
	if e != nil {
		v.ChartYears = c.chartYears(projects)
	}
	v.ChartSizes, v.ChartOrganizations = c.chartSizes(projects), c.chartOrganizations(projects)
	v.ChartScores = c.chartScores(projects)
	switch e.(type) {
	case *model.Area:
		v.ChartAgencies, v.ChartDistricts = c.chartAgencies(projects), c.chartDistricts(projects)
	case *model.District, *model.Service:
		v.ChartAreas, v.ChartAgencies = c.chartAreas(projects), c.chartAgencies(projects)
	case *model.Agency:
		v.ChartAreas, v.ChartDistricts = c.chartAreas(projects), c.chartDistricts(projects)
		v.ChartMultiples = c.chartMultiples(projects)
	case *model.Programme, nil:
		v.ChartAreas, v.ChartAgencies = c.chartAreas(projects), c.chartAgencies(projects)
		v.ChartDistricts, v.ChartFlow = c.chartDistricts(projects), c.chartFlow(projects)
	}
}
