package render

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
)

// headComment is what a layout says about itself.
var headComment = regexp.MustCompile(`^\s*\{\{/\*(?s:.*?)\*/\}\}`)

// minified is a layout without what a browser does not need, and without white
// space around it, so that a partial can be called within a sentence. Minifying the
// layout once, not each page, costs a page nothing and leaves it hardly larger.
func minified(text string) (string, error) {
	m := &html.Minifier{
		TemplateDelims:   html.GoTemplateDelims,
		KeepDocumentTags: true,
		KeepEndTags:      true,
		KeepQuotes:       true,
	}
	var b bytes.Buffer
	if err := m.Minify(minify.New(), &b, strings.NewReader(text), nil); err != nil {
		return "", fmt.Errorf("minifying: %w", err)
	}
	return strings.TrimSpace(headComment.ReplaceAllString(b.String(), "")), nil
}
