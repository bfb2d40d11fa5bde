package model

import (
	"slices"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"

	"github.com/google/go-cmp/cmp"
)

// yuan is an amount in whole yuan.
func yuan(n int64) value.Money {
	cny, _ := value.ParseCurrency("CNY")
	return value.NewMoney(n*100, cny)
}

// read links and joins the CSV of some tables; anything above an info fails the
// test.
func read(t *testing.T, files map[string]string) *Dataset {
	t.Helper()
	d, l := &Dataset{}, &finding.List{}
	for _, own := range d.Tables() {
		name := own.Schema().Info.Name
		text, ok := files[name]
		if !ok {
			continue
		}
		table.DecodeCSV(own, "data/"+name+".csv", []byte(text), table.Options{
			Headings: table.NewHeadings(own.Schema(), Schemas()), Currency: yuan(0).Currency(),
			Given: func(name string) bool { _, given := files[name]; return given },
		}, l)
	}
	table.Link(d.Tables(), l)
	d.join()
	for _, f := range l.All() {
		if f.Severity != finding.Info {
			t.Errorf("%s:%d: %s", f.Pos.File, f.Pos.Line, f.Message.EN)
		}
	}
	return d
}

// ids lists the records of a list.
func ids[T any](rows []*T) []string {
	var out []string
	for _, r := range rows {
		out = append(out, any(r).(table.Entity).Rec().ID)
	}
	return out
}

// listed lists the records of a List.
func listed[T any, N next[T]](l List[T, N]) []string { return ids(slices.Collect(l.All())) }

// chain is two projects with all that may stand around them.
var chain = map[string]string{
	"agencies":      "id,name,parent\nA1,Bureau,\nA2,Office,A1\n",
	"organizations": "id,name,district\nO1,One,D2\nO2,Two,D1\n",
	"areas":         "id,name,parent\nR1,Care,\nR2,Care at home,R1\n",
	"districts":     "id,name,parent\nD1,City,\nD2,North,D1\n",
	"services":      "id,name,parent,area\nS1,Visits,,R1\nS2,Meals,S1,R2\n",
	"programmes":    "id,title,agency,year\nG1,Fund,A1,2010\n",
	"budgets":       "id,agency,programme,year,amount\nB1,A1,G1,2010,900\nB2,A1,,2011,100\n",
	"calls":         "id,title,programme,agency\nN1,Notice,G1,A1\n",
	"projects": "id,title,programme,call,agency,organization,area,district,service,amount_contracted,amount_paid\n" +
		"P2,Meals,G1,N1,A1,O2;O1;O2,R2,D2,S2,70,60\nP1,Visits,G1,N1,A1,O1,R1,D1,S1,10,10\n",
	"contracts":   "id,project,number,amount\nC2,P1,No. 2,40\nC1,P1,,60\n",
	"evaluations": "id,project,organization,kind,date\nE1,P1,,performance,2010-09-01\nE2,,O1,qualification,2010-01-05\n",
	"payments": "id,contract,project,date,amount,evaluation,budget_line\n" +
		"M3,C2,,2010-09-09,25,E1,B1\nM1,,P1,2010-05-01,5,,\nM2,C1,P2,2010-06-01,8,,\n",
	"honours":   "id,organization,project,title\nH1,O1,P1,Certificate\n",
	"subsidies": "id,organization,kind,amount,agency\nU1,O1,rent,3,A2\n",
	"venues":    "id,name,operator\nV1,Hall,O2\n",
	"events":    "id,venue,organization,title\nX2,V1,O2,Fair\nX1,V1,O1,Talk\n",
	"trainings": "id,organization,title\nT1,O2,Course\n",
}

