package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const projectHeadings = "id,title_zh,title_en,agency,organization,state,applied,decided,amount_requested,amount_awarded,people_planned,people_served,start,end,target_group_zh,target_group_en\n"

// chainFiles is a site of projects in every state, with what belongs to them.
func chainFiles() map[string]string {
	return map[string]string{
		"data/site.yaml":         bilingual + "as_of: 2011-03-31\n",
		"data/agencies.csv":      "id,name_zh,name_en\nA,民政局,Civil Affairs\n",
		"data/organizations.csv": "id,name_zh,name_en\nO1,甲社,Alpha\nO2,乙社,Beta\nO3,丙社,Gamma\nO4,丁社,Delta\n",
		"data/projects.csv": projectHeadings +
			"done,送餐,Meals,A,O1,completed,2010-03-01,2010-05-01,350000,300000,100,120,2010-06-01,2010-12-31,老年人,older people\n" +
			"bare,送餐,Meals,A,O1;O2,completed,,2010-05-01,,300000,,,,,,\n" +
			"stopped,送餐,Meals,A,O1,terminated,,,,300000,,,,2010-12-31,,\n" +
			"running,送餐,Meals,A,O1;O2;O3;O4,in_progress,,,,300000,100,,2010-12-01,2011-06-30,,\n" +
			"signed,送餐,Meals,A,O1,contracted,,,,300000,,,2011-06-01,,,\n" +
			"approved,送餐,Meals,A,O1,approved,,,,300000,,,,,,\n" +
			"review,送餐,Meals,A,O1,under_review,2011-03-01,,350000,,100,,,,,\n" +
			"applied,送餐,Meals,A,O1,applied,2011-03-01,,350000,,,,,,,\n" +
			"declined,送餐,Meals,A,O1,declined,2010-03-01,2010-05-01,350000,,,,,,,\n" +
			"withdrawn,送餐,Meals,A,O1,withdrawn,2010-03-01,,350000,,,,,,,\n" +
			"noagency,送餐,Meals,,O1,,,,,300000,,,,,,\n" +
			"noone,送餐,Meals,,,,,,,300000,,,,,,\n" +
			"noprovider,送餐,Meals,A,,approved,,,,300000,,,,,,\n" +
			"noamount,送餐,Meals,A,O1,approved,,,,,,,,,,\n" +
			"nothing,送餐,Meals,A,O1,,,,,,,,,,,\n" +
			"refund,送餐,Meals,A,O1,,,,,-500,,,,,,\n",
		"data/contracts.csv": "id,project,number,signed,start,end,amount\n" +
			"C1,done,KT-1,2010-05-20,2010-06-01,2010-12-31,300000\nC2,running,KT-2,2010-12-20,2010-12-01,2011-06-30,290000\nC3,signed,KT-3,2011-03-01,,,300000\nC4,stopped,KT-4,,,,300000\n",
		"data/evaluations.csv": "id,project,kind,by,date,score,grade\n" +
			"E1,done,qualification,agency,2010-04-10,,pass\nE2,done,performance,third_party,2011-01-10,92.5,excellent\n" +
			"E3,stopped,follow_up,provider,2010-08-01,41,fail\nE4,declined,qualification,agency,2010-05-10,55,\n",
		"data/payments.csv": "id,contract,date,amount,stage,evaluation\n" +
			"Y1,C1,2010-06-10,120000,advance,\nY2,C1,2011-01-05,180000,final,E2\nY3,C2,2010-12-10,116000,advance,\nY4,C4,2010-07-01,310000,advance,\n",
	}
}

