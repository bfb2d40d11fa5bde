package site

import "gongkai/internal/model"

// chartDistricts ranks districts by the money awarded.
func (c *context) chartDistricts(projects []*model.Project) Chart {
	of := func(p *model.Project) []*model.District {
		if p.District.To == nil {
			return nil
		}
		return []*model.District{p.District.To}
	}
	return c.chartRank(projects, rank(projects, of), ranking{"districts", "区域", "District", "个区域", "districts"})
}

func (c *context) chartFlow([]*model.Project) Chart           { return Chart{} }
func (c *context) chartScores([]*model.Project) Chart         { return Chart{} }
func (c *context) chartMultiples([]*model.Project) Chart      { return Chart{} }
func (c *context) chartEvaluations(*model.Organization) Chart { return Chart{} }
