// Package static holds the files that are copied beside the pages of every
// site: the style sheet, the search and the icon. A site's own file at the same path wins.
package static

import "embed"

// Files are the files by their path in the site. Those that StyleParts names
// are not published as they are: they are joined into StyleSheet. Neither are
// scripts that Scripts does not name: they are joined into those that import them.
//
//go:embed css compare search favicon.svg icon.png card.png
var Files embed.FS

// StyleSheet is the one style sheet that pages load.
const StyleSheet = "css/site.css"

// Scripts are the modules that pages load.
func Scripts() []string {
	return []string{
		"compare/compare.js",
		"compare/figures.js",
		"compare/start.js",
		"compare/table.js",
		"search/amounts.js",
		"search/download.js",
		"search/engine.js",
		"search/page.js",
		"search/start.js",
		"search/why.js",
	}
}

// StyleParts are the files that the style sheet is joined from, in order:
// tokens, elements, the frame of a page, components (named as the partials and
// layouts that they style), and last what holds for a medium. Colours come only
// from the tokens; all pairs in use meet WCAG AA.
func StyleParts() []string {
	names := []string{
		"tokens",
		"elements",
		"frame",
		"words",
		"title",
		"chip",
		"figures",
		"facts",
		"table",
		"chart",
		"chain",
		"project",
		"pager",
		"form",
		"search",
		"home",
		"group",
		"compare",
		"prose",
		"data",
		"checks",
		"integrity",
		"media",
		"print",
	}
	for i, name := range names {
		names[i] = "css/" + name + ".css"
	}
	return names
}
