package site

import (
	"slices"
	"strconv"

	"gongkai/internal/model"
)

// timing says how long the steps of some projects took, where enough of them
// give the dates.
func (c *context) timing(s survey) Table {
	t := Table{
		ID: "timing", Caption: c.t("各步用了多久", "How long each step took"),
		Heads: heads(c.t("步骤", "Step"), "#"+c.t("中位数", "Median"), "#"+c.t("最短", "Shortest"), "#"+c.t("最长", "Longest"), "#"+c.t("项目", "Projects")),
		Note:  c.t("只计算两个日期都公布到日、且先后合乎顺序的项目。", "Only projects that give both dates to the day, in their due order, are counted."),
	}
	names := [waits][2]string{
		waitApplied:    {"从申报到立项", "Application to award"},
		waitContract:   {"从立项到签约", "Award to contract"},
		waitPayment:    {"从签约到首次付款", "Contract to first payment"},
		waitSettlement: {"从最后一次评估到最后一笔付款", "Last evaluation to last payment"},
	}
	for i, days := range s.waits {
		if len(days) == 0 {
			continue
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: c.t(names[i][0], names[i][1])},
			number(c.many(median(days), nounDays)), number(c.many(days[0], nounDays)), number(c.many(days[len(days)-1], nounDays)), number(c.count(len(days))),
		})
	}
	return t
}

// unitCosts sets the cheapest, the middle and the dearest project beside each
// other by what one person's service cost.
func (c *context) unitCosts(s survey) Table {
	if len(s.costs) < 2 {
		return Table{}
	}
	t := Table{
		ID: "unit-costs", Caption: c.t("每服务一人的费用", "Cost of serving one person"),
		Heads: heads(c.t("位置", "Place"), c.t("项目", "Project"), "#"+c.t("服务人数", "People served"), "#"+c.t("每人费用", "For each person")),
		Note: c.t("按已付金额计算，未公布付款的按立项金额；"+c.count(s.awarded)+" 个立项项目中有 "+c.count(len(s.costs))+" 个可以算出。服务的内容、时长不同，数字不宜直接比较优劣。",
			"What was paid, else awarded, for each person served; known for "+c.count(len(s.costs))+" of "+c.count(s.awarded)+" awarded projects. Services differ in kind and length, so a lower cost is not a better one."),
	}
	row := func(what string, u unitCost) {
		t.Rows = append(t.Rows, []Cell{{Text: what}, c.cellLink(u.project), number(u.project.PeopleServed.Format(c.lang)), c.amount(u.cost)})
	}
	row(c.t("最低", "Lowest"), s.costs[0])
	if len(s.costs) > 2 {
		row(c.t("中位数", "Median"), median(s.costs))
	}
	row(c.t("最高", "Highest"), s.costs[len(s.costs)-1])
	return t
}

// recipients counts by year whom an agency's awards went to: organizations that
// it had not awarded anything to before, and those that it had.
func (c *context) recipients(projects []*model.Project) Table {
	byYear := map[int]map[*model.Organization]bool{}
	var years []int
	for _, p := range projects {
		y := p.CalendarYear()
		if y == 0 || !p.Awarded() {
			continue
		}
		if byYear[y] == nil {
			byYear[y] = map[*model.Organization]bool{}
			years = append(years, y)
		}
		for _, o := range organizationsOf(p) {
			byYear[y][o] = true
		}
	}
	if len(years) < 2 {
		return Table{}
	}
	slices.Sort(years)
	t := Table{
		ID: "recipients-by-year", Caption: c.t("新的和再次获得立项的承接主体", "New and repeated recipients"),
		Heads: heads(c.t("年度", "Year"), "#"+c.t("承接主体", "Recipients"), "#"+c.t("首次", "New"), "#"+c.t("再次", "Again"), "#"+c.t("再次所占比例", "Share again")),
		Note:  c.t("首次：在公布的数据里，此前未从它获得立项；最早一年无从比较。", "New: no award from it in an earlier year of the published data. The first year has none to compare with."),
	}
	before := map[*model.Organization]bool{}
	for i, y := range years {
		fresh := 0
		for o := range byYear[y] {
			if !before[o] {
				fresh++
			}
		}
		all := len(byYear[y])
		row := []Cell{c.yearCell(y), number(c.count(all)), number(c.count(fresh)), number(c.count(all - fresh)), none()}
		if i == 0 {
			row[2], row[3] = none(), none()
		} else if all > 0 {
			row[4] = number(portion(int64(all-fresh), int64(all)))
		}
		t.Rows = append(t.Rows, row)
		for o := range byYear[y] {
			before[o] = true
		}
	}
	slices.Reverse(t.Rows)
	return t
}

// months shows a year's awards by month, where enough of them give one.
func (c *context) months(year int, projects []*model.Project) Table {
	var by [13][]*model.Project
	known := 0
	for _, p := range projects {
		if p.Awarded() && p.Decided.Year() == year && p.Decided.Month() > 0 {
			by[p.Decided.Month()] = append(by[p.Decided.Month()], p)
			known++
		}
	}
	if known < 2 {
		return Table{}
	}
	t := Table{ID: "months", Caption: c.t("各月立项", "Awards by month"), Heads: heads(c.t("月份", "Month"), "#"+c.t("立项", "Projects"), "#"+c.t("立项金额", "Amount awarded"))}
	for m := 1; m <= 12; m++ {
		s := sum(by[m])
		amount := none()
		if s.awarded > 0 {
			amount = c.amounts(s.award)
		}
		t.Rows = append(t.Rows, []Cell{{Text: c.month(m)}, number(c.count(s.awarded)), amount})
	}
	if rest := sum(projects).awarded - known; rest > 0 {
		t.Note = c.t("另有 "+c.count(rest)+" 个立项项目的立项月份未公布，或不在本年。", "For "+c.count(rest)+" more awarded projects the month of the award is not published, or lies in another year.")
	}
	return t
}

var monthNames = [13]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

func (c *context) month(m int) string { return c.t(strconv.Itoa(m)+" 月", monthNames[m]) }
