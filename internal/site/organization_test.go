package site

import (
	"strings"
	"testing"
)

// organizations has applications to a programme that says who was declined, and
// purchases by two agencies, one of them twice.
var organizations = map[string]string{
	"data/site.yaml":      bilingual + "as_of: 2012-06-01\n",
	"data/programmes.csv": "id,title\nG,公益服务专项\n",
	"data/agencies.csv":   "id,name_zh,name_en\nA,民政局,Civil Affairs\nB,卫生局,Health\n",
	"data/organizations.csv": "id,name_zh,name_en,kind,registered,credit_code,grade,graded,status,former_names\n" +
		"O1,甲社,First Society,social_group,1999-05-01,51110116XX00000190,3A,2006-02-12,active,旧甲社\n" +
		"O2,乙社,Second Society,foundation,,51110116XX00000191,,,dissolved,\n" +
		"O3,丙社,Third Society,,,,4A,,,\n" +
		"O4,丁社,Fourth Society,,2001,,,,abnormal,\n",
	"data/projects.csv": "id,title,programme,agency,organization,year,state,decided,end,amount_awarded\n" +
		"P1,送餐,G,A,O1,2010,completed,2010-05-01,2010-12-31,300000\n" +
		"P2,探访,G,A,O1,2011,completed,2011-05-01,2012-01-31,100000\n" +
		"P3,陪护,,B,O2;O1,2011,in_progress,2005-01-01,2012-03-01,50000\n" +
		"P4,看护,G,A,O2,2010,declined,,,\n" +
		"P5,护送,G,A,O2,2010,declined,,,\n" +
		"P6,护林,G,A,O2,2010,withdrawn,,,\n" +
		"P7,护河,G,A,O3,2011,approved,,,100000\n",
	"data/contracts.csv": "id,project,end\nC1,P1,2010-12-31\nC2,P2,2011-12-31\n",
	"data/evaluations.csv": "id,project,organization,kind,date,score,grade\n" +
		"E1,P1,,performance,2011-01-10,90,excellent\nE2,P2,,performance,2012-02-10,81,good\nE3,P7,,performance,2012-02-10,60,pass\n",
	"data/honours.csv": "id,organization,title,date\nH1,O1,荣誉证书,2012-01-01\n",
}

// organizationPages are the views of the organizations' pages by their address.
func organizationPages(t *testing.T) func(url string) Organization {
	t.Helper()
	p, _ := plan(t, organizations, Options{})
	return func(url string) Organization {
		page, ok := p.Find(url)
		if !ok {
			t.Fatalf("there is no page %s", url)
		}
		return p.View(page).(Organization)
	}
}

func TestAnOrganizationIsToldInASentence(t *testing.T) {
	at := organizationPages(t)
	for url, want := range map[string]string{
		"organizations/O1.html":    "甲社是 1999 年登记的社会团体。自 2010 年起，先后有 2 个购买主体向它购买了 3 个项目，立项金额合计 45万元。绩效评估 2 次，平均 85.5 分，其中优秀 1 次。",
		"en/organizations/O1.html": "First Society is a social group registered in 1999. Two agencies have bought 3 projects from it since 2010: ¥450,000 awarded. It was evaluated twice, 85.5 of 100 points on average, with one rated excellent.",
		"organizations/O2.html":    "乙社是基金会。2011 年，卫生局向它购买了 1 个项目，立项金额 5万元。绩效评估结果未公布。该组织现已注销。",
		"en/organizations/O2.html": "Second Society is a foundation. In 2011 Health bought one project from it: ¥50,000 awarded. No performance evaluation of it is published. It has since been dissolved.",
		"organizations/O4.html":    "丁社于 2001 年登记。本站没有它申报或承接项目的记录。该组织被列为活动异常。",
		"en/organizations/O4.html": "Fourth Society was registered in 2001. This site has no application by it and no project of it. Its registration is listed as abnormal.",
	} {
		if got := at(url).Sentence; got != want {
			t.Errorf("%s says\n%s, want\n%s", url, got, want)
		}
	}
}

