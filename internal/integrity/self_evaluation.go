package integrity

import (
	"slices"

	"gongkai/internal/check"
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
)

var selfEvaluation = indicator{
	Indicator: oversight.Indicator{
		Name: "self-evaluation", Group: oversight.GroupPayment,
		Title: say("由收款一方自己评估", "Evaluation by the party that is paid"),
		Why: say("评估结果是付款的依据，也是以后购买的参考。自己评自己，付款就没有独立的依据。",
			"Evaluations are what payment rests on and what later purchases refer to. Where the provider judges its own work, payment has no independent ground."),
		Method: say("看项目的跟踪评估和绩效评估（资格评审不计）：评估机构与承接主体同名；或者这些评估全由承接主体自己作出。另列这些项目的已付金额。没有公布由谁评估的不计。",
			"Looks at the follow-up reviews and performance evaluations of a project (reviews of qualification are left out): the evaluator named is the provider, or all of them are the provider's own. What was paid is told beside. Evaluations that do not say by whom are not counted."),
		Sources: []Source{
			cite(say("财政部《政府购买服务管理办法》（财政部令第102号，2020年）：购买主体实施绩效管理，可以引入第三方评价机构", "Ministry of Finance of China, Measures for Government Purchase of Services (Order No. 102, 2020): purchasers manage performance and may bring in third-party evaluators"), ""),
			cite(say("经合组织发展援助委员会《发展评估质量标准》（2010年）：评估独立于执行", "OECD Development Assistance Committee, Quality Standards for Development Evaluation (2010): evaluators are independent of those who carry out the work"), ""),
		},
	},
	run: runSelfEvaluation,
}

// ownWork is what the evaluations of a project's work say of who made them.
type ownWork struct {
	told      int // evaluations that say by whom
	byItself  int // that the provider made openly
	namedSame *model.Evaluation
	last      *model.Evaluation
}

func runSelfEvaluation(in *input) Result {
	things := say("个公布了评估方的项目", "projects whose evaluations say by whom")
	list := List{Columns: []Column{
		column("project", "项目", "Project"), column("organization", "承接主体", "Organization"), column("evaluation", "评估", "Evaluation"),
		column("reason", "情形", "Why"), number("paid", "已付", "Paid"),
	}}
	itself := check.EvaluatedItself()
	r := Result{Things: things}
	for _, p := range in.data.Projects.Rows {
		w := workOf(p, itself)
		if w.last == nil {
			continue
		}
		r.Of++
		if w.told == 0 {
			continue
		}
		r.Looked++
		switch {
		case w.namedSame != nil:
			list.Rows = append(list.Rows, selfRow(p, w.namedSame, say("评估机构与承接主体同名", "the evaluator has the provider's name")))
		case w.byItself == w.told:
			list.Rows = append(list.Rows, selfRow(p, w.last, say("只有承接主体自评", "only the provider's own")))
		}
	}
	if r.Looked == 0 {
		why := say("没有公布项目的跟踪评估或绩效评估。", "No follow-up review or performance evaluation of a project is published.")
		if r.Of > 0 {
			why = say("公布的评估都没有说明由谁作出。", "None of the evaluations that are published says by whom.")
		}
		return nothing(r.Of, things, why)
	}
	slices.SortStableFunc(list.Rows, func(a, b Row) int { return compareAmounts(b.Cells[4], a.Cells[4]) })
	r.Marked, r.Lists = len(list.Rows), []List{list}
	return r
}

// workOf reads the evaluations of a project's work.
func workOf(p *model.Project, itself func(*model.Evaluation) bool) ownWork {
	var w ownWork
	for e := range p.Evaluations.All() {
		if e.Kind == model.EvaluationQualification {
			continue
		}
		w.last = e
		if e.By == 0 && e.Evaluator == "" {
			continue
		}
		w.told++
		switch {
		case e.By == model.ByProvider:
			w.byItself++
		case itself(e):
			w.namedSame = e
		}
	}
	return w
}

func selfRow(p *model.Project, e *model.Evaluation, why finding.Text) Row {
	row := Row{Marked: true, Cells: []Cell{linked(p), oversight.Of(p.LeadOrganization()), linked(e), words(why), nil}}
	if sums := p.PaidTotal().All(); len(sums) == 1 {
		row.Cells[4] = oversight.Money(sums[0])
	}
	return row
}
