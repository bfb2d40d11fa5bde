package site

import (
	"cmp"
	"slices"
	"sync"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// sortings are the lists of projects that pages show, in their orders. Since all
// projects are sorted before, a list of some of them is put in order by their
// places alone. The lists of a large site have several entries for every project;
// pages of one list are made one after the other, so only a few are kept.
type sortings struct {
	order [largestPlace + 1][]int32 // rows of all projects
	place [largestPlace + 1][]int32 // of a project among all, by its row
	first int32                     // number of the first project's record
	years map[int]sorting
	state map[model.ProjectState]sorting

	mu    sync.Mutex
	lists []recordSorting // those last asked for, the latest at the end
}

// recordSorting is a record's list, which is sorted once, by whoever asks first.
type recordSorting struct {
	of   int32 // number of the record
	list func() sorting
}

// sortingsKept is a few more than there are workers that ask.
const sortingsKept = 16

// The two orders that projects have.
const (
	newestPlace = iota
	largestPlace
)

// sorting is a list in its two orders; largest holds as many as pages show.
type sorting struct{ newest, largest []*model.Project }

// newSortings takes all projects in their two orders.
func newSortings(x *index, newest, largest []*model.Project) *sortings {
	s := &sortings{years: map[int]sorting{}, state: map[model.ProjectState]sorting{}}
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
	return x.sorted.of(e)()
}

func (s *sortings) of(e table.Entity) func() sorting {
	s.mu.Lock()
	defer s.mu.Unlock()
	num := e.Rec().Num
	i := slices.IndexFunc(s.lists, func(r recordSorting) bool { return r.of == num })
	var known recordSorting
	if i >= 0 {
		known = s.lists[i]
		s.lists = slices.Delete(s.lists, i, i+1)
	} else {
		known = recordSorting{num, sync.OnceValue(func() sorting { return s.both(model.ProjectsOf(e)) })}
	}
	if len(s.lists) == sortingsKept {
		s.lists = slices.Delete(s.lists, 0, 1)
	}
	s.lists = append(s.lists, known)
	return known.list
}
