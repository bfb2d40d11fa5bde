package site

import "testing"

func TestEveryRecordSaysWhatItIs(t *testing.T) {
	files := chainFiles()
	files["data/payments.csv"] += "Y5,,,50,,\n"
	files["data/contracts.csv"] = "id,project,number,signed,start,end,amount,amends\n" +
		"C1,done,KT-1,2010-05-20,2010-06-01,2010-12-31,300000,\nC2,running,KT-2,,,,290000,\nC4,stopped,KT-4,,,,300000,\nC9,done,KT-9,2010-08,,,,C1\n"
	files["data/programmes.csv"] = "id,title_zh,title_en,agency\nG,公益专项,Public fund,A\n"
	files["data/budgets.csv"] = "id,agency,programme,year,amount,adjusted_amount\nB1,A,G,2010,1000000,1200000\nB2,,,2011,5000,\n"
	files["data/honours.csv"] = "id,organization,project,title_zh,title_en,granted_by,date\nH,O1,done,荣誉证书,Certificate,市政府,2011-02-01\n"
	files["data/subsidies.csv"] = "id,organization,kind,amount,agency,date\nS,O1,rent,8000,A,2010\n"
	files["data/venues.csv"] = "id,name_zh,name_en,operator\nV,中心,Centre,O1\n"
	files["data/events.csv"] = "id,venue,organization,title_zh,title_en,date,participants\nE,V,O1,义诊,Free clinic,2010-05-01,80\n"
	files["data/trainings.csv"] = "id,organization,title_zh,title_en,date,trainees,passed\nT,O1,社工培训,Social work course,2010-05,40,30\n"
	files["data/corrections.csv"] = "id,date,table,record,what_zh,what_en,why_zh,why_en\nK,2011-03-01,projects,done,金额有误,The amount was wrong,笔误,A slip\n"
	files["data/figures.csv"] = "id,subject,year,measure,value,unit\nF1,programmes:G,2010,people_served,9000,people\nF2,programmes:G,2010,people_served,8000,people\n"
	p, _ := plan(t, files, Options{})
	for url, want := range map[string][2]string{
		"contracts/C1": {"民政局与甲社于2010年5月20日就“送餐”签订本合同，金额30万元。", "Civil Affairs and Alpha signed this contract on 20 May 2010 for “Meals”, for ¥300,000."},
		"contracts/C9": {"民政局与甲社于2010年8月就“送餐”签订本合同，变更原合同，金额不变。", "Civil Affairs and Alpha signed this contract in August 2010 for “Meals”; it changes an earlier one and leaves its amount."},
		"payments/Y2": {"民政局于2011年1月5日向甲社支付18万元，用于“送餐”。占合同金额30万元的60%。付款依据为绩效评估 · 2011年1月10日（优秀，92.5分）。",
			"Civil Affairs paid Alpha ¥180,000 on 5 January 2011 for “Meals”. That is 60% of the contract of ¥300,000. It rests on the Performance evaluation · 10 January 2011 (Excellent, 92.5 of 100)."},
		"payments/Y1": {"民政局于2010年6月10日向甲社支付12万元，用于“送餐”。占合同金额30万元的40%。没有注明所依据的评估。",
			"Civil Affairs paid Alpha ¥120,000 on 10 June 2010 for “Meals”. That is 40% of the contract of ¥300,000. It names no evaluation that it rests on."},
		"evaluations/E2": {"第三方于2011年1月10日对“送餐”作绩效评估，结果：优秀，92.5分。", "A third party reviewed “Meals” on 10 January 2011 (performance evaluation): Excellent, 92.5 of 100."},
		"evaluations/E4": {"购买主体于2010年5月10日对“送餐”作资格评审，结果：55分。", "The agency reviewed “Meals” on 10 May 2010 (qualification review): 55 of 100."},
		"budgets/B1": {"民政局在2010年安排120万元，用于“公益专项”；年初批准100万元，年中作了调整。",
			"Civil Affairs set aside ¥1,200,000 in 2010 for “Public fund”; ¥1,000,000 was first approved, and changed within the year."},
		"budgets/B2":    {"预算单位（名称未公布）在2011年安排5,000元购买服务。", "An agency whose name is not published set aside ¥5,000 in 2011 for purchases of services."},
		"honours/H":     {"甲社于2011年2月1日获得“荣誉证书”，由市政府授予，因项目“送餐”。", "Alpha received “Certificate” from 市政府 on 1 February 2011, for “Meals”."},
		"subsidies/S":   {"甲社于2010年从民政局获得8,000元（房租补贴），不属于购买服务。", "Alpha received ¥8,000 in 2010 from Civil Affairs (rent). It is support beside purchases."},
		"events/E":      {"甲社于2010年5月1日在中心举办“义诊”，80人参加。", "Alpha held “Free clinic” at Centre on 1 May 2010; 80 people took part."},
		"trainings/T":   {"甲社于2010年5月举办“社工培训”，40人参加，30人合格（75%）。", "Alpha ran “Social work course” in May 2010; 40 people were trained, 30 passed (75%)."},
		"venues/V":      {"中心由甲社运营，公布了1场活动。", "Centre is run by Alpha; 1 event is published."},
		"corrections/K": {"送餐于2011年3月1日作了更正：金额有误；原因：笔误。", "Meals was corrected on 1 March 2011: The amount was wrong; because: A slip."},
		"figures/F1": {"公布的“服务人数”为 9,000 人，对象是公益专项（2010 年）。本站没有可与之相比的逐条记录。同一指标另有公布为：8,000 人。",
			"“People served” was published as 9,000 people for Public fund (2010). No rows on this site can be held against it. Published elsewhere as: 8,000 people."},
		"payments/Y5": {"", ""},
	} {
		for i, prefix := range []string{"", "en/"} {
			page, ok := p.Find(prefix + url + ".html")
			if !ok {
				t.Fatalf("there is no page %s", url)
			}
			if got := (&saying{p.View(page).(Record).Lead}).String(); got != want[i] {
				t.Errorf("%s%s says\n%s\nwant\n%s", prefix, url, got, want[i])
			}
		}
	}
}

func TestAPaymentShowsItsPlaceInTheChain(t *testing.T) {
	p, _ := plan(t, chainFiles(), Options{})
	for url, want := range map[string]string{
		"en/payments/Y2.html": "Project: Meals · Organization: Alpha · Agency: Civil Affairs · Awarded to the project: ¥300,000 · Contract: KT-1 · " +
			"It rests on: Performance evaluation · 10 January 2011 · Among the project's payments: 2 of 2, ¥300,000 in all",
		"en/contracts/C1.html":   "Project: Meals · Organization: Alpha · Agency: Civil Affairs · Awarded to the project: ¥300,000 · Share of the award: 100% · Paid under it: 2 payments, ¥300,000, 100% of it",
		"en/evaluations/E2.html": "Project: Meals · Organization: Alpha · Agency: Civil Affairs · Awarded to the project: ¥300,000 · Paid on it: Final ¥180,000 · Other evaluations of the project: Qualification review · 10 April 2010",
	} {
		page, _ := p.Find(url)
		got := ""
		for i, f := range p.View(page).(Record).Context {
			if i > 0 {
				got += " · "
			}
			got += f.Label + ": "
			for j, v := range f.Values {
				if j > 0 {
					got += ", "
				}
				got += v.Text
			}
		}
		if got != want {
			t.Errorf("%s stands at\n%s\nwant\n%s", url, got, want)
		}
	}
}
