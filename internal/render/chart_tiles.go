package render

import "gongkai/internal/site"

// The measures of tiles.
const (
	tileHeight = 66  // pixels
	tileGap    = 4   // pixels, down
	tileSide   = 1.0 // percent, across
)

// tiles are boxes at their places, filled by the size of their value, which
// each says.
func (p *pen) tiles(c *site.Chart) {
	cols, rows := 1, 1
	for _, m := range c.Marks {
		cols, rows = max(cols, m.Col+1), max(rows, m.Row+1)
	}
	wide := 100 / float64(cols)
	p.open(c, float64(rows*tileHeight))
	for i := range c.Marks {
		m := &c.Marks[i]
		x, y := float64(max(m.Col, 0))*wide, float64(max(m.Row, 0)*tileHeight)
		p.rect(kind(c, m, 0), x, y, wide-tileSide, tileHeight-tileGap)
		p.note(m, x, y, wide-tileSide, tileHeight-tileGap, valueOf(m, 0).Text)
	}
	p.close()
}

// note is a box of HTML within the picture: text in it breaks into lines by
// itself, as the box is as wide as the window allows.
func (p *pen) note(m *site.Mark, x, y, w, h float64, value string) {
	p.raw(`<foreignObject`).across("x", x).down("y", y).across("width", w).down("height", h).raw(`><div>`)
	p.link(m.Link)
	p.raw(`<span`)
	if m.Lang != "" {
		p.raw(` lang="`).escaped(m.Lang).raw(`"`)
	}
	p.raw(`>`).escaped(m.Text).raw(`</span>`)
	p.end(m.Link)
	if value != "" {
		p.raw(` <b>`).escaped(value).raw(`</b>`)
	}
	p.raw(`</div></foreignObject>`)
}