func TestTheSentenceOfEveryState(t *testing.T) {
	p, _ := plan(t, chainFiles(), Options{})
	for id, want := range map[string][2]string{
		"done": {"民政局以30万元向甲社购买“送餐”，服务老年人，期限为2010年6月1日至12月31日。项目已完成，共付30万元，与合同金额相同。服务120人，计划100人。第三方绩效评估等次为“优秀”，得92.5分。",
			"Civil Affairs awarded ¥300,000 to Alpha for “Meals”, which serves older people, from 1 June to 31 December 2010. It is completed; ¥300,000 has been paid, the whole contract. It served 120 people; 100 were planned. At the final evaluation a third party rated it “excellent”, 92.5 out of 100."},
		"bare": {"民政局以30万元向甲社和乙社购买“送餐”。项目已完成，付款情况未公布。绩效评估结果未公布。",
			"Civil Affairs awarded ¥300,000 to Alpha and Beta for “Meals”. It is completed; what was paid is not published. How the result was judged is not published."},
		"stopped": {"民政局以30万元向甲社购买“送餐”，至2010年12月31日止。项目已终止，共付31万元，超过合同金额30万元。承接主体自行开展的跟踪评估等次为“不合格”，得41分。",
			"Civil Affairs awarded ¥300,000 to Alpha for “Meals”, until 31 December 2010. It was terminated; ¥310,000 has been paid, more than the contract of ¥300,000. At the follow-up the provider itself rated it “fail”, 41 out of 100."},
		"running": {"民政局以30万元向甲社、乙社、丙社等4家组织购买“送餐”，期限为2010年12月1日至2011年6月30日。项目正在实施，目前已付11.6万元，占合同金额的40%。计划服务100人。",
			"Civil Affairs awarded ¥300,000 to Alpha, Beta, Gamma and 1 other for “Meals”, from 1 December 2010 to 30 June 2011. Work is under way; ¥116,000 has been paid so far, 40% of the contract. It is to serve 100 people."},
		"signed": {"民政局以30万元向甲社购买“送餐”，自2011年6月1日起。合同已签订。",
			"Civil Affairs awarded ¥300,000 to Alpha for “Meals”, from 1 June 2011. The contract is signed."},
		"approved": {"民政局以30万元向甲社购买“送餐”。已立项，合同尚未公布。",
			"Civil Affairs awarded ¥300,000 to Alpha for “Meals”. It is approved; no contract is published yet."},
		"review": {"甲社向民政局申报“送餐”，申请35万元。目前正在评审，尚未决定是否立项。申报时计划服务100人。",
			"Alpha applied to Civil Affairs for ¥350,000 with “Meals”. It is under review; no decision has been made. The plan was to serve 100 people."},
		"applied": {"甲社向民政局申报“送餐”，申请35万元。目前尚未决定是否立项。",
			"Alpha applied to Civil Affairs for ¥350,000 with “Meals”. No decision has been made yet."},
		"declined": {"甲社向民政局申报“送餐”，申请35万元。该项目2010年5月1日未获立项。购买主体资格评审得55分。",
			"Alpha applied to Civil Affairs for ¥350,000 with “Meals”. It was declined on 1 May 2010. At the qualification review the agency rated it 55 out of 100."},
		"withdrawn": {"甲社向民政局申报“送餐”，申请35万元。申报已撤回。",
			"Alpha applied to Civil Affairs for ¥350,000 with “Meals”. The application was withdrawn."},
		"noagency": {"甲社承接“送餐”，立项金额30万元；购买主体未公布。", "Alpha was awarded ¥300,000 for “Meals”; who pays is not published."},
		"noone":    {"“送餐”，立项金额30万元；购买主体和承接主体均未公布。", "An award of ¥300,000 went to “Meals”; neither who pays nor who provides it is published."},
		"noprovider": {"民政局以30万元购买“送餐”；承接主体未公布。已立项，合同尚未公布。",
			"Civil Affairs awarded ¥300,000 for “Meals”; who provides it is not published. It is approved; no contract is published yet."},
		"noamount": {"民政局向甲社购买“送餐”，立项金额未公布。已立项，合同尚未公布。",
			"Civil Affairs engaged Alpha for “Meals”; the amount is not published. It is approved; no contract is published yet."},
		"nothing": {"“送餐”由甲社承接，购买主体为民政局。进展和金额未公布。", "“Meals” is provided by Alpha for Civil Affairs. How far it is and its amount are not published."},
		"refund":  {"民政局向甲社购买“送餐”，立项金额-500元。", "Civil Affairs engaged Alpha for “Meals”; the award is published as -¥500."},
	} {
		for i, prefix := range []string{"", "en/"} {
			if got := projectView(t, p, prefix+"projects/"+id+".html").Sentence; got != want[i] {
				t.Errorf("%s%s says\n%s\nwant\n%s", prefix, id, got, want[i])
			}
		}
	}
}

func projectView(t *testing.T, p *Plan, url string) Project {
	t.Helper()
	page, ok := p.Find(url)
	if !ok {
		t.Fatalf("there is no page %s", url)
	}
	return p.View(page).(Project)
}

func TestTheSentenceHasDaysAndQuotesWithinQuotes(t *testing.T) {
	p, _ := plan(t, map[string]string{
		"data/site.yaml": bilingual,
		"data/projects.csv": "id,title,organization,amount_awarded,start,end\n" +
			"P1,“送餐”服务,示例社,500,2019-11-21T00:00:00Z,2020-11\n",
	}, Options{})
	for url, want := range map[string]string{
		"projects/P1.html":    "示例社承接“‘送餐’服务”，期限为2019年11月21日至2020年11月，立项金额500元；购买主体未公布。",
		"en/projects/P1.html": "示例社 was awarded ¥500 for “‘送餐’服务”, from 21 November 2019 to November 2020; who pays is not published.",
	} {
		if got := projectView(t, p, url).Sentence; got != want {
			t.Errorf("%s says %q, want %q", url, got, want)
		}
	}
}

