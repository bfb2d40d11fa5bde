package integrity

const split = "file: data/site.yaml\nchecks: {split-purchases: {limit: 100}}\n"

func competitionCases() []indicatorCase {
	return []indicatorCase{
		{name: "no organization", indicator: "concentration", site: projectsHead + "P1,Meals,A,,2010,completed,100\n", missing: "No project has its agency"},
		{name: "too few awards", indicator: "concentration", of: 1, missing: "as many as 5 awards",
			site: projectsHead + "P1,Meals,A,O,2010,completed,100\nP2,Meals,A,O,2010,completed,100\n"},
		{name: "ten that share alike", indicator: "concentration", looked: 1,
			site: projectsHead + "P0,M,A,O0,2010,approved,10\nP1,M,A,O1,2010,approved,10\nP2,M,A,O2,2010,approved,10\nP3,M,A,O3,2010,approved,10\nP4,M,A,O4,2010,approved,10\n" +
				"P5,M,A,O5,2010,approved,10\nP6,M,A,O6,2010,approved,10\nP7,M,A,O7,2010,approved,10\nP8,M,A,O8,2010,approved,10\nP9,M,A,O9,2010,approved,10\n",
			rows: "A | 10 | 10 | 100 | 1000 | low | O0 | 10%\n"},
		{name: "one with most of it, by agency and area; what was declined counts for nothing", indicator: "concentration", marked: 2, looked: 2,
			site: "file: data/projects.csv\nid,title,agency,area,organization,state,amount_awarded\n" +
				"P1,M,A,X,O1,approved,60\nP2,M,A,X,O2;O1,approved,10\nP3,M,A,X,O3,approved,10\nP4,M,A,X,O4,approved,10\nP5,M,A,X,O5,approved,10\nP6,M,A,X,O5,declined,1000\n",
			rows: "A | 5 | 5 | 100 | 4000 | high | O1 | 60% *\n"},
		{name: "thresholds of the site's own", indicator: "concentration", looked: 1,
			site: projectsHead + "P1,M,A,O1,2010,approved,60\nP2,M,A,O2,2010,approved,40\nfile: data/site.yaml\nintegrity: {concentration: {hhi: 6000, share: 61%, awards: 2}}\n",
			rows: "A | 2 | 2 | 100 | 5200 | high | O1 | 60%\n"},

		{name: "no years", indicator: "repeat-awards", site: "file: data/projects.csv\nid,title,agency,organization,amount_awarded\nP1,Meals,A,O,100\n", missing: "agency, organization and year"},
		{name: "too few years", indicator: "repeat-awards", of: 1, site: projectsHead + "P1,M,A,O,2010,approved,1\nP2,M,A,O,2011,approved,1\n", missing: "do not span 3"},
		{name: "with a gap, or to another", indicator: "repeat-awards", looked: 2,
			site: projectsHead + "P1,M,A,O,2009,approved,1\nP2,M,A,O,2010,approved,1\nP3,M,A,U,2011,approved,1\nP4,M,A,O,2012,approved,1\nP5,M,A,O,2011,declined,\n"},
		{name: "three years running", indicator: "repeat-awards", marked: 1, looked: 2,
			site: projectsHead + "P1,M,A,O,2009,approved,30\nP2,M,A,O,2010,approved,30\nP3,M,A,O,2011,approved,30\nP4,M,A,U,2011,approved,10\nP5,M,A,O,2005,approved,\n",
			rows: "A | O | 3 | 2009 | 2011 | 4 | 90 | 90% *\n"},
		{name: "two years, where the site asks for two", indicator: "repeat-awards", marked: 1, looked: 1,
			site: projectsHead + "P1,M,A,O,2010,approved,1\nP2,M,A,O,2011,approved,1\nfile: data/site.yaml\nintegrity: {repeat-awards: {years: 2}}\n"},

		{name: "no threshold", indicator: "under-threshold", site: projectsHead + "P1,M,A,O,2010,approved,99\n", missing: "split-purchases"},
		{name: "no award in its currency", indicator: "under-threshold", site: "file: data/projects.csv\nid,title,agency,amount_awarded,currency\nP1,M,A,99,GBP\n" + split, missing: "currency"},
		{name: "as many over as under", indicator: "under-threshold", looked: 1,
			site: projectsHead + "P1,M,A,O,2010,approved,99\nP2,M,A,O,2010,approved,98\nP3,M,A,O,2010,approved,97\nP4,M,A,O,2010,approved,96\nP5,M,A,O,2010,approved,95\n" +
				"P6,M,A,O,2010,approved,100\nP7,M,A,O,2010,approved,101\nP8,M,A,O,2010,approved,105\n" + split,
			rows: "A | 100 | 5 | 3\n"},
		{name: "five just under, one over, one far below", indicator: "under-threshold", marked: 1, looked: 1, list: "projects",
			site: projectsHead + "P1,M,A,O,2010,approved,99\nP2,M,A,O,2010,approved,98\nP3,M,A,O,2010,approved,97\nP4,M,A,O,2010,approved,96\nP5,M,A,O,2010,approved,95\n" +
				"P6,M,A,O,2010,approved,100\nP7,M,A,O,2010,approved,94\n" + split,
			rows: "P1 | A | O | – | 99 *\nP2 | A | O | – | 98 *\nP3 | A | O | – | 97 *\nP4 | A | O | – | 96 *\nP5 | A | O | – | 95 *\n"},

		{name: "no number of bidders", indicator: "single-bidder", of: 1, site: "file: data/calls.csv\nid,title,method,bidders\nN1,Call,open_tender,\nN2,Call,single_source,1\n", missing: "number of bidders"},
		{name: "several bidders", indicator: "single-bidder", looked: 1, site: "file: data/calls.csv\nid,title,method,bidders\nN1,Call,open_tender,3\nN2,Call,single_source,1\n"},
		{name: "one bidder", indicator: "single-bidder", marked: 1, looked: 2, of: 3,
			site: "file: data/calls.csv\nid,title,agency,method,bidders,budget,published\nN1,Call,A,open_tender,1,100,2010-05-01\nN2,Call,A,inquiry,3,,\nN3,Call,B,inquiry,,,\n",
			rows: "N1 | A | Open tender | 2010-05-01 | 1 | 100 *\n"},
	}
}

