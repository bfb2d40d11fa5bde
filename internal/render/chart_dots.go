package render

import "gongkai/internal/site"

// The measures of dots, in pixels.
const (
	dotsTop    = 18 // for the label of the highest
	dotsHeight = 200
	dotsFoot   = 26
	dotRadius  = 5
)

// dots have their first value across and their second up.
func (p *pen) dots(c *site.Chart) {
	across, up := scaleBetween(c, c.Across, 0), scaleBetween(c, c.Ticks, 1)
	y := func(v int64) float64 { return dotsTop + (100-up.at(v))*dotsHeight/100 }
	p.open(c, dotsTop+dotsHeight+dotsFoot)
	p.grid(c, y)
	for _, t := range c.Across {
		p.text("", "middle", across.at(t.Value), 0, dotsTop+dotsHeight+19, site.Link{Text: t.Text})
	}
	p.level("axis", dotsTop+dotsHeight)
	for i := range c.Marks {
		m := &c.Marks[i]
		x, v := valueOf(m, 0), valueOf(m, 1)
		if x.Text == "" || v.Text == "" {
			continue
		}
		p.link(m.Link)
		p.raw(`<circle class="`).escaped(kind(c, m, 0)).raw(`" r="5"`).across("cx", across.at(x.Value)).down("cy", y(v.Value))
		p.raw(`><title>`).escaped(m.Text).raw(` · `).escaped(x.Text).raw(` · `).escaped(v.Text).raw(`</title></circle>`)
		if m.Label != "" {
			p.text("value", anchorAt(across.at(x.Value)), across.at(x.Value), 0, y(v.Value)-9, site.Link{Text: m.Label, Lang: m.Lang})
		}
		p.end(m.Link)
	}
	p.close()
}

// grid is a line across for each tick, named on the left.
func (p *pen) grid(c *site.Chart, y func(int64) float64) {
	for _, t := range c.Ticks {
		p.level("grid", y(t.Value))
		p.text("", "end", 0, -8, y(t.Value)+4, site.Link{Text: t.Text})
	}
}

// anchorAt keeps a text near a side within the picture.
func anchorAt(x float64) string {
	switch {
	case x > 80:
		return "end"
	case x < 12:
		return ""
	}
	return "middle"
}

// ranges are rows with a line over the middle half of the values, and a dot at
// the median.
func (p *pen) ranges(c *site.Chart) {
	s := scaleBetween(c, c.Ticks, 0, 1, 2)
	height := float64(len(c.Marks) * rowStep)
	p.open(c, height+dotsFoot)
	for _, t := range c.Ticks {
		p.upright("grid", s.at(t.Value), 0, height)
		p.text("", "middle", s.at(t.Value), 0, height+18, site.Link{Text: t.Text})
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		y := float64(i*rowStep) + rowStep/2
		p.text("", "end", 0, -8, y+4, m.Link)
		low, half, high := valueOf(m, 0), valueOf(m, 1), valueOf(m, 2)
		if half.Text == "" {
			continue
		}
		if low.Text != "" && high.Text != "" {
			from, length := s.between(low.Value, high.Value)
			p.rect(site.KindPromised, from, y-5, length, 10)
		}
		p.raw(`<circle class="`).escaped(kind(c, m, 1)).raw(`" r="5"`).across("cx", s.at(half.Value)).down("cy", y).raw(`/>`)
		p.text("value", "", 100, 8, y+4, site.Link{Text: half.Text})
	}
	p.close()
}
