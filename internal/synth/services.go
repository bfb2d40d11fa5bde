package synth

import "fmt"

// service is an item of the purchase catalogue.
type service struct {
	area   string
	name   text
	groups []int // whom it can be for
}

// services are the catalogue's items, in the order of their areas.
func services() []service {
	return []service{
		{"elderly-home", text{"上门探访", "Home visits"}, []int{alone, aged}},
		{"elderly-home", text{"居家照护", "Care at home"}, []int{alone, aged, carers}},
		{"elderly-home", text{"助餐送餐", "Meals and meal delivery"}, []int{alone, aged, lowIncome}},
		{"elderly", text{"日间照料", "Day care"}, []int{alone, aged}},
		{"elderly-digital", text{"手机与电脑课堂", "Phone and computer lessons"}, []int{alone, aged}},
		{"elderly", text{"紧急呼叫响应", "Emergency call response"}, []int{alone, aged, disabled}},
		{"disability", text{"康复训练", "Rehabilitation training"}, []int{disabled, disabledChildren}},
		{"disability", text{"无障碍改造咨询", "Advice on barrier-free homes"}, []int{disabled, aged}},
		{"disability", text{"手语服务", "Sign language service"}, []int{disabled, disabledChildren}},
		{"disability", text{"托养服务", "Supported day places"}, []int{disabled, carers}},
		{"relief", text{"生活物资援助", "Food and household aid"}, []int{lowIncome, leftBehind}},
		{"relief", text{"救助政策咨询", "Advice on benefits"}, []int{lowIncome, migrants}},
		{"relief", text{"寒冬送暖", "Winter warmth"}, []int{lowIncome, alone}},
		{"relief", text{"临时安置支持", "Help with temporary shelter"}, []int{migrants, lowIncome}},
		{"health", text{"健康讲座与义诊", "Health talks and free check-ups"}, []int{residents, aged, migrants}},
		{"health", text{"慢性病自我管理", "Managing long-term illness"}, []int{patients, aged}},
		{"health-mind", text{"心理咨询", "Counselling"}, []int{teenagers, carers, mothers, veterans}},
		{"health-mind", text{"哀伤辅导", "Bereavement support"}, []int{families, aged}},
		{"health", text{"急救知识培训", "First-aid training"}, []int{residents, workers, students}},
		{"families", text{"亲子活动", "Parent and child activities"}, []int{families, newcomers}},
		{"families", text{"家庭教育指导", "Parenting guidance"}, []int{families, mothers, migrants}},
		{"families", text{"反家庭暴力支持", "Support against domestic violence"}, []int{mothers, families}},
		{"families-children", text{"课后托管", "After-school care"}, []int{children, leftBehind}},
		{"families-children", text{"安全教育", "Safety lessons"}, []int{children, leftBehind}},
		{"learning", text{"助学辅导", "Tutoring"}, []int{students, children, leftBehind}},
		{"learning", text{"流动图书", "Mobile library"}, []int{children, residents, migrants}},
		{"learning", text{"科学普及活动", "Popular science days"}, []int{children, teenagers, residents}},
		{"learning", text{"社区学堂", "Neighbourhood classes"}, []int{residents, aged, newcomers}},
		{"work", text{"职业技能培训", "Vocational training"}, []int{jobless, migrants, disabled, veterans}},
		{"work", text{"求职辅导", "Job-search coaching"}, []int{jobless, mothers, migrants}},
		{"work-young", text{"青年创业辅导", "Coaching for young founders"}, []int{graduates, teenagers}},
		{"work-young", text{"实习对接", "Internship matching"}, []int{graduates, students}},
		{"culture", text{"社区艺术工作坊", "Neighbourhood art workshops"}, []int{residents, teenagers, disabled}},
		{"culture", text{"传统技艺传习", "Traditional craft classes"}, []int{residents, students}},
		{"culture", text{"全民健身指导", "Exercise coaching"}, []int{residents, aged, workers}},
		{"culture", text{"社区演出", "Neighbourhood performances"}, []int{residents, aged}},
		{"justice", text{"法律咨询", "Legal advice"}, []int{migrants, lowIncome, workers}},
		{"justice", text{"社区矛盾调解", "Neighbourhood mediation"}, []int{residents, families}},
		{"justice", text{"劳动权益宣讲", "Talks on rights at work"}, []int{migrants, workers}},
		{"justice", text{"社区矫正帮扶", "Support during community sentences"}, []int{teenagers, jobless}},
		{"neighbourhood-green", text{"垃圾分类指导", "Waste sorting guidance"}, []int{residents, newcomers}},
		{"neighbourhood-green", text{"社区花园共建", "Shared gardens"}, []int{residents, families}},
		{"neighbourhood", text{"社区融入", "Settling in"}, []int{newcomers, migrants}},
		{"neighbourhood", text{"志愿者培育", "Volunteer development"}, []int{residents, students}},
		{"neighbourhood", text{"社区应急演练", "Emergency drills"}, []int{residents, workers}},
	}
}

// serviceID is the catalogue number of item i.
func serviceID(i int) string { return fmt.Sprintf("S%02d", i+1) }
