package model

import "gongkai/internal/table"

// EvaluationKind is when in a project's life a review is made, and of what.
type EvaluationKind = table.Code[evaluationKind]

// The kinds of evaluations, in the order in which they are made.
const (
	EvaluationQualification EvaluationKind = iota + 1
	EvaluationFollowUp
	EvaluationPerformance
)

type evaluationKind struct{}

// Enum lists the kinds.
func (evaluationKind) Enum() *table.Enum { return evaluationKinds }

var evaluationKinds = table.NewEnum([]table.EnumValue{
	EvaluationQualification: code("qualification", "资格评审", "Qualification review", "资质审查", "资质评估", "资格审查", "资质", "立项评估"),
	EvaluationFollowUp:      code("follow_up", "跟踪评估", "Follow-up", "中期评估", "过程评估", "中期", "interim", "mid-term"),
	EvaluationPerformance:   code("performance", "绩效评估", "Performance evaluation", "绩效评价", "结项评估", "末期评估", "验收", "final"),
})

// EvaluationBy is who reviews.
type EvaluationBy = table.Code[evaluationBy]

// Who may review.
const (
	ByAgency EvaluationBy = iota + 1
	ByProvider
	ByThirdParty
)

type evaluationBy struct{}

// Enum lists who may review.
func (evaluationBy) Enum() *table.Enum { return evaluationParties }

var evaluationParties = table.NewEnum([]table.EnumValue{
	ByAgency:     code("agency", "购买主体", "Agency", "购买方", "采购人", "政府部门", "purchaser"),
	ByProvider:   code("provider", "承接主体", "Provider", "承接方", "自评", "自我评估", "self"),
	ByThirdParty: code("third_party", "第三方", "Third party", "第三方机构", "第三方评估", "independent"),
})

// EvaluationGrade is a review's result in a word.
type EvaluationGrade = table.Code[evaluationGrade]

// The grades, from the best.
const (
	GradeExcellent EvaluationGrade = iota + 1
	GradeGood
	GradePass
	GradeFail
)

type evaluationGrade struct{}

// Enum lists the grades.
func (evaluationGrade) Enum() *table.Enum { return evaluationGrades }

var evaluationGrades = table.NewEnum([]table.EnumValue{
	GradeExcellent: code("excellent", "优秀", "Excellent", "优"),
	GradeGood:      code("good", "良好", "Good", "良"),
	GradePass:      code("pass", "合格", "Pass", "通过", "中", "达标", "passed", "satisfactory"),
	GradeFail:      code("fail", "不合格", "Fail", "不通过", "未通过", "差", "不达标", "failed", "unsatisfactory"),
})
