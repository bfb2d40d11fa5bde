package integrity

import (
	"cmp"
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

var repeatAwards = indicator{
	Indicator: oversight.Indicator{
		Name: "repeat-awards", Group: oversight.GroupCompetition,
		Title: say("连年由同一家承接", "Awards to the same organization year after year"),
		Why: say("连年承接可以是做得好，也可以是没有别家来比。评估结果放在一起看，才分得清。",
			"Year after year may mean that the work is good, or that nobody else is asked. The evaluations tell which."),
		Method: say("把每个购买主体与每家牵头承接主体的立项按年度排列，年度取项目的年度，没有时取立项、开始或申报日期所在的年。连续达到年数的予以标记，列出最长的一段。",
			"The awards of each agency to each leading organization are set out by year: the project's own, else that of its award, start or application. Those in as many consecutive years are marked, with the longest run."),
		Thresholds: []Threshold{{Name: "years", Kind: oversight.KindWhole, Default: 3, Min: 2, Max: 50, Means: say("连续达到 %s 年的予以标记", "marked with at least %s consecutive years")}},
		Sources: []Source{
			cite(say("开放合同伙伴关系《公共采购中的红旗》（2024年）：同一采购人的合同反复由同一供应商获得", "Open Contracting Partnership, Red Flags in Public Procurement (2024): one buyer's contracts go to the same supplier again and again"), ""),
			cite(say("世界银行集团廉政局《欺诈与腐败意识手册》：反复授予同一供应商", "World Bank Integrity Vice Presidency, Fraud and Corruption Awareness Handbook: repeated awards to one supplier"), ""),
		},
	},
	run: runRepeatAwards,
}

// course is what one organization was awarded by one agency.
type course struct {
	buyerAndSeller
	projects int
	years    []int
	total    value.Totals
}

func runRepeatAwards(in *input) Result {
	things := say("对购买主体与承接主体", "pairs of agency and organization")
	courses, years := coursesOf(in.data)
	if len(courses) == 0 {
		return nothing(0, things, say("没有同时公布购买主体、承接主体和年度的立项项目。", "No project that was bought has its agency, organization and year all published."))
	}
	need := int(in.limit("years"))
	if _, _, most := longestRun(years); most < need {
		return nothing(len(courses), things, finding.Textf("公布的立项没有连续 %d 个年度，无从判断。", "The awards that are published do not span %d consecutive years, so none can be told.", need))
	}
	r := Result{Things: things, Looked: len(courses), Of: len(courses)}
	list := List{Columns: []Column{
		column("agency", "购买主体", "Agency"), column("organization", "承接主体", "Organization"), number("years", "连续年数", "Years running"),
		number("from", "自", "From"), number("to", "至", "To"), number("projects", "全部立项", "All awards"), number("awarded", "立项金额", "Awarded"), number("share", "占该购买主体", "Of the agency's"),
	}}
	for _, c := range courses {
		from, to, n := longestRun(c.years)
		if n < need {
			continue
		}
		row := Row{Marked: true, Cells: []Cell{linked(c.agency), linked(c.organization), Whole(n), Year(from), Year(to), Whole(c.projects), nil, nil}}
		if sums := c.total.All(); len(sums) == 1 {
			row.Cells[6] = oversight.Money(sums[0])
		}
		if share, ok := in.ShareOf(c.agency, c.organization); ok {
			row.Cells[7] = share
		}
		list.Rows = append(list.Rows, row)
	}
	slices.SortStableFunc(list.Rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.Cells[2].(Whole), a.Cells[2].(Whole)), compareAmounts(b.Cells[6], a.Cells[6]))
	})
	r.Marked, r.Lists = len(list.Rows), []List{list}
	return r
}

// coursesOf are the courses of a dataset in the order of its projects, and all
// the years in which something was awarded.
func coursesOf(d *model.Dataset) (all []*course, years []int) {
	byPair := map[buyerAndSeller]*course{}
	seen := map[int]bool{}
	for _, p := range d.Projects.Rows {
		o, y := p.LeadOrganization(), p.CalendarYear()
		if !p.Awarded() || o == nil || p.Agency.To == nil || y == 0 {
			continue
		}
		k := buyerAndSeller{p.Agency.To, o}
		c := byPair[k]
		if c == nil {
			c = &course{buyerAndSeller: k}
			byPair[k] = c
			all = append(all, c)
		}
		c.projects++
		c.total.Add(p.AmountAwarded)
		if !slices.Contains(c.years, y) {
			c.years = append(c.years, y)
		}
		if !seen[y] {
			seen[y] = true
			years = append(years, y)
		}
	}
	return all, years
}

// longestRun is the longest run of consecutive years, the latest of equals.
func longestRun(years []int) (from, to, length int) {
	sorted := slices.Sorted(slices.Values(years))
	for i := 0; i < len(sorted); {
		j := i + 1
		for j < len(sorted) && sorted[j] == sorted[j-1]+1 {
			j++
		}
		if j-i >= length {
			from, to, length = sorted[i], sorted[j-1], j-i
		}
		i = j
	}
	return from, to, length
}
