package site

import "testing"

func TestTheSentenceHasDaysAndQuotesWithinQuotes(t *testing.T) {
	p, _ := plan(t, map[string]string{
		"data/site.yaml": bilingual,
		"data/projects.csv": "id,title,organization,amount_awarded,start,end\n" +
			"P1,“送餐”服务,示例社,500,2019-11-21T00:00:00Z,2020-11\n",
	}, Options{})
	for url, want := range map[string]string{
		"projects/P1.html":    "以500元向示例社购买“‘送餐’服务”，2019年11月21日至2020年11月。",
		"en/projects/P1.html": "示例社 was awarded ¥500 for “‘送餐’服务”, 21 November 2019 – November 2020.",
	} {
		page, _ := p.Find(url)
		if got := p.View(page).(Project).Sentence; got != want {
			t.Errorf("%s says %q, want %q", url, got, want)
		}
	}
}
