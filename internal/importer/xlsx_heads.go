package importer

import (
	"slices"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// joinHeadings makes one line of headings of two, as 金额 over 立项 and 已付 beside
// headings that go over both lines. It runs when merged cells have their values.
func (g *grid) joinHeadings() {
	if len(g.rows) < 3 {
		return
	}
	heads, ok := joined(g.rows[0], g.rows[1])
	if !ok {
		return
	}
	g.book.batch.warn(at(g.sheet, g.first, 0), "表头有两行，已合为一行，请核对：%s", "the headings stand on two lines and were made one; look at them: %s", value.Visible(strings.Join(heads, ", ")))
	g.rows = append([][]string{heads}, g.rows[2:]...)
}

// joined are headings of two lines in one; false where the second line is no part
// of the headings. Every column has the same on both lines, or nothing below, but
// for groups of columns under one heading, which have each their own.
func joined(upper, lower []string) ([]string, bool) {
	cell := func(row []string, c int) string {
		if c < len(row) {
			return strings.TrimSpace(row[c])
		}
		return ""
	}
	var heads []string
	var group struct {
		heading string
		columns int
		sure    bool // the cells above were merged, or a table knows what is joined
	}
	groups := 0
	closes := func() bool {
		if group.columns > 0 {
			groups++
		}
		return group.columns == 0 || group.columns > 1 && group.sure
	}
	for c := range max(len(upper), len(lower)) {
		over, under := cell(upper, c), cell(lower, c)
		plain := under == "" || under == over
		if plain || over != "" && over != group.heading {
			if !closes() {
				return nil, false
			}
			group.heading, group.columns, group.sure = over, 0, false
		}
		if plain {
			heads, group.heading = append(heads, over), ""
			continue
		}
		if group.heading == "" || startsNumber(under) {
			return nil, false
		}
		group.columns++
		heading, known := joinedHeading(group.heading, under)
		group.sure = group.sure || known || group.columns > 1 && over != ""
		heads = append(heads, heading)
	}
	return heads, closes() && groups > 0
}

// joinedHeading is a heading of two lines: what a table knows of them, with the
// unit of the upper, else both.
func joinedHeading(upper, lower string) (heading string, known bool) {
	name, unit := upper, ""
	if i := strings.IndexAny(upper, "(（"); i > 0 {
		name, unit = strings.TrimSpace(upper[:i]), upper[i:]
	}
	if strings.ContainsAny(lower, "(（") {
		unit = ""
	}
	if strings.Contains(lower, name) {
		return lower + unit, knownHeading(lower)
	}
	for _, both := range []string{lower + name, name + lower} { // 立项 under 金额 is 立项金额
		if knownHeading(both) {
			return both + unit, true
		}
	}
	return name + " " + lower + unit, false
}

func knownHeading(heading string) bool {
	schemas := model.Schemas()
	return slices.ContainsFunc(schemas, func(s *table.Schema) bool {
		return table.NewHeadings(s, schemas).Known([]string{heading}) > 0
	})
}
