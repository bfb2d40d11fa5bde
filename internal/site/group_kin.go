package site

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// kin sets a record beside the one it is part of and those that are part of
// it, with their totals; empty for one that stands alone.
func (c *context) kin(e table.Entity) Table {
	parent, children := family(e)
	if parent == nil && len(children) == 0 {
		return Table{}
	}
	x := c.plan.index
	t := Table{
		ID: "children", Caption: c.t("上下级", "Its parts and what it is part of"),
		Heads: heads(c.t("名称", "Name"), c.t("关系", "Relation"), "#"+c.t("项目", "Projects"), "#"+c.t("立项金额", "Awarded"), "#"+c.t("占全站", "Share of all")),
	}
	row := func(e table.Entity, relation string) {
		t.Rows = append(t.Rows, c.kinRow(e, relation))
	}
	if parent != nil {
		row(parent, c.t("上级", "part of"))
	}
	row(e, c.t("本页", "this page"))
	slices.SortStableFunc(children, func(a, b table.Entity) int {
		return cmp.Or(x.tally(b).award.Compare(x.tally(a).award), cmp.Compare(x.tally(b).projects, x.tally(a).projects))
	})
	for _, child := range children[:min(len(children), maxReferring)] {
		row(child, c.t("下级", "within it"))
	}
	if more := len(children) - maxReferring; more > 0 {
		t.Note = c.t("另有 "+c.count(more)+" 项未列出。", "And "+c.count(more)+" more.")
	}
	return t
}

func (c *context) kinRow(e table.Entity, relation string) []Cell {
	x := c.plan.index
	all, tally := x.tallies.all(), x.tally(e)
	main := x.tallies.currency()
	share := none()
	if s := shareOf(tally.award.In(main), all.award.In(main)); s != "" {
		share = number(s)
	}
	name := c.cellLink(e)
	if e.Rec().Num == c.plan.index.record(c.page.num).Rec().Num {
		name.Href = ""
	}
	return []Cell{name, {Text: relation}, number(c.count(tally.projects)), c.awardedSum(tally.awarded, tally.award), share}
}

// family are the record that another is part of and those within it.
func family(e table.Entity) (parent table.Entity, children []table.Entity) {
	switch e := e.(type) {
	case *model.Agency:
		return entity(e.Parent.To), entities(e.Children)
	case *model.Area:
		return entity(e.Parent.To), entities(e.Children)
	case *model.District:
		return entity(e.Parent.To), entities(e.Children)
	case *model.Service:
		return entity(e.Parent.To), entities(e.Children)
	}
	return nil, nil
}

func entities[T any, E interface {
	*T
	table.Entity
}](rows []E) []table.Entity {
	out := make([]table.Entity, len(rows))
	for i, r := range rows {
		out[i] = r
	}
	return out
}

// lineage are the records that another is part of, the nearest last.
func lineage(e table.Entity) []table.Entity {
	var up []table.Entity
	for range maxDepth {
		parent, _ := family(e)
		if parent == nil {
			break
		}
		up = append(up, parent)
		e = parent
	}
	slices.Reverse(up)
	return up
}
