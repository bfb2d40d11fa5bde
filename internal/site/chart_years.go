package site

import (
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// maxYears is how many years a chart shows, the latest.
const maxYears = 24

// chartYears shows the money by year: what was awarded, and what was paid on
// the projects of that year.
func (c *context) chartYears(projects []*model.Project) Chart {
	byYear := map[int][]*model.Project{}
	first, last := 0, 0
	for _, p := range projects {
		y := p.CalendarYear()
		if y == 0 {
			continue
		}
		if first == 0 || y < first {
			first = y
		}
		last = max(last, y)
		byYear[y] = append(byYear[y], p)
	}
	in := purseOf(projects)
	ch := Chart{Name: "years", Form: FormColumns, Series: c.moneySeries(), Table: c.yearTable(projects), Source: c.source()}
	if len(byYear) < 2 {
		return Chart{}
	}
	note := c.otherCurrencies(in)
	if last-first >= maxYears {
		first = last - maxYears + 1
		note += c.t("图中为最近 "+strconv.Itoa(maxYears)+" 年。", "The chart shows the latest "+strconv.Itoa(maxYears)+" years.")
	}
	best, bestYear := value.Money{}, 0
	for y := first; y <= last; y++ {
		text := strconv.Itoa(y)
		m := Mark{Link: Link{Text: text}, Values: make([]Number, 2)}
		if ps := byYear[y]; ps != nil {
			t := sum(ps)
			m.Href = c.href("years/" + text + ".html")
			m.Values = c.moneyNumbers(t.subtotal, in)
			if award := t.award.In(in.cur); !award.IsZero() && (bestYear == 0 || award.Minor() > best.Minor()) {
				best, bestYear = award, y
			}
		}
		ch.Marks = append(ch.Marks, m)
	}
	if shown(ch.Marks) < 2 || bestYear == 0 {
		return Chart{}
	}
	ch.Table.ID, ch.Note = "", note
	ch.Ticks = c.moneyTicks(ch.Marks, in.cur)
	year, amount := strconv.Itoa(bestYear), best.Short(c.lang)
	ch.Title = c.t(year+" 年立项金额最多，为 "+amount, "Awards were highest in "+year+", at "+amount)
	ch.Sub = c.sub(c.t("按年度", "By year"), in)
	ch.About = c.t("柱形图：各年度的立项金额和已付金额，"+strconv.Itoa(first)+" 至 "+strconv.Itoa(last)+" 年。", "Column chart of the money awarded and paid by year, "+strconv.Itoa(first)+" to "+strconv.Itoa(last)+".")
	return ch.withoutEmpty()
}

// moneyTicks are round amounts along the axis of the marks' values.
func (c *context) moneyTicks(marks []Mark, cur value.Currency) []Number {
	lo, hi := int64(0), int64(0)
	for _, m := range marks {
		for _, v := range m.Values {
			if v.Text != "" {
				lo, hi = min(lo, v.Value), max(hi, v.Value)
			}
		}
	}
	var ticks []Number
	for _, at := range roundTicks(lo, hi) {
		ticks = append(ticks, c.amountNumber(value.NewMoney(at, cur)))
	}
	return ticks
}

// roundTicks are at most five multiples of a round step between two values, the
// nought among them.
func roundTicks(lo, hi int64) []int64 {
	const most = 4
	span := float64(hi) - float64(lo)
	if span <= 0 {
		return nil
	}
	step := int64(1)
	for i := 0; span/float64(step) > most; i++ { // 1, 2, 5, 10 …
		if step = step * 2; i%3 == 1 {
			step = step / 4 * 5
		}
	}
	var ticks []int64
	for at := lo / step * step; at <= hi && len(ticks) <= most+1; at += step {
		if at >= lo {
			ticks = append(ticks, at)
		}
		if at > hi-step { // the next may not fit
			break
		}
	}
	return ticks
}