func paymentCases() []indicatorCase {
	const two = "file: data/site.yaml\nintegrity: {year-end-payments: {payments: 2, share: 50%}}\n"
	const head = "file: data/projects.csv\nid,title,agency\nP1,Meals,A\nfile: data/payments.csv\nid,project,date,amount\n"
	return []indicatorCase{
		{name: "only what was paid in all", indicator: "year-end-payments", site: "file: data/projects.csv\nid,title,amount_paid\nP1,Meals,100\n", missing: "No single payments"},
		{name: "too few", indicator: "year-end-payments", of: 1, site: head + "M1,P1,2010-12-01,100\n", missing: "as many as 10"},
		{name: "spread over the year", indicator: "year-end-payments", looked: 1, site: head + "M1,P1,2010-03-01,60\nM2,P1,2010-12-01,40\n" + two,
			rows: "A | 2010 | 2 | 100 | 40 | 40%\n"},
		{name: "in December", indicator: "year-end-payments", marked: 1, looked: 1, of: 2, site: head + "M1,P1,2010-03-01,40\nM2,P1,2010-12,60\nM3,P1,2011-12-01,5\nM4,P1,2010,500\n" + two,
			rows: "A | 2010 | 2 | 100 | 60 | 60% *\n"},
		{name: "in a financial year that ends in June", indicator: "year-end-payments", marked: 1, looked: 1,
			site: head + "M1,P1,2010-07-01,40\nM2,P1,2011-06-30,60\nfile: data/site.yaml\nintegrity: {year-end-payments: {payments: 2, share: 50%, month: 6}}\n",
			rows: "A | 2011 | 2 | 100 | 60 | 60% *\n"},

		{name: "no evaluations", indicator: "self-evaluation", site: projectsHead + "P1,M,A,O,2010,approved,99\n", missing: "No follow-up"},
		{name: "by whom is not said", indicator: "self-evaluation", of: 1, missing: "says by whom",
			site: projectsHead + "P1,M,A,O,2010,approved,99\nfile: data/evaluations.csv\nid,project,kind,by,evaluator\nE1,P1,performance,,\nE2,P1,qualification,agency,\n"},
		{name: "its own and a third party's", indicator: "self-evaluation", looked: 1,
			site: projectsHead + "P1,M,A,O,2010,approved,99\nfile: data/evaluations.csv\nid,project,kind,by,evaluator\nE1,P1,follow_up,provider,\nE2,P1,performance,third_party,Sample Evaluator\n"},
		{name: "under the provider's name, and only its own", indicator: "self-evaluation", marked: 2, looked: 2,
			site: "file: data/organizations.csv\nid,name\nO1,Sample Society\nO2,Second Society\n" +
				"file: data/projects.csv\nid,title,organization,amount_paid\nP1,Meals,O1,50\nP2,Visits,O2,70\n" +
				"file: data/evaluations.csv\nid,project,kind,by,evaluator\nE1,P1,performance,third_party,SAMPLE  society\nE2,P2,performance,provider,\nE3,P2,qualification,agency,\n",
			rows: "P2 | O2 | E2 | only the provider's own | 70 *\nP1 | O1 | E1 | the evaluator has the provider's name | 50 *\n"},
	}
}
