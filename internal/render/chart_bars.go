package render

import "gongkai/internal/site"

// The measures of bars and rows, in pixels.
const (
	nameLine  = 19 // of a name above its bar
	barHeight = 16
	barGap    = 14
	rowStep   = 28
)

// bars lie below their names, the later series inside the first.
func (p *pen) bars(c *site.Chart) {
	s := scaleOf(c)
	names := make([][]string, len(c.Marks))
	height := 0.0
	for i, m := range c.Marks {
		names[i] = wrapped(m.Text)
		height += float64(len(names[i])*nameLine + barHeight + barGap)
	}
	p.open(c, height)
	y := 0.0
	for i := range c.Marks {
		m := &c.Marks[i]
		p.link(m.Link)
		if m.Href != "" {
			p.rect("hit", 0, y, 100, float64(len(names[i])*nameLine+barHeight+4))
		}
		for _, line := range names[i] {
			p.text("name", "", 0, 0, y+14, site.Link{Text: line, Lang: m.Lang})
			y += nameLine
		}
		p.bar(c, s, m, y, barHeight)
		p.end(m.Link)
		y += barHeight + barGap
	}
	p.close()
}

// rows lie beside their names, which are short.
func (p *pen) rows(c *site.Chart) {
	s := scaleOf(c)
	p.open(c, float64(len(c.Marks)*rowStep))
	for i := range c.Marks {
		m := &c.Marks[i]
		y := float64(i * rowStep)
		p.link(m.Link)
		if m.Href != "" {
			p.rect("hit", 0, y, 100, rowStep)
		}
		p.text("", "end", 0, -8, y+19, m.Link)
		p.bar(c, s, m, y+6, barHeight)
		p.end(m.Link)
	}
	p.close()
}

// bar is the bar of a mark with what it says behind.
func (p *pen) bar(c *site.Chart, s scale, m *site.Mark, y, height float64) {
	end, fits := 0.0, s.holds(valueOf(m, 0).Value) && s.holds(valueOf(m, 1).Value)
	for j, v := range m.Values {
		if v.Text == "" || !fits {
			continue
		}
		from, length := s.bar(v.Value)
		inset := 0.0
		if j > 0 {
			inset = 4
		}
		p.rect(kind(c, m, j), from, y+inset, length, height-2*inset)
		end = max(end, from+length)
	}
	if valueOf(m, 0).Text == "" && m.Label != "" {
		p.text("", "", end, 6, y+height-3, site.Link{Text: m.Label})
		return
	}
	p.startText("value", "", end, 6, y+height-3, "")
	said := false
	for j, v := range m.Values {
		if v.Text == "" {
			continue
		}
		if said {
			p.raw(` · `)
		}
		said = true
		if j < len(c.Series) && c.Series[j].Word != "" {
			p.escaped(c.Series[j].Word).raw(` `)
		}
		p.escaped(v.Text)
	}
	p.raw(`</text>`)
}
