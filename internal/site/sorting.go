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
	order [largestPlace + 1][]int32 // rows of all projects
	place [largestPlace + 1][]int32 // of a project among all, by its row
	first int32                     // number of the first project's record
	lists map[int32]sorting         // of records with a list of several pages
	years map[int]sorting
	state map[model.ProjectState]sorting
}

// The two orders that projects have.
const (
	newestPlace = iota
	largestPlace
)

// sorting is a list in its two orders; largest holds as many as pages show.
type sorting struct{ newest, largest []*model.Project }

// newSortings takes all projects in their two orders.
func newSortings(x *index, newest, largest []*model.Project) sortings {
	s := sortings{lists: map[int32]sorting{}, years: map[int]sorting{}, state: map[model.ProjectState]sorting{}}
	if len(newest) == 0 {
		return s
	}
	s.first = x.first[x.byName["projects"]]
	for i, list := range [][]*model.Project{newestPlace: newest, largestPlace: largest} {
		s.order[i], s.place[i] = make([]int32, len(list)), make([]int32, len(list))
		for place, p := range list {
			row := p.Num - s.first
			s.order[i][place], s.place[i][row] = row, int32(place)
		}
	}
	for y, projects := range x.byYear {
		s.years[y] = sorting{projects, s.largest(projects)}
	}
	for state, projects := range x.byState {
		s.state[state] = sorting{projects, s.largest(projects)}
	}
	for n := range int32(x.len()) {
		if projects := model.ProjectsOf(x.record(n)); len(projects) > perPage {
			s.lists[n] = s.both(projects)
		}
	}
	return s
}

// both puts projects in their two orders.
func (s *sortings) both(projects []*model.Project) sorting {
	return sorting{s.by(newestPlace, projects), s.largest(projects)}
}

// largest are the largest of some projects, as many as pages show.
func (s *sortings) largest(projects []*model.Project) []*model.Project {
	all := s.by(largestPlace, projects)
	return slices.Clip(slices.Clone(all[:min(len(all), maxLargest)]))
}

// by sorts some projects.
func (s *sortings) by(order int, projects []*model.Project) []*model.Project {
	place, out := s.place[order], slices.Clone(projects)
	slices.SortFunc(out, func(a, b *model.Project) int { return cmp.Compare(place[a.Num-s.first], place[b.Num-s.first]) })
	return out
}

// list is a record's projects, in their orders.
func (x *index) list(e table.Entity) sorting {
	if known, ok := x.sorted.lists[e.Rec().Num]; ok {
		return known
	}
	return x.sorted.both(model.ProjectsOf(e))
}
