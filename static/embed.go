// Package static holds the files that are copied beside the pages of every
// site: the style sheet and the icon. A site's own file at the same path wins.
package static

import "embed"

// Files are the files by their path in the site.
//
//go:embed css favicon.svg
var Files embed.FS
