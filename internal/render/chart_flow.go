package render

import "gongkai/internal/site"

// The measures of a flow, in pixels.
const (
	flowHeight = 260 // of all that flows
	flowLabel  = 52  // of a mark's name and value: the least that a mark takes
	flowGap    = 8
	flowName   = 15 // ems of a name: what two lines beside a mark hold; the table has it whole
)

// band is where a mark of a flow stands, and how far its two sides are taken up
// by what flows in and out.
type band struct{ y, height, in, out float64 }

// flow has marks in upright rows, and ribbons between them as wide as what goes
// from one to the other.
func (p *pen) flow(c *site.Chart) {
	bands, stages, height := flowBands(c)
	// Names need their width: on a phone the picture moves sideways in its box.
	p.raw(`<div class="scroll" role="group" tabindex="0" aria-labelledby="chart-`).escaped(c.Name).raw(`">`)
	p.open(c, height)
	// The ribbons are stretched with the window, which text could not be.
	p.raw(`<svg width="100%" viewBox="0 0 1000 `).number(height).raw(`" preserveAspectRatio="none"`).down("height", height).raw(`>`)
	most := mostThrough(c)
	for _, f := range c.Flows {
		if f.From < 0 || f.To < 0 || f.From >= len(bands) || f.To >= len(bands) || f.Amount.Value <= 0 {
			continue
		}
		from, to := &bands[f.From], &bands[f.To]
		wide := float64(f.Amount.Value) / most * flowHeight
		x1 := float64(max(c.Marks[f.From].Col, 0)) * 1000 / float64(stages)
		x2 := float64(max(c.Marks[f.To].Col, 0)) * 1000 / float64(stages)
		p.ribbon(x1, from.y+from.out, x2, to.y+to.in, max(wide, .5))
		from.out += wide
		to.in += wide
	}
	p.raw(`</svg>`)
	step := 100 / float64(stages)
	for i := range c.Marks {
		m, b := c.Marks[i], bands[i]
		x := float64(max(m.Col, 0)) * step
		p.raw(`<rect class="`).escaped(kind(c, &m, 0)).raw(`" width="8"`).across("x", x).down("y", b.y).down("height", b.height).raw(`/>`)
		m.Text = shortened(m.Text, flowName)
		p.note(&m, x, b.y+b.height/2-flowLabel/2, step, flowLabel, valueOf(&m, 0).Text)
	}
	p.close()
	p.raw(`</div>`)
}

// ribbon is an even band from one place to another, bent so that it leaves and
// arrives level.
func (p *pen) ribbon(x1, y1, x2, y2, wide float64) {
	middle := (x1 + x2) / 2
	p.raw(`<path d="M`).number(x1).raw(` `).number(y1)
	p.raw(`C`).number(middle).raw(` `).number(y1).raw(` `).number(middle).raw(` `).number(y2).raw(` `).number(x2).raw(` `).number(y2)
	p.raw(`v`).number(wide)
	p.raw(`C`).number(middle).raw(` `).number(y2 + wide).raw(` `).number(middle).raw(` `).number(y1 + wide).raw(` `).number(x1).raw(` `).number(y1 + wide).raw(`z"/>`)
}

// mostThrough is the sum of the stage through which most flows, never nought.
func mostThrough(c *site.Chart) float64 {
	through := map[int]float64{}
	most := 1.0
	for i := range c.Marks {
		m := &c.Marks[i]
		through[m.Col] += max(float64(valueOf(m, 0).Value), 0)
		most = max(most, through[m.Col])
	}
	return most
}

// flowBands places the marks: each stage from the top, in the middle of the
// height of the tallest.
func flowBands(c *site.Chart) (bands []band, stages int, height float64) {
	most := mostThrough(c)
	bands = make([]band, len(c.Marks))
	stages = 1
	tall := map[int]float64{}
	for i := range c.Marks {
		m := &c.Marks[i]
		stages = max(stages, m.Col+1)
		h := max(float64(valueOf(m, 0).Value)/most*flowHeight, 2)
		slot := max(h, flowLabel)
		bands[i] = band{y: tall[m.Col] + (slot-h)/2, height: h}
		tall[m.Col] += slot + flowGap
		height = max(height, tall[m.Col]-flowGap)
	}
	for i := range bands {
		bands[i].y += (height - (tall[c.Marks[i].Col] - flowGap)) / 2
	}
	return bands, stages, height
}
