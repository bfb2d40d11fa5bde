package render

import (
	"fmt"
	"html/template"

	"gongkai/internal/site"
)

// draw is the name of the function that layouts call for a chart's picture:
// {{draw .}} gives the svg of a site.Chart.
//
// A picture fills the width that it is given, whatever that is, and its text
// keeps its size: across, positions are percentages; down, pixels. What must
// not grow or shrink, names and values, hangs into the padding that the style
// sheet gives the form. Colours, too, are the style sheet's, by class.
const draw = "draw"

// drawn is the function draw.
func drawn(chart any) (template.HTML, error) {
	c, ok := chart.(site.Chart)
	if !ok {
		return "", fmt.Errorf("%s needs a chart, not %T", draw, chart)
	}
	return template.HTML(appendChart(nil, &c)), nil // every text is escaped by pen
}

// appendChart appends the picture of a chart, nothing for one of no known form.
func appendChart(out []byte, c *site.Chart) []byte {
	p := &pen{out: out}
	switch c.Form {
	case site.FormColumns:
		p.columns(c)
	case site.FormBars:
		p.bars(c)
	case site.FormRows:
		p.rows(c)
	case site.FormDots:
		p.dots(c)
	case site.FormRanges:
		p.ranges(c)
	case site.FormTiles:
		p.tiles(c)
	case site.FormMap:
		p.chartMap(c)
	case site.FormFlow:
		p.flow(c)
	case site.FormMultiples:
		p.multiples(c)
	}
	return p.out
}
