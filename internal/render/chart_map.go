package render

import (
	"strconv"

	"gongkai/internal/site"
)

// chartMap draws the shapes, each with its number in the list behind, which
// names every district and its value: names would not fit into the shapes. The
// picture alone among all is scaled as a whole, and not beyond what its numbers
// bear.
func (p *pen) chartMap(c *site.Chart) {
	p.raw(`<svg class="map" width="100%" role="group" viewBox="-2 -2 `).number(site.MapWidth + 4).raw(` `).number(float64(max(c.Height, 0)) + 4)
	p.raw(`" aria-labelledby="chart-`).escaped(c.Name).raw(`"><desc>`).escaped(c.About).raw(`</desc>`)
	for i := range c.Marks {
		m := &c.Marks[i]
		if m.Shape == "" {
			continue
		}
		p.link(m.Link)
		p.raw(`<path class="`).escaped(m.Kind).raw(`" d="`).escaped(m.Shape).raw(`"><title>`).escaped(m.Text)
		if v := valueOf(m, 0).Text; v != "" {
			p.raw(` · `).escaped(v)
		}
		p.raw(`</title></path>`)
		p.end(m.Link)
	}
	for i := range c.Marks {
		if m := &c.Marks[i]; m.Shape != "" && valueOf(m, 0).Text != "" {
			p.raw(`<text class="value" text-anchor="middle" x="`).number(float64(m.Col)).raw(`"`).down("y", float64(m.Row)+4).raw(`>`).raw(strconv.Itoa(i + 1)).raw(`</text>`)
		}
	}
	p.raw(`</svg><ol class="ranks">`)
	for i := range c.Marks {
		m := &c.Marks[i]
		v := valueOf(m, 0)
		if v.Text == "" {
			continue
		}
		p.raw(`<li>`)
		p.link(m.Link)
		p.raw(`<span`)
		if m.Lang != "" {
			p.raw(` lang="`).escaped(m.Lang).raw(`"`)
		}
		p.raw(`>`).escaped(m.Text).raw(`</span>`)
		p.end(m.Link)
		p.raw(` <b>`).escaped(v.Text).raw(`</b></li>`)
	}
	p.raw(`</ol>`)
}
