package model

import "gongkai/internal/table"

// ProjectsOf are the projects that a record's page lists, those of what is nested
// below it included; none of what has no projects.
func ProjectsOf(e table.Entity) []*Project {
	switch e := e.(type) {
	case *Organization:
		return e.Projects
	case *Agency:
		return e.Projects
	case *Area:
		return e.AllProjects()
	case *District:
		return e.AllProjects()
	case *Service:
		return e.AllProjects()
	case *Programme:
		return e.Projects
	case *Call:
		return e.Projects
	}
	return nil
}
