package site

import (
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// maxRests is how many programmes and the like a policy's page lists.
const maxRests = 20

// rests sets the projects that rest on a text, group by group, with their totals:
// those of the programmes whose policy it is; where there is none, those of the
// records that it names as related. It gives the records that the table lists.
func (c *context) rests(v *Note, n *model.Note) []table.Entity {
	caption := c.t("依据本文的项目", "Projects that rest on it")
	groups, projects := c.programmesUnder(n), []*model.Project(nil)
	if len(groups) == 0 {
		caption = c.t("文中涉及的项目", "Projects it is about")
		groups, projects = c.related(n)
	}
	var rows []ranked
	for _, e := range groups {
		projects = append(projects, model.ProjectsOf(e)...)
		rows = append(rows, ranked{e: e, subtotal: sum(model.ProjectsOf(e)).subtotal})
	}
	if len(projects) == 0 {
		return nil
	}
	v.Totals = c.headline(sum(unique(projects)))
	v.Rests = c.rankTable("rests", caption, c.t("计划或分组", "Programme or group"), rows, maxRests)
	return groups
}

// programmesUnder are the programmes whose policy a note is.
func (c *context) programmesUnder(n *model.Note) []table.Entity {
	var under []table.Entity
	for _, p := range c.plan.Data.Programmes.Rows {
		if n.Kind == "policies" && p.Policy == n.Slug {
			under = append(under, p)
		}
	}
	return under
}

// related are the records with projects, and the projects, that a note names.
func (c *context) related(n *model.Note) (groups []table.Entity, projects []*model.Project) {
	for _, s := range n.Related {
		e := c.plan.index.find(s)
		if p, ok := e.(*model.Project); ok {
			projects = append(projects, p)
		} else if e != nil && len(model.ProjectsOf(e)) > 0 {
			groups = append(groups, e)
		}
	}
	return groups, projects
}

func unique(projects []*model.Project) []*model.Project {
	seen := make(map[*model.Project]bool, len(projects))
	return slices.DeleteFunc(slices.Clone(projects), func(p *model.Project) bool {
		again := seen[p]
		seen[p] = true
		return again
	})
}

// validity says whether a text holds: what its status says, and what replaced it
// where it has none.
func (c *context) validity(n *model.Note) Chip {
	if chip := c.noteStatus(n); chip.Text != "" {
		return chip
	}
	if len(c.replacing(n)) > 0 {
		return Chip{c.t("已被替代", "Replaced"), "bad"}
	}
	return Chip{}
}

// replacing are the notes that replace a note.
func (c *context) replacing(n *model.Note) []*model.Note {
	var by []*model.Note
	for _, o := range c.plan.Data.Notes {
		if o.Kind == n.Kind && slices.Contains(o.Replaces, n.Slug) {
			by = append(by, o)
		}
	}
	return by
}

// replaced links to the notes that a note replaces.
func (c *context) replaced(n *model.Note) []Link {
	var links []Link
	for _, slug := range n.Replaces {
		if o := c.plan.Data.Note(n.Kind, slug); o != nil {
			links = append(links, c.noteLink(o))
		}
	}
	return links
}
