package integrity

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A case is a small site, an indicator, and what it says of it.
type indicatorCase struct {
	name, indicator string
	site            string
	marked, looked  int
	of              int    // where not the same as looked
	missing         string // part of why it looks at nothing
	list            string // which list rows are of
	rows            string // all of it; not compared where empty
}

func TestIndicators(t *testing.T) {
	tested := map[string]int{}
	for _, c := range slices.Concat(indicatorCases(), competitionCases(), paymentCases()) {
		t.Run(c.indicator+": "+c.name, func(t *testing.T) {
			r := New(load(t, c.site)).Find(c.indicator)
			if r == nil {
				t.Fatal("there is no such indicator")
			}
			checkResult(t, *r)
			of := max(c.of, c.looked)
			if r.Marked != c.marked || r.Looked != c.looked || r.Of != of {
				t.Errorf("it marks %d of %d of %d, want %d of %d of %d", r.Marked, r.Looked, r.Of, c.marked, c.looked, of)
			}
			if !strings.Contains(r.Missing.EN, c.missing) || (c.missing == "") != r.Missing.IsZero() {
				t.Errorf("what is missing is %q, want %q", r.Missing.EN, c.missing)
			}
			if c.rows == "" {
				return
			}
			for _, l := range r.Lists {
				if l.Name == c.list {
					if diff := cmp.Diff(c.rows, showAll(l.Rows())); diff != "" {
						t.Errorf("(-want +got):\n%s", diff)
					}
				}
			}
		})
		switch {
		case c.missing != "":
			tested[c.indicator] |= 4
		case c.marked > 0:
			tested[c.indicator] |= 1
		default:
			tested[c.indicator] |= 2
		}
	}
	for _, n := range Indicators() {
		if tested[n.Name] != 7 {
			t.Errorf("%s has no case where it marks, where it does not and where what it needs is not published (%b)", n.Name, tested[n.Name])
		}
	}
}

const projectsHead = "file: data/projects.csv\nid,title,agency,organization,year,state,amount_awarded\n"

