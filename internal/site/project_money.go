package site

import (
	"math"
	"slices"
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// single is a sum that is in one currency and fits; missing otherwise.
func single(t value.Totals) value.Money {
	all := t.All()
	if len(all) != 1 || t.Overflow() {
		return value.Money{}
	}
	return all[0]
}

// paidAndAgreed are what was paid and what it is held against: the contracts,
// else the award. Either is missing where it is in several currencies.
func paidAndAgreed(p *model.Project) (paid, agreed value.Money, ofContract bool) {
	agreed, ofContract = single(p.ContractedTotal()), true
	if agreed.IsZero() {
		agreed, ofContract = p.AmountAwarded, false
	}
	return single(p.PaidTotal()), agreed, ofContract
}

// percentOf is a share in whole percent, with a decimal where rounding would
// say all or nothing of what is neither; false where there is none to speak of.
func percentOf(part, whole value.Money) (string, bool) {
	if _, ok := part.Cmp(whole); !ok || whole.Sign() <= 0 {
		return "", false
	}
	a, b := value.Parts(part, whole)
	return percentage(float64(a), float64(b)), true
}

func percentage(part, whole float64) string {
	share := 100 * part / whole
	rounded := math.Round(share)
	if part != 0 && part != whole && (rounded == 0 || rounded == 100) {
		tenth := math.Round(share*10) / 10
		switch {
		case tenth == 100 && part < whole:
			tenth = 99.9
		case tenth == 100:
			tenth = 100.1
		case tenth == 0:
			tenth = math.Copysign(0.1, part)
		}
		return strconv.FormatFloat(tenth, 'f', -1, 64) + "%"
	}
	return value.Group(int64(rounded)) + "%"
}

// less is a − b; missing where they cannot be compared.
func less(a, b value.Money) value.Money {
	diff, _ := a.Sub(b)
	return diff
}

// projectMoney are the amounts of the chain; a missing one reads "not
// published". Each leads to where it stands with its source.
func (c *context) projectMoney(p *model.Project) []Amount {
	one := func(label, field string, m value.Money) Amount {
		return Amount{Label: label, Value: c.money(m), Full: m.Full(c.lang), Href: ledgerRow(field, !m.IsZero())}
	}
	many := func(label, anchor, field string, t value.Totals, rows int, declared value.Money) Amount {
		a := Amount{Label: label, Value: t.Format(c.lang), Full: c.full(t)}
		switch {
		case rows > 0 && !t.Empty():
			a.Href = anchor
			if rows > 1 {
				a.Note = c.t(c.count(rows)+" 笔合计", "sum of "+c.count(rows))
			}
		case !declared.IsZero():
			a.Href = ledgerRow(field, true)
			a.Note = c.t("申报数，无明细", "declared, without rows behind it")
		}
		return a
	}
	var out []Amount
	if !p.AmountRequested.IsZero() {
		out = append(out, one(c.t("申请", "Requested"), "amount_requested", p.AmountRequested))
	}
	if p.Awarded() || !p.AmountAwarded.IsZero() {
		out = append(out, one(c.t("立项", "Awarded"), "amount_awarded", p.AmountAwarded))
	}
	contracted, paid := p.ContractedTotal(), p.PaidTotal()
	if c.due(p, stepContract) == "" && p.Awarded() || !contracted.Empty() {
		out = append(out, many(c.t("签约", "Contracted"), "#contracts", "amount_contracted", contracted, p.Contracts.Len(), p.AmountContracted))
	}
	if c.due(p, stepPayment) == "" && p.Awarded() || !paid.Empty() {
		out = append(out, many(c.t("已付", "Paid"), "#payments", "amount_paid", paid, p.Payments.Len(), p.AmountPaid))
	}
	if left := c.unpaid(p); !left.IsZero() && left.Sign() > 0 {
		out = append(out, Amount{Label: c.t("未付", "Left to pay"), Value: c.money(left), Full: left.Full(c.lang)})
	}
	if !p.SocialFunds.IsZero() {
		out = append(out, one(c.t("社会资金", "Social funds"), "social_funds", p.SocialFunds))
	}
	return out
}

// moneyBar is the chart of a project's money without the steps that are not due,
// its marks and lines linked to where the amounts of these names stand with
// their sources. A project that was not bought has none.
func (c *context) moneyBar(p *model.Project, amounts []Amount) Chart {
	if !p.Awarded() {
		return Chart{}
	}
	ch := c.chartMoney(p)
	if reason := c.due(p, stepPayment); reason != "" && p.PaidTotal().Empty() && ch.Name != "" {
		ch.Title = c.t("尚未到付款", "No payment is due yet")
	}
	for i := len(ch.Marks) - 1; i >= 0; i-- {
		at := slices.IndexFunc(amounts, func(a Amount) bool { return a.Label == ch.Marks[i].Text })
		switch {
		case at >= 0:
			ch.Marks[i].Href = amounts[at].Href
			ch.Table.Rows[i][0].Href = amounts[at].Href
		case ch.Marks[i].Values[0].Text == "":
			ch.Marks = slices.Delete(ch.Marks, i, i+1)
			ch.Table.Rows = slices.Delete(ch.Table.Rows, i, i+1)
		}
	}
	if shown(ch.Marks) < 2 || !slices.ContainsFunc(ch.Marks, func(m Mark) bool { return m.Values[0].Value > 0 }) {
		return Chart{}
	}
	return ch
}

// unpaid is what was agreed less what was paid; missing where nothing was paid
// or they cannot be compared.
func (c *context) unpaid(p *model.Project) value.Money {
	paid, agreed, _ := paidAndAgreed(p)
	return less(agreed, paid)
}

// ledgerRow leads to a field's line among the values and sources of the page.
func ledgerRow(field string, there bool) string {
	if !there {
		return ""
	}
	return "#v-" + field
}

// moneyNotes say in words where the amounts of the chain differ.
func (c *context) moneyNotes(p *model.Project) []string {
	var notes []string
	if note := c.compared(p.AmountAwarded, p.AmountRequested, "立项金额", "申请", "awarded", "requested"); note != "" && p.Awarded() {
		notes = append(notes, note)
	}
	contracted, paid := p.ContractedTotal(), p.PaidTotal()
	if note := c.compared(single(contracted), p.AmountAwarded, "签约金额", "立项", "contracted", "awarded"); note != "" {
		notes = append(notes, note)
	}
	add := func(zh, en string) { notes = append(notes, c.t(zh, en)) }
	if rows := single(contracted); !p.Contracts.Empty() {
		if cmp, ok := rows.Cmp(p.AmountContracted); ok && cmp != 0 {
			add("公布的签约金额为"+c.money(p.AmountContracted)+"，合同合计为"+c.money(rows)+"，两者不一致。",
				"The amount contracted is published as "+c.money(p.AmountContracted)+"; the contracts add up to "+c.money(rows)+".")
		}
	}
	m, agreed, ofContract := paidAndAgreed(p)
	if cmp, ok := m.Cmp(p.AmountPaid); ok && cmp != 0 && !p.Payments.Empty() {
		add("公布的已付金额为"+c.money(p.AmountPaid)+"，付款合计为"+c.money(m)+"，两者不一致。",
			"The amount paid is published as "+c.money(p.AmountPaid)+"; the payments add up to "+c.money(m)+".")
	}
	if over := less(m, agreed); !over.IsZero() && over.Sign() > 0 {
		what := c.t("立项金额", "award")
		if ofContract {
			what = c.t("合同金额", "contract")
		}
		add("已付金额比"+what+"多"+c.money(over)+"。", "What was paid is "+c.money(over)+" more than the "+what+".")
	}
	if len(contracted.All()) > 1 || len(paid.All()) > 1 {
		add("金额有多种货币，分别列出，不作换算。", "The amounts are in several currencies; they stand side by side and are not converted.")
	}
	return notes
}

// compared says by how much an amount differs from the one before it.
func (c *context) compared(a, b value.Money, zhA, zhB, enA, enB string) string {
	diff := less(a, b)
	if diff.IsZero() || diff.Sign() == 0 {
		return ""
	}
	by := diff
	if diff.Sign() < 0 {
		by = less(b, a)
	}
	share, ok := percentOf(by, b)
	if ok {
		share = c.t("（"+share+"）", " ("+share+")")
	}
	if diff.Sign() < 0 {
		return c.t(zhA+"比"+zhB+"少"+c.money(by)+share+"。", "The amount "+enA+" is "+c.money(by)+share+" less than was "+enB+".")
	}
	return c.t(zhA+"比"+zhB+"多"+c.money(by)+share+"。", "The amount "+enA+" is "+c.money(by)+share+" more than was "+enB+".")
}