// rows writes a table's rows, cells parted by bars.
func rows(t Table) string {
	var lines []string
	for _, row := range t.Rows {
		var cells []string
		for _, cell := range row {
			text := cell.Text
			if cell.Missing {
				text = "?"
			}
			cells = append(cells, text)
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return strings.Join(lines, "\n")
}

func TestAnOrganizationsTables(t *testing.T) {
	o := organizationPages(t)("en/organizations/O1.html")
	for name, c := range map[string]struct{ got, want string }{
		"who bought, in which share, again": {rows(o.Agencies), "" +
			"Civil Affairs | 2 | ¥400,000 | 80% | 1 of 2 | first in 2010 and again since: twice, in two years, last in 2011\n" +
			"Health | 1 | ¥50,000 | 100% | 1 of 2 | once, in 2011"},
		"year by year": {rows(o.Track), "" +
			"2012 | 0 | – | – | 0 | – | 1\n2011 | 2 | ¥150,000 | ? | 1 | 81 | 0\n2010 | 1 | ¥300,000 | ? | 1 | 90 | 0"},
		"grade and part in each project": {rows(o.Projects), "" +
			"探访 | Civil Affairs | 2011 | ¥100,000 | Completed | alone | 3A, expired\n" +
			"陪护 | Health | 2011 | ¥50,000 | In progress | takes part, of 2 | before it was graded 3A\n" +
			"送餐 | Civil Affairs | 2010 | ¥300,000 | Completed | alone | 3A, valid"},
		"partners": {rows(o.Partners), "Second Society | 1 | 0"},
		"evaluations": {rows(o.Evaluations), "" +
			"Performance evaluation · 10 February 2012 | 探访 | ? | 81 | 77 | Good\n" +
			"Performance evaluation · 10 January 2011 | 送餐 | ? | 90 | 77 | Excellent"},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, c.got, c.want)
		}
	}
	for _, table := range o.Tables {
		for _, h := range table.Heads {
			if h.Text == "Organization" {
				t.Errorf("the table of %s names the page's own organization in every row", table.ID)
			}
		}
	}
}

func TestAnOrganizationsResultsStandBesideThoseOfOthers(t *testing.T) {
	at := organizationPages(t)
	for url, want := range map[string][]string{
		"en/organizations/O1.html": {
			"Applications awarded: 2 of 2 () of all applications in the same rounds: 60% (3 of 5)",
			"Performance evaluation: average score: 85.5 (from 2 scores only) average of all such scores on this site: 77 (3)",
			"Completed within the contract’s term: 1 of 2 () of the completed projects whose end and whose contract’s end are published",
			"Not completed after its end: 1 () at the date of this data",
		},
		"en/organizations/O2.html": {
			"Applications awarded: 0 of 2 () of all applications in the same rounds: 60% (3 of 5)",
			"Not completed after its end: 1 () at the date of this data",
		},
	} {
		var got []string
		for _, a := range at(url).Results {
			got = append(got, a.Label+": "+a.Value+" ("+a.Full+") "+a.Note)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", url, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestIdentityTellsWhatHoldsAndWhatIsMissing(t *testing.T) {
	at := organizationPages(t)
	for url, want := range map[string]string{
		"en/organizations/O1.html": "Credit code: 51110116XX00000190, Its check character holds.\nKind: Social group\nRegistered: 1 May 1999\nStatus: Active\n" +
			"Grade: 3A, Graded 12 February 2006, valid for five years; it expired on 12 February 2011.\nFormer names: 旧甲社",
		"en/organizations/O3.html": "Credit code: \nKind: \nRegistered: \nStatus: \nGrade: 4A, When it was graded is not published, so its validity cannot be told.",
	} {
		var got []string
		for _, f := range at(url).Identity {
			var values []string
			for _, v := range f.Values {
				values = append(values, v.Text)
			}
			got = append(got, f.Label+": "+strings.Join(values, ", "))
		}
		if s := strings.Join(got, "\n"); s != want {
			t.Errorf("%s:\n%s\nwant\n%s", url, s, want)
		}
	}
	code := at("en/organizations/O2.html").Identity[0].Values[1].Text
	if want := "Its check character does not hold; it may be miscopied."; code != want {
		t.Errorf("of a miscopied code the page says %q, want %q", code, want)
	}
}

func TestRecipientsOfEqualAmountsShareARank(t *testing.T) {
	p, _ := plan(t, map[string]string{
		"data/site.yaml":    bilingual,
		"data/projects.csv": "id,title,agency,organization,amount_awarded,currency\nP1,a,民政局,甲,100,\nP2,b,民政局,乙,300,\nP3,c,民政局,丙,100,\nP4,d,民政局,丁,,\nP5,e,卫生局,甲,5,\nP6,f,卫生局,乙,5,USD\n",
	}, Options{})
	for id, want := range map[string]string{"甲": "民政局 2 / 3 20%, 卫生局 – –", "乙": "卫生局 – –, 民政局 1 / 3 60%", "丙": "民政局 2 / 3 20%"} {
		o := p.index.find("organizations:" + id)
		page, _ := p.Find(p.index.path(o) + ".html")
		var got []string
		for _, row := range p.View(page).(Organization).Agencies.Rows {
			got = append(got, row[0].Text+" "+row[4].Text+" "+row[3].Text)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s ranks %s, want %s", id, s, want)
		}
	}
}

func TestPortionIsNeverRoundedToNothingOrAll(t *testing.T) {
	for _, c := range []struct {
		part, whole int64
		want        string
	}{{1, 2, "50%"}, {1, 3, "33.3%"}, {0, 7, "0%"}, {1, 100_000, "< 0.1%"}, {99_999, 100_000, "> 99.9%"}, {7, 7, "100%"}, {1, 0, ""}} {
		if got := portion(c.part, c.whole); got != c.want {
			t.Errorf("%d of %d is %q, want %q", c.part, c.whole, got, c.want)
		}
	}
}