// told is a chain in words: the steps with what stands in each.
func told(steps []Step) string {
	var b strings.Builder
	for _, s := range steps {
		b.WriteString(s.Name + ":")
		for _, i := range s.Items {
			b.WriteString(" [" + i.Text)
			if i.Late {
				b.WriteString(" ! " + i.Why)
			}
			b.WriteString("]")
		}
		switch {
		case s.Waiting != "":
			b.WriteString(" (" + s.Waiting + ")")
		case !s.Published:
			b.WriteString(" missing")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestTheChainMissesOnlyWhatIsDue(t *testing.T) {
	p, _ := plan(t, chainFiles(), Options{})
	const early = "Budget: missing\nProgramme: missing\nCall: missing\n"
	for id, want := range map[string]string{
		"done": early + "Application: [¥350,000 requested]\nQualification review: [Pass]\nAward: [¥300,000 awarded]\nContract: [KT-1 · ¥300,000]\n" +
			"Follow-up: missing\nEvaluation: [Excellent · 92.5 points]\nPayment: [Advance · ¥120,000] [Final · ¥180,000 ! paid 5 days before the evaluation that it rests on]\nHonours: (none published)\n",
		"stopped": early + "Application: missing\nQualification review: missing\nAward: [¥300,000 awarded]\nContract: [KT-4 · ¥300,000]\n" +
			"Follow-up: [Fail · 41 points]\nEvaluation: (the project was terminated)\nPayment: [Advance · ¥310,000]\nHonours: (none published)\n",
		"running": early + "Application: missing\nQualification review: missing\nAward: [¥300,000 awarded]\nContract: [KT-2 · ¥290,000 ! signed 19 days after the work was to begin]\n" +
			"Follow-up: (not due yet)\nEvaluation: (not due yet)\nPayment: [Advance · ¥116,000 ! paid 10 days before the contract was signed]\nHonours: (not due yet)\n",
		"approved": early + "Application: missing\nQualification review: missing\nAward: [¥300,000 awarded]\nContract: (not due yet)\n" +
			"Follow-up: (not due yet)\nEvaluation: (not due yet)\nPayment: (not due yet)\nHonours: (not due yet)\n",
		"applied": early + "Application: [¥350,000 requested]\nQualification review: (not due yet)\nAward: (not due yet)\nContract: (not due yet)\n" +
			"Follow-up: (not due yet)\nEvaluation: (not due yet)\nPayment: (not due yet)\nHonours: (not due yet)\n",
		"declined":  early + "Application: [¥350,000 requested]\nQualification review: [55 points ! held 9 days after the decision]\nDecision: [Declined]\n",
		"withdrawn": early + "Application: [¥350,000 requested]\nQualification review: (the application was withdrawn)\nDecision: [Withdrawn]\n",
		"noagency": early + "Application: missing\nQualification review: missing\nAward: [¥300,000 awarded]\nContract: missing\n" +
			"Follow-up: missing\nEvaluation: missing\nPayment: missing\nHonours: (none published)\n",
	} {
		got := told(projectView(t, p, "en/projects/"+id+".html").Chain)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("the chain of %s (-want +got):\n%s", id, diff)
		}
	}
}

func TestWhatIsOutOfOrderIsSaidInWords(t *testing.T) {
	files := chainFiles()
	files["data/calls.csv"] = "id,title,published,closes\nN,Call,2010-04,2010-02-20\n"
	files["data/projects.csv"] = "id,title,call,state,applied,decided,amount_awarded,start,end\nP,Meals,N,completed,2010-03-01,2010-05-20,100,2010-06-01,2010-12\n"
	files["data/contracts.csv"] = "id,project,number,signed,amount,amends\nC1,P,K,2010-05-08,100,\nC2,P,L,2010-08-01,,C1\n"
	files["data/evaluations.csv"] = "id,project,kind,date,score\nE1,P,follow_up,2010-05-31,80\nE2,P,performance,2011-02-01,80\nE3,P,follow_up,2011-01-02,80\n"
	files["data/payments.csv"] = "id,project,date,amount,stage\nY,P,2011-01-31,100,final\n"
	p, _ := plan(t, files, Options{})
	for url, want := range map[string]string{
		"en/projects/P.html": "published after the application|submitted 9 days after the call closed|signed 12 days before the award|held 1 day before the work was to begin|held after the project ended|paid 1 day before the final evaluation",
		"projects/P.html":    "发布晚于申报|申报晚于公告截止9天|签订早于立项12天|评估早于项目开始1天|评估晚于项目结束|付款早于绩效评估1天",
	} {
		var got []string
		for _, s := range projectView(t, p, url).Chain {
			for _, i := range s.Items {
				if i.Late {
					got = append(got, i.Why)
				}
			}
		}
		if diff := cmp.Diff(strings.Split(want, "|"), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", url, diff)
		}
	}
}