func TestRecordsListWhatRefersToThem(t *testing.T) {
	d := read(t, chain)
	p1, p2 := d.Projects.Find("P1"), d.Projects.Find("P2")
	a1 := d.Agencies.Find("A1")
	o1, o2 := d.Organizations.Find("O1"), d.Organizations.Find("O2")
	g1, both := d.Programmes.Find("G1"), []string{"P2", "P1"} // in the order of the table
	for what, c := range map[string]struct{ got, want []string }{
		"contracts of a project":        {listed(p1.Contracts), []string{"C2", "C1"}},
		"payments by contract or not":   {listed(p1.Payments), []string{"M3", "M1"}},
		"payments that name a project":  {listed(p2.Payments), []string{"M2"}},
		"evaluations of a project":      {listed(p1.Evaluations), []string{"E1"}},
		"honours of a project":          {ids(p1.Honours.All()), []string{"H1"}},
		"payments of a contract":        {listed(d.Contracts.Find("C1").Payments), []string{"M2"}},
		"payments on an evaluation":     {listed(d.Evaluations.Find("E1").Payments), []string{"M3"}},
		"projects of one of several":    {ids(o1.Projects), both},
		"projects, named twice in one":  {ids(o2.Projects), []string{"P2"}},
		"evaluations of organizations":  {ids(o1.Evaluations.All()), []string{"E2"}},
		"honours of an organization":    {ids(o1.Honours.All()), []string{"H1"}},
		"projects of an agency":         {ids(a1.Projects), both},
		"programmes of an agency":       {ids(a1.Programmes), []string{"G1"}},
		"budgets of an agency":          {ids(a1.Budgets), []string{"B1", "B2"}},
		"agencies below one":            {ids(a1.Children), []string{"A2"}},
		"projects of a programme":       {ids(g1.Projects), both},
		"budgets of a programme":        {ids(g1.Budgets), []string{"B1"}},
		"projects of a call":            {ids(d.Calls.Find("N1").Projects), both},
		"events of a venue":             {ids(d.Venues.Find("V1").Events), []string{"X2", "X1"}},
		"an area's own projects":        {ids(d.Areas.Find("R1").Projects), []string{"P1"}},
		"an area's and those within":    {ids(d.Areas.Find("R1").AllProjects()), []string{"P1", "P2"}},
		"areas below one":               {ids(d.Areas.Find("R1").Children), []string{"R2"}},
		"a district's own projects":     {ids(d.Districts.Find("D2").Projects), []string{"P2"}},
		"a district's and those within": {ids(d.Districts.Find("D1").AllProjects()), []string{"P1", "P2"}},
		"districts below one":           {ids(d.Districts.Find("D1").Children), []string{"D2"}},
		"a service's own projects":      {ids(d.Services.Find("S1").Projects), []string{"P1"}},
		"a service's and those within":  {ids(d.Services.Find("S1").AllProjects()), []string{"P1", "P2"}},
		"services below one":            {ids(d.Services.Find("S1").Children), []string{"S2"}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
}

func TestAreasInACircleAreEnteredOnce(t *testing.T) {
	d := read(t, map[string]string{
		"areas":    "id,name,parent\nR1,One,R2\nR2,Two,R1\nR3,Itself,R3\n",
		"projects": "id,title,area\nP1,A,R1\nP2,B,R2\nP3,C,R3\n",
	})
	for id, want := range map[string][]string{"R1": {"P1", "P2"}, "R2": {"P2", "P1"}, "R3": {"P3"}} {
		if diff := cmp.Diff(want, ids(d.Areas.Find(id).AllProjects())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}

func TestRecordsWithoutANameAreNamedByWhatTheySay(t *testing.T) {
	d := read(t, chain)
	for _, c := range []struct{ table, id, want string }{
		{"contracts", "C2", "No. 2"},
		{"contracts", "C1", "Visits"},
		{"payments", "M1", d.Payments.Find("M1").Date.Format("en") + " · " + yuan(5).Format("en")},
		{"evaluations", "E1", "Performance evaluation · " + d.Evaluations.Find("E1").Date.Format("en")},
		{"budgets", "B1", "Fund · 2010"},
		{"budgets", "B2", "Bureau · 2011"},
		{"subsidies", "U1", "Rent · One"},
	} {
		tb := d.Table(c.table)
		if got := tb.Schema().Label(tb.ByID(c.id), "en"); got != c.want {
			t.Errorf("%s:%s is named %q, want %q", c.table, c.id, got, c.want)
		}
	}
}
