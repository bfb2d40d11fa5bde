package table

import (
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/value"

	"golang.org/x/text/unicode/norm"
)

// cutBracket splits "合同金额（万元）" into 合同金额 and 万元; so it does 合同金额【万元】,
// 合同金额[万元], and 合同金额/万元 where what follows is a unit.
func cutBracket(s string) (base, bracket string) {
	s = strings.TrimSpace(norm.NFKC.String(s))
	for _, pair := range []string{"()", "[]", "【】"} {
		left, right := pair[:len(pair)/2], pair[len(pair)/2:]
		if !strings.HasSuffix(s, right) {
			continue
		}
		if i := strings.LastIndex(s, left); i > 0 {
			return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(left) : len(s)-len(right)])
		}
	}
	if i := strings.LastIndexAny(s, "/:"); i > 0 {
		if _, _, ok := value.ParseUnit(s[i+1:]); ok {
			return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1:])
		}
	}
	return s, ""
}

// bracketUnit is the unit that a bracket names, alone or beside other words as
// in 万元，含税; 0 where it names none. False where it speaks of thousands or
// more in a way that is not understood.
func bracketUnit(bracket string) (times int64, cur value.Currency, ok bool) {
	if times, cur, ok = value.ParseUnit(bracket); ok {
		return times, cur, true
	}
	found := 0
	for _, part := range strings.FieldsFunc(bracket, func(r rune) bool { return strings.ContainsRune(",，、;；/· ", r) }) {
		if t, c, ok := value.ParseUnit(part); ok {
			times, cur = t, c
			found++
		}
	}
	switch {
	case found == 1:
		return times, cur, true
	case found > 1 || strings.ContainsAny(bracket, "万亿千萬億") || strings.Contains(bracket, "000") || strings.Contains(strings.ToLower(bracket), "illion") || strings.Contains(strings.ToLower(bracket), "thousand"):
		return 0, 0, false
	}
	return 0, 0, true
}

// statedUnit is the unit that the lines above a table give for its amounts, as
// 单位：万元 does, in their words; "" where they give none but yuan.
func statedUnit(above string) (said string, times int64, cur value.Currency) {
	text := strings.ToLower(norm.NFKC.String(above))
	for _, word := range []string{"单位:", "單位:", "unit:", "units:"} {
		_, rest, found := strings.Cut(text, word)
		if !found {
			continue
		}
		if end := strings.IndexAny(rest, ",;\t\n\")]】"); end >= 0 {
			rest = rest[:end]
		}
		said = strings.TrimSpace(rest)
		if times, cur, ok := bracketUnit(said); ok && (times > 1 || times == 1 && cur != value.CNY) {
			return said, times, cur
		}
	}
	return "", 0, 0
}

// unitFromAbove gives the amounts whose headings name no unit the one that the
// lines above the table state, and tells which they are.
func (h *Headings) unitFromAbove(above string, claims []claim, m *Mapping) (said string, which []int) {
	said, times, cur := statedUnit(above)
	if said == "" {
		return "", nil
	}
	for i := range claims {
		c := &claims[i]
		if c.field == nil || c.value().Kind != KindMoney || c.unit != 0 || c.unclear || m.unit(c.target()) {
			continue
		}
		c.unit, c.cur = times, cur
		which = append(which, i)
	}
	return said, which
}

// WithUnit writes the unit that lines above a table state into the headings of
// amounts that name none, in brackets. Said is the unit, "" where no heading
// needed it.
func (h *Headings) WithUnit(headings []string, above string) (with []string, said string) {
	heads := make([]Column, len(headings))
	for i, text := range headings {
		heads[i].Heading = text
	}
	said, which := h.unitFromAbove(above, h.matchAll("", heads, nil, &finding.List{}), nil)
	if len(which) == 0 {
		return headings, ""
	}
	with = slices.Clone(headings)
	for _, i := range which {
		with[i] += "（" + said + "）"
	}
	return with, said
}

// unitAbove takes the unit that lines above the headings state for amounts, and
// tells so.
func (d *decoder) unitAbove(above string) {
	said, which := d.Headings.unitFromAbove(above, d.claims, d.Mapping)
	if len(which) == 0 {
		return
	}
	var names []string
	for _, i := range which {
		names = append(names, d.file.Columns[i].written)
	}
	first := d.file.Columns[which[0]]
	d.list.Add(finding.Finding{
		Rule: unitAboveRule, Pos: finding.Pos{File: d.file.Name, Line: first.Line, Col: first.Col}, Value: said,
		Message: finding.Textf("标题行之上写明单位 %[1]q，这些列中没有单位的金额按它读：%[2]s", "the lines above the headings give the unit %[1]q; amounts without one are read in it: %[2]s", said, strings.Join(names, ", ")),
		Hint:    finding.Textf("把单位写进列名，如 %[1]s（%[2]s）", "write the unit in the heading, such as %[1]s (%[2]s)", first.written, said),
	})
}

// unit reports whether the mapping gives the unit of a field.
func (m *Mapping) unit(field string) bool {
	if m == nil {
		return false
	}
	_, ok := m.Units[field]
	return ok
}

func unclearUnit(file string, head Column, field, table string) finding.Finding {
	return finding.Finding{
		Rule: unclearUnitRule, Pos: finding.Pos{File: file, Line: head.Line, Col: head.Col}, Field: field, Value: head.Heading,
		Message: finding.Textf("列名 %q 中的单位读不懂", "the unit in the heading %q is not understood", head.Heading),
		Hint:    finding.Textf("括号里只写单位，如（万元）；或在 data/columns.yaml 写 %[1]s: {units: {%[2]s: 万元}}", "write nothing but the unit in brackets, such as (thousand); or in data/columns.yaml %[1]s: {units: {%[2]s: thousand}}", table, field),
	}
}
