package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func TestRecordsAreSpreadOverFilesByTheirHash(t *testing.T) {
	// The hash is that of the script: FNV-1a of "foobar", as its authors publish
	// it, is 0xbf9cf968.
	if got, want := shardOf("foobar", 1<<16), 0xf968; got != want {
		t.Errorf("the shard is %x, want %x", got, want)
	}
	for records, want := range map[int]int{0: 1, 1: 1, 64: 1, 65: 2, 129: 4, 100_000: 2048} {
		if got := shardsOf(records); got != want {
			t.Errorf("%d records have %d files, want %d", records, got, want)
		}
	}
}

func TestEveryRecordHasItsFiguresInItsFile(t *testing.T) {
	p, _ := plan(t, map[string]string{"data/site.yaml": bilingual, "data/projects.csv": manyOrganizations(200)}, Options{})
	page, ok := p.Find("en/compare.html")
	if !ok {
		t.Fatal("there is no page of comparisons")
	}
	shards := 0
	for _, k := range p.View(page).(Compare).Kinds {
		if k.Name == "organizations" {
			fmt.Sscan(k.Shards, &shards)
		}
	}
	files := map[string]map[string]compared{}
	for _, f := range p.CompareFiles() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		records := map[string]compared{}
		if err := json.Unmarshal(b.Bytes(), &records); err != nil {
			t.Fatal(err)
		}
		files[f.Path] = records
	}
	if shards < 2 || len(files) != shards {
		t.Fatalf("the page names %d files of organizations, there are %d", shards, len(files))
	}
	for _, o := range p.Data.Organizations.Rows {
		segment := segmentOf(p.index.path(o))
		r, ok := files[fmt.Sprintf("compare/organizations/%d.json", shardOf(segment, shards))][segment]
		if !ok || r.Name["zh"] != o.ID || r.Projects != 1 {
			t.Errorf("the figures of %s are %v", o.ID, r)
		}
	}
}

func manyOrganizations(n int) string {
	var b strings.Builder
	b.WriteString("id,title,organization,amount_awarded\n")
	for i := range n {
		fmt.Fprintf(&b, "P%d,项目,组织%d,100\n", i, i)
	}
	return b.String()
}

func TestFiguresOfARecord(t *testing.T) {
	p, _ := plan(t, map[string]string{
		"data/site.yaml":         bilingual + "as_of: 2012-01-01\n",
		"data/areas.yaml":        "- {id: elder, name: {zh: 养老, en: Elder care}}\n- {id: work, name: {zh: 就业, en: Work}}\n",
		"data/organizations.csv": "id,name_zh,name_en,grade,graded\nA,甲,First,3A,2005-01-01\nB,乙,Second,,\n",
		"data/programmes.csv":    "id,title\nG,专项\n",
		"data/projects.csv": "id,title,programme,organization,area,year,state,amount_awarded,people_served\n" +
			"P1,a,G,A,elder,2010,completed,1000,3\nP2,b,G,A,work,2011,approved,500.50,\nP3,c,G,A,elder,2011,declined,,900\nP4,d,G,B,elder,2011,withdrawn,,\n",
		"data/evaluations.csv": "id,project,organization,kind,score\nE1,P1,A,performance,90\nE2,,A,performance,81\n",
	}, Options{})
	got, err := json.Marshal(p.compared(p.Data.Organizations.Rows[0]))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"name":{"en":"First","zh":"甲"},"grade":"3A","expired":true,"projects":3,"awarded":2,"rate":[2,3],` +
		`"award":{"CNY":"1500.50"},"served":3,"person":{"CNY":"333.33"},"person_of":1,"performance":["85.5","2"],"honours":0,` +
		`"years":[{"of":"2010","award":{"CNY":"1000"}},{"of":"2011","award":{"CNY":"500.50"}}],` +
		`"areas":[{"of":"elder","name":{"en":"Elder care","zh":"养老"},"award":{"CNY":"1000"}},{"of":"work","name":{"en":"Work","zh":"就业"},"award":{"CNY":"500.50"}}]}`
	if string(got) != want {
		t.Errorf("the figures are\n%s, want\n%s", got, want)
	}
	page, _ := p.Find("en/compare.html")
	v := p.View(page).(Compare)
	if v.Money != "CNY=¥#" {
		t.Errorf("amounts are written %q", v.Money)
	}
	if got, want := rows(v.Kinds[0].Table), "First | 3 | 2 | ¥1,500.50 | 2 of 3 | 85.5 (2) | 3 | ¥333.33 | 3A (expired)\nSecond | 1 | 0 | – | – | – | – | – | ?"; got != want {
		t.Errorf("the organizations side by side are\n%s, want\n%s", got, want)
	}
	org, _ := p.Find("en/organizations/A.html")
	if got, want := p.View(org).(Organization).Compare.Href, "../compare.html?organizations=A"; got != want {
		t.Errorf("an organization leads to %q, want %q", got, want)
	}
}

func TestNothingToCompareIsNoPage(t *testing.T) {
	p, _ := plan(t, map[string]string{"data/site.yaml": bilingual, "data/projects.csv": projectsCSV(3)}, Options{})
	if _, ok := p.Find("compare.html"); ok || len(p.CompareFiles()) > 0 {
		t.Error("one organization alone is compared")
	}
	page, _ := p.Find("projects/P0.html")
	for _, l := range p.View(page).(Project).Foot.Links {
		if strings.Contains(l.Href, comparePath) {
			t.Error("the foot leads to a page that is not there")
		}
	}
}
