package table

import (
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
