package site

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// sortings are the lists of projects that pages show, in their orders. Every
// page of a long list asks, so those are sorted once; and since all projects are
// sorted before, a list of some of them is put in order by their places alone.
type sortings struct {
	place [largestPlace + 1][]int32 // of a project among all, by its row
	first int32                     // number of the first project's record
	lists map[int32]sorting         // of records with a list of several pages
	years map[int]sorting
	state map[model.ProjectState]sorting
}

// The two orders that projects have a place in.
const (
	newestPlace = iota
	largestPlace
)

// sorting is a list in its two orders; largest holds as many as pages show.
type sorting struct{ newest, largest []*model.Project }

func newSortings(x *index, all []*model.Project) sortings {
	s := sortings{lists: map[int32]sorting{}, years: map[int]sorting{}, state: map[model.ProjectState]sorting{}}
	if len(all) == 0 {
		return s
	}
	s.first = all[0].Num
	for i, list := range [][]*model.Project{newestPlace: x.newest, largestPlace: x.byAward} {
		s.place[i] = make([]int32, len(all))
		for place, p := range list {
			s.place[i][p.Num-s.first] = int32(place)
		}
	}
	for y, projects := range x.byYear {
		s.years[y] = s.both(projects)
	}
	for state, projects := range x.byState {
		s.state[state] = s.both(projects)
	}
	for n := range int32(x.len()) {
		if projects := groupProjects(x.record(n)); len(projects) > perPage {
			s.lists[n] = s.both(projects)
		}
	}
	return s
}

// both puts projects in their two orders.
func (s *sortings) both(projects []*model.Project) sorting {
	by := func(place []int32) []*model.Project {
		out := slices.Clone(projects)
		slices.SortFunc(out, func(a, b *model.Project) int { return cmp.Compare(place[a.Num-s.first], place[b.Num-s.first]) })
		return out
	}
	largest := by(s.place[largestPlace])
	return sorting{by(s.place[newestPlace]), slices.Clip(slices.Clone(largest[:min(len(largest), maxLargest)]))}
}

// list is a record's projects, in their orders.
func (x *index) list(e table.Entity) sorting {
	if known, ok := x.sorted.lists[e.Rec().Num]; ok {
		return known
	}
	return x.sorted.both(groupProjects(e))
}
