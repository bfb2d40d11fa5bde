package synth

// lists are the word lists that records are made from, built once a site.
type lists struct {
	areas     []area
	services  []service
	groups    []text
	stems     []text
	districts []district // those that projects can lie in
}

func newLists(districts []district) *lists {
	return &lists{areas: areas(), services: services(), groups: groups(), stems: stems(), districts: districts}
}

// topArea is the area at the top above id.
func (l *lists) topArea(id string) string {
	for _, a := range l.areas {
		if a.id == id && a.parent != "" {
			return a.parent
		}
	}
	return id
}
