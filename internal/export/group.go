package export

import (
	"maps"
	"slices"
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// group is what projects belong to. A large site has as many as organizations,
// so that only what it is stands here, and the rest is found when it is asked for.
type group struct {
	num  int32 // running number of the record, or the year
	what uint8
}

const (
	groupRecord = iota + 1
	groupYear
	groupSite // all there is, for feeds
)

// groups lists what projects belong to, where there are any.
func groups(d *model.Dataset) []group {
	var all []group
	for _, t := range []table.Table{&d.Organizations, &d.Agencies, &d.Areas, &d.Districts, &d.Programmes} {
		for i := range t.Len() {
			if g := (group{t.At(i).Rec().Num, groupRecord}); len(g.projects(d)) > 0 {
				all = append(all, g)
			}
		}
	}
	return append(all, years(d)...)
}

// years lists those that have projects, the first first.
func years(d *model.Dataset) []group {
	has := map[int]bool{}
	for _, p := range d.Projects.Rows {
		has[p.CalendarYear()] = true
	}
	delete(has, 0)
	var all []group
	for _, y := range slices.Sorted(maps.Keys(has)) {
		all = append(all, group{int32(y), groupYear})
	}
	return all
}

// entity is the group's record, nil where it is none.
func (g group) entity(d *model.Dataset) table.Entity {
	if g.what != groupRecord {
		return nil
	}
	return d.At(g.num)
}

// kind is the table of the group's record, or "years" or "site".
func (g group) kind(d *model.Dataset) string {
	switch g.what {
	case groupYear:
		return "years"
	case groupSite:
		return "site"
	}
	return d.At(g.num).Table().Name
}

// path is the address of the group's page without an ending, "" of the site.
func (g group) path(d *model.Dataset) string {
	switch g.what {
	case groupYear:
		return "years/" + strconv.Itoa(int(g.num))
	case groupSite:
		return ""
	}
	return model.Path(d.At(g.num))
}

// projects are the group's. Those of what lies within an area or a district are
// among its own, as on its page.
func (g group) projects(d *model.Dataset) []*model.Project {
	switch g.what {
	case groupYear:
		var all []*model.Project
		for _, p := range d.Projects.Rows {
			if p.CalendarYear() == int(g.num) {
				all = append(all, p)
			}
		}
		return all
	case groupSite:
		return d.Projects.Rows
	}
	return model.ProjectsOf(d.At(g.num))
}
