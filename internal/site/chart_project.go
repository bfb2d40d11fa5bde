package site

import (
	"gongkai/internal/model"
	"gongkai/internal/value"
)

// chartMoney is a project's money: how much of what was asked for was awarded,
// agreed and paid, and what is left to pay. Social funds, which come from
// elsewhere, stand beside. What is not published is said, not drawn.
func (c *context) chartMoney(p *model.Project) Chart {
	in := purseOf([]*model.Project{p})
	if in.cur == 0 {
		in.cur = p.AmountRequested.Currency()
	}
	ch := Chart{Name: "money", Form: FormRows, Series: []Series{{Name: c.t("金额", "Amount"), Kind: KindPromised}}, Table: Table{Heads: heads(c.t("项", "Step"), "#"+c.t("金额", "Amount"))}}
	add := func(name, kind string, m value.Money) {
		ch.Marks = append(ch.Marks, Mark{Link: Link{Text: name}, Values: []Number{c.amountNumber(m)}, Kind: kind, Label: c.t("未公布", "not published")})
		ch.Table.Rows = append(ch.Table.Rows, []Cell{{Text: name}, c.amount(m)})
	}
	requested, awarded := inCurrency(p.AmountRequested, in.cur), inCurrency(p.AmountAwarded, in.cur)
	contracted, paid := p.ContractedTotal().In(in.cur), p.PaidTotal().In(in.cur)
	if !requested.IsZero() {
		add(c.t("申请", "Requested"), KindPromised, requested)
	}
	if p.Awarded() || !awarded.IsZero() {
		add(c.t("立项", "Awarded"), KindPromised, awarded)
		add(c.t("签约", "Contracted"), KindPromised, contracted)
		add(c.t("已付", "Paid"), KindDone, paid)
	}
	due := contracted
	if due.IsZero() {
		due = awarded
	}
	left, known := minus(due, paid)
	if known && left.Sign() > 0 {
		add(c.t("未付", "Left to pay"), KindBeside, left)
	}
	if funds := inCurrency(p.SocialFunds, in.cur); !funds.IsZero() {
		add(c.t("社会资金", "Social funds"), KindBeside, funds)
	}
	if shown(ch.Marks) < 2 {
		return Chart{}
	}
	ch.Title = c.moneyTitle(due, paid, left, known)
	ch.Sub, ch.Note = c.unit(in.cur), c.otherCurrencies(in)
	ch.About = c.t("条形图：该项目从申请到付款各步的金额。", "Bar chart of the project's money from request to payment.")
	return ch
}

// moneyTitle says how much of what is due was paid.
func (c *context) moneyTitle(due, paid, left value.Money, known bool) string {
	switch {
	case !known && paid.IsZero():
		return c.t("付款情况未公布", "No payment is published")
	case !known:
		return c.t("已付 "+c.money(paid), c.money(paid)+" was paid")
	case left.Sign() == 0:
		return c.t("已全部付清", "Paid in full")
	case left.Sign() < 0:
		return c.t("已付金额高于约定", "More was paid than agreed")
	}
	if share, ok := shareText(paid, due); ok {
		return c.t("已付 "+share, share+" has been paid")
	}
	return c.t("尚未付款", "Nothing has been paid yet")
}

func inCurrency(m value.Money, cur value.Currency) value.Money {
	if m.Currency() != cur {
		return value.Money{}
	}
	return m
}

// minus is what remains; false where one is missing or it does not fit.
func minus(a, b value.Money) (value.Money, bool) {
	return a.Sub(b)
}
