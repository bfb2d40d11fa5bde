package integrity

import (
	"cmp"
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

var yearEndPayments = indicator{
	Indicator: oversight.Indicator{
		Name: "year-end-payments", Group: oversight.GroupPayment,
		Title: say("年底集中付款", "Payments bunched at the end of the year"),
		Why: say("预算年底作废，就有赶在年底花完的压力；也可能因为服务本来就在年底验收。",
			"A budget that lapses presses to spend it before the year is out; or the work may simply be accepted then."),
		Method: say("对每个购买主体、每个财政年度，以最后一个月的付款金额除以全年付款金额；平均分布时为 8.3%。只计公布了月份的逐笔付款；付款笔数不足的不判断。财政年度的最后一个月在 month 设定。",
			"For each agency and financial year, what was paid in the last month is divided by what was paid in the year; spread evenly it would be 8.3%. Only single payments with their month published count, and too few are not judged. The last month of the financial year is set as month."),
		Thresholds: []Threshold{
			{Name: "share", Kind: oversight.KindShare, Default: 300, Min: 84, Max: 1000, Means: say("最后一个月占全年付款达到 %s 的予以标记", "marked where the last month has at least %s")},
			{Name: "payments", Kind: oversight.KindWhole, Default: 10, Min: 2, Max: 1_000_000, Means: say("全年付款不足 %s 笔的不判断", "fewer than %s payments in a year are not judged")},
			{Name: "month", Kind: oversight.KindWhole, Default: 12, Min: 1, Max: 12, Means: say("财政年度止于 %s 月", "the financial year ends with month %s")},
		},
		Sources: []Source{
			cite(say("Liebman、Mahoney《到期的预算是否导致年底浪费》（《美国经济评论》2017年）", "Liebman and Mahoney, Do Expiring Budgets Lead to Wasteful Year-End Spending?, American Economic Review (2017)"), "https://doi.org/10.1257/aer.20131296"),
			cite(say("《中华人民共和国预算法》第十八条：预算年度自公历一月一日起，至十二月三十一日止", "Budget Law of China, article 18: the budget year runs from 1 January to 31 December"), ""),
		},
	},
	run: runYearEndPayments,
}

// spending is what an agency paid in one financial year and currency.
type spending struct {
	agency   *model.Agency
	year     int
	in       value.Currency
	payments int
	all      value.Totals
	last     value.Totals // in the last month
}

func runYearEndPayments(in *input) Result {
	things := say("个购买主体年度", "agency years")
	all := spendings(in.data, int(in.limit("month")))
	if len(all) == 0 {
		return nothing(0, things, say("没有公布带月份的逐笔付款。", "No single payments are published with their month."))
	}
	list := List{Columns: []Column{
		column("agency", "购买主体", "Agency"), number("year", "年度", "Year"), number("payments", "付款笔数", "Payments"),
		number("paid", "全年付款", "Paid in the year"), number("last", "最后一个月", "In the last month"), number("share", "占全年", "Share"),
	}}
	for _, s := range all {
		if int64(s.payments) < in.limit("payments") || s.all.In(s.in).Sign() <= 0 {
			continue
		}
		last := s.last.In(s.in)
		if last.IsZero() {
			last = value.NewMoney(0, s.in)
		}
		share := moneyShare(last, s.all.In(s.in))
		list.Rows = append(list.Rows, Row{Marked: share >= in.share("share"), Cells: []Cell{
			oversight.Of(s.agency), Year(s.year), Whole(s.payments), oversight.Money(s.all.In(s.in)), oversight.Money(last), share,
		}})
	}
	if len(list.Rows) == 0 {
		return nothing(len(all), things, finding.Textf("没有购买主体在一个年度内公布了 %d 笔付款。", "No agency has as many as %d payments published in a year.", in.limit("payments")))
	}
	slices.SortStableFunc(list.Rows, func(a, b Row) int { return cmp.Compare(b.Cells[5].(Share), a.Cells[5].(Share)) })
	r := Result{Things: things, Looked: len(list.Rows), Of: len(all), Lists: []List{list, byMonth(in.data)}}
	count(&r)
	return r
}

// spendings sums payments by agency and financial year, which is named by the
// year in which it ends, in the order of the payments.
func spendings(d *model.Dataset, lastMonth int) []*spending {
	type key struct {
		agency *model.Agency
		year   int
		in     value.Currency
	}
	byKey := map[key]*spending{}
	var all []*spending
	for _, m := range d.Payments.Rows {
		p := m.For()
		if p == nil || m.Amount.IsZero() || m.Date.Precision() < value.Month {
			continue
		}
		k := key{p.Agency.To, m.Date.Year(), m.Amount.Currency()}
		if m.Date.Month() > lastMonth {
			k.year++
		}
		s := byKey[k]
		if s == nil {
			s = &spending{agency: k.agency, year: k.year, in: k.in}
			byKey[k] = s
			all = append(all, s)
		}
		s.payments++
		s.all.Add(m.Amount)
		if m.Date.Month() == lastMonth {
			s.last.Add(m.Amount)
		}
	}
	return all
}

// byMonth sums the payments of all years by calendar month and currency.
func byMonth(d *model.Dataset) List {
	list := List{Name: "by-month", Title: say("各月付款", "Payments by month"), Columns: []Column{
		number("month", "月份", "Month"), number("payments", "付款笔数", "Payments"), number("paid", "付款金额", "Paid"),
	}}
	var payments [13]int
	var paid [13]value.Totals
	for _, m := range d.Payments.Rows {
		if !m.Amount.IsZero() && m.Date.Precision() >= value.Month {
			payments[m.Date.Month()]++
			paid[m.Date.Month()].Add(m.Amount)
		}
	}
	for month := 1; month <= 12; month++ {
		sums := paid[month].All()
		if len(sums) == 0 {
			sums = []value.Money{{}}
		}
		for _, sum := range sums {
			list.Rows = append(list.Rows, Row{Cells: []Cell{Whole(month), Whole(payments[month]), oversight.Money(sum)}})
		}
	}
	return list
}
