package site

import "gongkai/internal/model"

// SampleCharts are all charts that the whole dataset gives, as the language's
// home page would show them: for a page that shows every form, and for tests.
// The project and the organization are those with the most to show.
func (p *Plan) SampleCharts(lang string) []Chart {
	c := newContext(p, &Page{URL: p.prefix(lang) + "index.html", Layout: "home", Lang: lang})
	all := p.Data.Projects.Rows
	charts := []Chart{
		c.chartYears(all), c.chartAreas(all), c.chartAgencies(all), c.chartOrganizations(all), c.chartDistricts(all),
		c.chartFlow(all), c.chartSizes(all), c.chartScores(all), c.chartMultiples(all),
	}
	var project *model.Project
	most := 0
	for _, q := range all {
		if n := q.Payments.Len() + q.Contracts.Len(); n > most || project == nil && q.Awarded() {
			project, most = q, n
		}
	}
	if project != nil {
		charts = append(charts, c.chartMoney(project))
	}
	var organization *model.Organization
	most = 0
	for _, o := range p.Data.Organizations.Rows {
		if n := len(scoresOf(o)); n > most {
			organization, most = o, n
		}
	}
	if organization != nil {
		charts = append(charts, c.chartEvaluations(organization))
	}
	return charts
}
