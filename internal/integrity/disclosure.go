package integrity

import (
	"cmp"
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
)

var disclosure = indicator{
	Indicator: oversight.Indicator{
		Name: "disclosure", Group: oversight.GroupDisclosure,
		Title: say("各环节公开程度", "How complete the disclosure is"),
		Why: say("一笔购买从预算到付款，每一环都公开，公众才能核对下一环。空白的环节也应看得见。",
			"Each step from budget to payment can be held against the one before only where both are published. What is left blank should be seen as well."),
		Method: say("按项目所处状态确定应公开的环节，得分是其中已公开的比例，不论金额大小，每个项目的每个环节计一次。没有公布状态的，按已公布的内容推定：数据日期之前已结束的视为完成，有签约或付款金额的视为已签约，有立项金额的视为已立项。计划和荣誉不是每项购买都有，不计入。",
			"Which steps are due follows from a project's state; the score is the share of them that are published, one count for each step of each project whatever its amount. Where no state is published it is drawn from what is: work that ended before the day of the data counts as completed, with an amount contracted or paid as contracted, with an amount awarded as awarded. Programmes and honours are not had by every purchase and are not counted."),
		Thresholds: []Threshold{{
			Name: "low", Kind: oversight.KindShare, Default: 500, Min: 10, Max: 1000,
			Means: say("得分低于 %s 的购买主体予以标记", "an agency is marked where its score is below %s"),
		}},
		Sources: []Source{
			cite(say("财政部《政府购买服务管理办法》（财政部令第102号，2020年）对信息公开的规定", "Ministry of Finance of China, Measures for Government Purchase of Services (Order No. 102, 2020), on disclosure"), ""),
			cite(say("开放合同伙伴关系《开放合同数据标准》：规划、招标、授予、合同、履行各环节均应公开", "Open Contracting Data Standard: planning, tender, award, contract and implementation are all published"), "https://standard.open-contracting.org/"),
		},
	},
	run: runDisclosure,
}

// addProject counts a project into a disclosure.
func addProject(d *oversight.Disclosure, p *model.Project, at model.ProjectState) {
	d.Projects++
	for _, s := range oversight.Steps() {
		if !due(s, p, at) {
			continue
		}
		d.Steps[s].Due++
		d.Total.Due++
		if published(s, p) {
			d.Steps[s].Published++
			d.Total.Published++
		}
	}
}

// disclose works out the disclosure of each agency, those with the most steps
// due first, and of the whole.
func disclose(d *model.Dataset) (all []oversight.Disclosure, overall oversight.Disclosure) {
	steps := len(oversight.Steps())
	byAgency := map[*model.Agency]int{}
	overall.Steps = make([]oversight.Score, steps)
	for _, p := range d.Projects.Rows {
		at := stage(p, d.Config.AsOf)
		i, ok := byAgency[p.Agency.To]
		if !ok {
			i = len(all)
			byAgency[p.Agency.To] = i
			all = append(all, oversight.Disclosure{Agency: entity(p.Agency.To), Steps: make([]oversight.Score, steps)})
		}
		addProject(&all[i], p, at)
		addProject(&overall, p, at)
	}
	slices.SortStableFunc(all, func(a, b oversight.Disclosure) int { return cmp.Compare(b.Total.Due, a.Total.Due) })
	return all, overall
}

func runDisclosure(in *input) Result {
	if len(in.Disclosures) == 0 {
		return nothing(0, say("个购买主体", "agencies"), say("没有公布项目。", "No projects are published."))
	}
	r := Result{Things: say("个购买主体", "agencies"), Looked: len(in.Disclosures), Of: len(in.Disclosures)}
	list := List{Columns: disclosureColumns()}
	for _, d := range in.Disclosures {
		row := Row{Marked: d.Total.Share() < in.share("low"), Cells: []Cell{
			ofAny(d.Agency), Whole(d.Projects), Whole(d.Total.Due), Whole(d.Total.Published), d.Total.Share(),
		}}
		for _, s := range d.Steps {
			row.Cells = append(row.Cells, Whole(s.Due), Whole(s.Published))
		}
		list.Rows = append(list.Rows, row)
	}
	r.Lists = []List{list}
	count(&r)
	return r
}

func disclosureColumns() []Column {
	columns := []Column{
		column("agency", "购买主体", "Agency"), number("projects", "项目", "Projects"), number("due", "应公开", "Due"),
		number("published", "已公开", "Published"), number("score", "得分", "Score"),
	}
	for _, s := range oversight.Steps() {
		columns = append(columns,
			Column{Name: s.Name() + "_due", Title: finding.Text{ZH: s.Title().ZH + "应公开", EN: s.Title().EN + " due"}, Numeric: true},
			Column{Name: s.Name() + "_published", Title: finding.Text{ZH: s.Title().ZH + "已公开", EN: s.Title().EN + " published"}, Numeric: true})
	}
	return columns
}
