package site

import (
	"gongkai/internal/model"
)

// sliced are the folders whose records' projects stand in files of their own.
var sliced = map[string]bool{"organizations": true, "agencies": true, "areas": true, "districts": true, "programmes": true, "years": true}

// fed are the folders whose records have feeds.
var fed = map[string]bool{"organizations": true, "agencies": true, "areas": true, "districts": true}

// slices leads to the files of the projects that a record's page lists. Path is
// the record's, below the site's root.
func (c *context) slices(folder, path string, list []*model.Project) []Link {
	projects := len(list)
	if projects == 0 || !sliced[folder] || c.page.part > 1 || !c.plan.Data.Config.Offers(model.FormatSlices) {
		return nil
	}
	n := c.count(projects)
	text := c.t("下载这 "+n+" 个项目（CSV）", "Download these "+n+" projects (CSV)")
	if projects == 1 {
		text = c.t("下载这个项目（CSV）", "Download this project (CSV)")
	}
	base := c.root + "data/slices/" + path
	links := []Link{{Text: text, Href: base + ".csv"}, {Text: "JSON", Href: base + ".json"}}
	if fed[folder] && c.plan.Data.Config.HasFeeds() && model.AnyNews(list) {
		links = append(links, Link{Text: c.t("订阅更新（Atom）", "Follow by feed (Atom)"), Href: c.root + "feeds/" + path + ".xml"})
	}
	return links
}
