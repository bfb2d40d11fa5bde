package render

import (
	"math"
	"strconv"

	"gongkai/internal/site"
)

// pen appends markup.
type pen struct{ out []byte }

func (p *pen) raw(s string) *pen {
	p.out = append(p.out, s...)
	return p
}

func (p *pen) escaped(s string) *pen {
	p.out = appendText(p.out, s)
	return p
}

// number appends a coordinate with at most two decimals.
func (p *pen) number(v float64) *pen {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0 // no value can come to this; a browser would drop the shape
	}
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // not -0
	}
	p.out = strconv.AppendFloat(p.out, v, 'f', -1, 64)
	return p
}

// across is an attribute in percent of the width, down one in pixels.
func (p *pen) across(name string, v float64) *pen {
	return p.raw(` `).raw(name).raw(`="`).number(v).raw(`%"`)
}

func (p *pen) down(name string, v float64) *pen {
	return p.raw(` `).raw(name).raw(`="`).number(v).raw(`"`)
}

// rect is a box: x and w in percent, y and h in pixels.
func (p *pen) rect(class string, x, y, w, h float64) {
	p.raw(`<rect class="`).escaped(class).raw(`"`)
	p.across("x", x).down("y", y).across("width", w).down("height", h).raw(`/>`)
}

// line is level, from one side to the other.
func (p *pen) level(class string, y float64) {
	p.raw(`<line class="`).raw(class).raw(`" x2="100%"`).down("y1", y).down("y2", y).raw(`/>`)
}

// upright is a line down, at a percentage of the width.
func (p *pen) upright(class string, x, y1, y2 float64) {
	p.raw(`<line class="`).raw(class).raw(`"`).across("x1", x).across("x2", x).down("y1", y1).down("y2", y2).raw(`/>`)
}

// text is at a percentage of the width and dx pixels beside it.
func (p *pen) text(class, anchor string, x, dx, y float64, l site.Link) {
	p.startText(class, anchor, x, dx, y, l.Lang).escaped(l.Text).raw(`</text>`)
}

func (p *pen) startText(class, anchor string, x, dx, y float64, lang string) *pen {
	p.raw(`<text`)
	if class != "" {
		p.raw(` class="`).raw(class).raw(`"`)
	}
	if anchor != "" {
		p.raw(` text-anchor="`).raw(anchor).raw(`"`)
	}
	if lang != "" {
		p.raw(` lang="`).escaped(lang).raw(`"`)
	}
	if x != 0 {
		p.across("x", x)
	}
	if dx != 0 {
		p.down("dx", dx)
	}
	return p.down("y", y).raw(`>`)
}

// link begins a mark that leads somewhere, and end ends it.
func (p *pen) link(l site.Link) { p.linkAs(l, "") }

// linkAs is link for a mark whose name is not drawn: who cannot see the picture
// is told name, which holds what is drawn.
func (p *pen) linkAs(l site.Link, name string) {
	if l.Href == "" {
		return
	}
	p.raw(`<a href="`)
	p.out = appendAddress(p.out, l.Href)
	if name != "" {
		p.raw(`" aria-label="`).escaped(name)
	}
	p.raw(`">`)
}

func (p *pen) end(l site.Link) {
	if l.Href != "" {
		p.raw(`</a>`)
	}
}

// kind is the class of a mark's value.
func kind(c *site.Chart, m *site.Mark, series int) string {
	if m.Kind != "" && series == 0 {
		return m.Kind
	}
	if series < len(c.Series) {
		return c.Series[series].Kind
	}
	return ""
}

// open begins the picture, of a height in pixels.
func (p *pen) open(c *site.Chart, height float64) {
	p.raw(`<svg class="`).escaped(c.Form)
	if len(c.Series) > 1 {
		p.raw(` several`)
	}
	p.raw(`" width="100%" height="`).number(height)
	// An image has no links in it for those who do not see it.
	role := "img"
	for i := range c.Marks {
		if c.Marks[i].Href != "" {
			role = "group"
			break
		}
	}
	p.raw(`" role="`).raw(role).raw(`" aria-labelledby="chart-`).escaped(c.Name).raw(`"><desc>`).escaped(c.About).raw(`</desc>`)
}

func (p *pen) close() { p.raw(`</svg>`) }
