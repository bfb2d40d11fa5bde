package synth

// area is a livelihood area; parent is blank at the top.
type area struct {
	id, parent string
	name       text
}

// areas are ten, some with a narrower one below. The published accounts count
// ten livelihood areas; this division is the demonstration's own.
func areas() []area {
	return []area{
		{"elderly", "", text{"扶老助老", "Older people"}},
		{"disability", "", text{"助残服务", "Disability"}},
		{"relief", "", text{"扶贫救助", "Poverty relief"}},
		{"health", "", text{"医疗卫生", "Health"}},
		{"families", "", text{"妇女儿童与家庭", "Women, children and families"}},
		{"learning", "", text{"教育助学", "Learning"}},
		{"work", "", text{"促进就业", "Work and skills"}},
		{"culture", "", text{"文化体育", "Culture and sport"}},
		{"justice", "", text{"法律服务与调解", "Legal advice and mediation"}},
		{"neighbourhood", "", text{"社区与环境", "Neighbourhood and environment"}},
		{"elderly-home", "elderly", text{"居家养老", "Care at home"}},
		{"elderly-digital", "elderly", text{"数字助老", "Digital help for older people"}},
		{"health-mind", "health", text{"心理健康", "Mental health"}},
		{"families-children", "families", text{"困境儿童", "Children in difficulty"}},
		{"work-young", "work", text{"青年就业", "Young people into work"}},
		{"neighbourhood-green", "neighbourhood", text{"绿色社区", "Green neighbourhoods"}},
	}
}

// Groups that services are for; a service names those that suit it.
const (
	alone = iota
	aged
	disabled
	disabledChildren
	lowIncome
	migrants
	patients
	carers
	mothers
	children
	leftBehind
	teenagers
	students
	graduates
	jobless
	residents
	families
	veterans
	newcomers
	workers
)

func groups() []text {
	return []text{
		alone:            {"独居老人", "older people living alone"},
		aged:             {"高龄老人", "the very old"},
		disabled:         {"残障人士", "disabled people"},
		disabledChildren: {"残障儿童", "disabled children"},
		lowIncome:        {"低收入家庭", "low-income households"},
		migrants:         {"外来务工人员", "migrant workers"},
		patients:         {"慢性病患者", "people with long-term illness"},
		carers:           {"家庭照护者", "family carers"},
		mothers:          {"单亲母亲", "single mothers"},
		children:         {"学龄儿童", "school-age children"},
		leftBehind:       {"困境儿童", "children in difficulty"},
		teenagers:        {"青少年", "teenagers"},
		students:         {"困难学生", "students in need"},
		graduates:        {"待业毕业生", "graduates seeking work"},
		jobless:          {"失业人员", "unemployed people"},
		residents:        {"社区居民", "residents"},
		families:         {"多子女家庭", "larger families"},
		veterans:         {"退役军人", "veterans"},
		newcomers:        {"新迁入居民", "new residents"},
		workers:          {"户外劳动者", "outdoor workers"},
	}
}

// stems are what an organization's name says that it does.
func stems() []text {
	return []text{
		{"养老服务", "Elder Care"}, {"助残服务", "Disability Support"}, {"社区互助", "Mutual Help"},
		{"健康促进", "Health Promotion"}, {"儿童关爱", "Child Care"}, {"家庭支持", "Family Support"},
		{"青年发展", "Youth Development"}, {"就业促进", "Employment"}, {"文化推广", "Culture"},
		{"全民健身", "Community Sport"}, {"法律服务", "Legal Advice"}, {"矛盾调解", "Mediation"},
		{"环境保护", "Environment"}, {"心理支持", "Mental Health"}, {"志愿服务", "Volunteering"},
		{"公益教育", "Public Learning"}, {"社会工作", "Social Work"}, {"扶贫济困", "Poverty Relief"},
		{"康复服务", "Rehabilitation"}, {"应急救援", "Emergency Help"}, {"科学普及", "Popular Science"},
		{"女性发展", "Women's Development"}, {"慈善救助", "Charity Relief"}, {"社区营造", "Community Building"},
	}
}
