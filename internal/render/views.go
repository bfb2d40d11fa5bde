package render

import "gongkai/internal/site"

// views are the views that the layouts of these names receive. A site's own
// layout of another name is not checked until it is used.
func views() map[string]any {
	return map[string]any{
		"404":          site.NotFound{},
		"checks":       site.Checks{},
		"compare":      site.Compare{},
		"changes":      site.Changes{},
		"data":         site.Data{},
		"glossary":     site.Glossary{},
		"group":        site.Group{},
		"home":         site.Home{},
		"integrity":    site.Integrity{},
		"list":         site.List{},
		"note":         site.Note{},
		"notes":        site.Notes{},
		"organization": site.Organization{},
		"project":      site.Project{},
		"quality":      site.Quality{},
		"record":       site.Record{},
		"style":        site.Style{},
		"search":       site.Search{},
	}
}
