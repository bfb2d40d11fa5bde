package site

import (
	"strconv"

	"gongkai/internal/model"
)

// The panels of small charts.
const (
	panelsShown = 9
	panelYears  = 8 // the latest
)

// chartMultiples sets the largest organizations beside one another: what each
// was awarded by year, all on one scale.
func (c *context) chartMultiples(projects []*model.Project) Chart {
	in := purseOf(projects)
	all := rank(projects, organizationsOf)
	byAward(all, in.cur)
	first, last := 0, 0
	for _, p := range projects {
		if y := p.CalendarYear(); y != 0 && p.Awarded() {
			if first == 0 || y < first {
				first = y
			}
			last = max(last, y)
		}
	}
	first = max(first, last-panelYears+1)
	n := min(len(all), panelsShown)
	if n < 2 || last == first || all[0].award.In(in.cur).Sign() <= 0 {
		return Chart{}
	}
	ch := Chart{Name: "multiples", Form: FormMultiples, Source: c.source(), Note: c.otherCurrencies(in), Series: c.moneySeries()}
	ch.Table.Heads = heads(c.t("承接主体", "Organization"))
	for y := first; y <= last; y++ {
		ch.Table.Heads = append(ch.Table.Heads, Head{strconv.Itoa(y), true})
	}
	once := 0
	of := byOrganization(projects, all[:n])
	for i, r := range all[:n] {
		ch.Panels = append(ch.Panels, c.link(r.e))
		row, years := []Cell{c.cellLink(r.e)}, 0
		for y := first; y <= last; y++ {
			t := sum(of[panelYear{r.e.Rec().Num, y}])
			m := Mark{Link: Link{Text: strconv.Itoa(y)}, Row: i, Values: c.moneyNumbers(t.subtotal, in)}
			cell := none()
			if m.Values[0].Text != "" {
				years++
				cell = c.amount(t.award.In(in.cur))
			}
			ch.Marks = append(ch.Marks, m)
			row = append(row, cell)
		}
		ch.Table.Rows = append(ch.Table.Rows, row)
		if years == 1 {
			once++
		}
	}
	ch.Title = c.multiplesTitle(n, once)
	ch.Sub = c.sub(c.t("各承接主体每年的立项金额，同一比例", "Awarded by year, all on one scale"), in)
	ch.About = c.t("一组小柱形图：金额最大的 "+c.count(n)+" 家承接主体每年的立项金额。", "Small column charts of what the "+c.count(n)+" largest organizations were awarded by year.")
	return ch.withoutEmpty()
}

func (c *context) multiplesTitle(n, once int) string {
	switch once {
	case 0:
		return c.t("金额最大的 "+c.count(n)+" 家均在不止一个年度获得立项", "All of the "+c.count(n)+" largest were awarded projects in more than one year")
	case n:
		return c.t("金额最大的 "+c.count(n)+" 家均只在一个年度获得立项", "All of the "+c.count(n)+" largest were awarded projects in one year only")
	}
	return c.t("金额最大的 "+c.count(n)+" 家中，"+c.count(once)+" 家只在一个年度获得立项", c.count(once)+" of the "+c.count(n)+" largest were awarded projects in one year only")
}

// panelYear is an organization, by its running number, and a year.
type panelYear struct {
	num  int32
	year int
}

// byOrganization sorts the projects of some organizations by year.
func byOrganization(projects []*model.Project, of []ranked) map[panelYear][]*model.Project {
	wanted := map[int32]bool{}
	for _, r := range of {
		wanted[r.e.Rec().Num] = true
	}
	out := map[panelYear][]*model.Project{}
	for _, p := range projects {
		for _, o := range organizationsOf(p) {
			if wanted[o.Num] {
				key := panelYear{o.Num, p.CalendarYear()}
				out[key] = append(out[key], p)
			}
		}
	}
	return out
}
