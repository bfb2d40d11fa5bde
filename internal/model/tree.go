package model

// allProjects gathers the projects of a record and of all that stand below it,
// each record's own before those of its children. A record that is its own
// ancestor, which a check reports, is entered once.
func allProjects[T any](root *T, parts func(*T) (own []*Project, children []*T)) []*Project {
	var all []*Project
	seen := map[*T]bool{}
	var enter func(*T)
	enter = func(t *T) {
		if seen[t] {
			return
		}
		seen[t] = true
		own, children := parts(t)
		all = append(all, own...)
		for _, c := range children {
			enter(c)
		}
	}
	enter(root)
	return all
}
