package site

import "testing"

func TestPagesTellHowManyProjectsTheySumOver(t *testing.T) {
	p, _ := plan(t, map[string]string{
		"data/site.yaml":                bilingual,
		"data/projects.csv":             projectsCSV(60) + "Q1,另一个,别的社,2011,500\n",
		"data/organizations.csv":        "id,name\nO1,示例社\nO2,别的社\n",
		"content/stories/one.md":        "# 一\n",
		"content/policies/2010-rule.md": "# 二\n",
	}, Options{})
	for url, want := range map[string]int{
		"index.html":                  61,
		"en/index.html":               61,
		"projects/index.html":         61,
		"projects/index/2.html":       0, // the rest of a list
		"projects/index/largest.html": 0,
		"years/2010.html":             60,
		"years/2010/2.html":           0,
		"years/2011.html":             1,
		"organizations/O1.html":       60,
		"organizations/O1/2.html":     0,
		"organizations/O2.html":       1,
		"projects/Q1.html":            0,
		"stories/one.html":            0,
		"policies/2010-rule.html":     0,
		"search.html":                 61, // said for the whole site, though it sums nothing: there is one
	} {
		page, ok := p.Find(url)
		if !ok {
			t.Errorf("there is no page %s", url)
			continue
		}
		if got := p.sumsOver(page); got != want {
			t.Errorf("%s sums over %d projects, want %d", url, got, want)
		}
	}
}