func indicatorCases() []indicatorCase {
	return []indicatorCase{
		{name: "no projects", indicator: "disclosure", site: "file: data/areas.csv\nid,name\nA,Care\n", missing: "No projects"},
		{name: "a completed project with all its steps", indicator: "disclosure", looked: 1,
			site: "file: data/projects.csv\nid,title,programme,call,agency,organization,state,applied,amount_awarded\nP1,Meals,G,N,A,O,completed,2010-01-01,100\n" +
				"file: data/programmes.csv\nid,title,budget\nG,Fund,1000\n" +
				"file: data/contracts.csv\nid,project,amount\nC1,P1,100\nfile: data/payments.csv\nid,contract,amount\nM1,C1,100\n" +
				"file: data/evaluations.csv\nid,project,kind\nE1,P1,qualification\nE2,P1,follow_up\nE3,P1,performance\n",
			rows: "A | 1 | 9 | 9 | 100% | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1\n"},
		{name: "an award and nothing else; what was declined owes less", indicator: "disclosure", marked: 1, looked: 2,
			site: projectsHead + "P1,Meals,A,O,2010,completed,100\nP2,Visits,B,O,2010,declined,\nP3,Visits,B,O,2010,applied,\n" +
				"file: data/evaluations.csv\nid,project,kind\nE1,P2,qualification\n" +
				"file: data/site.yaml\nintegrity: {disclosure: {low: 30%}}\n",
			rows: "A | 1 | 9 | 1 | 11.1% | 1 | 0 | 1 | 0 | 1 | 0 | 1 | 0 | 1 | 1 | 1 | 0 | 1 | 0 | 1 | 0 | 1 | 0 *\n" +
				"B | 2 | 3 | 1 | 33.3% | 0 | 0 | 0 | 0 | 2 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n"},
		{name: "no call is due where the provider was chosen directly", indicator: "disclosure", marked: 1, looked: 1,
			site: projectsHead + "P1,Meals,A,O,2010,contracted,100\nfile: data/contracts.csv\nid,project,method\nC1,P1,single_source\n",
			rows: "A | 1 | 5 | 2 | 40% | 1 | 0 | 0 | 0 | 1 | 0 | 1 | 0 | 1 | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 *\n"},
		{name: "without a state, from dates and amounts", indicator: "disclosure", marked: 1, looked: 1,
			site: "file: data/projects.csv\nid,title,agency,organization,amount_awarded,amount_paid,end\nP1,Meals,A,O,100,100,2010-06-30\nP2,Meals,A,O,100,50,2012-06-30\nP3,Meals,A,O,100,,\n" +
				"file: data/site.yaml\nas_of: 2011-03-31\n",
			rows: "A | 3 | 20 | 4 | 20% | 3 | 0 | 3 | 0 | 3 | 0 | 3 | 0 | 3 | 3 | 2 | 0 | 1 | 0 | 1 | 0 | 1 | 1 *\n"},

		{name: "nothing declared", indicator: "declared-totals", site: projectsHead + "P1,Meals,A,O,2010,completed,100\n", missing: "No total"},
		{name: "a figure without rows", indicator: "declared-totals", of: 1, missing: "No total",
			site: "file: data/districts.csv\nid,name\nD,East\nfile: data/figures.csv\nid,subject,measure,value\nF1,districts:D,organizations,5\n"},
		{name: "all agree", indicator: "declared-totals", looked: 3,
			site: "file: data/programmes.csv\nid,title,projects_declared,amount_declared\nG,Fund,1,100\n" +
				"file: data/projects.csv\nid,title,programme,state,amount_awarded\nP1,Meals,G,completed,100\nP2,Visits,G,declined,\n" +
				"file: data/figures.csv\nid,subject,measure,value,unit\nF1,programmes:G,projects,2,projects\n"},
		{name: "a programme, a figure and a project that differ", indicator: "declared-totals", marked: 3, looked: 4,
			site: "file: data/programmes.csv\nid,title,year,projects_declared,amount_declared\nG,Fund,2010,5,120\n" +
				"file: data/projects.csv\nid,title,programme,year,state,amount_awarded,amount_paid\nP1,Meals,G,2010,completed,100,90\n" +
				"file: data/payments.csv\nid,project,amount\nM1,P1,90\n" +
				"file: data/figures.csv\nid,subject,measure,value,unit\nF1,programmes:G,amount_awarded,1万,CNY\n",
			rows: "G | 2010 | projects_declared | 5 projects | 1 projects | -4 projects *\n" +
				"G | 2010 | amount_declared | 120 CNY | 100 CNY | -20 CNY *\n" +
				"G | – | amount_awarded | 10000 CNY | 100 CNY | -9900 CNY *\n" +
				"P1 | 2010 | amount_paid | 90 CNY | 90 CNY | 0 CNY\n"},
		{name: "within the tolerance", indicator: "declared-totals", looked: 1,
			site: "file: data/programmes.csv\nid,title,amount_declared\nG,Fund,102\nfile: data/projects.csv\nid,title,programme,amount_awarded\nP1,Meals,G,100\n" +
				"file: data/site.yaml\nintegrity: {declared-totals: {tolerance: 2%}}\n"},

		{name: "no budget", indicator: "awards-budgets", site: projectsHead + "P1,Meals,A,O,2010,completed,100\n", missing: "No budget"},
		{name: "one above, one below, one of an agency", indicator: "awards-budgets", marked: 1, looked: 3,
			site: "file: data/programmes.csv\nid,title,year,budget\nG,Fund,2010,100\nH,Fund,2010,1000\n" +
				"file: data/projects.csv\nid,title,programme,agency,year,amount_awarded\nP1,Meals,G,A,2010,80\nP2,Visits,G,A,2010,30\nP3,Care,H,A,2010,10\nP4,Rest,,A,2010,50\n" +
				"file: data/budgets.csv\nid,agency,year,amount\nB1,A,2010,50\n",
			rows: "G | 2010 | 2 | 100 | 110 | 10 | 110% *\nA | 2010 | 1 | 50 | 50 | 0 | 100%\nH | 2010 | 1 | 1000 | 10 | -990 | 1%\n"},
		{name: "within the budget", indicator: "awards-budgets", looked: 1,
			site: "file: data/programmes.csv\nid,title,budget\nG,Fund,100\nfile: data/projects.csv\nid,title,programme,amount_awarded\nP1,Meals,G,100\n"},

		{name: "nothing paid", indicator: "payments-contracts", of: 1, site: projectsHead + "P1,Meals,A,O,2010,completed,100\n", missing: "No project has both"},
		{name: "as agreed, with an amended contract", indicator: "payments-contracts", looked: 1,
			site: projectsHead + "P1,Meals,A,O,2010,completed,100\nfile: data/contracts.csv\nid,project,amount,amends\nC1,P1,100,\nC2,P1,150,C1\nfile: data/payments.csv\nid,contract,amount\nM1,C1,100\nM2,C2,50\n"},
		{name: "more than agreed", indicator: "payments-contracts", marked: 2, looked: 3, of: 4,
			site: "file: data/projects.csv\nid,title,agency,year,amount_awarded,amount_contracted,amount_paid\nP1,Meals,A,2010,100,110,120\nP2,Visits,A,2010,100,,130\nP3,Care,B,2011,100,100,40\nP4,Rest,B,2011,100,,\n",
			rows: "P2 | A | award | 100 | 130 | 30 *\nP1 | A | contract | 110 | 120 | 10 *\n"},
		{name: "sums by agency", indicator: "payments-contracts", marked: 1, looked: 3, list: "by-agency",
			site: "file: data/projects.csv\nid,title,agency,year,amount_contracted,amount_paid\nP1,Meals,A,2010,100,100\nP2,Visits,A,2010,100,101\nP3,Care,B,2011,1000,400\n",
			rows: "B | 1 | 0 | 1 | 0 | 1000 | 400 | -600\nA | 2 | 1 | 0 | 1 | 200 | 201 | 1 *\n"},

		{name: "no figures", indicator: "figures-disagree", site: projectsHead + "P1,Meals,A,O,2010,completed,100\n", missing: "No figures"},
		{name: "of different years", indicator: "figures-disagree", looked: 2,
			site: "file: data/programmes.csv\nid,title\nG,Fund\nfile: data/figures.csv\nid,subject,year,measure,value\nF1,programmes:G,2010,budget,5\nF2,programmes:G,2011,budget,6\nF3,programmes:G,2011,budget,6.0\n"},
		{name: "two of one year", indicator: "figures-disagree", marked: 1, looked: 2,
			site: "file: data/programmes.csv\nid,title\nG,Fund\nfile: data/figures.csv\nid,subject,year,measure,value,unit,source,preferred\nF1,programmes:G,2010,budget,5,CNY,Daily,\nF2,programmes:G,2010,projects,6,,,\nF3,programmes:G,2010,budget,7,CNY,Report,true\n",
			rows: "G | 2010 | budget | 5 CNY | – | Daily | F1 *\nG | 2010 | budget | 7 CNY | used here | Report | F3 *\n"},
	}
}
