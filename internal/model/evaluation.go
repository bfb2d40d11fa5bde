package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Evaluation is a review of a project or an organization. Its result is what
// payment rests on and what later purchases refer to.
type Evaluation struct {
	table.Record
	Project      table.Ref[Project]      `csv:"project" zh:"项目: 被评估的项目" en:"Project: that was reviewed" alias:"所属项目|评估项目" sub:"id=项目编号|Project ID;title=项目名称|Project title"`
	Organization table.Ref[Organization] `csv:"organization" zh:"承接主体: 被评估的组织" en:"Organization: that was reviewed" alias:"承接单位|组织|社会组织|被评估单位|Provider" sub:"name=承接主体名称|组织名称|社会组织名称;credit_code=统一社会信用代码"`
	Kind         EvaluationKind          `csv:"kind" zh:"评估类型" en:"Kind" alias:"类型|评估种类|评估阶段|Type|Evaluation type"`
	By           EvaluationBy            `csv:"by" zh:"评估方: 由谁评估" en:"By: who reviewed" alias:"评估主体|评估方式|Reviewed by"`
	Evaluator    string                  `csv:"evaluator" zh:"评估机构: 评估者的名称" en:"Evaluator: the reviewer's name" alias:"评估单位|第三方机构|评估机构名称|Reviewer"`
	Date         value.Date              `csv:"date" zh:"评估日期" en:"Date" alias:"日期|评估时间|Evaluation date"`
	Score        value.Decimal           `csv:"score" zh:"得分: 0 至 100" en:"Score: from 0 to 100" alias:"分数|评分|评估得分|总分|Points"`
	Grade        EvaluationGrade         `csv:"grade" zh:"等次" en:"Grade" alias:"等级|评估等级|评估等次|评估结论|结论|Result|Rating"`
	Satisfaction value.Decimal           `csv:"satisfaction" kind:"share" zh:"满意度: 满意的服务对象所占比例" en:"Satisfaction: share of those served who were satisfied" alias:"服务满意度|群众满意度|满意率|Satisfaction rate"`
	Findings     value.Text              `csv:"findings" zh:"评估意见" en:"Findings" alias:"意见|评语|主要问题|Comments"`
	Report       string                  `csv:"report" kind:"link" zh:"报告: 评估报告的网址或 static/documents/ 下的路径" en:"Report: its address, or a path under static/documents/" alias:"评估报告|报告链接|链接|附件|URL|Link"`

	// Payments are those that rest on the review, set when references are
	// joined, in the order of their table.
	Payments List[Payment, paymentOnEvaluation]

	nextOfProject *Evaluation
}

type evaluationOfProject struct{}

func (evaluationOfProject) next(e *Evaluation) **Evaluation { return &e.nextOfProject }

// Table names the table of evaluations.
func (*Evaluation) Table() table.Info {
	return table.Info{
		Name:  "evaluations",
		Title: finding.Text{ZH: "评估", EN: "Evaluations"},
		One:   finding.Text{ZH: "评估", EN: "Evaluation"},
		About: finding.Text{ZH: "对项目或组织的资格评审、跟踪评估和绩效评估", EN: "reviews of projects or organizations: of qualification, under way and of performance"},
		Key:   []string{"project|organization", "kind", "date"},
	}
}

// Label names an evaluation by its kind and date.
func (e *Evaluation) Label(lang string) string {
	return joinLabel(e.Kind.Label(lang), e.Date.Format(lang))
}
