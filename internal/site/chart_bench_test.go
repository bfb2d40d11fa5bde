package site

import (
	"testing"

	"gongkai/internal/model"
)

func BenchmarkCharts(b *testing.B) {
	p := demonstration(b)
	c := newContext(p, &Page{URL: "index.html", Layout: "home", Lang: "zh"})
	all := p.Data.Projects.Rows
	var bought *model.Project
	for _, q := range all {
		if q.Payments.Len() > 1 && !q.Contracts.Empty() {
			bought = q
		}
	}
	of := bought.LeadOrganization()
	for name, make := range map[string]func() Chart{
		"years":         func() Chart { return c.chartYears(all) },
		"areas":         func() Chart { return c.chartAreas(all) },
		"agencies":      func() Chart { return c.chartAgencies(all) },
		"organizations": func() Chart { return c.chartOrganizations(all) },
		"districts":     func() Chart { return c.chartDistricts(all) },
		"flow":          func() Chart { return c.chartFlow(all) },
		"sizes":         func() Chart { return c.chartSizes(all) },
		"scores":        func() Chart { return c.chartScores(all) },
		"multiples":     func() Chart { return c.chartMultiples(all) },
		"money":         func() Chart { return c.chartMoney(bought) },
		"evaluations":   func() Chart { return c.chartEvaluations(of) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if make().Name == "" {
					b.Fatal("nothing is drawn")
				}
			}
		})
	}
}
