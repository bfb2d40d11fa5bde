package model

import "gongkai/internal/table"

// EvaluationKind is when in a project's life a review is made, and of what.
type EvaluationKind string

// The kinds of evaluations, in the order in which they are made.
const (
	EvaluationQualification EvaluationKind = "qualification"
	EvaluationFollowUp      EvaluationKind = "follow_up"
	EvaluationPerformance   EvaluationKind = "performance"
)

// Enum lists the kinds.
func (*EvaluationKind) Enum() *table.Enum { return evaluationKinds }

var evaluationKinds = &table.Enum{Values: []table.EnumValue{
	code(string(EvaluationQualification), "资格评审", "Qualification review", "资质审查", "资质评估", "资格审查", "资质", "立项评估"),
	code(string(EvaluationFollowUp), "跟踪评估", "Follow-up", "中期评估", "过程评估", "中期", "interim", "mid-term"),
	code(string(EvaluationPerformance), "绩效评估", "Performance evaluation", "绩效评价", "结项评估", "末期评估", "验收", "final"),
}}

// EvaluationBy is who reviews.
type EvaluationBy string

// Who may review.
const (
	ByAgency     EvaluationBy = "agency"
	ByProvider   EvaluationBy = "provider"
	ByThirdParty EvaluationBy = "third_party"
)

// Enum lists who may review.
func (*EvaluationBy) Enum() *table.Enum { return evaluationParties }

var evaluationParties = &table.Enum{Values: []table.EnumValue{
	code(string(ByAgency), "购买主体", "Agency", "购买方", "采购人", "政府部门", "purchaser"),
	code(string(ByProvider), "承接主体", "Provider", "承接方", "自评", "自我评估", "self"),
	code(string(ByThirdParty), "第三方", "Third party", "第三方机构", "第三方评估", "independent"),
}}

// EvaluationGrade is a review's result in a word.
type EvaluationGrade string

// The grades, from the best.
const (
	GradeExcellent EvaluationGrade = "excellent"
	GradeGood      EvaluationGrade = "good"
	GradePass      EvaluationGrade = "pass"
	GradeFail      EvaluationGrade = "fail"
)

// Enum lists the grades.
func (*EvaluationGrade) Enum() *table.Enum { return evaluationGrades }

var evaluationGrades = &table.Enum{Values: []table.EnumValue{
	code(string(GradeExcellent), "优秀", "Excellent", "优"),
	code(string(GradeGood), "良好", "Good", "良"),
	code(string(GradePass), "合格", "Pass", "通过", "中", "达标", "passed", "satisfactory"),
	code(string(GradeFail), "不合格", "Fail", "不通过", "未通过", "差", "不达标", "failed", "unsatisfactory"),
}}
