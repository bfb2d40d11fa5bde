// Package layouts holds the built-in layouts: base.html is around every page,
// a file beside it is the main part of one kind of page and receives the view
// of that kind (internal/site), _partials/ are the parts that they share, and
// words.yaml has their words. A site's own file at the same path wins.
package layouts

import "embed"

// Files are the layouts, with words.yaml.
//
//go:embed *.html _partials/*.html words.yaml
var Files embed.FS
